"""Emitter of a protocol as JavaScript: what its page answers with."""

from critc.emit.javascript.emit import emit, has_powers

__all__ = ["emit", "has_powers"]
