"""Emitter of a protocol as JavaScript: what its page answers with."""

from critc.emit.javascript.emit import Script, emit

__all__ = ["Script", "emit"]
