"""What the syntax has to say about a file, in the words of those who write protocols."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from critc.diagnostic import Diagnostic
from critc.source import Span

if TYPE_CHECKING:
    from critc.syntax.layout import Line

def tab(span, line): return Diagnostic("E0101", span, "tab")
def hidden_character(line, at): return Diagnostic("E0102", line.part(at,at+1), "hidden")
def open_quote(line): return Diagnostic("E0103", line.span, "quote")
def smart_quote(line, at): return Diagnostic("E0104", line.part(at,at+1), "smart")
def between_columns(line, column, deepest): return Diagnostic("E0105", line.span, "between")
def too_far_left(line): return Diagnostic("E0106", line.span, "left")
def too_deep(span): return Diagnostic("E0107", span, "deep")
def too_long(span): return Diagnostic("E0108", span, "long")
def not_a_declaration(line, word): return Diagnostic("E0109", line.span, "decl")
