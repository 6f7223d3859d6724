"""Patients for the tests of the page, and how a person gets one into it."""

from __future__ import annotations

import json
from typing import Any

from browser.protocols import ROOT
from playwright.sync_api import Page, expect

PATIENTS = ROOT / "tests/patients"

Data = dict[str, Any]


def complete(protocol: str = "NCT07289048") -> Data:
    """A patient of whom everything is known, and who may take part."""
    if protocol == "NCT07289048":
        lines = (PATIENTS / "sample.jsonl").read_text(encoding="utf-8").splitlines()
        data: Data = json.loads(lines[0])
        return data
    text = (PATIENTS / f"{protocol}.json").read_text(encoding="utf-8")
    return {"id": "1", **json.loads(text)["base"]}


def choose_file(page: Page, data: Data, name: str = "patient.json") -> None:
    """Gives the page a file, as the person at it chooses one."""
    buffer = json.dumps(data).encode()
    file = {"name": name, "mimeType": "application/json", "buffer": buffer}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def open_patient(page: Page, data: Data) -> None:
    """Opens a patient, and waits until the page has said so: its outcomes are explained by then."""
    choose_file(page, data)
    expect(page.locator("#status")).to_contain_text("is open")
