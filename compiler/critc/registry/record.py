"""A registry record in the v2 shape of ClinicalTrials.gov: the parts that a protocol needs.

Only ``protocolSection.identificationModule`` and ``protocolSection.eligibilityModule`` are read
(the registry's "Study Data Structure").
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from critc.registry.plain import one_line, visible_only

_NCT = re.compile(r"NCT[0-9]{8}")
_SEXES = ("ALL", "FEMALE", "MALE")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Record:
    """A record. ``criteria`` is its text of eligibility criteria, with its line feeds and indents.

    ``titles`` are the official and the brief one, as far as given. ``sex`` is "ALL", "FEMALE", "MALE"
    or "" (not given); ages are as registered, "18 Years", or "".
    """

    nct_id: str
    titles: tuple[str, ...]
    criteria: str
    sex: str = ""
    minimum_age: str = ""
    maximum_age: str = ""

    @property
    def title(self) -> str:
        """The official title, the brief one where there is none, or ""."""
        return self.titles[0] if self.titles else ""


class RecordError(Exception):
    """A file is no such record; ``problems`` says why, in sentences."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def read_record(content: bytes) -> Record:
    """The record in a file's content. Raises RecordError, which names all that is wrong with it."""
    return record_of(_parsed(content))


def record_of(data: object) -> Record:
    """The record in JSON data. Raises RecordError."""
    reading = _Reading([])
    section = _protocol_section(data)
    identity = reading.module(section, "identificationModule")
    eligibility = reading.module(section, "eligibilityModule")
    titles = (reading.text(identity, name) for name in ("officialTitle", "briefTitle"))
    record = Record(
        nct_id=reading.nct_id(identity),
        titles=tuple(one_line(title) for title in titles if title.strip()),
        criteria=reading.criteria(eligibility),
        sex=reading.sex(eligibility),
        minimum_age=one_line(reading.text(eligibility, "minimumAge")),
        maximum_age=one_line(reading.text(eligibility, "maximumAge")),
    )
    if reading.problems:
        raise RecordError(*reading.problems)
    return record


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RecordError("This is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"This is not JSON: line {error.lineno}, {error.msg}.") from error
    except RecursionError as error:
        raise RecordError("This is no registry record: it is nested too deeply.") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise RecordError(
            "This is no registry record: it has a number too long to read."
        ) from error


def _protocol_section(data: object) -> Mapping[str, object]:
    """``protocolSection``; without it nothing else is worth looking at."""
    if not isinstance(data, dict):
        raise RecordError(
            f"This is {_kind(data)}, and no registry record: one is an object with `protocolSection`."
        )
    if "studies" in data:
        raise RecordError("This is a list of studies: take one of them, which is one record.")
    if "ProtocolSection" in data or "FullStudiesResponse" in data:
        raise RecordError("This is a record in the registry's older shape: the v2 one is read.")
    if "protocolSection" not in data:
        raise RecordError(
            "This is no registry record of the v2 shape: it has no `protocolSection`."
        )
    found = data["protocolSection"]
    if not isinstance(found, dict):
        raise RecordError(f"`protocolSection` is {_kind(found)}, no object.")
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads parts of the data, and collects what is wrong with them.

    A module that is missing is None, and nothing more is said of what it should hold.
    """

    problems: list[str]

    def module(self, section: Mapping[str, object], name: str) -> Mapping[str, object] | None:
        """A module of the protocol section."""
        found = section.get(name)
        if isinstance(found, dict):
            return found
        what = f"is {_kind(found)}, no object" if name in section else "is missing"
        self.problems.append(f"`{name}` {what}.")
        return None

    def text(self, module: Mapping[str, object] | None, name: str) -> str:
        """A text without what nobody sees, or "" where there is none."""
        found = module.get(name) if module else None
        if found is None or isinstance(found, str):
            return visible_only(found or "")
        self.problems.append(f"`{name}` is {_kind(found)}, no text.")
        return ""

    def nct_id(self, module: Mapping[str, object] | None) -> str:
        """The registry number."""
        before = len(self.problems)
        found = self.text(module, "nctId").strip()
        if module is not None and not _NCT.fullmatch(found) and len(self.problems) == before:
            said = f"is {_shown(found)}" if found else "is missing"
            self.problems.append(f"`nctId` {said}: a registry number is NCT and 8 digits.")
        return found

    def criteria(self, module: Mapping[str, object] | None) -> str:
        """The text of the criteria, which is what all this is about."""
        before = len(self.problems)
        found = self.text(module, "eligibilityCriteria")
        if module is not None and not found.strip() and len(self.problems) == before:
            self.problems.append("`eligibilityCriteria` is missing: the record has no criteria.")
        return found

    def sex(self, module: Mapping[str, object] | None) -> str:
        """One of the registry's three words, or ""."""
        found = self.text(module, "sex").strip()
        if found and found not in _SEXES:
            self.problems.append(f"`sex` is {_shown(found)}, not one of {', '.join(_SEXES)}.")
        return found


def _shown(text: str) -> str:
    short = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
    return f"“{one_line(short)}”"


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "yes or no"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"
