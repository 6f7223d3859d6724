"""How templates are read, and what pages made of them may load and run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(
    folder: Path, *, autoescape: bool, finalize: Callable[[object], object] | None = None
) -> Environment:
    """The templates of a folder: what is not given is an error, and a line with a tag alone is none.

    ``autoescape`` is for HTML; ``finalize`` is applied to each value that a template writes.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )


def policy(style: str, script: str = "") -> str:
    """The content security policy of a page that loads nothing and runs ``script`` alone, if any.

    Source: Content Security Policy Level 3, hash sources.
    """
    runs = f"script-src {_hash(script)}; " if script else ""
    return (
        f"default-src 'none'; {runs}style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
