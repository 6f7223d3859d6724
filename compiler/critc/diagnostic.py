"""What the compiler has to say about a file: one type for terminal, JSON, page and editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from critc.source import Span


class Severity(Enum):
    """How grave a diagnostic is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


def severity_of(code: str) -> Severity:
    """How grave what a code tells is, read off its first letter."""
    return Severity.WARNING if code.startswith("W") else Severity.ERROR


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a diagnostic points at, with what is to be seen there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, in a clinician's words.

    ``code`` is stable (``E0312``; ``W…`` for warnings), ``span`` is what is underlined, ``message``
    says what is wrong in one sentence, ``label`` stands under the underlined text, ``help`` says
    what to do, and ``replacement`` is the text that would mend it if put in place of ``span``.
    """

    code: str
    span: Span
    message: str
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    replacement: str | None = None

    @property
    def severity(self) -> Severity:
        """Read off the code's first letter."""
        return severity_of(self.code)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by place, each once."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.span.start, d.span.end, d.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
