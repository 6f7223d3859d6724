"""A project's settings: `critc.toml`, or `[tool.critc]` in `pyproject.toml`.

They are found from the working directory upwards; the first file that has some is the one. What an
option on the command line says comes before what they say.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from critc.formats import ENDINGS, USUAL

PAPERS = ("A4", "letter")

_OWN, _SHARED = "critc.toml", "pyproject.toml"
_IN_SHARED = "tool.critc"
_HEADER = re.compile(r"\s*\[+\s*([\w.\"'-]+)\s*\]+")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LINT_CODE = re.compile(r"W\d{4}")


class SettingsError(Exception):
    """Settings that cannot be used: the file, the line, what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; without a file, what holds without one.

    ``file`` is where it stands. Paths are as seen from the working directory. ``fail_under`` is the
    least share of clauses, in per cent, that the cases of a file must see both true and false.
    ``lint_ignore`` are the codes that `critc lint` does not report.
    """

    file: Path | None = None
    criteria: tuple[Path, ...] = (Path("criteria"),)
    output: Path = Path("generated")
    formats: tuple[str, ...] = USUAL
    paper: str = "A4"
    fail_under: float | None = None
    lint_ignore: tuple[str, ...] = ()


def find_settings(start: Path) -> Settings:
    """The settings for a folder, which they are shown from. Raises SettingsError and OSError."""
    for folder in (start, *start.parents):
        for name, inside in ((_OWN, ""), (_SHARED, _IN_SHARED)):
            file = folder / name
            if file.is_file():
                table = _table(file, Path(os.path.relpath(file, start)), inside)
                if table is not None:
                    return _settings(file, inside, table, start)
    return Settings()


def _table(file: Path, shown: Path, inside: str) -> Mapping[str, Any] | None:
    """What the file says of critc; None for a shared file that says nothing of it."""
    data = file.read_bytes()
    if inside and b"critc" not in data:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        whole = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}: this is not text in UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = (place and place[1]) or len(data.splitlines())
        why = _TOML_PLACE.sub("", str(error))
        raise SettingsError(f"{shown}:{line}: this is not as TOML is written: {why}") from error
    if not inside:
        return whole
    tools = whole.get("tool")
    found = tools.get("critc") if isinstance(tools, dict) else None
    if found is None or isinstance(found, dict):
        return found
    there = _line(data.decode("utf-8-sig"), inside)
    raise SettingsError(f"{shown}:{there}: `{inside}` takes a table of settings")


# ---- what there is to settle ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Setting:
    """A key of the file, the field it fills, what it takes in words, and how that is read.

    ``read`` gives the field's value, seen from the folder of the settings; None for what it does
    not take.
    """

    key: str
    field: str
    takes: str
    read: Callable[[object, Path], object]


def _path(value: object, folder: Path) -> Path | None:
    return Path(os.path.normpath(folder / value)) if isinstance(value, str) and value else None


def _paths(value: object, folder: Path) -> tuple[Path, ...] | None:
    found = [_path(each, folder) for each in value] if isinstance(value, list) else []
    return tuple(path for path in found if path) if found and all(found) else None


def _formats(value: object, _: Path) -> tuple[str, ...] | None:
    named = list(map(str, value)) if isinstance(value, list) else []
    known = named and all(each in ENDINGS for each in named)
    return tuple(form for form in ENDINGS if form in named) if known else None


def _paper(value: object, _: Path) -> str | None:
    return next((paper for paper in PAPERS if str(value).lower() == paper.lower()), None)


def _percent(value: object, _: Path) -> float | None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if number and 0 <= value <= 100 else None  # type: ignore[arg-type,operator]


def _codes(value: object, _: Path) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(_LINT_CODE.fullmatch(str(each)) for each in value):
        return None
    return tuple(value)


_SETTINGS = (
    _Setting("criteria", "criteria", 'a list of folders and files: ["criteria"]', _paths),
    _Setting("output", "output", 'the name of a folder: "generated"', _path),
    _Setting("formats", "formats", f"a list of some of {', '.join(ENDINGS)}", _formats),
    _Setting("paper", "paper", f'"{PAPERS[0]}" or "{PAPERS[1]}"', _paper),
    _Setting("test.fail-under", "fail_under", "a number from 0 to 100, per cent", _percent),
    _Setting("lint.ignore", "lint_ignore", 'a list of codes: ["W0601"]', _codes),
)
_BY_KEY = {setting.key: setting for setting in _SETTINGS}


def _settings(file: Path, inside: str, table: Mapping[str, Any], start: Path) -> Settings:
    folder = Path(os.path.relpath(file.parent, start))
    shown = Path(os.path.relpath(file, start))
    found: dict[str, Any] = {}
    for key, value in _leaves(table):
        setting = _BY_KEY.get(key)
        problem = "" if setting else f"there is no setting `{key}`{_instead(key)}"
        if setting:
            found[setting.field] = setting.read(value, folder)
            if found[setting.field] is None:
                problem = f"`{key}` takes {setting.takes}"
        if problem:
            whole = f"{inside}.{key}".lstrip(".")
            line = _line(file.read_text(encoding="utf-8-sig"), whole)
            raise SettingsError(f"{shown}:{line}: {problem}")
    return Settings(file=shown, **found)


def _leaves(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    """Each setting by its whole name, ``lint.ignore``; an empty table of no known setting too."""
    for name, value in table.items():
        key = f"{above}{name}"
        known = any(other.startswith(f"{key}.") for other in _BY_KEY)
        if isinstance(value, dict) and (value or known):
            yield from _leaves(value, f"{key}.")
        else:
            yield key, value


def _instead(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("_", "-"), _BY_KEY, 1, 0.6)
    last = [other for other in _BY_KEY if other.split(".")[-1] == key.split(".")[-1]]
    begun = [other for other in _BY_KEY if other.startswith(f"{key}.")]
    for other in (*begun, *last, *near):
        return f"; did you mean `{other}`?"
    return f"; there are {', '.join(_BY_KEY)}"


def _line(text: str, wanted: str) -> int:
    """The line where a setting stands; of one that is written in one with others, theirs."""
    table, best = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = name = _plain(header[1])
        elif key:
            name = f"{table}.{_plain(key[1])}".lstrip(".")
        else:
            continue
        if name == wanted:
            return number
        if wanted.startswith(f"{name}."):
            best = number
    return best


def _plain(name: str) -> str:
    return name.replace('"', "").replace("'", "")
