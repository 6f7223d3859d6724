"""What the browser gets: a frame with page and checklist in it, and word of each change.

It answers this machine alone. The server listens on the loopback address; a request that names
another host is refused, as one comes whose name another's server has turned to this machine (DNS
rebinding), and so is one that another site's page makes. What is served are previews and the
parts of the frame, by name: no path of a request is ever one of a file.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Mapping
from functools import cache
from json import dumps
from pathlib import Path
from types import FrameType

import uvicorn
from jinja2 import Template
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from critc.templating import environment
from critc.version import __version__
from critc.watch.preview import Preview

HOST = "127.0.0.1"
HOSTS = (HOST, "localhost")

_HERE = Path(__file__).parent
_ASSETS = {
    "watch.css": "text/css",
    "watch.js": "text/javascript",
    "protocol.js": "text/javascript",
    "protocols.js": "text/javascript",
}
_ALIVE_SECONDS = 15.0

# The frame runs and loads what this server has, and stands in nobody else's page. The page and
# the checklist in it bring policies of their own, which are stricter.
_FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FRAMED = "frame-ancestors 'self'"
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


# ---- what the browsers are told ---------------------------------------------------------------


class Board:
    """The state of all previews, and those who wait for its changes."""

    def __init__(self, previews: Mapping[str, Preview]) -> None:
        self.previews = previews
        self._changed = asyncio.Event()
        self._closed = False

    def tell(self) -> None:
        """Lets everybody know that something has changed."""
        self._changed.set()
        self._changed = asyncio.Event()

    def close(self) -> None:
        """Lets everybody go."""
        self._closed = True
        self._changed.set()

    async def events(self) -> AsyncIterator[str]:
        """The state now and after each change, as server-sent events."""
        while not self._closed:
            changed = self._changed
            yield f"data: {dumps(self.state(), ensure_ascii=False)}\n\n"
            while not changed.is_set():
                try:
                    await asyncio.wait_for(changed.wait(), _ALIVE_SECONDS)
                except asyncio.TimeoutError:
                    yield ":\n\n"  # shows whether anybody still listens

    def state(self) -> list[dict[str, object]]:
        """What the frame shows of each protocol."""
        return [_state(preview) for _, preview in sorted(self.previews.items())]


def _state(preview: Preview) -> dict[str, object]:
    program = preview.program
    return {
        "name": preview.stem,
        "file": preview.path.as_posix(),
        "title": program.title if program else "",
        "version": program.sha256 if program else "",
        "built": preview.built,
        "looked": bool(program or preview.problems),
        "problems": [problem.text for problem in preview.problems],
        "warnings": [problem.text for problem in preview.warnings],
    }


# ---- what is served ---------------------------------------------------------------------------


def application(board: Board) -> Starlette:
    """The application that serves a board's previews."""

    async def start(_: Request) -> Response:
        if len(board.previews) == 1:
            return RedirectResponse(f"/protocol/{next(iter(board.previews))}")
        return _frame("protocols.html.j2", name="")

    async def protocol(request: Request) -> Response:
        preview = board.previews.get(request.path_params["name"])
        return _frame("protocol.html.j2", name=preview.stem) if preview else _nothing()

    async def page(request: Request) -> Response:
        preview = board.previews.get(request.path_params["name"])
        return _framed(preview.page) if preview and preview.page else _nothing()

    async def checklist(request: Request) -> Response:
        preview = board.previews.get(request.path_params["name"])
        return _framed(preview.checklist) if preview and preview.checklist else _nothing()

    async def asset(request: Request) -> Response:
        name = request.path_params["name"]
        return Response(_asset(name), media_type=_ASSETS[name]) if name in _ASSETS else _nothing()

    async def events(_: Request) -> Response:
        return StreamingResponse(board.events(), media_type="text/event-stream")

    return Starlette(
        routes=[
            Route("/", start),
            Route("/protocol/{name}", protocol),
            Route("/page/{name}.html", page),
            Route("/checklist/{name}.html", checklist),
            Route("/assets/{name}", asset),
            Route("/events", events),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
            Middleware(_OwnPagesAlone),
        ],
    )


def _frame(template: str, name: str) -> Response:
    html = _template(template).render(name=name, compiler=__version__)
    return HTMLResponse(html, headers={"content-security-policy": _FRAME})


def _framed(page: bytes) -> Response:
    return HTMLResponse(page, headers={"content-security-policy": _FRAMED})


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.", 404)


@cache
def _template(name: str) -> Template:
    return environment(_HERE / "templates", autoescape=True).get_template(name)


@cache
def _asset(name: str) -> str:
    return (_HERE / "assets" / name).read_text(encoding="utf-8")


# ---- for whom ---------------------------------------------------------------------------------


class _OwnPagesAlone:
    """Refuses what the pages of other sites ask for, and says of each answer who may use it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_RAW_HEADERS]
            await send(message)

        if scope["type"] == "http" and _is_foreign(Headers(scope=scope)):
            await PlainTextResponse("Only its own pages are answered.", 403)(scope, receive, marked)
        else:
            await self._app(scope, receive, marked)


def _is_foreign(headers: Headers) -> bool:
    """Whether another site's page asks. Source: Fetch Metadata Request Headers (W3C)."""
    own = {f"http://{headers.get('host')}", None}
    opened = headers.get("sec-fetch-mode", "") == "navigate"
    site = headers.get("sec-fetch-site", "none")
    return headers.get("origin") not in own or not (opened or site in ("same-origin", "none"))


_RAW_HEADERS = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]


# ---- the server -------------------------------------------------------------------------------


def listen(port: int) -> socket.socket:
    """A socket of this machine alone, on a port; 0 is any that is free. Raises OSError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class _Server(uvicorn.Server):
    """Lets those who wait for changes go when it is interrupted; else it would wait for them."""

    board: Board

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.board.close()
        super().handle_exit(sig, frame)


async def serve(board: Board, listener: socket.socket) -> None:
    """Answers browsers until it is interrupted."""
    server = _Server(
        uvicorn.Config(application(board), lifespan="off", log_level="warning", access_log=False)
    )
    server.board = board
    await server.serve(sockets=[listener])
