"""The result of screening as people read it: a line for each of many patients, a page for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

import click

from critc.ir.nodes import Criterion, Program

Result = Mapping[str, Any]
"""A screening's result, in the shape of its JSON."""

COLOURS = {"eligible": "green", "ineligible": "red", "undetermined": "yellow"}
WORDS = {
    ("inclusion", "satisfied"): "fulfilled",
    ("inclusion", "violated"): "not fulfilled",
    ("inclusion", "unknown"): "not known yet",
    ("exclusion", "satisfied"): "does not bar",
    ("exclusion", "violated"): "bars",
    ("exclusion", "unknown"): "not known yet",
}
READINGS = (
    "{} to the sponsor {} open. Until {} answered the criteria are read as the "
    "checklist says; critc explain shows the readings."
)
MARGIN = 21
"""Where the reasons start: after the criterion's name and its state."""


def state(criterion: Criterion, result: Result) -> str:
    """A criterion's state in the words of the checklist."""
    if result["applies"] is False:
        return "does not apply"
    return WORDS[criterion.kind, result["outcome"]]


def by_outcome(result: Result, outcome: str) -> list[Result]:
    """The criteria with that outcome."""
    return [criterion for criterion in result["criteria"] if criterion["outcome"] == outcome]


# ---- many patients ----------------------------------------------------------------------------

COLUMNS = (("patient", 10), ("verdict", 12), ("violated", 14), ("not known", 14), ("ask first", 0))


def header() -> str:
    """The table's first line."""
    return "  ".join(name.ljust(width) for name, width in COLUMNS).rstrip()


def row(screening: Any, width: int) -> str:
    """One patient's line, at most ``width`` columns wide, of a validator's ``Screening``.

    It takes the outcomes and what is to be asked; what decided is not worked out for it.
    """
    cells = (
        screening.patient or "–",
        screening.verdict,
        _names(screening.outcomes, False),
        _names(screening.outcomes, None),
        "; ".join(question.question.rstrip("?") for question in screening.missing[:2]),
    )
    taken = sum(width + 2 for _, width in COLUMNS)
    fitted = [
        _fit(cell, size or max(20, width - taken))
        for cell, (_, size) in zip(cells, COLUMNS, strict=True)
    ]
    fitted[1] = click.style(fitted[1], fg=COLOURS[screening.verdict])
    return "  ".join(fitted).rstrip()


def summary(verdicts: Mapping[str, int], refused: int) -> str:
    """The table's last line."""
    total = sum(verdicts.values()) + refused
    parts = [f"{verdicts.get(verdict, 0)} {verdict}" for verdict in COLOURS]
    if refused:
        parts.append(f"{refused} not readable")
    return f"{total} patient{'s' if total != 1 else ''}: {', '.join(parts)}"


def _names(outcomes: Mapping[str, bool | None], wanted: bool | None) -> str:
    return " ".join(name for name, outcome in outcomes.items() if outcome is wanted) or "–"


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


# ---- one patient ------------------------------------------------------------------------------


def page(result: Result, program: Program, width: int) -> Iterator[str]:
    """One patient's result: the verdict, what bars, what is open, and what to ask first."""
    verdict = click.style(result["verdict"].upper(), fg=COLOURS[result["verdict"]], bold=True)
    who = f"{program.protocol}  patient {result['patient'] or '–'}"
    yield f"{who}{' ' * max(2, width - len(who) - len(result['verdict']))}{verdict}"
    counts = [len(by_outcome(result, state)) for state in ("satisfied", "violated", "unknown")]
    yield (f"{counts[0]} of {sum(counts)} satisfied · {counts[1]} violated · {counts[2]} not known")
    kinds = {criterion.id: criterion for criterion in program.criteria}
    for outcome in ("violated", "unknown"):
        for criterion in by_outcome(result, outcome):
            yield ""
            yield from _criterion(criterion, kinds[criterion["id"]], program, width)
    if result["missing"]:
        yield ""
        yield "To settle it, ask first:"
        for fact in result["missing"]:
            text = _settling(fact, program, kinds, fact["criteria"])
            yield from hanging("  · ", text, width)
    if questions := sum(len(criterion.queries) for criterion in program.criteria):
        yield ""
        yield from hanging("", _readings(questions), width)


def _readings(questions: int) -> str:
    if questions == 1:
        return READINGS.format("1 question", "is", "it is")
    return READINGS.format(f"{questions} questions", "are", "they are")


def _criterion(result: Result, criterion: Criterion, program: Program, width: int) -> Iterator[str]:
    start = f"{result['id']:<4} {state(criterion, result):<15} "
    for line in because(result, program) or ["no clause decides it by itself"]:
        yield from hanging(start.ljust(MARGIN), line, width)
        start = ""


def because(result: Result, program: Program) -> list[str]:
    """The deciding clauses, one line each: the clause, the patient's values, the source line."""
    return [_clause(clause, program) for clause in result["because"]]


def _clause(clause: Mapping[str, Any], program: Program) -> str:
    answer = {"true": "yes", "false": "no", "unknown": "not known"}[clause["outcome"]]
    parts = [f"{clause['clause'].rstrip('?')}: {answer}"]
    parts += ["; ".join(clause["computed"])] if clause["computed"] else []
    values = clause["values"]
    if list(values.values()) != [answer]:
        parts += ["; ".join(_read(values, program))] if values else []
    causes = _causes(clause, program)
    parts += [", ".join(causes)] if causes else []
    return f"{' — '.join(parts)} (line {clause['line']})"


