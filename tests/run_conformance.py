"""Runs a folder of worked examples through every backend: ``python tests/run_conformance.py ROWS``.

Prints passed and failed per file and backend, and each failing row with what was expected and what
came instead. Exit code 1 when a row fails, 2 when there are none.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from conformance_backends import BACKENDS
from conformance_check import disagreements
from conformance_rows import FOLDER, examples


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    try:
        rows = list(examples(folder))
    except (FileNotFoundError, NotADirectoryError) as error:
        print(error, file=sys.stderr)
        return 2
    results: Counter[tuple[str, str, bool]] = Counter()
    for row in rows:
        for backend in BACKENDS:
            wrong = disagreements(row, backend)
            results[row.file, backend, not wrong] += 1
            for line in wrong:
                print(f"{row.file} {row.id} {backend}: {line}")
    _print_table(results)
    return 1 if any(not passed for _, _, passed in results) else 0


def _print_table(results: Counter[tuple[str, str, bool]]) -> None:
    """Passed and failed, a line for each file and backend."""
    lines = sorted({(file, backend) for file, backend, _ in results})
    width = max(len(file) for file, _ in lines)
    print(f"{'file':{width}}  {'backend':8}  passed  failed")
    for file, backend in lines:
        passed, failed = results[file, backend, True], results[file, backend, False]
        print(f"{file:{width}}  {backend:8}  {passed:6}  {failed:6}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
