"""The look of the document: paper, paragraph styles, head and foot of each page."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.section import _Footer, _Header
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from critc.emit.docx.words import text

FONT = "Arial"
PAPER = {"A4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
LEFT, RIGHT = Mm(17), Mm(13)  # the left has room for the holes of a binder
_RULE = """\
<w:pBdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{lines}</w:pBdr>
"""
_LINE = '<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="000000"/>'
_GROUND = """\
<w:shd xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       w:val="clear" w:color="auto" w:fill="{colour}"/>
"""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its size, the room before and after it (points), what it is kept with."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    with_next: bool = False
    whole: bool = False


LOOKS = (
    Look("Normal", 9),
    Look("Title", 16, after=2, bold=True),
    Look("Subtitle", 11, after=3),
    Look("Heading 1", 13, before=14, after=5, bold=True, with_next=True),
    Look("Heading 2", 10.5, before=10, after=4, bold=True, with_next=True),
    Look("Quote", 9.5, with_next=True, whole=True),
    Look("List Bullet", 9, after=1),
    Look("Lead", 9, before=4, after=3, bold=True, with_next=True),
    Look("Note", 9, before=4, after=3, with_next=True),
    Look("Fine Print", 8, after=3),
    Look("Sponsor Question", 8, after=2, whole=True),
    Look("Outcome", 9, before=6, after=4, whole=True),
    Look("Cell", 9, before=1.5, after=1.5),
    Look("Box Cell", 12, before=0, after=0),
    Look("Column Head", 7.5, before=1, after=1, with_next=True),
    Look("Written", 8),
    Look("Gap", 3, with_next=True),
    Look("Header", 8),
    Look("Footer", 8),
)


def dress(docx: Docx, paper: str) -> Length:
    """Sets paper, styles and language; the width between the margins."""
    section = docx.sections[0]
    section.page_width, section.page_height = PAPER[paper]
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = Mm(18), Mm(17)
    section.header_distance = section.footer_distance = Mm(9)
    width = Length(section.page_width - LEFT - RIGHT)
    for look in LOOKS:
        _set(_style(docx, look.name), look)
    _rule(_style(docx, "Quote"), 12, 6, "left")
    _rule(_style(docx, "Heading 1"), 4, 2, "bottom")
    _rule(_style(docx, "Outcome"), 8, 4, "top", "left", "bottom", "right")
    _ground(_style(docx, "Heading 2"), "DDDDDD")
    for name in ("Footer", "Outcome"):
        _style(docx, name).paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    _style(docx, "Quote").paragraph_format.left_indent = Mm(2.5)
    _style(docx, "Sponsor Question").paragraph_format.left_indent = Mm(2.5)
    _style(docx, "Written").font.name = "Courier New"
    for language in docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    return width


def _style(docx: Docx, name: str) -> ParagraphStyle:
    styles = docx.styles
    if name not in [style.name for style in styles]:
        added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = styles["Normal"]
    found = styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _set(style: ParagraphStyle, look: Look) -> None:
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold = FONT, Pt(look.size), look.bold
    font.color.rgb = RGBColor(0, 0, 0)
    properties.rFonts.set(qn("w:cs"), FONT)
    for name in ("w:pBdr", "w:tabs"):
        for inherited in style.element.get_or_add_pPr().findall(qn(name)):
            inherited.getparent().remove(inherited)
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = 1.1
    paragraph.keep_with_next, paragraph.keep_together = look.with_next, look.whole


def _rule(style: ParagraphStyle, eighths: int, space: int, *sides: str) -> None:
    """Lines beside the paragraphs of a style, so many eighths of a point thick."""
    lines = (_LINE.format(side=side, eighths=eighths, space=space) for side in sides)
    _insert(style, _RULE.format(lines="".join(lines)), "w:shd")


def _ground(style: ParagraphStyle, colour: str) -> None:
    _insert(style, _GROUND.format(colour=colour))


def _insert(style: ParagraphStyle, xml: str, *before: str) -> None:
    """Puts a property of paragraphs where the schema wants it, before these and what follows."""
    following = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:outlineLvl")
    style.element.get_or_add_pPr().insert_element_before(parse_xml(xml), *before, *following)


# ---- head and foot ----------------------------------------------------------------------------


def run_along(docx: Docx, patient: str, foot: str) -> None:
    """Puts the patient's line at the head of each page but the first, and the foot on every page."""
    section = docx.sections[0]
    section.different_first_page_header_footer = True
    _line(section.header).add_run(patient)
    for part in (section.footer, section.first_page_footer):
        line = _line(part)
        line.add_run(text(foot) + "\t")
        _field(line, "PAGE")
        line.add_run(" / ")
        _field(line, "NUMPAGES")


def _line(part: _Header | _Footer) -> Paragraph:
    part.is_linked_to_previous = False
    first: Paragraph = part.paragraphs[0]
    return first


def _field(line: Paragraph, name: str) -> None:
    """A field that Word works out; "1" stands there until it has."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    line._p.append(field)
