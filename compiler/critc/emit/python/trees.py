"""The clauses of criteria and definitions as Python: the core's calls, printed."""

from __future__ import annotations

from critc.emit.python.calls import Argument, Call, mapping
from critc.emit.python.layout import literal
from critc.emit.python.names import attribute, function
from critc.ir import clauses


def tree_name(of: clauses.TreeOf) -> str:
    """The name of these clauses in the generated module."""
    owner = f"defined_{of.name}" if of.kind == "definition" else function(of.name)
    return f"{owner}_clauses"


def tree(of: clauses.TreeOf, clause: clauses.Clause) -> list[str]:
    """The clauses of one criterion or definition, built when they are first asked for."""
    call = printed_call(clause.call)
    return ["@Tree", f"def {tree_name(of)}() -> Clause:", *call.lines(4, "return ")]


def printed_call(of: clauses.Call) -> Call:
    """A call of the runtime."""
    arguments = [printed(argument) for argument in of.arguments]
    arguments += renamed(of)
    arguments += [labelled(key, printed(value)) for key, value in of.named]
    return Call(of.name, tuple(arguments))


def printed(argument: clauses.Argument) -> Argument:
    """An argument."""
    match argument:
        case clauses.Call():
            return printed_call(argument)
        case clauses.Items(items=items):
            return Call("", tuple(printed(item) for item in items))
        case clauses.Labels(words=words):
            return mapping({literal(name): literal(label) for name, label in words})
        case clauses.TreeOf():
            return tree_name(argument)
        case clauses.Cause(name=name):
            return name
        case str():
            return literal(argument)
        case _:
            return repr(argument)


def labelled(key: str, argument: Argument) -> Argument:
    """A named argument."""
    if isinstance(argument, str):
        return f"{key}={argument}"
    return Call(argument.name, argument.arguments, argument.brackets, f"{key}=")


def renamed(of: clauses.Call) -> list[Argument]:
    """The attribute that holds what a call names, where that is not the name itself."""
    match of.name, of.arguments:
        case "fact", (str(name),):
            pass
        case "field", (_, str(name)):
            pass
        case "Listing", (str(name), *_):
            pass
        case _:
            return []
    return [] if attribute(name) == name else [literal(attribute(name))]
