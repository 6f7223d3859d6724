"""What is wrong with a patient's data, in the words of the person who typed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, as in ``therapies[2].given.start``, and what.

    The path is empty when it is the record as a whole.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InvalidPatient(ValueError):  # noqa: N818
    """The data cannot be a patient's record: no outcome, no verdict. All problems are listed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class _Literal(str):
    """A number as it is spelled in JSON text, which a float would not keep."""

    __slots__ = ()


class _Repeated(dict[str, Any]):
    """An object that JSON text gives some keys of more than once."""

    given_twice: tuple[str, ...] = ()


def _shown(value: object) -> str:
    """A value as a message quotes it: short, on one line, printable."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:60]}…"
        return text if isinstance(value, _Literal) else repr(text)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else "a number of so many digits"
    if isinstance(value, float):
        return repr(value).replace("nan", "NaN").replace("inf", "Infinity")
    if isinstance(value, dict):
        return "an object {…}"
    return "a list […]" if isinstance(value, list) else f"a value of type {type(value).__name__}"


def _listed(words: Iterable[str]) -> str:
    """The words as a message lists them, the first forty."""
    shown = [repr(word) for word in words]
    return ", ".join(shown[:40] + ["…"] * (len(shown) > 40))


def _under(at: str, key: object) -> str:
    """The path of what stands under a key."""
    if isinstance(key, str) and key.isidentifier() and len(key) <= 60:
        return f"{at}.{key}" if at else key
    return f"{at}[{_shown(key)}]"


def _undeclared(data: dict[str, Any], known: Iterable[str], at: str, found: list[Problem]) -> None:
    """Lists the keys that are not among the known ones."""
    for key in data:
        if key not in known:
            hint = _nearest(key, known, found)
            found.append(Problem(_under(at, key), f"is not declared{hint}"))


def _nearest(word: object, known: Iterable[str], found: list[Problem]) -> str:
    """``; did you mean 'x'?``, or nothing: no known word is near, or too much is wrong to look."""
    if not isinstance(word, str) or len(word) > 60 or len(found) > 100:
        return ""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
