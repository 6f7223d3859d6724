"""While one types: what is kept of the last answer is what a new one would say."""

from __future__ import annotations

import json
from random import Random

import chromium
import pytest
from browser.protocols import PROTOCOLS, program_of
from browser.test_engine import BATCHES, Data
from hypothesis import given
from hypothesis import strategies as st
from strategies import patients

from critc.emit.javascript import emit

TYPED = """texts => {
  const live = new runtime.Live(critc.protocol);
  let last = {};
  return texts.flatMap((text) => {
    const data = JSON.parse(text);
    const keys = new Set([...Object.keys(last), ...Object.keys(data)]);
    const changed = [...keys].filter((k) => JSON.stringify(last[k]) !== JSON.stringify(data[k]));
    last = data;
    const { patient } = runtime.readPatient(text, critc.protocol);
    const kept = JSON.stringify(live.screen(patient, changed).toDict());
    const fresh = JSON.stringify(runtime.screen(patient, critc.protocol).toDict());
    return kept === fresh ? [] : [text];
  });
}"""


@pytest.mark.parametrize("name", PROTOCOLS)
def test_an_answer_changes_what_a_fresh_screening_changes(name: str) -> None:
    program = program_of(name)
    chromium.engine().evaluate("text => critc.make(text)", emit(program).text)

    @BATCHES
    @given(patients(program), patients(program), st.randoms(use_true_random=False))
    def tried(first: Data, second: Data, random: Random) -> None:
        """From one patient to another, answer by answer."""
        texts, data = [json.dumps(first)], dict(first)
        for key in random.sample(sorted({*first, *second}), len({*first, *second})):
            data.pop(key, None)
            data |= {key: second[key]} if key in second else {}
            texts.append(json.dumps(data))
        assert chromium.engine().evaluate(TYPED, texts[:40]) == []

    tried()
