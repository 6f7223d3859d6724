"""A protocol for one part of the study says of its patients what the whole protocol says."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import patients, programs

from critc.ir.evaluate import screen
from critc.ir.part import for_part
from critc.ir.record import read
from critc.pipeline import compile_source
from critc.source import Source

TEXT = """\
part phase_2 "Phase 2"
part phase_3 "Phase 3"
fact lung "Lung cancer"
fact breast "Breast cancer"
fact asthma "Asthma"
inclusion 1
  > Lung cancer (Phase 2); breast cancer (Phase 3).
  any of
    - only in phase_2
      lung
    - only in phase_3
      breast
exclusion 1
  > Phase 3 only: asthma
  only in phase_3
  asthma
exclusion 2
  > Barred by the criterion above.
  not satisfies inclusion 1
"""


@given(st.data())
def test_each_outcome_is_that_of_the_whole_protocol(data: st.DataObject) -> None:
    program = data.draw(programs())
    assume(program.parts)
    part = data.draw(st.sampled_from(program.parts))
    own = for_part(program, part)
    patient = {**data.draw(patients(program)), "parts": [part.name]}
    asked = {fact.name for fact in own.facts} | {listed.name for listed in own.lists} | {"parts"}
    whole = screen(program, read(program, patient))
    alone = screen(own, read(own, {name: patient[name] for name in patient if name in asked}))
    assert alone.verdict == whole.verdict
    for name, result in whole.results.items():
        if name in alone.results:
            assert alone.results[name].outcome is result.outcome
            assert alone.results[name].missing == result.missing
        else:
            assert result.outcome is True


def test_what_is_only_for_others_is_left_out() -> None:
    program = compile_source(Source("test.crit", TEXT)).program
    assert program is not None
    second, third = (for_part(program, part) for part in program.parts)
    assert [criterion.id for criterion in second.criteria] == ["I1", "E2"]
    assert [criterion.id for criterion in third.criteria] == ["I1", "E1", "E2"]
    assert [fact.name for fact in second.facts] == ["lung"]
    assert [fact.name for fact in third.facts] == ["breast", "asthma"]
    assert second.title.endswith("(Phase 2)")
