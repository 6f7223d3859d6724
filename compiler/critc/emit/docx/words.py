"""Words in a paragraph: plain, bold, and boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

_NOT_XML = re.compile("[\ufffe\uffff]")  # what else XML forbids, a document has written out before
_CONTROL = """\
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:sdtPr>
    <w:alias w:val={means}/>
    <w:id w:val="{number}"/>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>
      <w:t>☐</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box that Word ticks when it is clicked; ``means`` is what a tick in it says."""

    means: str


Words = tuple[str | Bold | Box, ...]


def text(words: str) -> str:
    """The words without the two characters that XML cannot hold; these are written out."""
    return _NOT_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", words)


def write(paragraph: Paragraph, words: Words, ids: Iterator[int]) -> None:
    """Puts words into a paragraph. ``ids`` numbers the boxes of the document."""
    for piece in words:
        match piece:
            case str():
                paragraph.add_run(text(piece))
            case Bold(said):
                paragraph.add_run(text(said)).bold = True
            case Box(means):
                control = _CONTROL.format(means=quoteattr(text(means)), number=next(ids))
                paragraph._p.append(parse_xml(control))
