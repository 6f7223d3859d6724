"""What a new repository of protocols begins with: the files of `critc init`."""

from __future__ import annotations

from pathlib import Path

from critc.templating import environment
from critc.version import __version__

_FILES = Path(__file__).parent / "files"

EXAMPLE = "criteria/example.crit"
"""The protocol that a new repository begins with."""

# Where each stands in the repository. Names that begin with a dot mean something to tools wherever
# they stand, so here they are without it.
_PLACES = {
    "critc.toml": "critc.toml",
    "README.md": "README.md.j2",
    EXAMPLE: "example.crit",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/criteria.yml": "criteria.yml.j2",
}


def files() -> dict[str, bytes]:
    """The files of a new repository: path → content. They name this version of critc."""
    return {place: _content(name) for place, name in _PLACES.items()}


def _content(name: str) -> bytes:
    if not name.endswith(".j2"):
        return (_FILES / name).read_bytes()
    template = environment(_FILES, autoescape=False).get_template(name)
    return template.render(version=__version__).encode()
