"""`make bench`: how fast, as ratios to peers in one run.

Times on one machine mean little on another, so each table names what it is measured against. The best of
several rounds counts; rounds of the peers alternate, so that a slow moment hits them all.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "generated"), str(ROOT / "bench")]

import by_hand  # noqa: E402
import by_hand_diabetes  # noqa: E402
import editor  # noqa: E402
import page  # noqa: E402
import peers  # noqa: E402
import scaling  # noqa: E402

from critc.pipeline import compile_source, read_source  # noqa: E402

PROTOCOL = ROOT / "criteria" / "NCT07289048.crit"
ROUNDS = 25


def main() -> None:
    """Every table, then exit code 1 if a limit is passed."""
    validator = import_module("NCT07289048")
    texts = [
        line for line in (ROOT / "tests/patients/sample.jsonl").read_text().splitlines() if line
    ]
    complete = json.loads((ROOT / "tests/patients/base.json").read_text())
    patients = [validator.Patient.from_json(text) for text in texts]
    diabetes = import_module("NCT02926950")
    kept = [
        screening(validator, by_hand, patients),
        screening(diabetes, by_hand_diabetes, written(diabetes)),
        engines(validator, complete),
        loading(validator, texts),
        *(protocol(path) for path in sorted((ROOT / "criteria").glob("NCT*.crit"))),
        starting(),
        checking(),
        *scaling.tables(),
        *editor.tables(),
        *page.tables(),
    ]
    sys.exit(not all(kept))


# ---- measuring --------------------------------------------------------------------------------


def best(tasks: Mapping[str, Callable[[], object]], repeat: int = 1) -> dict[str, float]:
    """Seconds of each task at its best, rounds alternating."""
    times = dict.fromkeys(tasks, float("inf"))
    gc.collect()
    gc.disable()
    try:
        for _ in range(ROUNDS):
            for name, task in tasks.items():
                start = perf_counter()
                for _ in range(repeat):
                    task()
                times[name] = min(times[name], (perf_counter() - start) / repeat)
    finally:
        gc.enable()
    return times


def table(title: str, times: Mapping[str, float], yard: str, limits: Mapping[str, float]) -> bool:
    """Prints times as ratios to ``yard``; whether each named limit is kept."""
    print(f"\n{title}")
    kept = True
    for name, seconds in times.items():
        ratio, limit = seconds / times[yard], limits.get(name)
        verdict = (
            ""
            if limit is None
            else f"   limit {limit} ×  {'kept' if ratio <= limit else 'EXCEEDED'}"
        )
        print(f"  {name:<44} {seconds * 1e6:>12.1f} µs {ratio:>9.2f} ×{verdict}")
        kept = kept and (limit is None or ratio <= limit)
    return kept


# ---- the validator ----------------------------------------------------------------------------


def written(validator: Any) -> list[Any]:
    """The patients that were written to test a protocol, some with gaps and vague dates."""
    data = json.loads((ROOT / f"tests/patients/{validator.PROTOCOL}.json").read_text())
    changed = (data["base"] | patient["change"] for patient in data["patients"])
    known = ({key: value for key, value in data.items() if value is not None} for data in changed)
    return [validator.Patient.from_dict(data) for data in known]


def screening(validator: Any, hand: Any, patients: list[Any]) -> bool:
    """Outcomes of all criteria and verdict, from a Patient."""
    for patient in patients:
        ours, theirs = validator.outcomes(patient), hand.outcomes(patient)
        assert ours == theirs, {k: (ours[k], theirs[k]) for k in ours if ours[k] != theirs[k]}

    def generated() -> None:
        for patient in patients:
            validator.verdict(patient)

    def by_a_programmer() -> None:
        for patient in patients:
            by_hand.verdict(hand.outcomes(patient).values())

    def explained() -> None:
        for patient in patients[:20]:
            validator.screen(patient).to_dict()

    times = best({"by hand": by_a_programmer, "generated": generated})
    times = {name: seconds / len(patients) for name, seconds in times.items()}
    times["generated, all explained"] = best({"": explained})[""] / len(patients[:20])
    count = len(validator.outcomes(patients[0]))
    return table(
        f"{validator.PROTOCOL}: {count} criteria and verdict, mean of {len(patients)} patients,"
        " some with gaps",
        times,
        "by hand",
        {"generated": 0.6},
    )


def engines(validator: Any, complete: dict[str, Any]) -> bool:
    """The same, on one patient of whom everything is known, beside rule engines."""
    import cel
    import rule_engine

    patient, facts = validator.Patient.from_dict(complete), peers.flat(complete)
    compiled = [cel.compile(text) for text in peers.CEL.values()]
    rules = [rule_engine.Rule(peers.rule_engine_text(text)) for text in peers.CEL.values()]
    assert all(program.execute(facts) for program in compiled)
    assert all(rule.matches(facts) for rule in rules)
    assert validator.verdict(patient) == "eligible"

    def in_cel() -> None:
        context = cel.Context(facts)
        for program in compiled:
            program.execute(context)

    times = best(
        {
            "by hand": lambda: by_hand.verdict(by_hand.outcomes(patient).values()),
            "generated": lambda: validator.verdict(patient),
            "CEL (Rust), two-valued": in_cel,
            "rule-engine, two-valued": lambda: [r.matches(facts) for r in rules],
        }
    )
    return table("31 criteria, one complete patient", times, "by hand", {"generated": 0.6})


def loading(validator: Any, texts: list[str]) -> bool:
    """From JSON text and from the loaded dict to the verdict."""
    loaded = [json.loads(text) for text in texts]

    def from_text() -> None:
        for text in texts:
            validator.verdict(validator.Patient.from_json(text))

    def from_data() -> None:
        for data in loaded:
            validator.verdict(validator.Patient.from_dict(data))

    times = best(
        {
            "json.loads": lambda: [json.loads(text) for text in texts],
            "dict to verdict": from_data,
            "JSON text to verdict": from_text,
        }
    )
    return table(
        f"Loading, checking and screening {len(texts)} patients",
        times,
        "json.loads",
        {"dict to verdict": 2.5, "JSON text to verdict": 4},
    )


def protocol(path: Path) -> bool:
    """Any protocol: the validator's work on a patient of whom everything is known."""
    validator, data = import_module(path.stem), known(path)
    text, patient = json.dumps(data), validator.Patient.from_dict(data)
    assert validator.verdict(patient) == "eligible"
    times = best(
        {
            "json.loads": lambda: json.loads(text),
            "verdict": lambda: validator.verdict(patient),
            "dict to verdict": lambda: validator.verdict(validator.Patient.from_dict(data)),
        },
        repeat=5,
    )
    return table(
        f"{path.stem}, {len(validator.outcomes(patient))} criteria", times, "json.loads", {}
    )


