"""Use the built wheel where there is no checkout: an editable install hides files it forgets.

    python tests/installed.py FOLDER_OF_THE_WHEEL PROTOCOL.crit PATIENTS.jsonl

In an empty environment and an empty folder, checks and builds the protocol, screens the patients
with the command, then runs the generated validator in an interpreter without any package. Both
must give the same verdicts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

# What a hospital's own program would do with the validator and a file of JSON Lines.
SCREEN = """\
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("validator", sys.argv[1])
validator = importlib.util.module_from_spec(spec)
sys.modules["validator"] = validator
spec.loader.exec_module(validator)
for line in open(sys.argv[2], encoding="utf-8"):
    verdict = validator.screen(validator.Patient.from_json(line)).verdict
    print(getattr(verdict, "value", verdict))
"""

# The library comes with the wheel.
BORROWING = """\
use bmi from library/formulas version "1.0"
fact weight : kg "Body weight"
fact height : cm "Body height"
inclusion 1
  > Body mass index of at least 18.5 kg/m2.
  bmi(weight, height) ≥ 18.5 kg/m2
"""


def run(*command: str | Path, folder: Path) -> str:
    """The command's output, shown on the way; a failure ends the run."""
    print("$", *(Path(word).name if Path(word).is_absolute() else word for word in command[:6]))
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout)
        sys.exit(f"exit code {done.returncode}")
    return done.stdout


def use(wheel: Path, protocol: Path, patients: Path, folder: Path) -> None:
    venv.create(folder / "env", with_pip=True)
    python, critc = folder / "env/bin/python", folder / "env/bin/critc"
    source = shutil.copy(protocol, folder / protocol.name)
    sample = shutil.copy(patients, folder / patients.name)

    run(python, "-m", "pip", "install", "--quiet", wheel, folder=folder)
    print(run(critc, "--version", folder=folder), end="")
    run(critc, "init", "fresh", folder=folder)
    run(critc, "build", "--check", folder=folder / "fresh")
    run(critc, "check", source, folder=folder)
    run(critc, "build", source, folder=folder)
    run(critc, "build", "--check", source, folder=folder)
    (folder / "borrowing.crit").write_text(BORROWING, encoding="utf-8")
    run(critc, "check", "borrowing.crit", folder=folder)
    run(critc, "explain-code", "E0101", folder=folder)
    screened = run(critc, "screen", "--format", "json", source, sample, folder=folder)
    expected = [json.loads(line)["verdict"] for line in screened.splitlines()]

    [validator] = (folder / "generated").rglob("*.py")
    bare = [sys.executable, "-I", "-S", "-c", SCREEN]
    verdicts = run(*bare, validator, sample, folder=folder).split()
    if not verdicts or verdicts != expected:
        sys.exit(f"the validator says {verdicts}, `critc screen` says {expected}")
    print(f"{len(verdicts)} patients screened alike by the command and by the bare validator")


def main() -> None:
    folder, protocol, patients = (Path(word).resolve() for word in sys.argv[1:])
    [wheel] = folder.glob("*.whl")
    with tempfile.TemporaryDirectory() as scratch:
        use(wheel, protocol, patients, Path(scratch))


if __name__ == "__main__":
    main()
