"""A module that only loads patients: the runtime, the types and the readers, without criteria."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import critc.emit.python.runtime as runtime
from critc.emit.python.loading import RUNTIME, loaders
from critc.emit.python.patient import patient_types
from critc.ir.nodes import Program

FRAME = '''"""Loads the patients of a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, Literal, TypeVar

Day = date

PROTOCOL = {protocol!r}
'''


def source(program: Program) -> str:
    """The text of the module."""
    folder = Path(next(iter(runtime.__path__)))
    parts = [_body((folder / f"{name}.py").read_text("utf-8")) for name in ("values", *RUNTIME)]
    frame = FRAME.format(protocol=program.protocol).replace("'", '"')
    return "\n\n\n".join([frame.strip(), *parts, patient_types(program), loaders(program)]) + "\n"


@cache
def module(program: Program) -> Any:
    """The module, compiled."""
    made = ModuleType(f"loads_{program.protocol}")
    sys.modules[made.__name__] = made
    exec(compile(source(program), f"<{made.__name__}>", "exec"), made.__dict__)
    return made


def _body(text: str) -> str:
    """What follows a module's imports."""
    *_, imports = re.finditer(r"^(from|import) [^(\n]*(\([^)]*\))?\n", text, re.MULTILINE)
    return text[imports.end() :].strip()
