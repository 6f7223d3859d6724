"""critc: eligibility criteria as data.

``compile_source(Source(name, text))`` gives the diagnostics and the checked protocol, ``outputs`` its
files. The names are loaded when first used, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from critc.diagnostic import Diagnostic, Severity
    from critc.pipeline import Compilation, compile_source, diagnose, outputs, read_source
    from critc.source import Source, Span

_HOME = {
    "Diagnostic": "critc.diagnostic",
    "Severity": "critc.diagnostic",
    "Compilation": "critc.pipeline",
    "compile_source": "critc.pipeline",
    "diagnose": "critc.pipeline",
    "outputs": "critc.pipeline",
    "read_source": "critc.pipeline",
    "Source": "critc.source",
    "Span": "critc.source",
}
__all__ = [
    "Compilation",
    "Diagnostic",
    "Severity",
    "Source",
    "Span",
    "compile_source",
    "diagnose",
    "outputs",
    "read_source",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"critc has no {name}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