def _causes(clause: Mapping[str, Any], program: Program) -> list[str]:
    """Why it is not known; what is recorded, but does not count, is not missing."""
    absent = [path for path in clause["missing"] if path not in clause["values"]]
    limits = [path for path in absent if path.endswith((".uln", ".lln"))]
    named = f"missing: {', '.join(asked(path, program) for path in limits)}"
    said = {
        "missing": "missing" if len(absent) > len(limits) else "",
        "cannot be computed": named if limits else "cannot be computed",
    }
    return [words for words in (said.get(cause, cause) for cause in clause["causes"]) if words]


def _read(values: Mapping[str, str], program: Program) -> Iterator[str]:
    """What was read of the patient; records of one list by their number alone, each once."""
    lists = {path.partition("[")[0] for path in values if "[" in path}
    records: dict[str, list[str]] = {}
    for path, value in values.items():
        words = asked(path, program)
        record, _, field = path.partition("].")
        if field and len(lists) == 1 and record.partition("[")[0] in values:
            number = words[words.index("no. ") :].partition(", ")
            records.setdefault(number[0], []).append(f"{number[2]}: {value}")
        else:
            records[f"{words}: {value}"] = []
    for name, fields in records.items():
        yield f"{name}: {', '.join(fields)}" if fields else name


def asked(path: str, program: Program) -> str:
    """What stands at a path, in words: ``therapies[0].given.end`` is "therapies, no. 1, given, end"."""
    name, _, rest = path.partition("[")
    listed = next((listed for listed in program.lists if listed.name == name), None)
    if listed is None:
        name, _, side = path.partition(".")
        return _worded(program.fact(name).question, side)
    if not rest:
        return listed.title
    index, _, field = rest.partition("]")
    record = f"{listed.title}, no. {int(index) + 1}"
    field, _, side = field.removeprefix(".").partition(".")
    return f"{record}, {_worded(listed.field(field).question, side)}" if field else record


PARTS = {"uln": "upper limit of normal", "lln": "lower limit of normal"}


def _worded(question: str, side: str) -> str:
    # What stands in parentheses at the end helps whoever answers, not whoever reads the answer.
    words = question.partition(" (")[0] if question.endswith(")") else question
    words = words.rstrip("?")
    return f"{words}, {PARTS.get(side, side)}" if side else words


def hanging(start: str, text: str, width: int) -> Iterator[str]:
    """``text`` wrapped under itself, after ``start``."""
    lines = wrap(text, max(20, width - len(start))) or [""]
    yield start + lines[0]
    for line in lines[1:]:
        yield " " * len(start) + line


# ---- why --------------------------------------------------------------------------------------


def explanation(
    result: Result, program: Program, criteria: Sequence[str], width: int
) -> Iterator[str]:
    """Why each of these criteria came out as it did, and what would settle it."""
    by_id = {criterion.id: criterion for criterion in program.criteria}
    for outcome in result["criteria"]:
        if outcome["id"] not in criteria:
            continue
        criterion = by_id[outcome["id"]]
        name = f"{criterion.kind.capitalize()} {criterion.number}: {state(criterion, outcome)}"
        yield click.style(name, bold=True) + f"   ({program.file}, line {criterion.line})"
        for paragraph in criterion.text.split("\n"):
            yield from hanging("  ", paragraph, width)
        yield ""
        for line in because(outcome, program):
            yield from hanging("  · ", line, width)
        yield from _open(outcome, result, program, width)
        for query in criterion.queries:
            reading = f" Until answered, read as: {query.reading}." if query.reading else ""
            yield from hanging(
                "  ? ", f"Question for the sponsor: {query.question}{reading}", width
            )
        yield ""


def _open(outcome: Result, result: Result, program: Program, width: int) -> Iterator[str]:
    """What is not known for a criterion, and what would settle it."""
    by_id = {criterion.id: criterion for criterion in program.criteria}
    facts = [fact for fact in result["missing"] if outcome["id"] in fact["criteria"]]
    if facts:
        yield "  What would settle it:"
        for fact in facts:
            text = _settling(fact, program, by_id, [outcome["id"]])
            yield from hanging("  · ", text, width)
    elif outcome["missing"]:
        names = [asked(path, program) for path in outcome["missing"]]
        yield from hanging("  ", "Not known: " + "; ".join(names), width)


def _settling(
    fact: Result, program: Program, by_id: Mapping[str, Criterion], criteria: Sequence[str]
) -> str:
    """A fact, and which answers settle which criteria: "HBV DNA — below 1000 IU/mL: …"."""
    answers = []
    for settles in fact["settles"]:
        if settles["criterion"] not in criteria:
            continue
        criterion = by_id[settles["criterion"]]
        name = f"{criterion.kind} {criterion.number}"
        sides = [
            f"{settles[side]}: {WORDS[criterion.kind, outcome]}"
            for side, outcome in (("satisfies", "satisfied"), ("violates", "violated"))
            if settles[side]
        ]
        settled = "; ".join(sides) or "not settled by this alone"
        answers.append(f"{settled} ({name})")
    question = asked(fact["fact"], program) if "[" in fact["fact"] else fact["question"].rstrip("?")
    return f"{question} — {'; '.join(answers)}"
