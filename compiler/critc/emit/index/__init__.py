"""The page from which a site picks its trial: all protocols of a folder, with links to their files."""

from critc.emit.index.emit import Listed, emit

__all__ = ["Listed", "emit"]
