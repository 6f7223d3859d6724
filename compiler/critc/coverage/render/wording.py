"""What the outputs call things."""

from __future__ import annotations

from critc.coverage.gaps import Why
from critc.coverage.status import Status

STATUS: dict[Status, str] = {
    "computed": "computed",
    "judged": "judged",
    "partly": "partly both",
    "not encoded": "not encoded",
}
WHY: dict[Why, str] = {
    "absent": "not mentioned",
    "limit": "mentioned, but the limit itself falls on the other side",
    "query": "only in a question to the sponsor",
}


def counted(number: int, noun: str) -> str:
    """ "1 criterion", "3 criteria", "2 places"."""
    plural = {"criterion": "criteria", "query": "queries"}.get(noun, f"{noun}s")
    return f"{number} {noun if number == 1 else plural}"
