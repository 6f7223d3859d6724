"""Whom the preview answers, and what it serves: this machine alone, and nothing but previews."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from watch.conftest import Watch
from watch.watching import OTHER, Watching

from critc.cli import main


def test_it_listens_on_the_loopback_address_alone(watching: Watching) -> None:
    port = urlsplit(watching.url).port
    for address in ("127.0.0.2", "::1", *other_addresses()):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as other:
            other.settimeout(5)
            assert other.connect_ex((address, port)) != 0, address


def other_addresses() -> list[str]:
    """What this machine is called by others."""
    found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    return [str(each[4][0]) for each in found if each[4][0] != "127.0.0.1"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "0.0.0.0", "10.0.0.1", ""]
)
@pytest.mark.parametrize("path", ["/", "/page/small.html", "/events", "/assets/watch.js"])
def test_a_foreign_host_is_refused(watching: Watching, host: str, path: str) -> None:
    answer, body = watching.ask(path, Host=host)
    assert answer.status == 400
    assert b"ECOG" not in body


def test_its_own_names_are_answered(watching: Watching) -> None:
    port = urlsplit(watching.url).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        answer, body = watching.ask("/page/small.html", Host=host, Origin=f"http://{host}")
        assert answer.status == 200
        assert b"ECOG" in body


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors"},
    ],
)
def test_another_sites_page_gets_nothing(watching: Watching, headers: dict[str, str]) -> None:
    for path in ("/page/small.html", "/events"):
        answer, body = watching.ask(path, **headers)
        assert answer.status == 403
        assert b"ECOG" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/criteria/small.crit",
        "/page/../criteria/small.crit",
        "/page/..%2fcriteria%2fsmall.crit",
        "/page/%2e%2e%2f%2e%2e%2fcriteria%2fsmall.html",
        "/page/small.html/../../criteria/small.crit",
        "/page//etc/passwd",
        "/page/%2fetc%2fpasswd.html",
        "/page/unknown.html",
        "/page/small.crit",
        "/checklist/../small.html",
        "/assets/../server.py",
        "/assets/..%2fserver.py",
        "/assets/checklist.css",
        "/assets/%00",
        "/protocol/..",
        "/protocol/small%00",
        "/protocol/<script>",
        "//evil.example/",
    ],
)
def test_nothing_but_previews_is_served(watching: Watching, path: str) -> None:
    answer, body = watching.ask(path)
    assert answer.status == 404
    assert body in (b"There is nothing here.", b"Not Found")


def test_the_frame_loads_from_this_server_alone_and_stands_in_no_other_page(
    watching: Watching,
) -> None:
    for path in ("/protocol/small", "/page/small.html", "/checklist/small.html", "/events"):
        answer, _ = watching.ask(path)
        assert answer.getheader("cache-control") == "no-store"
        assert answer.getheader("cross-origin-resource-policy") == "same-origin"
        assert answer.getheader("x-content-type-options") == "nosniff"
        assert answer.getheader("access-control-allow-origin") is None
    policy = watching.ask("/protocol/small")[0].getheader("content-security-policy") or ""
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    framed = watching.ask("/page/small.html")[0].getheader("content-security-policy")
    assert framed == "frame-ancestors 'self'"


def test_one_protocol_is_shown_at_once_and_several_are_listed(folder: Path, watch: Watch) -> None:
    watching = watch("--no-write")
    watching.wait_built("small")
    answer, _ = watching.ask("/")
    assert (answer.status, answer.getheader("location")) == (307, "/protocol/small")
    (folder / "criteria" / "other.crit").write_text(OTHER, encoding="utf-8")
    watching.wait_built("other")
    answer, body = watching.ask("/")
    assert (answer.status, b'id="protocols"' in body) == (200, True)


def test_the_interrupt_ends_it_also_while_somebody_waits_for_changes(watch: Watch) -> None:
    watching = watch("--no-write")
    place = urlsplit(watching.url)
    with socket.create_connection((place.hostname, place.port)) as waiting:
        waiting.sendall(f"GET /events HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
        assert waiting.recv(15) == b"HTTP/1.1 200 OK"
        assert watching.interrupt() == 0
    assert "Traceback" not in watching.printed()
    assert "rror" not in watching.printed()


# ---- wrong use --------------------------------------------------------------------------------


def critc_watch(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["watch", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def test_a_port_that_is_taken_is_said(
    watching: Watching, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    port = str(urlsplit(watching.url).port)
    code, said = critc_watch("--port", port)
    assert code == 2
    assert f"port {port} cannot be used" in said
    assert "--port 0" in said


@pytest.mark.parametrize("library", ["starlette", "uvicorn", "watchfiles", "markdown_it"])
def test_a_library_that_is_missing_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setitem(sys.modules, library, None)
    code, said = critc_watch()
    assert code == 2
    assert "pip install 'critc[watch]'" in said


def test_a_file_that_is_not_there_is_wrong_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert critc_watch("no_such.crit")[0] == 2
    (folder / "criteria" / "small.crit").unlink()
    assert critc_watch()[0] == 2
