"""Texts of a protocol that look like markup or script stay text, and pages run nothing but their own."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import chromium
import pytest
from markdown_it import MarkdownIt

from critc.emit import html, javascript, markdown
from critc.pipeline import compile_source
from critc.source import Source

PAGE = Path(html.__file__).parent
ENGINE = Path(javascript.__file__).parent / "runtime"
SCRIPTS = sorted([*PAGE.glob("scripts/*.js"), *ENGINE.glob("*.js")])
FORBIDDEN = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage"
    r"|indexedDB|fetch\(|XMLHttpRequest|WebSocket|eval\(|new Function)"
)
HOSTILE = [
    "<img src=x onerror=hacked=1>",
    "</script><script>hacked=1</script>",
    "<!--<script>hacked=1",
    "{{ 7 * 7 }} ${hacked=1} {% raw %}",
    "' onmouseover='hacked=1",
    "&lt;b&gt; &amp; ]]> -->",
    "javascript:hacked=1",
    "</style><style>*{display:none}",
]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_markup_of_text_or_stores_anything(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert FORBIDDEN.findall(code) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_protocol_are_shown_as_words(words: str, tmp_path: Path) -> None:
    said = words.replace('"', "'")
    text = (
        f'protocol P "{said}"\n\n'
        f"inclusion 1\n  > {words}\n"
        f'  fact ill "{said}"\n'
        f'  query ambiguous "{said}"\n    read as "{said}"\n'
    )
    program = compile_source(Source("hostile.crit", text)).program
    assert program is not None
    rendered = MarkdownIt("commonmark", {"html": True}).render(markdown.emit(program))
    assert escape(words).replace("&#x27;", "'") in rendered
    file = tmp_path / "hostile.html"
    file.write_text(html.emit(program), encoding="utf-8")
    page = chromium.browser().new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(file.as_uri())
    try:
        assert page.evaluate("typeof hacked") == "undefined"
        assert page.evaluate("document.querySelector('#I1 blockquote').textContent.trim()") == words
        assert page.locator("h1").first.is_visible()
        assert refused == []
    finally:
        page.close()


def test_the_browser_refuses_what_is_not_the_pages_own(tmp_path: Path) -> None:
    program = compile_source(
        Source(
            "p.crit", 'protocol P "P"\n\ninclusion 1\n  > Ill.\n  fact ill "Is the patient ill?"\n'
        )
    ).program
    assert program is not None
    text = html.emit(program)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    file = tmp_path / "injected.html"
    injected = "<script>hacked=1</script><style>h1{display:none}</style></body>"
    file.write_text(text.replace("</body>", injected), encoding="utf-8")
    page = chromium.browser().new_page()
    page.goto(file.as_uri())
    try:
        assert page.evaluate("typeof hacked") == "undefined"
        assert page.locator("h1").first.is_visible()
    finally:
        page.close()
