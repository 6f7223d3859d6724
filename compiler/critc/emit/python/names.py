"""How names of the protocol are written in the generated Python."""

from __future__ import annotations

from keyword import iskeyword

# Taken by the types of the fields, by Patient's own methods, or by every object.
TAKEN = frozenset(
    {"bool", "bytes", "classmethod", "dict", "from_dict", "from_json", "int", "self", "str"}
)


def attribute(name: str) -> str:
    """The attribute that holds a fact or field: its own name, unless Python has another use for it.

    ``date``, the field of a measurement, is an attribute all the same: types say ``Day``.
    """
    if name.startswith("_"):
        return f"x{name}"
    return f"{name}_" if iskeyword(name) or name in TAKEN else name


def function(criterion: str) -> str:
    """The function of a criterion: ``inclusion_3`` for "I3"."""
    kind = {"I": "inclusion", "E": "exclusion"}[criterion[0]]
    return f"{kind}_{criterion[1:].lower().replace('.', '_')}"
