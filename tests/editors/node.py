"""Node, as the environment has it, with the packages that npm has put there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"
VENV = ROOT / ".venv"


def node(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> str:
    """What a program of Node prints. ``environment`` takes the place of the search path and more.

    Raises:
        AssertionError: it ended with a complaint, which is in the message.
    """
    own = {"NODE_PATH": str(VENV / "npm" / "node_modules"), "NO_COLOR": "1"}
    done = subprocess.run(
        [VENV / "bin" / "node", *arguments],
        env={**os.environ, **own, **(environment or {})},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
