"""Which clauses there are, of whom each is asked, and what the cases see of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import patients, programs

from critc.casecoverage import CaseCoverage, ClauseCoverage, case_coverage
from critc.casecoverage.seen import rules, seen
from critc.ir.cases import TestCase
from critc.ir.evaluate import evaluate
from critc.ir.nodes import (
    All,
    AnyOf,
    Asked,
    Compare,
    Const,
    Criterion,
    Fact,
    Not,
    Program,
    Truth,
    Value,
    When,
)
from critc.ir.record import read
from critc.pipeline import compile_source
from critc.source import Source

DECLARATIONS = """\
protocol SMALL "A small protocol"

moment first_dose "First dose of study treatment"

choices sexes
  - female
  - male

choices drugs
  - azathioprine
  - rituximab

fact sex : sexes "Sex"
fact pregnant "Is she pregnant?"
fact stable "Is the disease stable?"
fact treated "Was it treated?"
fact ecog : whole number from 0 to 5 "ECOG performance status"
fact lines : whole number from 0 to 20 "Lines of therapy"

measurement hb : g/dL "Haemoglobin"

records therapies "Prior therapies"
  - drug : drugs "Drug"
  - dose : mg "Dose"
  - refractory "Was the disease refractory to it?"

records traumas "Injuries"
  - severe "Was it severe?"

patient typical
  - first_dose = 2026-03-02
  - sex = male
  - lines = 1
  - therapies = none
  - traumas = none
  - hb = none

"""


def covered(text: str, declarations: str = DECLARATIONS) -> CaseCoverage:
    """The coverage of criteria and cases, after declarations that they can use."""
    source = Source("criteria/small.crit", declarations + text)
    compilation = compile_source(source)
    assert compilation.program is not None, compilation.diagnostics
    return case_coverage(compilation.program, compilation.source, compilation.cases)


def states(of: CaseCoverage, rule: int = 0) -> list[tuple[int, str]]:
    """Depth and state of the clauses of a rule."""
    return [(clause.depth, clause.state) for clause in of.rules[rule].clauses]


def marks(clause: ClauseCoverage) -> str:
    """What was seen of a clause: some of "T", "F" and "U"."""
    seen_of_it = {"T": clause.true, "F": clause.false, "U": clause.unknown}
    return "".join(mark for mark, was in seen_of_it.items() if was)


def seen_of(of: CaseCoverage, rule: int = 0) -> list[str]:
    return [marks(clause) for clause in of.rules[rule].clauses]


def case(*settings: str) -> str:
    rows = "".join(f"  - {each}\n" for each in settings)
    title = "; ".join(settings).replace("\n", " ")
    return f'case "{title}" of typical\n{rows}  expect undetermined\n\n'


LEAVES = """\
inclusion 1
  > Stable, or treated.
  any of
    - stable
    - none of
        - treated
        - ecog ≥ 2

"""


def test_leaves_and_joints_are_clauses_and_a_denial_is_its_part() -> None:
    found = covered(LEAVES + case("stable = yes", "treated = no", "ecog = 2"))
    assert states(found) == [
        (0, "only true"),
        (1, "only true"),
        (1, "only true"),
        (2, "only false"),
        (2, "only true"),
    ]
    assert [clause.words for clause in found.rules[0].clauses[:3]] == [
        "at least one of these holds",
        "the disease is stable",
        "at least one of these holds",
    ]
    assert [clause.is_joint for clause in found.rules[0].clauses] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert found.totals.percent == 0


def test_what_is_not_known_is_seen_unknown() -> None:
    found = covered(LEAVES + case("stable = no") + case("stable = yes", "ecog = 1"))
    assert seen_of(found) == ["TU", "TF", "U", "U", "FU"]
    assert found.totals.both == 1
    assert found.totals.percent == 20
    assert [clause.state for clause in found.rules[0].open] == [
        "only true",
        "only unknown",
        "only unknown",
        "only false",
    ]


def test_the_lines_are_those_of_the_source() -> None:
    found = covered(LEAVES)
    first = found.source.text.splitlines().index("inclusion 1") + 1
    [rule] = found.rules
    assert (rule.line, rule.end_line) == (first, first + 6)
    assert [clause.line for clause in rule.clauses] == [first + n for n in (2, 3, 4, 5, 6)]


def test_without_cases_nothing_is_asked() -> None:
    assert {state for _, state in states(covered(LEAVES))} == {"not asked"}


def test_what_applies_only_to_some_is_seen_for_those_alone() -> None:
    text = """\
