"""What stands at the foot of each page on paper."""

from __future__ import annotations

from critc.ir.outline.document import Document

LONGEST = 60  # letters of a name or version that a foot has room for; the first page has them whole


def foot(document: Document) -> str:
    """Protocol, version and the beginning of the source's hash, in one line."""
    words = (_short(document.protocol), _short(document.version), f"source {document.sha256[:12]}")
    return " · ".join(filter(None, words))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
