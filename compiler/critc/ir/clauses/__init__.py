"""The clauses of each criterion as calls that every language's runtime answers to.

The core says what a criterion means. The runtimes judge it clause by clause: each clause has its line of
the source and its words. What is here is the last step that the languages share; an emitter only prints
the calls.
"""

from critc.ir.clauses.calls import Argument, Call, Cause, Items, Labels, TreeOf
from critc.ir.clauses.conditions import Clause, trees
from critc.ir.clauses.entries import entries

__all__ = [
    "Argument",
    "Call",
    "Cause",
    "Clause",
    "Items",
    "Labels",
    "TreeOf",
    "entries",
    "trees",
]
