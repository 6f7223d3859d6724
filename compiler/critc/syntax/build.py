"""From Lark's parse tree to the syntax tree: one method for each rule of the grammar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from lark import Token, Tree

from critc.source import Span
from critc.syntax import tree
from critc.syntax.layout import Marked

DEEPEST = 240
"""How deep a parse tree may be: well above what 40 levels of blocks take."""


class TooDeep(Exception):
    """Conditions or values are nested deeper than the passes after this one can follow."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span
