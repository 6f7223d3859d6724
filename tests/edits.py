"""Slips of the hand in real protocols, and how near to them and how briefly the compiler speaks.

An **edit** deletes, inserts or swaps lines or words at a random place of one of the nine protocols
(with its patients and some of its cases). Words are what blanks part, and quoted words are one:
what stands inside quotes, behind ``>`` or ``#`` the compiler does not read. An inserted line is a copy
of another line of the file, an inserted word one of its words.

An edit is a **mistake** if the compiler finds an error in what was free of errors before. Otherwise
the file says something else, or the same, and says it well: nothing is to be told.

The mistake is told **near** if one of the errors begins within one line of the edit. Lines that say
nothing (blank ones, comments) are not counted on the way. A deletion is where the line was: between the
line above and the line below. Two swapped lines are at two places, and so is a line that now stands
there twice: the nearer of the two counts, for which one is out of place no one can tell. Where the edit
takes away a name, or spells another, only the uses of the name show it: an error that underlines the
name is near, wherever that is. ``strictly`` leaves the last rule out.

It is told **briefly** if there are at most two errors for each mistake. Most edits make one. A swap of
two lines that are far apart makes two, and so does the first line of a declaration that comes to stand
in the middle of another: the one is there twice, the other is cut in two.

``make edits`` prints a table of many, ``tests/edits.py --worst`` also what was told badly;
``tests/properties/test_edits.py`` holds the compiler to the rates.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from critc.check import check
from critc.check.uses import link
from critc.diagnostic import Diagnostic, Severity, in_order
from critc.pipeline import library
from critc.source import Source
from critc.syntax.parse import parse

FOLDER = Path(__file__).parent.parent / "criteria"
PROTOCOLS = sorted(FOLDER.glob("NCT*.crit"))
CASES = 6
"""So many cases of a protocol are kept: they are most of its lines, and one is much like another."""

_WORD = re.compile(r'"[^"]*"|[^\s"]+')
_NAME = re.compile(r"[A-Za-z]\w*")


@dataclass(frozen=True)
class Edit:
    """What was done, the text after it, the lines where it was done, the words that are gone.

    ``places`` are groups of lines of the new text, from 0: one group for each place of the edit.
    ``mistakes`` is how many mistakes it may count for.
    """

    kind: str
    done: str
    text: str
    places: tuple[tuple[int, ...], ...]
    gone: frozenset[str]
    mistakes: int = 1


@dataclass(frozen=True)
class Told:
    """What the compiler says of an edit that is a mistake."""

    edit: Edit
    errors: tuple[Diagnostic, ...]
    strictly: bool
    near: bool

    @property
    def brief(self) -> bool:
        return len(self.errors) <= 2 * self.edit.mistakes

    @property
    def plain(self) -> bool:
        """Whether nothing better is said than that the line is not understood."""
        return any(error.code == "E0199" for error in self.errors)


# ---- edits ---------------------------------------------------------------------------------------


def protocol(path: Path, chance: random.Random) -> list[str]:
    """The lines of a protocol, with some of its cases."""
    head, *cases = path.read_text(encoding="utf-8").split("\ncase ")
    kept = sorted(chance.sample(range(len(cases)), min(CASES, len(cases))))
    return "\ncase ".join([head, *(cases[index] for index in kept)]).splitlines()


def edited(lines: Sequence[str], kind: str, chance: random.Random) -> Edit:
    """The lines after one edit of a kind."""
    return KINDS[kind](list(lines), chance)


def _saying(lines: Sequence[str]) -> list[int]:
    """The lines that the compiler reads."""
    return [at for at, line in enumerate(lines) if _says(line)]


def _says(line: str) -> bool:
    return line.strip() != "" and not line.lstrip().startswith(("#", ">"))


def _words(line: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(line.partition("#")[0] if '"' not in line else line))


def _near(lines: Sequence[str], at: int, gap: bool = False) -> tuple[int, ...]:
    """A line and the two beside it that say something; of a gap, the two beside it."""
    above = next((i for i in range(at - 1, -1, -1) if _heard(lines[i])), at)
    start = at if gap else at + 1
    below = next((i for i in range(start, len(lines)) if _heard(lines[i])), above)
    return (above, below) if gap else (above, at, below)


def _heard(line: str) -> bool:
    return line.strip() != "" and not line.lstrip().startswith("#")


def _gone(before: str, after: str = "") -> frozenset[str]:
    return frozenset(_NAME.findall(before)) - frozenset(_NAME.findall(after))


def _delete_line(lines: list[str], chance: random.Random) -> Edit:
    at = chance.choice(_saying(lines))
    line = lines.pop(at)
    place = _near(lines, at, gap=True)
    return Edit("delete line", line.strip(), "\n".join(lines), (place,), _gone(line))


def _insert_line(lines: list[str], chance: random.Random) -> Edit:
    saying = _saying(lines)
    copied, at = chance.choice(saying), chance.choice(saying)
    line = lines[copied]
    lines.insert(at, line)
    places = (_near(lines, at), _near(lines, copied + (copied >= at)))
    cut_in_two = line[0] != " " and lines[at + 1][0] == " "
    done, text = line.strip(), "\n".join(lines)
    return Edit("insert line", done, text, places, frozenset(), 2 if cut_in_two else 1)


def _swap_neighbours(lines: list[str], chance: random.Random) -> Edit:
    saying = _saying(lines)
    index = chance.randrange(len(saying) - 1)
    return _swapped(lines, "swap lines beside each other", saying[index], saying[index + 1], 1)


def _swap_lines(lines: list[str], chance: random.Random) -> Edit:
    one, other = chance.sample(_saying(lines), 2)
    return _swapped(lines, "swap lines far apart", one, other, 2)


def _swapped(lines: list[str], kind: str, one: int, other: int, mistakes: int) -> Edit:
    lines[one], lines[other] = lines[other], lines[one]
    done = f"{lines[other].strip()}  <->  {lines[one].strip()}"
    places = (_near(lines, one), _near(lines, other))
    gone = _gone(f"{lines[one]} {lines[other]}")
    return Edit(kind, done, "\n".join(lines), places, gone, mistakes)


def _delete_word(lines: list[str], chance: random.Random) -> Edit:
    at, word = _a_word(lines, chance)
    line = lines[at]
    return _rewritten(lines, "delete word", at, line[: word.start()] + line[word.end() :].lstrip())


def _insert_word(lines: list[str], chance: random.Random) -> Edit:
    _, inserted = _a_word(lines, chance)
    at, word = _a_word(lines, chance)
    line = lines[at]
    mended = f"{line[: word.start()]}{inserted.group()} {line[word.start() :]}"
    return _rewritten(lines, "insert word", at, mended)


def _swap_words(lines: list[str], chance: random.Random) -> Edit:
    while True:
        at = chance.choice(_saying(lines))
        words = _words(lines[at])
        if len(words) > 1:
            break
    index, line = chance.randrange(len(words) - 1), lines[at]
    one, other = words[index : index + 2]
    between = line[one.end() : other.start()]
    swapped = f"{line[: one.start()]}{other.group()}{between}{one.group()}{line[other.end() :]}"
    return _rewritten(lines, "swap words", at, swapped)


def _a_word(lines: list[str], chance: random.Random) -> tuple[int, re.Match[str]]:
    at = chance.choice(_saying(lines))
    return at, chance.choice(_words(lines[at]))


def _rewritten(lines: list[str], kind: str, at: int, line: str) -> Edit:
    before, lines[at] = lines[at], line
    done = f"{before.strip()}  ->  {line.strip()}"
    return Edit(kind, done, "\n".join(lines), (_near(lines, at),), _gone(before, line))


KINDS: dict[str, Callable[[list[str], random.Random], Edit]] = {
    "delete line": _delete_line,
    "delete word": _delete_word,
    "insert line": _insert_line,
    "insert word": _insert_word,
    "swap lines beside each other": _swap_neighbours,
    "swap lines far apart": _swap_lines,
    "swap words": _swap_words,
}


# ---- what is said of them ------------------------------------------------------------------------


def errors(text: str) -> tuple[Diagnostic, ...]:
    """The errors of a protocol; what comes after the checks has nothing to say of a file."""
    source = Source((FOLDER / "edited.crit").as_posix(), text)
    tree, unparsed = parse(source)
    linked = link(tree, source, cache(library(source)))
    found = (*unparsed, *linked.diagnostics, *check(linked.file, linked.source)[1])
    return tuple(each for each in in_order(found) if each.severity is Severity.ERROR)


def told(edit: Edit) -> Told | None:
    """What is said of an edit; None if it is no mistake."""
    found = errors(edit.text)
    if not found:
        return None
    lines = (edit.text.count("\n", 0, error.span.start) for error in found)
    near = any(line in place for line in lines for place in edit.places)
    underlined = (edit.text[error.span.start : error.span.end] for error in found)
    named = any(edit.gone.intersection(_NAME.findall(words)) for words in underlined)
    return Told(edit, found, near, near or named)


def measured(path: Path, each: int, seed: int = 1) -> Iterator[Told]:
    """The mistakes among so many edits of a protocol, of all kinds in turn."""
    chance = random.Random(f"{seed} {path.name}")
    lines: list[str] = []
    for number in range(each):
        if number % len(KINDS) == 0:
            lines = protocol(path, chance)
        found = told(edited(lines, list(KINDS)[number % len(KINDS)], chance))
        if found:
            yield found


def rates(all_told: Sequence[Told]) -> dict[str, float]:
    """Shares of the mistakes: told near, strictly so, briefly, and without a better message."""
    several = max(1, len(all_told))
    return {
        "near": sum(each.near for each in all_told) / several,
        "strictly": sum(each.strictly for each in all_told) / several,
        "briefly": sum(each.brief for each in all_told) / several,
        "E0199": sum(each.plain for each in all_told) / several,
        "errors": sum(len(each.errors) for each in all_told) / several,
    }


# ---- the campaign --------------------------------------------------------------------------------


def main() -> None:
    """Edit, and print the table."""
    arguments = argparse.ArgumentParser(
        description="Edits of the protocols, and what is said of them."
    )
    arguments.add_argument("--seed", type=int, default=1, help="another seed, other edits")
    arguments.add_argument("--each", type=int, default=140, help="edits of each protocol")
    arguments.add_argument("--worst", action="store_true", help="show what was told badly")
    given = arguments.parse_args()
    found = [told for path in PROTOCOLS for told in measured(path, given.each, given.seed)]
    print(f"{'edit':30} mistakes  near  strictly  briefly  E0199  errors")
    for kind in (*KINDS, "all"):
        of_kind = [each for each in found if kind in (each.edit.kind, "all")]
        share = rates(of_kind)
        print(
            f"{kind:30} {len(of_kind):8} {share['near']:5.1%} {share['strictly']:9.1%}"
            f" {share['briefly']:8.1%} {share['E0199']:6.1%} {share['errors']:7.2f}"
        )
    for each in found if given.worst else ():
        if not (each.near and each.brief) or each.plain:
            _show(each)


def _show(each: Told) -> None:
    words = {"far": not each.near, "long": not each.brief, "plain": each.plain}
    said = ", ".join(word for word, true in words.items() if true)
    print(f"\n{each.edit.kind} ({said}): {each.edit.done}")
    print(f"  in lines {', '.join(str(line + 1) for place in each.edit.places for line in place)}")
    for error in each.errors[:5]:
        line = each.edit.text.count("\n", 0, error.span.start) + 1
        print(f"  {line}: {error.code} {error.message}")


if __name__ == "__main__":
    main()
