"""A program as a document for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from critc.ir.nodes import (
    Age,
    All,
    AnyOf,
    Cases,
    Condition,
    Criterion,
    Defined,
    Except,
    KOf,
    Node,
    Not,
    Program,
    Select,
    Table,
    When,
    Window,
)
from critc.ir.outline.answers import answer, sheet
from critc.ir.outline.basis import basis_of
from critc.ir.outline.document import Document, Group, Line, Moment, Place, Question, Section, Sheet
from critc.ir.outline.lines import Joined, Writer, holding, is_short, spanned
from critc.ir.outline.memory import Memory, Spot
from critc.ir.outline.uses import uses_of
from critc.ir.words import date_words, names_of
from critc.ir.words.conditions import counting, selected
from critc.ir.words.english import capital, visible
from critc.ir.words.names import Names
from critc.ir.words.walk import OverRecords, asked_in, children, walk

_VERDICTS = (
    (
        "The patient can take part",
        "every inclusion is fulfilled, and no exclusion bars the patient",
    ),
    (
        "The patient cannot take part",
        "an inclusion is not fulfilled, or an exclusion bars the patient",
    ),
    (
        "It is not yet known whether the patient can take part",
        "neither of these, and something is still not known",
    ),
)
_UNLESS = (
    "Where a line “does not count if …” and what follows holds, it does not hold, even if it "
    "is ticked “yes”."
)
_ACCEPTED = (
    "Where a line “counts as fulfilled too if …” and what follows holds, it holds, even if it "
    "is ticked “no”."
)
_APPLIES = (
    "Where a criterion does not apply, it counts as fulfilled, or as not barring the patient."
)
_WHICHEVER = (
    "Of lines “if …” under “whichever applies” the first that holds counts, and only what stands "
    "under it is asked."
)
_WINDOWS = (
    "“Within 2 weeks before” a day means from the day 2 weeks before it to that day itself, both "
    "included; “less than 2 weeks before” leaves the first of these days out."
)
_AGES = "Ages are counted in completed years, up to the day before the next birthday."
_REFERENCES = "What “R1”, “R2” and so on refer to stands at the end."
_HINTS = (
    "The words of the protocol come first. Below them stands what to look up.",
    "Tick “yes” or “no” only for what a source document shows, else “not known”.",
    "What is missing is never a pass.",
    "A line holds if it is ticked “yes”, and does not if it is ticked “no”.",
    "Tick “yes” where what a line says is so, also where it says “not”, “no” or “none”.",
    _UNLESS,
    _ACCEPTED,
    _WINDOWS,
    _AGES,
    "A criterion is “not known yet” as long as something that is not known could change it.",
    "Where it says that somebody decides, that person answers and nobody else.",
    _APPLIES,
    _WHICHEVER,
    _REFERENCES,
)
_MEANT = "Unless a line says otherwise, the results meant are those {}."
LONG = 25  # letters of a window that are worth saying once
_KINDS = {
    "ambiguous": "can be read in more than one way",
    "truncated": "cut off in the source",
    "contradiction": "contradicts itself or another part",
    "undefined": "not defined",
    "elsewhere": "refers to what is not there",
}


def outline(program: Program, dates: Mapping[str, date]) -> Document:
    """The document of a program; ``dates`` are the planned moments, by name."""
    names = names_of(program, dates)
    memory = Memory(uses_of(program, names), basis_of(program))
    sections: list[Section] = []
    asked = 0
    for criterion in program.criteria:
        sections.append(_section(criterion, names, memory, asked))
        asked += len(criterion.queries)
    mentioned = _mentions(program)
    return Document(
        protocol=visible(program.protocol),
        title=visible(program.title),
        version=visible(program.version),
        source=visible(program.source),
        file=visible(program.file),
        sha256=program.sha256,
        moments=tuple(
            Moment(
                visible(fact.question), date_words(dates[fact.name]) if fact.name in dates else ""
            )
            for fact in program.facts
            if fact.moment
        ),
        dated=any(fact.name in dates for fact in program.facts),
        hints=_hints(program),
        sections=tuple(sections),
        queries=tuple(query for section in sections for query in section.queries),
        facts=tuple(
            answer(fact, names.proper, mentioned.get(fact.name, ())) for fact in program.facts
        ),
        lists=_dictionary_of_lists(names, memory, mentioned),
        verdicts=_VERDICTS,
        references=memory.basis.shown(),
    )


def _hints(program: Program) -> tuple[str, ...]:
    """How to fill it in; what the protocol has no occasion for is left out."""
    conditions = [criterion.condition for criterion in program.criteria]
    conditions += [definition.condition for definition in program.definitions]
    nodes = [node for condition in conditions for node in walk(condition)]
    words = {node.word for node in nodes if isinstance(node, Except)}
    occasions = {
        _UNLESS: "unless" in words,
        _ACCEPTED: "accepted if" in words,
        _APPLIES: any(each.applies for each in program.criteria),
        _WHICHEVER: any(isinstance(node, Cases) and not node.at.formula for node in nodes),
        _WINDOWS: any(isinstance(node, Window) for node in nodes),
        _AGES: any(isinstance(node, Age) and node.unit == "years" for node in nodes),
        _REFERENCES: bool(basis_of(program).references),
    }
    return tuple(hint for hint in _HINTS if occasions.get(hint, True))


# ---- one criterion --------------------------------------------------------------------------


def _section(criterion: Criterion, names: Names, memory: Memory, asked: int) -> Section:
    title = f"{criterion.kind} {criterion.number}"
    window = _common_window(criterion.condition, names)
    writer = Writer(names, memory, Spot(criterion.id, title), [])
    applies, first = _population(criterion.applies, writer)
    body = replace(writer, names=names.assuming(window))
    lines, exceptions, lead = _body(criterion, body, start=len(first))
    return Section(
        id=criterion.id,
        kind=criterion.kind,
        title=capital(title),
        text=visible(criterion.text),
        lead=lead,
        results=visible(f"Unless a line says otherwise, the results meant are those {window}.")
        if window
        else "",
        lines=(*first, *lines),
        exceptions=exceptions,
        single=not lead,
        applies=applies,
        sheets=tuple(writer.sheets),
        queries=tuple(
            Question(
                asked + i,
                Place(title, criterion.id),
                _KINDS[query.kind],
                visible(query.question),
                visible(query.reading),
            )
            for i, query in enumerate(criterion.queries, start=1)
        ),
        outcomes=_outcomes(criterion),
    )


def _common_window(condition: Condition, names: Names) -> str:
    """Where and when results are of, if most picked results of a criterion are of the same.

    "" where a line means results of any day: it would be read as if it meant those.
    """
    windows = [window for _, window in _windows(condition, names)]
    found = Counter(window for picked, window in _windows(condition, names) if picked)
    window, times = found.most_common(1)[0] if found else ("", 0)
    return window if times > 2 and len(window) > LONG and all(windows) else ""


def _windows(node: Node, names: Names) -> Iterator[tuple[bool, str]]:
    """Where and when the results of measurements are of, and whether one of them is picked."""
    if isinstance(node, Defined):
        yield from _windows(names.program.definition(node.name).condition, names)
    if isinstance(node, OverRecords):
        listed = names.lists[node.records]
        words = counting(node.where, names.inside(node))
        if listed.kind == "measurement":
            yield isinstance(node, Select), words
        names = names.inside(node)
        if isinstance(node, Select):
            names = names.introducing(node.var, selected(node, names))
    for child in children(node):
        yield from _windows(child, names)


def _population(applies: Condition | None, writer: Writer) -> tuple[Line | None, tuple[Line, ...]]:
    """For whom a criterion is asked, and the line for it where it takes more than one."""
    if applies is None:
        return None, ()
    if is_short(applies):
        return writer.population(applies), ()
    line = writer.under(0).line(applies)
    return Line(f"line {line.label} holds"), (line,)


def _body(
    criterion: Criterion, writer: Writer, start: int
) -> tuple[tuple[Line, ...], tuple[Group, ...], str]:
    """The lines of a criterion, what excepts all of them, and what they mean for it.

    Their labels begin at ``start``. The last is "" for a criterion that asks one thing.
    """
    condition = criterion.condition
    alone = _asks_one_thing(condition) and not writer.still_to_define(condition)
    if start == 0 and alone:
        return (writer.line(condition),), (), ""
    whole = _whole_list(condition)
    top = whole.part if whole else condition
    listed = top.part if isinstance(top, Not) else top
    if not isinstance(listed, Joined) or len(listed.parts) < 2:
        line = writer.under(start).line(condition)
        return (line,), (), _lead(criterion, holding(condition, (line,)), "")
    lines = writer.lines(listed.parts, start)
    holds = holding(top, lines)
    if whole is None:
        return lines, (), _lead(criterion, holds, "")
    unless = f"{capital(spanned(lines))} do not count if"
    exception = writer.exception(whole, start + len(lines), unless)
    word = "unless" if whole.word == "unless" else "or if"
    but = f", {word} {holding(whole.exception, exception.lines)}"
    return lines, (exception,), _lead(criterion, holds, but)


def _lead(criterion: Criterion, holds: str, but: str) -> str:
    if criterion.kind == "inclusion":
        return f"Fulfilled if {holds}{but}."
    return f"Bars the patient if {holds}{but}."


def _whole_list(condition: Condition) -> Except | None:
    """The exception of a whole list, which stands after its lines."""
    if isinstance(condition, Except) and isinstance(condition.part, Joined):
        return condition if len(condition.part.parts) > 1 else None
    return None


def _asks_one_thing(condition: Condition) -> bool:
    match condition:
        case Not(part) | All((part,)) | AnyOf((part,)):
            return _asks_one_thing(part)
        case All() | AnyOf() | KOf() | Except() | When() | Cases() | Table() | Defined():
            return False
        case _:
            return True


def _outcomes(criterion: Criterion) -> tuple[str, ...]:
    """The boxes of a criterion; the first is for what its line or lead says, as "yes" is."""
    if criterion.kind == "inclusion":
        known = ("fulfilled", "not fulfilled", "not known yet")
    else:
        known = ("bars", "does not bar", "not known yet")
    return known if criterion.applies is None else (*known, "does not apply")


# ---- the data dictionary --------------------------------------------------------------------


def _mentions(program: Program) -> dict[str, tuple[Place, ...]]:
    """Where each fact and list is asked, in the order of the criteria."""
    found: dict[str, dict[Place, None]] = {}
    for criterion in program.criteria:
        place = Place(f"{criterion.kind} {criterion.number}", criterion.id)
        for condition in (criterion.applies, criterion.condition):
            for name in asked_in(condition, program) if condition is not None else ():
                found.setdefault(name, {})[place] = None
    return {name: tuple(places) for name, places in found.items()}


def _dictionary_of_lists(
    names: Names, memory: Memory, mentioned: Mapping[str, tuple[Place, ...]]
) -> tuple[Sheet, ...]:
    nowhere = (Place("", ""),)
    return tuple(
        sheet(
            listed, _first(listed.name, memory, mentioned.get(listed.name, nowhere)), names.proper
        )
        for listed in names.program.lists
    )


def _first(name: str, memory: Memory, mentions: tuple[Place, ...]) -> Place:
    """Where a list is written down, or first needed."""
    return memory.lists[name].at if name in memory.lists else mentions[0]
