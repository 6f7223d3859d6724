"""``use … from``: the declarations that a file borrows from libraries, with all that they need.

A library is a file of the same language. What is borrowed keeps its place in the library's text: the
linked source counts that text behind the file's own (``Source.borrowed``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace

from critc.check.suggest import did_you_mean
from critc.diagnostic import Diagnostic
from critc.source import Borrowed, Source
from critc.syntax import tree
from critc.syntax.layout import Piece, cut
from critc.syntax.parse import parse_piece

Find = Callable[[str], Source | None]
"""From what stands after ``from`` to the library's text; None where there is none."""

LENT = frozenset(
    "moment part choices fact judgement records measurement define formula table".split()
)
"""The words of the declarations that can be borrowed."""

_HEAD = re.compile(r"\w+\s+([A-Za-z]\w*)")
_UNLOOKED = frozenset({"span", "options", "name"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A file with what it borrows, in its place; the source that both stand in; what went wrong."""

    file: tree.File
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def link(file: tree.File, source: Source, find: Find) -> Linked:
    """The file with the declarations of its ``use`` lines. Without any, it is as it was.

    What the file itself declares in the very words of the library is not borrowed again.
    """
    linker = _Linker(source, find)
    declarations = list[tree.Declaration]()
    for declaration in file.declarations:
        declarations.append(declaration)
        if isinstance(declaration, tree.Use):
            borrowed = linker.borrow(declaration, source.name)
            declarations += (each for each in borrowed if each not in file.declarations)
    if not linker.source.borrowed and not linker.diagnostics:
        return Linked(file, source, ())
    linked = tree.File(tuple(declarations), span=file.span)
    return Linked(linked, linker.source, tuple(linker.diagnostics))


@dataclass
class _Linker:
    """The source as it grows. ``taken`` has what was borrowed already, as library and name."""

    source: Source
    find: Find
    diagnostics: list[Diagnostic] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)

    def borrow(self, use: tree.Use, user: str) -> Iterator[tree.Declaration]:
        """What a ``use`` names, and all that this needs, in the order of the library."""
        found = self.find(use.path)
        if found is None or found.name == user:
            self._say_no_library(use)
            return
        lent = _Lent(found, self.source.end, use.path)
        self.source = replace(
            self.source, borrowed=(*self.source.borrowed, lent.borrowed(self._used_at(use)))
        )
        self._check_version(use, lent)
        wanted = set[str]()
        for asked in use.names:
            if asked.text in lent.pieces:
                wanted |= lent.needed(asked.text)
            else:
                self._say_no_name(use, asked, lent)
        for name, declaration in lent.in_order(wanted):
            if (lent.source.name, name) not in self.taken:
                self.taken.add((lent.source.name, name))
                yield declaration
        for inner in lent.uses:
            if wanted & {name.text for name in inner.names} or lent.mentions(wanted, inner):
                yield from self.borrow(inner, lent.source.name)
        self.diagnostics += lent.problems

    def _used_at(self, use: tree.Use) -> int:
        lender = self.source.lender(use.span.start)
        return lender.used_at if lender else use.span.start

    def _say_no_library(self, use: tree.Use) -> None:
        self.diagnostics.append(
            Diagnostic(
                "E0214",
                use.path_span,
                f"There is no library `{use.path}`.",
                label="no such file",
                help=f"A library is a file, `{use.path.rpartition('/')[2]}.crit`, in that folder beside "
                "this one; `library/formulas`, `library/scales` and `library/definitions` come with "
                "critc.",
            )
        )

    def _say_no_name(self, use: tree.Use, name: tree.Name, lent: _Lent) -> None:
        help_, replacement = did_you_mean(
            name.text, lent.pieces, f"It has: {', '.join(sorted(lent.pieces))}."
        )
        self.diagnostics.append(
            Diagnostic(
                "E0216",
                name.span,
                f"The library `{use.path}` has no `{name.text}`.",
                label="not in this library",
                help=help_,
                replacement=replacement,
            )
        )

    def _check_version(self, use: tree.Use, lent: _Lent) -> None:
        if use.version and use.version != lent.version:
            there = f"version {lent.version}" if lent.version else "without a version"
            self.diagnostics.append(
                Diagnostic(
                    "E0217",
                    use.span,
                    f"This file was written for version {use.version} of `{use.path}`; the library "
                    f"that is there is {there}.",
                    label="another version",
                    help="Read what has changed in the library, and correct the number here; or put "
                    "the version that was meant into a folder `library` beside this file.",
                )
            )


class _Lent:
    """A library as it is borrowed from: its declarations by name, each parsed when it is needed."""

    def __init__(self, source: Source, start: int, path: str) -> None:
        self.source, self.start, self.path = source, start, path
        self.pieces: dict[str, Piece] = {}
        self.uses: list[tree.Use] = []
        self.version = ""
        self.problems: list[Diagnostic] = []
        self._parsed: dict[str, tree.Declaration] = {}
        for piece in cut(source.text):
            self._enter(_moved(piece, start))

    def borrowed(self, used_at: int) -> Borrowed:
        """It, as a source knows it."""
        return Borrowed(self.source, self.start, used_at, self.path, self.version)

    def needed(self, name: str) -> set[str]:
        """The name, and the names that its declaration needs, and theirs."""
        found, open_ = set[str](), [name]
        while open_:
            each = open_.pop()
            if each in found:
                continue
            found.add(each)
            declaration = self._declaration(each)
            open_ += [other for other in _names(declaration) if other in self.pieces]
        return found

    def in_order(self, names: set[str]) -> Iterator[tuple[str, tree.Declaration]]:
        """The declarations of those names, as the library has them."""
        for name in self.pieces:
            if name in names and (declaration := self._declaration(name)):
                yield name, declaration

    def mentions(self, names: set[str], use: tree.Use) -> bool:
        """Whether a declaration of those names needs what another ``use`` gives."""
        given = {name.text for name in use.names}
        return any(given & _names(self._declaration(name)) for name in names)

    def _enter(self, piece: Piece) -> None:
        if piece.word in LENT and (head := _HEAD.match(piece.lines[0].text)):
            self.pieces.setdefault(head.group(1), piece)
        elif piece.word in ("library", "use"):
            match self._parse(piece):
                case tree.Library(version=version):
                    self.version = version
                case tree.Use() as use:
                    self.uses.append(use)
                case _:
                    pass

    def _declaration(self, name: str) -> tree.Declaration | None:
        if name not in self._parsed:
            found = self._parse(self.pieces[name])
            if found is None:
                return None
            self._parsed[name] = found
        return self._parsed[name]

    def _parse(self, piece: Piece) -> tree.Declaration | None:
        declaration, problems = parse_piece(piece)
        self.problems += [problem for problem in problems if problem not in self.problems]
        return None if problems else declaration


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(piece.word, tuple(replace(line, start=line.start + by) for line in piece.lines))


def _names(node: object) -> set[str]:
    """The names that a declaration mentions, those of its own parameters aside."""
    own = {p.name.text for p in getattr(node, "parameters", ())}
    return set(_mentioned(node)) - own


def _mentioned(node: object) -> Iterator[str]:
    if isinstance(node, tuple):
        for each in node:
            yield from _mentioned(each)
    elif isinstance(node, tree.Name):
        yield node.text
    elif isinstance(node, tree.Parameter):
        yield from _mentioned(node.type.name)
    elif isinstance(node, tree.Call | tree.Type):
        yield from _mentioned(node.name)
        yield from _mentioned(getattr(node, "arguments", ()))
    elif is_dataclass(node):
        for each in fields(node):
            if each.name not in _UNLOOKED:
                yield from _mentioned(getattr(node, each.name))
