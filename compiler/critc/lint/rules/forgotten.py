"""W0601: a number, unit or window of the text that no condition uses."""

from __future__ import annotations

from collections.abc import Iterator

from critc.coverage.gaps import Gap, gaps
from critc.coverage.mentions import mentions
from critc.coverage.status import status
from critc.diagnostic import Diagnostic
from critc.lint.rules.turned import opposites
from critc.lint.subject import Criterion, Subject
from critc.lint.verbatim import place


def forgotten(subject: Subject) -> Iterator[Diagnostic]:
    """Words of a criterion's text that neither a condition, a question nor a query mentions.

    What is still a draft is known to be undone; a comparison that is turned round is told as that.
    """
    for criterion in subject.criteria():
        if status(criterion.core, subject.program) == "not encoded":
            continue
        told = {(each.said.start, each.said.end) for each in opposites(subject, criterion)}
        for gap in gaps(criterion.core.text, mentions(criterion.core, subject.program)):
            if gap.forgotten and (gap.start, gap.end) not in told:
                yield _said(subject, criterion, gap)


def _said(subject: Subject, criterion: Criterion, gap: Gap) -> Diagnostic:
    span = place(subject.source, criterion, gap.start, gap.end)
    words = " ".join(gap.words.split())
    if gap.why == "limit":
        return Diagnostic(
            "W0601",
            span,
            f"The text of {criterion.named} says `{words}`; the condition draws the line on the other "
            "side of that number.",
            label="is the limit itself allowed?",
            help="Compare the sign: where the text says `≥`, the condition says `≥` too (below "
            "`none of` it says `<`). If the text means something else, ask the sponsor with a "
            "`query`.",
        )
    return Diagnostic(
        "W0601",
        span,
        f"The text of {criterion.named} says `{words}`, and no condition uses it.",
        label="not in the condition",
        help="Add it to the condition. If the text leaves open what it is for, ask the sponsor with a "
        "`query`.",
    )
