"""Patients and cases: facts that exist, values that fit, outcomes that can be."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from critc.check.context import Context
from critc.check.fit import units_of
from critc.check.names import identifier
from critc.check.protocol import BasePatient, Declared, Listed, Part
from critc.check.suggest import did_you_mean
from critc.check.types import UNKNOWN, Number, Set
from critc.check.values import Values, is_unknown
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree

LIMITS = ("ULN", "LLN")


def _columns(found: Listed) -> tuple[str, ...]:
    """The columns that a table of records may have; limits of normal where they are declared."""
    value = found.fields.get("value")
    limits = found.measurement and value and isinstance(value.type, Number) and value.type.limits
    return (*found.fields, *(LIMITS if limits else ()))


_Cell = TypeVar("_Cell")


def check_patients(context: Context) -> None:
    """Check every patient and case of the file."""
    checker = _Checker(context)
    for declaration in context.file.declarations:
        if isinstance(declaration, tree.Patient):
            checker.settings(declaration.settings)
        elif isinstance(declaration, tree.Case):
            checker.case(declaration)


class _Checker:
    """Checks settings and expectations."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.values = Values(context)
        self.lacking = any(d.code == "E0201" and not d.replacement for d in context.diagnostics)
        parts = [s for s in context.symbols.values() if isinstance(s, Part)]
        self.parts = Set(tuple(tree.Option(tree.Name(part.name)) for part in parts))

    def case(self, case: tree.Case) -> None:
        """A case: whose it is, what it changes, what it expects."""
        base = self.context.symbols.get(case.of.text)
        unknown = not isinstance(base, BasePatient) and case.of.text not in self.context.attempted
        if unknown and self.context.first_time(case.of.text):
            known = [n for n, s in self.context.symbols.items() if isinstance(s, BasePatient)]
            help_, replacement = did_you_mean(
                case.of.text, known, f"Declare it: `patient {case.of.text}` with what is known."
            )
            self.context.say(
                "E0213",
                case.of.span,
                f"There is no patient called `{case.of.text}`.",
                label="not declared",
                related=self.context.offered(replacement),
                help=help_,
                replacement=replacement,
            )
        self.settings(case.settings)
        for expect in case.expects:
            self.expect(expect)

    # ---- expectations -----------------------------------------------------------------------

    def expect(self, expect: tree.Expect) -> None:
        """An expectation that can come true."""
        if expect.defined is not None:
            self._expect_definition(expect.defined)
        if expect.kind is None:
            return
        key = identifier(expect.kind, expect.number)
        criterion = self.context.criteria.get(key)
        if criterion is None:
            if self.context.is_news(key) and expect.kind not in self.context.misnumbered:
                self.context.say(
                    "E0210",
                    expect.span,
                    f"There is no {expect.kind} {expect.number} in this file.",
                    label="not in this file",
                    help="Write the number of a criterion of this file, or take the line out.",
                )
            return
        limited = any(isinstance(o, tree.OnlyIf | tree.OnlyIn) for o in criterion.body.openings)
        if expect.outcome == "does not apply" and not limited:
            self.context.say(
                "E0417",
                expect.span,
                f"{expect.kind.capitalize()} {expect.number} applies to everybody.",
                label="never so",
                related=[Related(criterion.head, "no `only if` at its top")],
                help="Expect `satisfied`; or say in the criterion for whom it is.",
            )

    def _expect_definition(self, name: tree.Name) -> None:
        found = self.context.callable(name.text)
        if found and found.kind == "define" and not found.parameters:
            return
        if found is None and (name.text in self.context.attempted or not self._first(name)):
            return
        known = [n for n in self.context.symbols if self.context.callable(n)]
        help_, replacement = did_you_mean(
            name.text,
            known,
            "Whether it holds can be expected of a `define` that asks for no values; of a criterion write"
            " `expect exclusion 9 violated`, of the patient `expect eligible`.",
        )
        self.context.say(
            "E0213",
            name.span,
            f"`{name.text}` is no definition whose outcome could be expected.",
            label="not a definition",
            related=self.context.declared_at(name.text) + self.context.offered(replacement),
            help=help_,
            replacement=replacement,
        )

    def _first(self, name: tree.Name) -> bool:
        return self.context.first_time("expected", name.text)

    # ---- settings ---------------------------------------------------------------------------

    def settings(self, settings: tuple[tree.Setting, ...]) -> None:
        """What is known of a patient, each fact once."""
        first: dict[str, Span] = {}
        for setting in settings:
            name = setting.name.text
            if name in first:
                self.context.say(
                    "E0418",
                    setting.name.span,
                    f"`{name}` is given twice.",
                    label="again",
                    related=[Related(first[name], "given here before")],
                    help="Leave one of them out.",
                )
            first[name] = setting.name.span
            self.setting(setting)

    def setting(self, setting: tree.Setting) -> None:
        """One fact or list, and its value."""
        name, given = setting.name, setting.value
        match self.context.symbols.get(name.text):
            case Declared() as fact:
                self.values.value(given, fact)
            case Listed() as found:
                self.records(given, found)
            case _ if name.text == "parts":
                self.values.value(given, Declared("parts", self.parts, span=name.span))
            case None:
                self.say_unknown(name)
            case other:
                self.context.say(
                    "E0207",
                    name.span,
                    f"`{name.text}` is nothing that is known of a patient.",
                    label="not known of a patient",
                    help="Give values to facts, moments, records and measurements.",
                    related=[Related(other.span, "declared here")],
                )

    def say_unknown(self, name: tree.Name) -> None:
        """Report a name that nothing asks for."""
        if "use" in self.context.attempted:  # it may have brought what is asked for
            return
        if not self.context.is_news(name.text):
            return
        holders = self.context.holders.get(name.text)
        if holders:
            self.context.say(
                "E0203",
                name.span,
                f"`{name.text}` is asked of each of the {holders[0].words}, not of the patient.",
                label="of which one?",
                related=[
                    Related(holders[0].fields[name.text].span, f"a field of {holders[0].name}")
                ],
                help=f"Write a table: `- {holders[0].name} =`, with a column `{name.text}`.",
            )
            return
        known = [n for n, s in self.context.symbols.items() if isinstance(s, Declared | Listed)]
        help_, replacement = did_you_mean(name.text, known)
        if self.lacking and replacement is None:  # what is lacking may be what asks for it
            return
        self.context.say(
            "E0201",
            name.span,
            f"Nothing in this file asks for `{name.text}`.",
            label="not declared",
            related=self.context.offered(replacement),
            help=help_,
            replacement=replacement,
        )

    # ---- records ----------------------------------------------------------------------------

    def records(self, given: tree.Given, found: Listed) -> None:
        """A list: none, not known, incomplete, or a table."""
        match given:
            case tree.Word(word="none" | "not known" | "incomplete"):
                return
            case tree.Rows():
                self.rows(given, found)
            case _ if is_unknown(given):
                self.context.say(
                    "E0318",
                    given.span,
                    "What is not known of a patient is said with `not known`.",
                    label="`not known`?",
                    help="Write `not known`.",
                    replacement="not known",
                )
            case _:
                self.context.say(
                    "E0318",
                    given.span,
                    f"The {found.words} are a list: one value says too little.",
                    label="one value",
                    related=[Related(found.span, "declared here")],
                    help="Write `none`, `not known`, or a table below with a column for each field.",
                )

    def rows(self, rows: tree.Rows, found: Listed) -> None:
        """A table of records, column by column."""
        types = [self.column(name, found) for name in self.told_briefly(rows.header)]
        self.context.refuse_twice(rows.header, "There are two columns `{}`.", "the first")
        for row in rows.rows:
            if self.names_columns(row, rows.header):
                continue
            cells = zip(row, types, rows.header, strict=False)
            for given, field, name in self.told_briefly(cells):
                if name.text in LIMITS:
                    self.limit(given, row, rows.header, found)
                elif field is not None:
                    self.values.value(given, field)

    def names_columns(self, row: tuple[tree.Given, ...], header: tuple[tree.Name, ...]) -> bool:
        """Whether a row says what the header says; a report if so."""
        if [self.context.source.words(each.span) for each in row] != [each.text for each in header]:
            return False
        self.context.say(
            "E0418",
            row[0].span.to(row[-1].span),
            "This row names the columns again.",
            label="again",
            related=[Related(header[0].span.to(header[-1].span), "named here before")],
            help="Leave one of them out. Another table begins with the name of what it is of: `- alt =`.",
        )
        return True

    def told_briefly(self, cells: Iterable[_Cell]) -> Iterator[_Cell]:
        """The cells of a row, until two do not fit: of a row out of place that says enough."""
        told = len(self.context.diagnostics)
        for cell in cells:
            if len(self.context.diagnostics) - told == 2:
                return
            yield cell

    def column(self, name: tree.Name, found: Listed) -> Declared | None:
        """The field of a column (of a limit of normal the value); None after a report."""
        field = found.fields.get(name.text)
        value = found.fields.get("value")
        if field is None and name.text in LIMITS and found.measurement and value:
            if value.type == UNKNOWN or (isinstance(value.type, Number) and value.type.limits):
                return value
            self.context.say(
                "E0308",
                name.span,
                f"The {found.words} has no limit of normal.",
                label="no such limit",
                related=[Related(found.span, "declared without a reference range")],
                help="Declare it `with reference range`.",
                about=("limits", found.name),
            )
        elif field is None and self.context.is_news(name.text):
            known = _columns(found)
            help_, replacement = did_you_mean(
                name.text, known, f"Its columns are: {', '.join(known)}."
            )
            self.context.say(
                "E0208",
                name.span,
                f"The table of {found.words} has no `{name.text}`.",
                label="no such column",
                because=self._asked_of_the_patient(name, found),
                related=[Related(found.span, "declared here")],
                help=help_,
                replacement=replacement,
            )
        return field

    def _asked_of_the_patient(self, name: tree.Name, found: Listed) -> list[Hashable]:
        """What a column may be missing for: its question was not asked of `some` of the list."""
        asked = self.context.symbols.get(name.text)
        if not isinstance(asked, Declared) or not asked.criterion:
            return []
        criterion = self.context.criteria[asked.criterion]
        return [("how many", f"{criterion.kind} {criterion.number}", found.name)]

    def limit(
        self,
        given: tree.Given,
        row: tuple[tree.Given, ...],
        header: tuple[tree.Name, ...],
        found: Listed,
    ) -> None:
        """A limit of normal is in the unit of its value, if that is one for such values."""
        if isinstance(given, tree.Word) and given.word == "not known":
            return
        values = [g for g, name in zip(row, header, strict=True) if name.text == "value"]
        of = values[0] if values else None
        unit = of.value.unit if isinstance(of, tree.Bounded) else getattr(of, "unit", "")
        known = isinstance(of, tree.Number | tree.Bounded)
        if known and isinstance(given, tree.Number) and given.unit in ("", unit):
            return
        if known and not self._is_unit_of(found, unit):
            return
        self.context.say(
            "E0302",
            given.span,
            "A limit of normal is a number in the unit of the value beside it.",
            label="not in the unit of the value",
            related=[Related(of.span, "the value")] if of else [],
            help=f"Write it in {unit}." if unit else "",
        )

    def _is_unit_of(self, found: Listed, text: str) -> bool:
        kind, unit = found.fields["value"].type, self.context.unit(text)
        return isinstance(kind, Number) and any(unit == each for each in units_of(kind))
