"""The moving picture of the documentation: it moves, and is small enough to be loaded with a page."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

RECORDING = Path(__file__).parent.parent / "docs" / "recording.webp"


def test_the_recording_moves_and_is_small() -> None:
    assert RECORDING.stat().st_size < 600_000
    with Image.open(RECORDING) as picture:
        assert getattr(picture, "n_frames", 1) > 20
