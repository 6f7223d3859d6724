"""Comments and blank lines of a declaration, put back around its printed lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from critc.format.rows import Row

_STEP = 2


@dataclass(frozen=True, slots=True)
class _Moved:
    """A line of a declaration: where its text stood, and the printed line that says it."""

    row: Row
    printed: str

    @property
    def indent(self) -> int:
        return len(self.printed) - len(self.printed.lstrip(" "))

    def indent_for(self, column: int) -> int | None:
        """How far a comment goes in that stood in the column of this line, or of its text."""
        if column == self.row.column:
            return self.indent
        text = self.row.code.text if self.row.code else ""
        dash = len(text) - len(text[1:].lstrip()) if text.startswith("- ") else 0
        return self.indent + _STEP if dash and column == self.row.column + dash else None


def with_comments(rows: Sequence[Row], printed: Sequence[str], places: Sequence[int]) -> list[str]:
    """The printed lines, each with the comments and the blank lines that stood around it.

    ``places`` says for each of the rows with code where it was printed. Where two became one line,
    there is room for one comment beside it; the others go above it.
    """
    moved = [
        _Moved(row, printed[place])
        for row, place in zip((row for row in rows if row.code), places, strict=True)
    ]
    above: list[list[str]] = [[] for _ in (*printed, "end")]
    beside = [""] * len(printed)
    waiting, index = list[Row](), 0
    for row in rows:
        if not row.code:
            waiting.append(row)
            continue
        place, joined = places[index], places[index] in places[:index]
        if beside[place]:
            above[place].append(" " * moved[index].indent + beside[place])
        around = moved[1:index], moved[index]
        above[place] += [_line(each, *around) for each in waiting if not (joined and each.blank)]
        beside[place] = row.comment
        waiting, index = [], index + 1
    above[-1] += [_line(each, moved[1:], None) for each in waiting]
    return _gathered(printed, above, beside)


def _line(row: Row, over: Sequence[_Moved], under: _Moved | None) -> str:
    """A comment, as far in as the line that it stood in one column with; a blank line is empty."""
    return " " * _indent(row.column, over, under) + row.comment if row.comment else ""


def _indent(column: int, over: Sequence[_Moved], under: _Moved | None) -> int:
    beginning = under.indent_for(column) if under else None
    if beginning is not None:
        return beginning
    left = _STEP
    for line in reversed(over):
        indent = line.indent_for(column)
        if indent is not None:
            return indent
        if line.row.column < column:
            left = line.indent
            break
    return under.indent if under else left


def _gathered(
    printed: Sequence[str], above: Sequence[Sequence[str]], beside: Sequence[str]
) -> list[str]:
    """All lines in their order, blank ones one at a time, and none below the first line."""
    lines = list[str]()
    for place, comments in enumerate(above):
        for each in comments:
            if each or (len(lines) > 1 and lines[-1]):
                lines.append(each)
        if place < len(printed):
            comment = f"  {beside[place]}" if beside[place] else ""
            lines.append(printed[place] + comment)
    return lines
