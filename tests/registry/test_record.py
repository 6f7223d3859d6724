"""Registry records are read; of what is none, every problem is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from critc.registry.record import Record, RecordError, read_record, record_of

RECORDS = sorted((Path(__file__).parent.parent / "records").glob("NCT*.json"))


def with_modules(identity: object, eligibility: object) -> dict[str, object]:
    return {"protocolSection": {"identificationModule": identity, "eligibilityModule": eligibility}}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_read(path: Path) -> None:
    record = read_record(path.read_bytes())
    assert record.nct_id == path.stem
    assert "xclusion" in record.criteria


def test_the_fields_of_a_record() -> None:
    identity = {
        "nctId": "NCT00000001",
        "briefTitle": "Short\u200b  title",
        "officialTitle": "Long\ntitle",
    }
    eligibility = {
        "eligibilityCriteria": "Inclusion Criteria:\n\n* a",
        "sex": "FEMALE",
        "minimumAge": "18 Years",
        "maximumAge": None,
    }
    assert record_of(with_modules(identity, eligibility)) == Record(
        nct_id="NCT00000001",
        titles=("Long title", "Short title"),
        criteria="Inclusion Criteria:\n\n* a",
        sex="FEMALE",
        minimum_age="18 Years",
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "This is not JSON: line 1, Expecting value."),
        (b'{"a":\n1,}', "This is not JSON: line 2"),
        (b"\xff\xfe", "This is not text in UTF-8."),
        (b"[" * 100_000, "nested too deeply"),
        (b"9" * 5000, "a number too long to read"),
        (b"[1]", "This is a list, and no registry record"),
        (b"null", "This is null"),
        (b"true", "This is yes or no"),
        (b"{}", "it has no `protocolSection`"),
        (b'{"studies": []}', "This is a list of studies"),
        (b'{"ProtocolSection": {}}', "in the registry's older shape"),
        (b'{"protocolSection": []}', "`protocolSection` is a list, no object."),
    ],
)
def test_what_is_no_record_at_all(content: bytes, problem: str) -> None:
    with pytest.raises(RecordError) as raised:
        read_record(content)
    assert problem in raised.value.problems[0]


def test_every_problem_of_a_record_is_said() -> None:
    data = with_modules(
        {"nctId": "NCT123", "officialTitle": 7},
        {"eligibilityCriteria": ["a"], "sex": "X", "minimumAge": {}},
    )
    with pytest.raises(RecordError) as raised:
        record_of(data)
    assert sorted(raised.value.problems) == [
        "`eligibilityCriteria` is a list, no text.",
        "`minimumAge` is an object, no text.",
        "`nctId` is “NCT123”: a registry number is NCT and 8 digits.",
        "`officialTitle` is a number, no text.",
        "`sex` is “X”, not one of ALL, FEMALE, MALE.",
    ]


def test_what_is_missing_is_said_once() -> None:
    with pytest.raises(RecordError) as raised:
        record_of({"protocolSection": {"eligibilityModule": {}}})
    assert raised.value.problems == (
        "`identificationModule` is missing.",
        "`eligibilityCriteria` is missing: the record has no criteria.",
    )


def test_a_byte_order_mark_is_no_problem() -> None:
    data = with_modules({"nctId": "NCT00000001"}, {"eligibilityCriteria": "a"})
    content = b"\xef\xbb\xbf" + json.dumps(data).encode()
    assert read_record(content).nct_id == "NCT00000001"


def test_digits_of_other_scripts_make_no_registry_number() -> None:
    with pytest.raises(RecordError):
        record_of(with_modules({"nctId": "NCT٠٠٠٠٠٠٠١"}, {"eligibilityCriteria": "a"}))
