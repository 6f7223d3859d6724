"""What the lints take for settled is so: for no random patient does it come out otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import event, given, settings
from hypothesis import strategies as st
from strategies import sources

from critc.ir.evaluate import evaluate
from critc.ir.record import read
from critc.lint import lint
from critc.lint.reasoning import Reasoning
from critc.pipeline import Compilation, compile_source
from critc.source import Source

DECLARED = """\
protocol TRIED "Tried"

moment first_dose "First dose"

choices stage in order
  - stage_1 "Stage I"
  - stage_2 "Stage II"
  - stage_3 "Stage III"

fact frail "Frail"
fact treated "Treated"
fact grade : whole number from 0 to 3 "Grade"
fact lesion : cm from 0 to 2 "Lesion"
fact stage_now : stage "Stage"
fact drugs : any of taxane, platinum "Drugs"
fact surgery : date or none "Surgery"
fact scan : date "Scan"

records events "Events"
  - event_grade : whole number from 0 to 3 "Grade of the event"
"""
ANSWERS: dict[str, Sequence[str]] = {
    "first_dose": ["2026-03-31"],
    "frail": ["yes", "no"],
    "treated": ["yes", "no"],
    "grade": ["0", "1", "2", "3"],
    "lesion": ["0 cm", "5 mm", "1 cm", "15 mm", "2 cm"],
    "stage_now": ["stage_1", "stage_2", "stage_3"],
    "drugs": ["taxane", "platinum", "taxane, platinum"],
    "surgery": ["none", "2026-03-31", "2026-03-03", "2026-03-02", "2026-02-28", "2026-02-27"],
    "scan": ["2026-04-01", "2026-03-31", "2026-03-04", "2026-03-03", "2026-02-28"],
    "events": ["none", "\n      event_grade\n      1", "\n      event_grade\n      3\n      0"],
}
T = TypeVar("T")


@dataclass(frozen=True)
class Written:
    """Draws the lines of a condition."""

    draw: st.DrawFn

    def one_of(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(options))

    def atom(self) -> str:
        sign = self.one_of(["<", "≤", "=", "≥", ">"])
        window = self.one_of(["within", "less than", "at least", "more than"])
        length = self.one_of(["4 weeks", "28 days", "1 month", "0 days"])
        date = self.one_of(["surgery", "scan"])
        side = self.one_of(["before", "after", "before or after"])
        return self.one_of(
            [
                self.one_of(["frail", "not frail", "treated", "not treated"]),
                f"grade {sign} {self.one_of('0123')}",
                f"grade is from {self.one_of('012')} to {self.one_of(['2', '3', '< 3'])}",
                f"lesion {sign} {self.one_of(['0 cm', '1 cm', '15 mm', '2 cm'])}",
                f"stage_now {sign} {self.one_of(['stage_1', 'stage_2', 'stage_3'])}",
                f"stage_now is {self.one_of(['not ', ''])}{self.one_of(['stage_1', 'stage_3'])}",
                f"drugs includes {self.one_of(['', 'only ', 'any of '])}taxane",
                "drugs includes all of taxane, platinum",
                f"{date} {window} {length} {side} first_dose",
                f"{date} {window} {length} {side} first_dose",
                f"{date} {self.one_of(['before', 'on or after', 'at'])} first_dose",
                "surgery is none",
                f"{self.one_of(['some', 'no', 'at least 2'])} events",
                f"{self.one_of(['some', 'no'])} events where event_grade {sign} 1",
            ]
        )

    def lines(self, depth: int) -> list[str]:
        """A condition, one of several lines where there is room for it."""
        if depth == 0 or self.one_of([False, False, True]):
            return [self.atom()]
        if self.one_of([False, False, True]):
            cases = [f"  - {self.atom()} if {self.one_of(['frail', 'treated'])}"]
            return ["whichever applies", *cases, f"  - {self.atom()} otherwise"]
        word = self.one_of(["all of", "any of", "none of", "at least 2 of", "at most 1 of"])
        size = self.one_of([3] if word.startswith("at") else [2, 3])
        members = [self.member(depth) for _ in range(size)]
        return [word, *(line for member in members for line in member)]

    def member(self, depth: int) -> list[str]:
        found = self.lines(depth - 1)
        if self.one_of([False, False, False, True]):
            found = [f"only if {self.one_of(['frail', 'not treated', 'grade > 1'])}", *found]
        return [f"  {'- ' if i == 0 else '  '}{line}" for i, line in enumerate(found)]


@st.composite
def criteria(draw: st.DrawFn) -> str:
    """Criteria with a random condition each, for all or for some, perhaps with an exception."""
    written = Written(draw)
    return "\n\n".join(_criterion(written, number) for number in range(1, 9))


def _criterion(written: Written, number: int) -> str:
    body = written.lines(written.one_of([0, 1, 2]))
    if len(body) == 1 and not body[0].startswith(("some", "no ")):
        body += written.one_of([[], [f"unless {written.atom()}"]])
    head = written.one_of([[], [], [f"only if {written.atom()}"]])
    return "\n".join([f"exclusion {number}", *(f"  {line}" for line in [*head, *body])])


@st.composite
def patients(draw: st.DrawFn) -> str:
    """A patient of whom all is known."""
    known = {name: draw(st.sampled_from(answers)) for name, answers in ANSWERS.items()}
    return "\n".join(
        f"  - {name} ={' ' * (value[0] != chr(10))}{value}" for name, value in known.items()
    )


def compiled(text: str, known: Sequence[str]) -> Compilation:
    patient = [f"patient p{i}\n{each}" for i, each in enumerate(known)]
    cases = [f'case "{i}" of p{i}\n  expect eligible' for i in range(len(known))]
    return compile_source(Source("tried.crit", "\n\n".join([DECLARED, text, *patient, *cases])))


@settings(max_examples=60)
@given(criteria(), st.lists(patients(), min_size=15, max_size=15))
def test_what_is_settled_comes_out_so(text: str, known: list[str]) -> None:
    compilation = compiled(text, known)
    protocol, program = compilation.protocol, compilation.program
    if protocol is None or program is None:
        event("refused")
        return
    reasoning = Reasoning(protocol)
    records = [read(program, case.patient) for case in compilation.cases]
    for resolved, core in zip(protocol.criteria, program.criteria, strict=True):
        pairs = [(resolved.condition, core.condition)]
        if resolved.applies and core.applies:
            pairs.append((resolved.applies, core.applies))
        for condition, meant in pairs:
            certain, possible = reasoning.certain(condition), reasoning.possible(condition)
            event(f"certain: {certain}, possible: {possible}")
            outcomes = {evaluate(meant, program, record).outcome for record in records}
            assert not (certain and False in outcomes), core
            assert not (not possible and True in outcomes), core
    lint(compilation)


@settings(max_examples=30)
@given(sources())
def test_any_program_can_be_linted(text: str) -> None:
    compilation = compile_source(Source("tried.crit", text))
    for found in lint(compilation):
        assert found.message
        assert 0 <= found.span.start < found.span.end <= len(text)


def settled(body: str) -> tuple[bool, bool]:
    """Whether a condition is certain, and whether it is possible."""
    protocol = compiled(f"exclusion 1\n  {body}", []).protocol
    assert protocol is not None
    reasoning = Reasoning(protocol)
    [criterion] = protocol.criteria
    return reasoning.certain(criterion.condition), reasoning.possible(criterion.condition)


CERTAIN, IMPOSSIBLE, OPEN = (True, True), (False, False), (False, True)


def test_what_it_sees() -> None:
    def both(*lines: str) -> str:
        return "all of\n" + "\n".join(f"    - {line}" for line in lines)

    assert settled("grade ≥ 0") == CERTAIN
    assert settled("grade > 2") == OPEN
    assert settled("grade > 3") == IMPOSSIBLE
    assert settled("lesion ≤ 20 mm") == CERTAIN
    assert settled("lesion < 20 mm") == OPEN
    assert settled(both("lesion > 1 cm", "lesion < 11 mm")) == OPEN
    assert settled(both("grade > 1", "grade < 2")) == IMPOSSIBLE
    assert settled(both("lesion > 1 cm", "lesion ≤ 10 mm")) == IMPOSSIBLE
    assert settled(both("stage_now ≥ stage_2", "stage_now is stage_1")) == IMPOSSIBLE
    assert settled(both("surgery is none", "surgery before first_dose")) == IMPOSSIBLE
    assert settled("surgery at least 0 days before or after first_dose") == OPEN
    assert settled("scan at least 0 days before or after first_dose") == CERTAIN
    at_27, at_28 = "within 27 days before first_dose", "at least 4 weeks before first_dose"
    assert settled(both(f"surgery {at_27}", f"surgery {at_28}")) == IMPOSSIBLE
    assert settled(both(f"surgery {at_27}", f"scan {at_28}")) == OPEN
    month = "within 1 month before first_dose"
    assert settled(both(f"scan {month}", "scan more than 40 days before first_dose")) == IMPOSSIBLE
    assert settled(both(f"scan {month}", "scan more than 30 days before first_dose")) == OPEN
    assert settled(both(f"scan {month}", "scan at least 2 months before first_dose")) == IMPOSSIBLE
    assert settled(both("some events", "no events")) == IMPOSSIBLE
    assert settled("some events where event_grade > 3") == IMPOSSIBLE
    assert settled("no events where event_grade > 3") == CERTAIN
    assert settled(both("drugs includes only taxane", "drugs includes platinum")) == IMPOSSIBLE
