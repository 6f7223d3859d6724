"""Patients in files: one JSON record, many as JSON Lines or as an array, or flat facts as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from json import JSONDecodeError, JSONDecoder
from typing import BinaryIO, Literal

from critc.ir.nodes import Program

Format = Literal["json", "jsonl", "csv"]

SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}


class UnreadableFileError(Exception):
    """The file as a whole cannot be read as patients; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One patient's record: the line on which it starts (from 1), and its text or its data.

    ``problem`` says why there is neither.
    """

    line: int
    text: str = ""
    data: dict[str, object] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A record, or with no line a whole file, that cannot be read: problems as path and message."""

    file: str
    line: int | None
    problems: tuple[tuple[str, str], ...]

    def as_data(self) -> dict[str, object]:
        """It as JSON has it."""
        problems = [{"path": path, "message": message} for path, message in self.problems]
        return {"file": self.file, "line": self.line, "problems": problems}


def entries(
    stream: BinaryIO,
    form: Format,
    program: Program,
    read: Callable[[int], object] = int,
) -> Iterator[Entry]:
    """The records of a stream of UTF-8, one by one; ``read`` is told of the bytes as they are read.

    Raises UnreadableFileError.
    """
    match form:
        case "jsonl":
            yield from _lines(stream, read)
        case "json":
            yield from _array_or_object(_decoded(stream.read()))
        case "csv":
            from critc.csv_patients import rows

            text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            try:
                for line, found in rows(text, program):
                    if isinstance(found, str):
                        yield Entry(line, problem=found)
                    else:
                        yield Entry(line, data=found)
            except UnicodeDecodeError as error:
                raise UnreadableFileError(_not_utf8(error)) from error
            finally:
                text.detach()  # the stream is the caller's to close


def sniff(head: bytes) -> Format:
    """The format of a stream without a name, from its first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        return "json"
    if not start.startswith(b"{"):
        return "csv"
    first, _, rest = start.partition(b"\n")
    return "jsonl" if first.rstrip().endswith(b"}") and rest.lstrip()[:1] in (b"{", b"") else "json"


def _lines(stream: BinaryIO, read: Callable[[int], object]) -> Iterator[Entry]:
    for number, line in enumerate(stream, start=1):
        read(len(line))
        text = _decoded(line).strip()
        if text:
            yield Entry(number, text)


def _array_or_object(text: str) -> Iterator[Entry]:
    """The elements of an array, each with its own text, so that each is judged by itself."""
    start = _skip(text, 0)
    if text[start : start + 1] != "[":
        yield Entry(1, text)
        return
    decoder, at = JSONDecoder(), _skip(text, start + 1)
    while text[at : at + 1] not in ("]", ""):
        try:
            _, end = decoder.raw_decode(text, at)
        except (JSONDecodeError, RecursionError) as error:
            line = text.count("\n", 0, at) + 1
            raise UnreadableFileError(f"line {line}: this is not a list of JSON records") from error
        yield Entry(text.count("\n", 0, at) + 1, text[at:end])
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            line = text.count("\n", 0, at) + 1
            raise UnreadableFileError(f"line {line}: a comma or the list's closing ] is missing")
    if not text[at:] or text[_skip(text, at + 1) :]:
        raise UnreadableFileError("the list of records does not end with its closing ]")


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t", "\r", "\n"):
        at += 1
    return at


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_not_utf8(error)) from error


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"this is not text in UTF-8 (byte {error.start + 1}): save it as UTF-8"
