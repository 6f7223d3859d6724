"""The compiled protocol, and the JSON Schema of a patient."""

from critc.emit.json.compiled import emit
from critc.emit.json.schema import schema

__all__ = ["emit", "schema"]
