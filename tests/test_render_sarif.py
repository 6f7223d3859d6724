"""Diagnostics as SARIF: the parts that critc writes are as the standard has them, and say the same.

The schema below is written from the text of the standard, section by section, and closed: OASIS,
Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01, August 2023.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from click.testing import CliRunner

from critc.cli import main
from critc.diagnostic import Diagnostic, Related
from critc.messages import page
from critc.pipeline import compile_source
from critc.render.sarif import as_log
from critc.source import Source, Span
from critc.version import __version__

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.rglob("*.crit"))


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "properties": required | optional,
        "required": list(required),
        "additionalProperties": False,
    }


def several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


TEXT = {"type": "string", "minLength": 1}
FROM_1 = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}  # §3.27.10
MESSAGE = closed({"text": TEXT})  # §3.11
URI = {"type": "string", "pattern": r"^([!#$%&'()*+,;=:@/?~._A-Za-z0-9-])+$"}  # §3.10, RFC 3986
ARTIFACT_LOCATION = closed({"uri": URI})  # §3.4
REGION = closed(  # §3.30: lines and columns from 1, the end column behind the last character
    {"startLine": FROM_1, "startColumn": FROM_1, "endLine": FROM_1, "endColumn": FROM_1}
)
PHYSICAL = closed({"artifactLocation": ARTIFACT_LOCATION, "region": REGION})  # §3.29
LOCATION = closed({"physicalLocation": PHYSICAL}, message=MESSAGE)  # §3.28
RELATED = closed(  # §3.27.22, §3.28.2
    {"physicalLocation": PHYSICAL, "id": {"type": "integer", "minimum": 0}}, message=MESSAGE
)
REPLACEMENT = closed(  # §3.57
    {"deletedRegion": REGION}, insertedContent=closed({"text": {"type": "string"}})
)
CHANGE = closed(  # §3.56
    {
        "artifactLocation": ARTIFACT_LOCATION,
        "replacements": {"type": "array", "items": REPLACEMENT, "minItems": 1},
    }
)
FIX = closed({"artifactChanges": several(CHANGE)}, description=MESSAGE)  # §3.55
RESULT = closed(  # §3.27
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
    },
    relatedLocations=several(RELATED),
    fixes=several(FIX),
)
RULE = closed(  # §3.49, §3.50
    {"id": TEXT, "defaultConfiguration": closed({"level": LEVEL})},
    shortDescription=MESSAGE,
    help=closed({"text": TEXT, "markdown": TEXT}),  # §3.12
)
DRIVER = closed({"name": TEXT, "version": TEXT, "rules": several(RULE)})  # §3.19
RUN = closed(  # §3.14
    {
        "tool": closed({"driver": DRIVER}),  # §3.18
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},  # §3.14.17
        "results": several(RESULT),
    }
)
LOG = closed(  # §3.13
    {"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}}
    | {"runs": several(RUN)}
)
VALIDATOR = jsonschema.Draft202012Validator(LOG)


def log_of(*files: tuple[tuple[Diagnostic, ...], Source]) -> Any:
    """The log as a reader gets it, after a look at its form."""
    log = json.loads(json.dumps(as_log(files)))
    VALIDATOR.validate(log)
    return log


def run_of(*diagnostics: Diagnostic, source: Source) -> Any:
    [run] = log_of((diagnostics, source))["runs"]
    return run


SOURCE = Source("criteria/of one.crit", "a ≥ 3\n  b𝒳 within\nc\n")
THERE = Span(8, 17)


def test_every_kind_of_mistake_is_a_log_of_the_standard() -> None:
    compiled = [compile_source(Source(p.name, p.read_bytes().decode())) for p in FILES]
    [run] = log_of(*((c.diagnostics, c.source) for c in compiled))["runs"]
    assert len(run["results"]) == sum(len(c.diagnostics) for c in compiled)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({d.code for c in compiled for d in c.diagnostics})
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_a_rule_is_explained_by_its_page() -> None:
    run = run_of(Diagnostic("E0101", THERE, "It is wrong."), source=SOURCE)
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == page("E0101").title
    assert page("E0101").paragraphs[0] in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_a_log_without_findings_is_one_too() -> None:
    run = run_of(source=SOURCE)
    assert run["results"] == []
    assert run["tool"]["driver"]["version"] == __version__


def test_a_place_is_counted_in_characters_from_1() -> None:
    run = run_of(Diagnostic("E0199", THERE, "It is wrong.", label="this"), source=SOURCE)
    assert run["columnKind"] == "unicodeCodePoints"
    [location] = run["results"][0]["locations"]
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "criteria/of%20one.crit"},
            "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 12},
        },
        "message": {"text": "this"},
    }


def test_what_to_do_stands_in_the_message_and_other_places_beside_it() -> None:
    related = (Related(Span(0, 1), "the first"), Related(Span(18, 19), "the second"))
    found = Diagnostic("W0501", THERE, "It is odd.", help="Mend it.", related=related)
    [result] = run_of(found, source=SOURCE)["results"]
    assert result["message"] == {"text": "It is odd. Mend it."}
    assert (result["ruleId"], result["level"]) == ("W0501", "warning")
    told = [
        (other["id"], other["message"]["text"], other["physicalLocation"]["region"]["startLine"])
        for other in result["relatedLocations"]
    ]
    assert told == [(1, "the first", 1), (2, "the second", 3)]


@pytest.mark.parametrize("mended", ["c", "", "all of\n    - a\n    - b"])
def test_a_fix_puts_the_replacement_in_place_of_what_is_underlined(mended: str) -> None:
    found = Diagnostic("E0199", THERE, "It is wrong.", replacement=mended)
    [result] = run_of(found, source=SOURCE)["results"]
    [fix] = result["fixes"]
    [change] = fix["artifactChanges"]
    [edit] = change["replacements"]
    [location] = result["locations"]
    assert change["artifactLocation"] == location["physicalLocation"]["artifactLocation"]
    assert edit["deletedRegion"] == location["physicalLocation"]["region"]
    assert edit["insertedContent"]["text"] == mended
    assert "\n" not in fix["description"]["text"]


def test_a_file_is_named_so_that_it_is_found() -> None:
    for name in ("a.crit", "criteria/Ärzte 3%.crit", "/tmp/x/a b.crit"):
        found = Diagnostic("E0199", Span(0, 1), "It is wrong.")
        [result] = run_of(found, source=Source(name, "x"))["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert PurePosixPath(unquote(uri.removeprefix("file://"))) == PurePosixPath(name)
        assert uri.startswith("file:///") == name.startswith("/")


def test_a_place_in_a_library_is_one_of_that_file() -> None:
    path = BAD / "E0202" / "name_of_a_library.crit"
    compilation = compile_source(Source(path.name, path.read_text(encoding="utf-8")))
    [result] = run_of(*compilation.diagnostics, source=compilation.source)["results"]
    places = [
        location["physicalLocation"]["artifactLocation"]["uri"]
        for location in (*result["locations"], *result["relatedLocations"])
    ]
    assert places == [
        "name_of_a_library.crit",
        "library/definitions.crit",
        "name_of_a_library.crit",
    ]


def test_check_writes_it_for_several_files() -> None:
    files = [str(BAD / "E0303" / "no_unit.crit"), str(BAD / "W0505" / "not_mentioned.crit")]
    result = CliRunner().invoke(main, ["check", "--format", "sarif", *files])
    assert result.exit_code == 1
    log = json.loads(result.stdout)
    VALIDATOR.validate(log)
    [run] = log["runs"]
    assert [found["ruleId"] for found in run["results"]] == ["E0303", "W0505"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E0303", "W0505"]


def test_a_comparison_with_a_record_has_no_such_form() -> None:
    arguments = ["check", "--format", "sarif", "--against", "r.json", str(FILES[0])]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "--against" in result.stderr