def known(path: Path) -> dict[str, Any]:
    """The patient who meets every criterion: that of the test patients, else of the first case."""
    base = ROOT / f"tests/patients/{path.stem}.json"
    if base.exists():
        found: dict[str, Any] = json.loads(base.read_text())["base"]
        return found
    return compile_source(read_source(path)).cases[0].patient


# ---- processes --------------------------------------------------------------------------------


def starting() -> bool:
    """Command line and import of the validator, as processes."""

    def run(*command: str) -> Callable[[], object]:
        return lambda: subprocess.run(
            command, check=True, capture_output=True, cwd=ROOT / "generated"
        )

    python, critc = sys.executable, str(Path(sys.executable).with_name("critc"))
    times = best(
        {
            "python -c 'import click'": run(python, "-c", "import click"),
            "critc --version": run(critc, "--version"),
            "critc --help": run(critc, "--help"),
        }
    )
    kept = table(
        "Start of the command line",
        times,
        "python -c 'import click'",
        {"critc --version": 1.3, "critc --help": 1.3},
    )
    bare = best(
        {
            "python -c pass": run(python, "-c", "pass"),
            "python -c 'import NCT07289048'": run(python, "-c", "import NCT07289048"),
        }
    )
    return (
        table(
            "Import of the validator",
            bare,
            "python -c pass",
            {"python -c 'import NCT07289048'": 3},
        )
        and kept
    )


MEASURE_CHECK = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from critc.source import Source
from critc.syntax.parse import parse
source = Source(sys.argv[1], Path(sys.argv[1]).read_text())
tree, found = parse(source)
parsed = time.perf_counter()
from critc.check import check
check(tree, source)
print(parsed - start, time.perf_counter() - parsed)
"""


def checking() -> bool:
    """`critc check`: its own passes against what Lark takes to load and to parse the same file."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "measure.py"
        script.write_text(MEASURE_CHECK)
        command = [sys.executable, str(script), str(PROTOCOL)]
        runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(7)]
    pairs = [tuple(map(float, run.stdout.split())) for run in runs]
    times = {
        "load Lark's tables and parse": min(parsed for parsed, _ in pairs),
        "critc's own passes": min(own for _, own in pairs),
    }
    return table(
        "critc check of the whole protocol, in a fresh process",
        times,
        "load Lark's tables and parse",
        {"critc's own passes": 0.5},
    )


if __name__ == "__main__":
    main()
