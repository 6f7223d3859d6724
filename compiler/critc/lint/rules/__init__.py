"""The rules, one a module: each gives what it finds in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from critc.diagnostic import Diagnostic
from critc.lint.rules.always import always
from critc.lint.rules.asked_twice import asked_twice
from critc.lint.rules.exceptions import contained, excepts_nobody
from critc.lint.rules.forgotten import forgotten
from critc.lint.rules.hidden_number import hidden_number
from critc.lint.rules.idle_case import idle_case
from critc.lint.rules.touching import touching
from critc.lint.rules.turned import turned
from critc.lint.rules.unasked import unasked
from critc.lint.rules.vague import vague
from critc.lint.subject import Subject

Rule = Callable[[Subject], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    forgotten,
    turned,
    unasked,
    asked_twice,
    always,
    excepts_nobody,
    hidden_number,
    vague,
    idle_case,
    touching,
    contained,
)
