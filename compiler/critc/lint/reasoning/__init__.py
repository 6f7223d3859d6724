"""Whether conditions can hold and can fail, by types, ranges and numbers alone.

values: sets of numbers · worlds: what is left for each thing · things: what a condition asks ·
windows: distances of dates · conditions: from a condition to its worlds
"""

from critc.lint.reasoning.conditions import Reasoning

__all__ = ["Reasoning"]
