"""How compile time and the validator's size grow with the protocol."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

from critc.pipeline import compile_source
from critc.source import Source

SIZES = (125, 250, 500, 1000)
GROWTH = 2.6
"""Twice the criteria may take this many times as long (2 would be exactly linear)."""


def tables() -> list[bool]:
    """Growth with the number of criteria, with alternatives in one, and with depth."""
    return [
        _growth("criteria", _many_criteria),
        _growth("alternatives in one criterion", _many_alternatives),
        _deep(),
    ]


def _growth(what: str, text: Callable[[int], str]) -> bool:
    print(f"\n{what}: compile time and size of the validator")
    times: list[float] = []
    for size in SIZES:
        source = Source(f"{size}.crit", text(size))
        rounds = [_compiled(source) for _ in range(3)]
        check, emit = (min(times) for times in list(zip(*rounds, strict=True))[:2])
        times.append(check + emit)
        print(
            f"  {size:>5}   check {check * 1e3:>7.0f} ms   emit {emit * 1e3:>7.0f} ms"
            f"   {rounds[0][2] / 1000:>7.0f} kB"
        )
    kept = times[-1] <= GROWTH * times[-2]
    print(f"  twice the size takes {times[-1] / times[-2]:.2f} × the time   limit {GROWTH} ×")
    return kept


def _compiled(source: Source) -> tuple[float, float, int]:
    """Seconds to check and to emit, and the validator's length."""
    from critc.emit.python import emit

    start = perf_counter()
    compilation = compile_source(source)
    assert compilation.program is not None, compilation.diagnostics[:3]
    checked = perf_counter()
    length = len(emit(compilation.program))
    return checked - start, perf_counter() - checked, length


def _deep() -> bool:
    from critc.emit.python import load

    print("\nDepth of nesting")
    compilation = compile_source(Source("deep.crit", _nested(39)))
    assert compilation.program is not None, compilation.diagnostics
    validator = load(compilation.program)
    found = validator.outcomes(validator.Patient.from_dict({"a": True, "b": False}))
    refused = compile_source(Source("deeper.crit", _nested(60)))
    print(f"  39 levels: {found}; 60 levels: {refused.diagnostics[0].message}")
    return refused.program is None


def _many_criteria(n: int) -> str:
    lines = ['protocol BIG "Many criteria"', "", 'moment first_dose "First dose"', ""]
    for i in range(1, n + 1):
        lines += [
            f'fact value_{i} : g/dL "Value {i}"',
            f'fact day_{i} : date "Day {i}"',
            "",
            f"inclusion {i}",
            f"  > Value {i} at least 9 g/dL, and day {i} not within 4 weeks before the first dose.",
            "  all of",
            f"    - value_{i} ≥ 9 g/dL",
            f"    - day_{i} at least 4 weeks before first_dose",
            "",
        ]
    return "\n".join(lines)


def _many_alternatives(n: int) -> str:
    lines = [
        'protocol WIDE "Many alternatives"',
        "",
        "inclusion 1",
        "  > Any of these.",
        "  any of",
    ]
    lines += [f'    - fact sign_{i} "Sign {i}"' for i in range(1, n + 1)]
    return "\n".join([*lines, ""])


def _nested(depth: int) -> str:
    """``all of`` in ``any of`` in ``all of`` …, ``depth`` deep."""
    lines = ['protocol DEEP "Deep"', "", 'fact a "A"', 'fact b "B"', "", "inclusion 1", "  > Deep."]
    indent, dash = "  ", ""
    for level in range(depth):
        lines.append(f"{indent}{dash}{'any of' if level % 2 else 'all of'}")
        indent += "  " if not dash else "    "
        lines.append(f"{indent}- {'b' if level % 2 else 'a'}")
        dash = "- "
    lines.append(f"{indent}- a")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(not all(tables()))
