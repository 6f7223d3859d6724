"""A Word document as a file: the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP file can name
_CORE = "docProps/core.xml"
_DATES = ("created", "modified", "revision")


def saved(docx: Docx) -> bytes:
    """The file of a document, without times; its properties stand in it uncompressed."""
    _drop_thumbnail(docx)
    _drop_dates(docx)
    draft, final = BytesIO(), BytesIO()
    docx.save(draft)
    with ZipFile(draft) as parts, ZipFile(final, "w") as packed:
        for name in parts.namelist():
            packed.writestr(_entry(name), parts.read(name))
    return final.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_STORED if name == _CORE else ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
    return entry


def _drop_thumbnail(docx: Docx) -> None:
    """python-docx begins with a document of its own, whose picture this is not."""
    relations = docx.part.package.rels
    for name in [n for n, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _drop_dates(docx: Docx) -> None:
    properties = docx.core_properties._element
    for each in list(properties):
        if str(each.tag).rpartition("}")[2] in _DATES:
            properties.remove(each)