exclusion 2
  > Pregnancy.
  only if sex is female
  pregnant

inclusion 3
  > Not pregnant, if a woman.
  all of
    - only if sex is female
      pregnant
    - stable

"""
    found = covered(text + case("pregnant = yes") + case("sex = female", "pregnant = no"))
    assert seen_of(found) == ["TF", "F"]
    assert seen_of(found, 1)[1:4] == ["TF", "TF", "F"]


ALTERNATIVES = """\
inclusion 1
  > ECOG 0 or 1, after treatment 2.
  whichever applies
    - ecog ≤ 1 if treated
    - ecog ≤ 2 if stable
    - ecog ≤ 3 otherwise

"""


def test_an_alternative_is_seen_where_none_above_it_holds() -> None:
    found = covered(ALTERNATIVES + case("treated = yes", "stable = yes", "ecog = 1"))
    assert seen_of(found) == ["T", "T", "", "T", "", ""]
    found = covered(ALTERNATIVES + case("treated = no", "stable = no", "ecog = 4"))
    assert seen_of(found) == ["F", "F", "F", "", "", "F"]


def test_where_it_is_not_known_which_applies_all_that_may_are_seen() -> None:
    found = covered(ALTERNATIVES + case("stable = yes", "ecog = 2"))
    assert seen_of(found) == ["U", "U", "T", "F", "T", ""]


RECORDS = """\
inclusion 1
  > A refractory therapy with azathioprine.
  some therapies where all of
    - drug is azathioprine
    - refractory

"""


def test_a_clause_of_records_is_seen_for_each_of_them() -> None:
    rows = "therapies =\n      drug | refractory\n      azathioprine | no\n      rituximab | yes"
    assert seen_of(covered(RECORDS + case(rows))) == ["F", "F", "TF", "TF"]
    assert seen_of(covered(RECORDS + case())) == ["F", "", "", ""]
    assert [c.of for c in covered(RECORDS).rules[0].clauses] == ["", *["Prior therapies"] * 3]


def test_what_is_said_of_a_picked_result_is_seen_for_those_it_is_picked_from() -> None:
    text = """\
inclusion 1
  > Haemoglobin at least 9 g/dL within 7 days before the first dose.
  assessed within 7 days before first_dose
  hb ≥ 9 g/dL

"""
    early = "hb =\n      value | date\n      8 g/dL | 2026-01-02\n      10 g/dL | 2026-03-01"
    found = covered(text + case(early))
    assert seen_of(found) == ["T", "TF", "T"]


def test_records_that_are_added_up_are_chosen_by_a_clause() -> None:
    text = """\
exclusion 1
  > More than 100 mg of azathioprine.
  let given be total of dose in therapies where drug is azathioprine
  given > 100 mg

"""
    rows = "therapies =\n      drug | dose\n      azathioprine | 60 mg\n      rituximab | 60 mg"
    assert seen_of(covered(text + case(rows))) == ["F", "TF"]


def test_a_row_of_a_table_is_seen_for_those_in_it() -> None:
    text = """\
table allowed (sex : sexes, status : whole number from 0 to 5) : whole number from 0 to 9 "Most lines"
  sex          | status | lines
  female       | 0 to 1 | 3
  male         | 0 to 1 | 2
  female, male | 2 to 5 | 1

inclusion 1
  > As many therapies as the table says.
  lines ≤ allowed(sex, ecog)

"""
    found = covered(text + case("ecog = 1"))
    assert [seen_of(found)[0], *sorted(seen_of(found)[1:])] == ["T", "", "", "T"]
    found = covered(text + case("ecog = 1", "sex = not known"))
    assert sorted(seen_of(found)[1:]) == ["", "T", "T"]


def test_definitions_have_clauses_of_their_own() -> None:
    text = """\
