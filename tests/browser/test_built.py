"""The scripts and styles that pages carry are built from the sources that stand beside them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from critc.emit import html, javascript

PAGE = Path(html.__file__).parent
ENGINE = Path(javascript.__file__).parent / "runtime"
BUILT = {
    "page.js": [*PAGE.glob("scripts/*.js"), *ENGINE.glob("*.js")],
    "powers.js": [ENGINE / "approximation.js"],
    "page.css": [*PAGE.glob("styles/*.css")],
}


@pytest.mark.parametrize("name", BUILT)
def test_it_is_built_from_its_sources(name: str) -> None:
    sources = b"".join(path.read_bytes() for path in sorted(BUILT[name]))
    first = (PAGE / "dist" / name).read_text(encoding="utf-8").partition("\n")[0]
    assert sha256(sources).hexdigest() in first, "stale: `make scripts` builds it"


def test_the_licence_of_the_decimal_library_is_kept() -> None:
    assert "MIT" in (PAGE / "dist" / "powers.js").read_text(encoding="utf-8")
