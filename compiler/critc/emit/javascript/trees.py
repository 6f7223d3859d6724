"""The clauses of criteria and definitions as JavaScript: the core's calls, printed."""

from __future__ import annotations

import json

from critc.ir import clauses

# Numbers beyond this are not exact in JavaScript; the runtime reads them from text.
LARGEST_SAFE = 2**53 - 1


def tree_name(of: clauses.TreeOf) -> str:
    """The variable that holds these clauses."""
    return f"{of.kind}_{of.name.replace('.', '_')}"


def printed(argument: clauses.Argument) -> str:
    """An argument, or a call."""
    match argument:
        case clauses.Call():
            return printed_call(argument)
        case clauses.Items(items=items):
            return f"[{','.join(map(printed, items))}]"
        case clauses.Labels(words=words):
            return string(dict(words))
        case clauses.TreeOf():
            return tree_name(argument)
        case clauses.Cause(name=name):
            return name
        case int() if not isinstance(argument, bool) and abs(argument) > LARGEST_SAFE:
            return string(str(argument))
        case _:
            return string(argument)


def printed_call(of: clauses.Call) -> str:
    """A call; named arguments are the properties of its last one. Classes begin with a capital."""
    name = f"new {of.name}" if of.name[0].isupper() else camel(of.name)
    named = ",".join(f"{camel(key)}:{printed(value)}" for key, value in of.named)
    arguments = [*map(printed, of.arguments), *([f"{{{named}}}"] if named else [])]
    return f"{name}({','.join(arguments)})"


def camel(name: str) -> str:
    """``allOf`` of all_of; constants stay as they are."""
    if name.isupper():
        return name
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)


def string(value: object) -> str:
    """A value as it stands in a script that stands in a page: nothing in it ends the script.

    The separators U+2028 and U+2029 are escaped because older engines end a line at them.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
