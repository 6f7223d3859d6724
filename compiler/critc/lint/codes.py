"""What the lints know, one line each. Every code has a folder in ``tests/lint``."""

from __future__ import annotations

CODES = {
    "W0601": "A number, unit or window of the text that no condition uses.",
    "W0602": "A fact, a list, a field or a definition that no condition uses.",
    "W0603": "One question asked under two names.",
    "W0604": "A criterion that can never be violated, or never satisfied.",
    "W0605": "A line that always holds, or never.",
    "W0606": "An exception that excepts nobody.",
    "W0607": "A judgement that hides a number.",
    "W0608": "A vague word of the text that nobody decides.",
    "W0609": "A case that expects nothing of what it changes.",
    "W0610": "Two windows that meet on a day of both, or of neither.",
    "W0611": "An exception that another one contains.",
    "W0612": "An `allow` without its reason.",
    "W0613": "An `allow` of something that is not there.",
    "W0614": "A condition that turns its text round.",
}
