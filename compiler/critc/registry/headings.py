"""Headings of a record's text: where inclusion criteria begin, and where exclusion criteria do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from critc.registry.paragraphs import Paragraph

Kind = Literal["inclusion", "exclusion"]

_DECORATION = "*#_[]<>＜＞=- "
_NAMED = re.compile(r"\b(non[- ]?)?(inclu|exclu)(?:sions?|sive|ding)\b", re.IGNORECASE)
# A heading names the kind, with few words around it and none that makes it a sentence.
_HEAD = re.compile(
    r"(?P<before>.*?)\b(?:non[- ]?)?(?:inclusion|exclusion|inclusive|excluding)s?"
    r"(?:\s*(?:/|and|&|or)\s*(?:inclusion|exclusion)s?)?"
    r"(?P<criteria>\s+criteri\w*)?(?P<after>.*)",
    re.IGNORECASE,
)
_CRITERIA_FOR = re.compile(
    r"(?P<before>)(?P<criteria>criteri\w*)\s+(?:for|of)\s+(?:non[- ]?)?"
    r"(?:inclusion|exclusion)\b(?P<after>.*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:meet\w*|met|no|not|do|does|fulfil\w*|satisf\w*|who|any|all|if|have|has|see|refer|per|under|other"
    r"|following|must|will|be|is|are|may|as|to|the)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:$|\(|\[|[-–—,/]|(?:for|of|by|in|at|stage|phase|part|cohort|group|arm|study|comments?|only"
    r"|\d+|[a-z]$)\b)",
    re.IGNORECASE,
)
_SAYS_EXCLUSION = re.compile(
    r"\b(?:excluded?|ineligible|not\s+(?:be\s+)?(?:eligible|included|enrolled)|cannot\s+be\s+included"
    r"|excluding|exclusion)\b",
    re.IGNORECASE,
)
_SAYS_INCLUSION = re.compile(r"\b(?:eligible|included?|inclusion)\b", re.IGNORECASE)
_ASKS_FOR_A_LIST = re.compile(r"\b(?:following|if|below|apply|any|all|criteria)\b", re.IGNORECASE)
_WITHIN_A_LINE = re.compile(
    r"(?<!\bsee)(?<!\bthe)(?<!\bto)(?<!\bof)(?<!\bin)(?<!\bor)(?<!\band)(?<!\bper)\s+"
    r"(?=(?:(?:Key|Main|Major) )?(?:Inclusion|Exclusion|INCLUSION|EXCLUSION) (?:Criteria|CRITERIA)\s?:)"
)
_ELIGIBILITY = re.compile(r"(?:\w+ )?eligibility(?: criteri\w+)?\s*[:：]?", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|will|must|may|should|can|have|has|meet|apply|applies)\b", re.IGNORECASE
)
_MOST_WORDS_BEFORE, _MOST_WORDS_AFTER = 6, 12


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``kind`` is None where it names both. ``rest`` is what follows in its line."""

    kind: Kind | None
    words: str
    rest: str = ""


def heading(paragraph: Paragraph) -> Heading | None:
    """The heading that a paragraph is, or begins with; None if it is none."""
    words = paragraph.words.strip(_DECORATION)
    head, colon, rest = _at_colon(words)
    for pattern in (_CRITERIA_FOR, _HEAD):
        found = pattern.fullmatch(head)
        if found and _is_short(found, bool(colon)):
            said = replace(paragraph, words=head + colon).letter_and_words
            return Heading(_kind(head), said, rest.strip())
    return None


def announcement(paragraph: Paragraph) -> Kind | None:
    """What a sentence such as "Patients are excluded if any of these apply:" announces, or None."""
    words = paragraph.words
    if paragraph.marker or not paragraph.announces or not _ASKS_FOR_A_LIST.search(words):
        return None
    if _SAYS_EXCLUSION.search(words):
        return "exclusion"
    return "inclusion" if _SAYS_INCLUSION.search(words) else None


def is_eligibility(paragraph: Paragraph) -> bool:
    """Whether it is the heading "Eligibility criteria", which may mean both kinds."""
    return bool(_ELIGIBILITY.fullmatch(paragraph.words.strip(_DECORATION)))


def split_at_headings(words: str) -> list[str]:
    """A line cut before each heading that stands within it, after a sentence."""
    start, pieces = 0, []
    for found in _WITHIN_A_LINE.finditer(words):
        before = words[start : found.start()]
        if before.endswith((".", ";")) or len(before.split()) > _MOST_WORDS_BEFORE:
            pieces.append(before)
            start = found.end()
    return [*pieces, words[start:]]


def _at_colon(words: str) -> tuple[str, str, str]:
    found = re.search(r"\s*[:：]", words)
    if not found:
        return words, "", ""
    return words[: found.start()], ":", words[found.end() :]


def _is_short(found: re.Match[str], colon: bool) -> bool:
    before, after = found["before"], found["after"]
    if _SENTENCE.search(before) or len(before.split()) > _MOST_WORDS_BEFORE:
        return False
    if not _AFTER.match(after) or len(after.split()) > _MOST_WORDS_AFTER or after.endswith("."):
        return False
    if _VERB.search(after) and after.strip()[0] not in "-–—(":
        return False
    return bool(found["criteria"]) or ((colon or not before.strip()) and not after.strip(" ()"))


def _kind(head: str) -> Kind | None:
    kinds: set[Kind] = {
        "exclusion" if non or kind.lower() == "exclu" else "inclusion"
        for non, kind in _NAMED.findall(head)
    }
    return kinds.pop() if len(kinds) == 1 else None
