"""The server's tests have an event loop of their own, also where a browser's is running."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def _no_loop_is_running() -> Iterator[None]:
    """Playwright keeps its loop running between its calls, in the same thread: that one steps aside."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)
