"""The names of a file and of what it borrows, and what can be said of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from critc.lsp.declared import Entry
from critc.syntax import tree

Kind = Literal["name", "field", "option", "local", "criterion", "unit", "library"]
"""What a word in a file can stand for."""

MEASURED = {
    "value": "Value",
    "date": "Date of the measurement",
    "visit": "Visit at which it was taken",
    "laboratory": "Laboratory, central or local",
}
"""The fields that every measurement has."""

LABORATORY = (
    tree.Option(tree.Name("central"), "Central laboratory"),
    tree.Option(tree.Name("local"), "Local laboratory"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a value can be. ``word`` is that of its type; "records" for a list, "" if not known.

    ``owner`` says whose the options are: a ``choices``, a fact, a measurement, or a field
    ("cancers.cancer"). For a list it is the list.
    """

    word: str = ""
    unit: str = ""
    options: tuple[tree.Option, ...] = ()
    owner: str = ""
    ordered: bool = False

    def option(self, name: str) -> tree.Option | None:
        """The option of that name."""
        return next((each for each in self.options if each.name.text == name), None)


NOT_KNOWN = Answer()
YES_NO = Answer("yes/no")
DATE = Answer("date")


@dataclass(frozen=True)
class Dictionary:
    """The entries by name; those of criteria ("inclusion 3") and of fields by their list apart."""

    entries: Mapping[str, Entry]
    criteria: Mapping[str, Entry]
    fields: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def of(self, *words: str) -> list[Entry]:
        """The entries that were declared with one of these words."""
        return [entry for entry in self.entries.values() if entry.word in words]

    def is_list(self, name: str) -> bool:
        """Whether it is a list of records or a measurement."""
        entry = self.entries.get(name)
        return entry is not None and entry.word in ("records", "measurement")

    def fields_of(self, records: str) -> list[str]:
        """The names of the fields of a list."""
        entry = self.entries.get(records)
        own = list(self.fields.get(records, ()))
        if entry and entry.word == "measurement":
            visits = bool(self.of("moment"))
            return [each for each in MEASURED if each != "visit" or visits] + own
        return own

    def answer(self, name: str) -> Answer:
        """What the value of a name of the file can be."""
        entry = self.entries.get(name)
        return self.answer_of(entry) if entry else NOT_KNOWN

    def field_answer(self, records: str, name: str) -> Answer:
        """What a field of a list can be."""
        entry = self.entries.get(records)
        if name in MEASURED and (entry is None or entry.word == "measurement"):
            return self._measured(entry, name)
        found = self.fields.get(records, {}).get(name)
        return self.answer_of(found) if found else NOT_KNOWN

    def answer_of(self, entry: Entry) -> Answer:
        """What an entry's value can be."""
        match entry.node:
            case tree.Moment():
                return DATE
            case tree.Judgement():
                return Answer("judgement")
            case tree.Fact(type=kind, options=options) | tree.Field(type=kind, options=options):
                owner = f"{entry.records}.{entry.name}" if entry.records else entry.name
                return self.typed(kind, options, owner)
            case tree.Records() | tree.Measurement():
                return Answer("records", owner=entry.name)
            case tree.Formula(type=kind) | tree.Table(type=kind):
                return self.typed(kind)
            case tree.Define():
                return YES_NO
            case tree.Choices(options=options, ordered=ordered):
                return Answer("one of", "", options, entry.name, ordered)
            case _:
                return NOT_KNOWN

    def worth(self, answer: Answer) -> Answer:
        """What is compared where this is named: of a measurement, its value."""
        if answer.word == "records":
            return self.field_answer(answer.owner, "value")
        return answer

    def typed(
        self, kind: tree.Type | None, options: tuple[tree.Option, ...] = (), owner: str = ""
    ) -> Answer:
        """What a value of a written type can be; ``options`` are those written below it."""
        if kind is None:
            return YES_NO
        if kind.word in ("one of", "any of"):
            own = options or tuple(tree.Option(name, span=name.span) for name in kind.options)
            return Answer(kind.word, "", own, owner)
        entry = self.entries.get(kind.name.text) if kind.name else None
        if entry and entry.word == "choices":
            return self.answer_of(entry)
        word = "unit" if kind.word == "named" else kind.word
        return Answer(word, kind.unit)

    def _measured(self, entry: Entry | None, name: str) -> Answer:
        node = entry.node if entry else None
        match name:
            case "value" if isinstance(node, tree.Measurement):
                return self.typed(node.type, node.options, node.name.text)
            case "date":
                return DATE
            case "laboratory":
                return Answer("one of", "", LABORATORY, "laboratory")
            case "visit":
                moments = (each.node for each in self.of("moment"))
                found = tuple(
                    tree.Option(node.name, node.question)
                    for node in moments
                    if isinstance(node, tree.Moment)
                )
                return Answer("one of", "", found, "visit")
            case _:
                return NOT_KNOWN


def dictionary(found: Iterable[Entry]) -> Dictionary:
    """The dictionary of some entries; of two with one name the first counts."""
    named, criteria = dict[str, Entry](), dict[str, Entry]()
    fields = dict[str, dict[str, Entry]]()
    for entry in found:
        if entry.word == "criterion":
            criteria.setdefault(entry.name, entry)
        elif entry.records:
            fields.setdefault(entry.records, {}).setdefault(entry.name, entry)
        else:
            named.setdefault(entry.name, entry)
    return Dictionary(named, criteria, fields)
