"""Lark's parser for `critc.lark`: built once, then loaded from the user's cache folder."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import lark
from lark.lexer import PatternRE, PatternStr, TerminalDef

STARTS = {
    "protocol": "protocol",
    "library": "library",
    "use": "use",
    "moment": "moment",
    "part": "part",
    "choices": "choices",
    "fact": "fact",
    "judgement": "judgement",
    "records": "records",
    "measurement": "measurement",
    "define": "define",
    "formula": "formula",
    "table": "table",
    "inclusion": "criterion",
    "exclusion": "criterion",
    "patient": "patient",
    "case": "case",
}
"""The words that begin a declaration, each with the grammar's rule for it."""

RESERVED = frozenset(
    "accepted after all and any as assessed at be before by consecutive distinct earliest every"
    " exactly expect fact fewer for from highest if in includes is judgement last latest least less"
    " let lowest mean more most no none not of on only or otherwise query read satisfies some table"
    " than the throughout to total unless where whichever with within ULN LLN".split()
)
"""The words that are no names; the grammar has the same list."""


@lru_cache(maxsize=1)
def parser() -> lark.Lark:
    """The parser, from the cache if it can be had there; building it takes some 0.4 s."""
    text = grammar_text()
    place = _cache_place(text)
    if place is None:
        return build(text)
    try:
        with place.open("rb") as cached:
            return lark.Lark.load(cached)
    except Exception:  # absent, unreadable, cut short, of another build: it is only a cache
        built = build(text)
        _store(built, place)
        return built


def grammar_text() -> str:
    """The grammar: in a wheel beside the package's modules, in a checkout beside the package."""
    packaged = files("critc") / "grammar" / "critc.lark"
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    checkout = Path(__file__).parents[3] / "grammar" / "critc.lark"
    return checkout.read_text(encoding="utf-8")


def build(text: str, debug: bool = False) -> lark.Lark:
    """A new parser; with ``debug`` Lark logs the conflicts that it settles by itself."""
    return lark.Lark(
        text,
        parser="lalr",
        lexer="contextual",
        start=sorted(set(STARTS.values())),
        propagate_positions=True,
        maybe_placeholders=True,
        edit_terminals=_whole_words,
        debug=debug,
    )


def _whole_words(terminal: TerminalDef) -> None:
    """Let a word of the grammar match whole words only, with any number of spaces between two."""
    pattern = terminal.pattern
    if isinstance(pattern, PatternStr) and pattern.value[-1].isalpha():
        terminal.pattern = PatternRE(pattern.value.replace(" ", " +") + r"\b")


def _cache_place(text: str) -> Path | None:
    """Where the parser of this grammar and this Lark is kept; None without a home folder."""
    key = f"{lark.__version__} {sys.version_info[:2]} {text}"
    try:
        folder = _cache_folder() / "critc"
    except RuntimeError:
        return None
    return folder / f"parser-{sha256(key.encode()).hexdigest()[:16]}.bin"


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _store(built: lark.Lark, place: Path) -> None:
    """Write the cache in one step, so that another process never reads half of it."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as draft:
            built.save(draft)
    except OSError:  # no room, no right to write: the next process builds its own
        return
    try:
        Path(draft.name).replace(place)
    except OSError:  # elsewhere in use; what is there is as good
        Path(draft.name).unlink(missing_ok=True)
