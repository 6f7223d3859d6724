"""HTML set as a PDF, in which no character goes missing for want of a font."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

_LOG = logging.getLogger("weasyprint")


def typeset(page: str, styles: tuple[str, ...], identifier: str) -> bytes:
    """A page as a tagged PDF; the same bytes from the same page and fonts.

    ``identifier`` stands in the file as it is, and says what it was made from. A character that no
    installed font has is written out, as ``[U+1F600]``. Raises OSError where there is no font at all.
    """
    pdf, missing = _set(page, styles, identifier)
    if not missing:
        return pdf
    if any(code < 128 for code in missing):
        raise OSError("no font is installed, so that a PDF would be empty")
    written_out = page.translate({code: f"[U+{code:04X}]" for code in missing})
    pdf, _ = _set(written_out, styles, identifier)
    return pdf


def _set(page: str, styles: tuple[str, ...], identifier: str) -> tuple[bytes, set[int]]:
    """The PDF, and the code points that it has no glyph for."""
    from weasyprint import CSS, HTML

    with _without_glyph() as missing:
        pdf: bytes = HTML(string=page, url_fetcher=_loads_nothing).write_pdf(
            stylesheets=[CSS(string=style) for style in styles],
            pdf_variant="pdf/ua-1",
            pdf_identifier=identifier.encode(),
        )
    return pdf, missing


def _loads_nothing(url: str) -> NoReturn:
    raise OSError(f"a checklist loads nothing, and not {url}")


@contextmanager
def _without_glyph() -> Iterator[set[int]]:
    """Collects the code points without a glyph, which WeasyPrint tells in its log."""
    missing: set[int] = set()

    def take(record: logging.LogRecord) -> bool:
        if record.msg.startswith(".notdef") and isinstance(record.args, tuple):
            missing.add(int(str(record.args[1])))
            return False
        return True

    _LOG.addFilter(take)
    try:
        yield missing
    finally:
        _LOG.removeFilter(take)
