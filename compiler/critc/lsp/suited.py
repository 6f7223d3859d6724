"""What can be said of a value of each type: the grammar lets any be followed by any."""

from __future__ import annotations

import re

from critc.lsp.dictionary import NOT_KNOWN, Dictionary
from critc.lsp.surroundings import Surroundings

_LAST = re.compile(r"([A-Za-z]\w*) +\Z")
_IS = re.compile(r"([A-Za-z]\w*) +is +(?:not +)?\Z")

_COMPARED = frozenset("SIGN IS PLUS MINUS TIMES OVER POWER".split())
_TIMED = frozenset(
    "WITHIN BEFORE AFTER AT ON_OR_BEFORE ON_OR_AFTER AT_LEAST MORE_THAN LESS_THAN THROUGHOUT FOR".split()
)
_NOTHING = frozenset[str]()
_SAID_OF = {
    "one of": frozenset({"IS"}),
    "any of": frozenset({"INCLUDES"}),
    "unit": _COMPARED,
    "number": _COMPARED,
    "whole number": _COMPARED,
    "date": (_TIMED | {"IS"}) - {"THROUGHOUT", "FOR"},
    "period": _TIMED | {"IS"},
    "yes/no": _NOTHING,
    "judgement": _NOTHING,
    "text": _NOTHING,
}
_NUMBERS = ("unit", "number", "whole number")


def unsuited(names: Dictionary, around: Surroundings) -> frozenset[str]:
    """The terminals that make no sense behind the name before the cursor."""
    if chosen := _IS.search(around.written):
        answer = names.worth(around.meaning(names, chosen.group(1)))
        return frozenset({"ONE_OF"} if answer.word in _NUMBERS else {"NORMAL_SIDE", "FROM"})
    last = _LAST.search(around.written)
    answer = around.meaning(names, last.group(1)) if last else NOT_KNOWN
    value = names.worth(answer)
    if value.word not in _SAID_OF:
        return _NOTHING
    said = _SAID_OF[value.word] | ({"SIGN"} if value.ordered else _NOTHING)
    if answer.word == "records":  # a measurement has a date too
        said |= _TIMED
    return (_COMPARED | _TIMED | {"INCLUDES"}) - said
