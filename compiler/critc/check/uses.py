"""``use … from``: the declarations that a file borrows from libraries, with all that they need.

A library is a file of the same language. What is borrowed keeps its place in the library's text: the
linked source counts that text behind the file's own (``Source.borrowed``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace

from critc.check.suggest import did_you_mean, nearest
from critc.check.walk import inline_declarations
from critc.diagnostic import Diagnostic, Related
from critc.source import Borrowed, Source, Span
from critc.syntax import tree
from critc.syntax.layout import Piece, cut
from critc.syntax.parse import parse_piece

SHIPPED = ("library/formulas", "library/scales", "library/definitions")

Find = Callable[[str], Source | None]
"""From what stands after ``from`` to the library's text; None where there is none."""

LENT = frozenset(
    "moment part choices fact judgement records measurement define formula table".split()
)
"""The words of the declarations that can be borrowed."""

_HEAD = re.compile(r"\w+\s+([A-Za-z]\w*)")
_ASKED = re.compile(r"\b(?:fact|judgement)\s+([A-Za-z]\w*)")
_UNLOOKED = frozenset({"span", "options", "name"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A file with what it borrows, in its place; the source that both stand in; what went wrong."""

    file: tree.File
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def link(file: tree.File, source: Source, find: Find) -> Linked:
    """The file with the declarations of its ``use`` lines. Without any, it is as it was.

    What the file itself, or a library before, declares in the very same words is not borrowed again.
    """
    linker = _Linker(source, find)
    declarations = list[tree.Declaration]()
    for declaration in file.declarations:
        declarations.append(declaration)
        if isinstance(declaration, tree.Use):
            for borrowed in linker.borrow(declaration, source.name):
                if borrowed not in file.declarations and borrowed not in declarations:
                    declarations.append(borrowed)
    if not linker.source.borrowed and not linker.diagnostics:
        return Linked(file, source, ())
    linked = tree.File(tuple(declarations), span=file.span)
    return Linked(linked, linker.source, _once(linker.diagnostics, linker.source))


def _once(found: list[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """What is wrong in a library that is borrowed from twice is told once."""
    places = dict[object, Diagnostic]()
    for each in found:
        holder, place = source.holding(each.span)
        places.setdefault((each.code, holder.name, place), each)
    return tuple(places.values())


def unused(file: tree.File) -> Iterator[Diagnostic]:
    """Names that a file borrows and does not mention. The file was understood to its end."""
    uses = [each for each in file.declarations if isinstance(each, tree.Use)]
    mentioned = {name for each in file.declarations if each not in uses for name in _names(each)}
    for name in (name for use in uses for name in use.names if name.text not in mentioned):
        yield Diagnostic(
            "W0505",
            name.span,
            f"`{name.text}` is borrowed and not used.",
            label="not used",
            help="Leave it out. What another declaration needs comes with it.",
        )


@dataclass
class _Linker:
    """The source as it grows. ``taken`` has what was borrowed already, as library and name."""

    source: Source
    find: Find
    diagnostics: list[Diagnostic] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)

    def borrow(self, use: tree.Use, user: str) -> Iterator[tree.Declaration]:
        """What a ``use`` names, and all that this needs, in the order of the library."""
        found = self._library(use, user)
        if found is None:
            return
        lent = _Lent(found, self.source.end, use.path)
        self._check_version(use, lent)
        wanted = set[str]()
        for asked in use.names:
            if owner := lent.owner(asked.text):
                wanted |= lent.needed(owner)
            else:
                self._say_no_name(use, asked, lent)
        wanted -= {name for library, name in self.taken if library == found.name}
        self.taken |= {(found.name, name) for name in wanted}
        borrowed = list(lent.in_order(wanted))
        self.source = replace(
            self.source, borrowed=(*self.source.borrowed, lent.borrowed(self._used_at(use)))
        )
        self.diagnostics += lent.problems
        yield from borrowed
        needed = {name for declaration in borrowed for name in _names(declaration)}
        for inner in lent.uses:
            if names := tuple(name for name in inner.names if name.text in needed):
                yield from self.borrow(replace(inner, names=names), found.name)

    def _library(self, use: tree.Use, user: str) -> Source | None:
        """The library's text; None after saying why there is none."""
        unread = f"The library `{use.path}` cannot be read."
        try:
            found = self.find(use.path)
        except OSError as error:
            self._say_no_library(use, unread, error.strerror or "not readable")
        except UnicodeDecodeError:
            self._say_no_library(use, unread, "not text in UTF-8: save it as UTF-8")
        else:
            if found is None:
                self._say_no_library(use, f"There is no library `{use.path}`.", "no such file")
            elif found.name == user:
                self._say_no_library(use, f"`{use.path}` is this file itself.", "this very file")
            else:
                return found
        return None

    def _used_at(self, use: tree.Use) -> int:
        lender = self.source.lender(use.span.start)
        return lender.used_at if lender else use.span.start

    def _say_no_library(self, use: tree.Use, message: str, label: str) -> None:
        near = nearest(use.path, SHIPPED) if label == "no such file" else None
        self.diagnostics.append(
            Diagnostic(
                "E0214",
                use.path_span,
                message,
                label=f"did you mean `{near}`?" if near else label,
                replacement=near,
                help=f"A library is a file, `{use.path.rpartition('/')[2]}.crit`, in that folder beside "
                "this one; `library/formulas`, `library/scales` and `library/definitions` come with "
                "critc.",
            )
        )

    def _say_no_name(self, use: tree.Use, name: tree.Name, lent: _Lent) -> None:
        help_, replacement = did_you_mean(
            name.text, lent.pieces, f"It has: {', '.join(sorted(lent.pieces))}."
        )
        lent.offer(replacement)
        self.diagnostics.append(
            Diagnostic(
                "E0216",
                name.span,
                f"The library `{use.path}` has no `{name.text}`.",
                label="not in this library",
                related=lent.declared_at(replacement),
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
                    related=(Related(lent.head, there),) if lent.head else (),
                    help="Read what has changed in the library, and correct the number here; or put "
                    "the version that was meant into a folder `library` beside this file.",
                )
            )


class _Lent:
    """A library as it is borrowed from: its declarations by name, each parsed when it is needed.

    ``pieces`` has more than one for a name that it declares twice: then both are borrowed, and told.
    """

    def __init__(self, source: Source, start: int, path: str) -> None:
        self.source, self.start, self.path = source, start, path
        self.pieces: dict[str, list[Piece]] = {}
        self.uses: list[tree.Use] = []
        self.version = ""
        self.head: Span | None = None
        self.problems: list[Diagnostic] = []
        self._asked: dict[str, set[str]] = {}
        self._broken = set[str]()
        self._parsed: dict[str, tuple[tree.Declaration, ...]] = {}
        for piece in cut(source.text):
            self._enter(_moved(piece, start))

    def borrowed(self, used_at: int) -> Borrowed:
        """It, as a source knows it."""
        broken = frozenset(self._broken.union(*(self._asked[name] for name in self._broken)))
        return Borrowed(self.source, self.start, used_at, self.path, self.version, broken)

    def offer(self, name: str | None) -> None:
        """Take a name to be meant that was misspelt, so that its uses are not told as mistakes."""
        if name:
            self._broken.add(name)

    def declared_at(self, name: str | None) -> tuple[Related, ...]:
        """Where the library declares a name that is offered instead of another."""
        first = [each.lines[0] for each in self.pieces.get(name or "", [])][:1]
        heads = [(line.start, head) for line in first if (head := _HEAD.match(line.text))]
        return tuple(
            Related(Span(*head.span(1)).moved(start), "the library has this")
            for start, head in heads
        )

    def owner(self, name: str) -> str:
        """The name of the declaration that gives a name: itself, or one that asks it inside."""
        if name in self.pieces:
            return name
        asking = (each for each, asked in self._asked.items() if name in asked)
        return next((each for each in asking if self._asks(each, name)), "")

    def needed(self, name: str) -> set[str]:
        """The name, and the names that its declaration needs, and theirs."""
        found, open_ = set[str](), [name]
        while open_:
            each = open_.pop()
            if each in found:
                continue
            found.add(each)
            mentioned = (other for one in self._declarations(each) for other in _names(one))
            open_ += [owner for other in mentioned if (owner := self.owner(other))]
        return found

    def in_order(self, names: set[str]) -> Iterator[tree.Declaration]:
        """The declarations of those names, as the library has them."""
        for name in self.pieces:
            if name in names:
                yield from self._declarations(name)

    def _asks(self, name: str, asked: str) -> bool:
        """Whether a declaration asks for that of the patient; a broken one may."""
        inside = (each for one in self._declarations(name) for each in inline_declarations(one))
        of_patient = (each.declaration.name.text for each in inside if not each.records)
        return name in self._broken or asked in of_patient

    def _enter(self, piece: Piece) -> None:
        if piece.word in LENT and (head := _HEAD.match(piece.lines[0].text)):
            name, lines = head.group(1), piece.lines[1:]
            self.pieces.setdefault(name, []).append(piece)
            asked = self._asked.setdefault(name, set())
            asked.update(each for line in lines for each in _ASKED.findall(line.text))
        elif piece.word in ("library", "use"):
            match self._parse(piece):
                case tree.Library(name=named, version=version):
                    self.version, self.head = version, named.span
                case tree.Use() as use:
                    self.uses.append(use)
                case _:
                    pass

    def _declarations(self, name: str) -> tuple[tree.Declaration, ...]:
        if name not in self._parsed:
            found = [self._parse(piece) for piece in self.pieces[name]]
            self._parsed[name] = tuple(one for one in found if one is not None)
            if None in found:
                self._broken.add(name)
        return self._parsed[name]

    def _parse(self, piece: Piece) -> tree.Declaration | None:
        declaration, problems = parse_piece(piece)
        self.problems += problems
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