define well "Well"
  all of
    - stable
    - treated

inclusion 1
  > Well.
  well

"""
    found = covered(text + case("stable = yes", "treated = no"))
    assert [rule.kind for rule in found.rules] == ["inclusion", "definition"]
    assert found.rules[1].name == "well"
    assert seen_of(found) == ["F"]
    assert seen_of(found, 1) == ["F", "T", "F"]


def test_a_borrowed_definition_is_for_the_cases_of_its_library() -> None:
    text = """\
use is_female from library/definitions version "1.0"

exclusion 1
  > Pregnancy.
  only if is_female
  pregnant

"""
    borrowed = DECLARATIONS.replace('fact sex : sexes "Sex"', "")
    found = covered(text + case("sex = female", "pregnant = yes"), borrowed)
    assert [rule.name for rule in found.rules] == ["E1"]
    assert seen_of(found) == ["T", "T"]


def program_of(condition: Any) -> Program:
    small = covered(LEAVES).program
    criterion = replace(small.criteria[0], condition=condition)
    return replace(small, criteria=(criterion,))


def test_what_is_the_same_for_everybody_does_not_count() -> None:
    stable = Asked(Fact("stable"))
    program = program_of(All((AnyOf((Truth(True), stable)), stable)))
    found = case_coverage(program, Source("x.crit", ""), ())
    assert [state for _, state in states(found)] == [
        "not asked",
        "constant",
        "constant",
        "not asked",
        "not asked",
    ]
    assert found.totals.constant == 2
    cases = [TestCase("", 0, {"stable": answer}, ()) for answer in (True, False)]
    found = case_coverage(program, Source("x.crit", ""), cases)
    assert found.totals.percent == 100
    assert not found.rules[0].open


def test_what_the_declared_range_settles_is_the_same_for_everybody() -> None:
    ecog = Value(Fact("ecog"))
    limits = [Compare(">=", ecog, Const(Fraction(limit))) for limit in (0, 1, 5, 6)]
    found = case_coverage(program_of(All(tuple(limits))), Source("x.crit", ""), ())
    assert [state for _, state in states(found)] == [
        "constant",  # nobody fulfils the last
        "constant",
        "not asked",
        "not asked",
        "constant",
    ]


def test_what_is_asked_of_nobody_is_the_same_for_everybody() -> None:
    part = When(Truth(False), Asked(Fact("stable")), True)
    found = case_coverage(program_of(part), Source("x.crit", ""), ())
    assert {state for _, state in states(found)} == {"constant"}


def test_a_case_that_cannot_be_read_sees_nothing() -> None:
    program = program_of(Asked(Fact("stable")))
    cases = [TestCase("", 0, {"stable": "perhaps"}, ())]
    found = case_coverage(program, Source("x.crit", ""), cases)
    assert states(found) == [(0, "not asked")]


@given(data=st.data())
def test_a_whole_criterion_is_seen_as_it_is_judged(data: st.DataObject) -> None:
    program = data.draw(programs())
    given_patients = [data.draw(patients(program)) for _ in range(3)]
    own = rules(program)
    found = seen(program, own, [TestCase("", 0, patient, ()) for patient in given_patients])
    for rule in own:
        *applies, whole = rule.roots
        records = [read(program, patient) for patient in given_patients]
        if isinstance(rule.of, Criterion) and (who := rule.of.applies) is not None:
            assert _judged(found[applies[0].clause], who) == {
                evaluate(who, program, record).outcome for record in records
            }
            records = [r for r in records if evaluate(who, program, r).outcome is not False]
        expected = {evaluate(rule.of.condition, program, record).outcome for record in records}
        assert _judged(found[whole.clause], rule.of.condition) == expected
        assert found.keys() >= set(rule.clauses())


def _judged(outcomes: set[bool | None], condition: Any) -> set[bool | None]:
    """What a condition was, from what its clause was: a denial is its part, turned."""
    while isinstance(condition, Not):
        outcomes = {None if outcome is None else not outcome for outcome in outcomes}
        condition = condition.part
    return outcomes
