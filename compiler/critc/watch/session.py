"""A run of `critc watch`: files are followed, previews rebuilt and written, browsers told."""

from __future__ import annotations

import socket
from collections.abc import Callable
from time import perf_counter

import anyio
from anyio.to_thread import run_sync
from watchfiles import awatch

from critc.watch.preview import Preview, look
from critc.watch.project import Output, Project
from critc.watch.server import Board, serve

# The system says when a folder changes. Where it does not (network drives, containers), and for
# a folder that is put in another's place, the files are looked at each second all the same.
_LOOK_EVERY_MS = 1000
_SETTLED_MS = 40
"""So long nothing may happen before the files are looked at: editors save in several steps."""
_AT_LATEST_MS = 400

Report = Callable[[Preview, float, str], None]
"""Told of each rebuild: the preview, the seconds it took, and why it was not written, or ""."""


def run(project: Project, output: Output | None, listener: socket.socket, report: Report) -> None:
    """Serves previews until it is interrupted."""
    try:
        anyio.run(_session, project, output, listener, report)
    except KeyboardInterrupt:
        return


async def _session(
    project: Project, output: Output | None, listener: socket.socket, report: Report
) -> None:
    board = Board(project.previews)

    async def rebuild() -> None:
        for stale in project.stale():
            started = perf_counter()
            preview = await run_sync(look, stale, project.lint_ignore, abandon_on_cancel=True)
            project.previews[preview.stem] = preview
            board.tell()
            report(preview, perf_counter() - started, await _written(output, preview, project))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_follow, project, rebuild)
        await serve(board, listener)
        tasks.cancel_scope.cancel()


async def _written(output: Output | None, preview: Preview, project: Project) -> str:
    if output is None:
        return ""
    try:
        await run_sync(output.write, preview, dict(project.previews), abandon_on_cancel=True)
    except OSError as error:
        return f"not written: {error.strerror}"
    return ""


async def _follow(project: Project, rebuild: Callable[[], object]) -> None:
    """Rebuilds at once, and then whenever something may have changed."""
    while True:
        await rebuild()  # type: ignore[misc]
        folders = project.folders()
        try:
            async for _ in awatch(
                *folders,
                watch_filter=None,
                recursive=False,
                debounce=_AT_LATEST_MS,
                step=_SETTLED_MS,
                rust_timeout=_LOOK_EVERY_MS,
                yield_on_timeout=True,
            ):
                await rebuild()  # type: ignore[misc]
                if project.folders() != folders:
                    break
        except OSError:  # a folder that has just gone, or no more room for watches
            await anyio.sleep(_LOOK_EVERY_MS / 1000)
