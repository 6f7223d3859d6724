"""A protocol as a document for people, the same for paper and page."""

from critc.ir.outline.build import outline
from critc.ir.outline.document import (
    Answer,
    Document,
    Grid,
    Group,
    Line,
    Moment,
    Place,
    Question,
    Reference,
    Section,
    Sheet,
)

__all__ = [
    "Answer",
    "Document",
    "Grid",
    "Group",
    "Line",
    "Moment",
    "Place",
    "Question",
    "Reference",
    "Section",
    "Sheet",
    "outline",
]
