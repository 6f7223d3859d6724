"""The Python validator."""

from critc.emit.python.emit import emit, load

__all__ = ["emit", "load"]
