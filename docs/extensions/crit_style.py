"""Colours of code on the site, by day and by night; each is at least 4.5 : 1 against its ground."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.style import Style
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Token,
)


def palette(
    *, text: str, faint: str, word: str, unit: str, own: str, name: str, answer: str, wrong: str
) -> dict[Any, str]:
    """The tokens' colours. ``own`` is for the protocol's own words, ``wrong`` for mistakes."""
    return {
        Token: text,
        Comment: f"italic {faint}",
        Keyword: f"bold {word}",
        Keyword.Type: f"nobold {unit}",
        Keyword.Constant: f"nobold {answer}",
        Literal.Date: unit,
        Number: unit,
        Name.Class: name,
        Name.Function: name,
        Name.Label: f"bold {word}",
        Name.Variable: name,
        Name.Attribute: faint,
        Name.Namespace: name,
        Name.Builtin: unit,
        Name.Tag: name,
        Operator: text,
        Operator.Word: f"bold {word}",
        Punctuation: faint,
        String: answer,
        String.Doc: f"italic {own}",
        Generic.Prompt: f"bold {faint}",
        Generic.Output: text,
        Generic.Error: wrong,
    }


class Light(Style):
    """By day."""

    background_color = "#f6f8f7"
    highlight_color = "#fdf1c7"
    styles: ClassVar = palette(
        text="#1f2933",
        faint="#5a6772",
        word="#0b5f8a",
        unit="#8a3d00",
        own="#4a5568",
        name="#5b3fa0",
        answer="#0b6b45",
        wrong="#b3261e",
    )


class Dark(Style):
    """By night."""

    background_color = "#1a2224"
    highlight_color = "#3c3a20"
    styles: ClassVar = palette(
        text="#e3e8ea",
        faint="#9fb0b8",
        word="#7cc4f0",
        unit="#f0b27a",
        own="#b8c4cc",
        name="#c9b3ff",
        answer="#86d9ae",
        wrong="#ff9d94",
    )
