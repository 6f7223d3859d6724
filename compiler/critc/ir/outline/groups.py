"""The data dictionary as a person would ask it: in which group each fact and list stands.

The rules look at what is declared and how it is asked, never at what a protocol is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from critc.ir.dictionary import (
    Choice,
    Code,
    Date,
    Declared,
    Judged,
    Listed,
    Number,
    Period,
    Quantity,
    Set,
    YesNo,
)
from critc.ir.nodes import (
    Age,
    All,
    AnyOf,
    Case,
    Condition,
    DateOf,
    DateOrder,
    Defined,
    Except,
    Fact,
    Is,
    KOf,
    Node,
    Not,
    Program,
    When,
)
from critc.ir.words.english import without_note
from critc.ir.words.walk import asked_in, children, conditions_of, facts_in, walk

PATIENT = "About the patient"
DATES = "Dates of the study"
HISTORY = "Disease and history"
TREATMENTS = "Treatments"
MEASURED = "Laboratory and measurements"
JUDGEMENTS = "Judgements"
GROUPS = (PATIENT, DATES, HISTORY, TREATMENTS, MEASURED, JUDGEMENTS)

# LOINC: date of birth, sex, sex at birth, age, race, ethnicity.
_DEMOGRAPHIC = frozenset("21112-8 46098-0 76689-9 30525-0 32624-9 69490-1".split())
_OF_DRUGS = frozenset({"rxnorm", "atc"})
_UNITS_OF_TIME = frozenset("s min h d wk mo a".split())

_AGREEING = re.compile(r"\b(consent|agree|signed|willing|unwilling)\b", re.IGNORECASE)
_TREATED = re.compile(r"\b(treated with|receive[ds]?|receiving|taking|takes|doses? of)\b")
_TESTED = re.compile(r"\b(laborator(y|ies)|tests?|results?)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(given|taken|received|doses?|dosed|administered|transfused|exposed|irradiated)\b"
)
_TREATMENT = re.compile(
    r"\b(lines?|courses?|cycles?) of\b|"
    r"\b(\w*therap(y|ies)|treatments?|drugs?|medications?|regimens?)\b"
)
_ATTRIBUTE = re.compile(r"[:(]| (of|after|before|from|to|under) ")


def groups_of(program: Program) -> dict[str, str]:
    """The group of each fact and list, by name."""
    groups = {fact.name: _of_fact(fact) for fact in program.facts}
    groups |= {listed.name: _of_list(listed) for listed in program.lists}
    groups |= dict.fromkeys(_births(program), PATIENT)
    groups |= dict.fromkeys(_days_of_the_study(program), DATES)
    groups |= dict.fromkeys(_with_treatments(program, groups), TREATMENTS)
    groups |= dict.fromkeys(_of_one_sex(program) & _in(HISTORY, groups), PATIENT)
    groups |= dict.fromkeys(_with_sex(program, groups), PATIENT)
    return groups | dict.fromkeys(_formalities(program, groups), DATES)


def _in(group: str, groups: dict[str, str]) -> set[str]:
    return {name for name, of in groups.items() if of == group}


# ---- by what is declared --------------------------------------------------------------------


def _of_fact(fact: Declared) -> str:
    question, _ = without_note(fact.question)
    match fact.type:
        case _ if fact.moment:
            return DATES
        case _ if _is_demographic(fact):
            return PATIENT
        case Judged():
            return JUDGEMENTS
        case YesNo() if _AGREEING.search(question):
            return PATIENT
        case _ if _OF_DRUGS & _systems(fact) or _TREATED.search(question.lower()):
            return TREATMENTS
        case Quantity() if not _is_time(fact.type):
            return MEASURED
        case _ if "loinc" in _systems(fact):
            return MEASURED
        case Choice() | Date() if _TESTED.search(question):
            return MEASURED
        case _:
            return HISTORY


def _is_demographic(fact: Declared) -> bool:
    """Whether it says who the patient is: sex, a number of years, what is coded so."""
    if any(code.system == "loinc" and code.value in _DEMOGRAPHIC for code in fact.codes):
        return True
    years = isinstance(fact.type, Number) and fact.type.noun == "years"
    return years or _is_sex(fact)


def _is_sex(fact: Declared) -> bool:
    options = {option.name for option in getattr(fact.type, "options", ())}
    return isinstance(fact.type, Choice) and options >= {"female", "male"}


def _is_time(kind: Quantity) -> bool:
    return kind.units[0].code in _UNITS_OF_TIME


def _of_list(listed: Listed) -> str:
    if listed.kind == "measurement":
        return MEASURED
    if _is_treatment(listed):
        return TREATMENTS
    told = [field for field in listed.fields if not isinstance(field.type, Date)]
    measured = [f for f in told if isinstance(f.type, Quantity) and not _is_time(f.type)]
    return MEASURED if 2 * len(measured) > len(told) else HISTORY


def _is_treatment(listed: Listed) -> bool:
    """Whether records are of what a patient was given: by codes, by its days, by its title."""
    if _OF_DRUGS & _systems(listed) or any(_OF_DRUGS & _systems(f) for f in listed.fields):
        return True
    dated = (field for field in listed.fields if isinstance(field.type, Date | Period))
    if any(_GIVEN.search(f"{field.name.replace('_', ' ')} {field.question}") for field in dated):
        return True
    title = listed.title.lower()
    found = _TREATMENT.search(title)
    attribute = _ATTRIBUTE.search(title)
    return found is not None and (attribute is None or found.start() < attribute.start())


def _systems(of: Declared | Listed) -> set[str]:
    """The code systems of a fact, field or list, and of its options."""
    codes: tuple[Code, ...] = of.codes
    if isinstance(of, Declared) and isinstance(of.type, Choice | Set):
        codes += tuple(code for option in of.type.options for code in option.codes)
    return {code.system for code in codes}


# ---- by how it is asked ---------------------------------------------------------------------


def _births(program: Program) -> set[str]:
    """The dates from which an age is counted."""
    found: set[str] = set()
    for node in _nodes(program):
        match node:
            case Age(birth=DateOf(Fact(name))):
                found.add(name)
            case _:
                pass
    return found


def _days_of_the_study(program: Program) -> set[str]:
    """The dates that a condition sets against a moment itself, not against days before or after."""
    moments = {fact.name for fact in program.facts if fact.moment}
    found: set[str] = set()
    for node in _nodes(program):
        match node:
            case DateOrder(left=DateOf(Fact(one)), right=DateOf(Fact(other))):
                found |= {one, other} if moments & {one, other} else set()
            case _:
                pass
    return found


def _nodes(program: Program) -> Iterator[Node]:
    for condition in conditions_of(program):
        yield from walk(condition)


def _with_treatments(program: Program, groups: dict[str, str]) -> set[str]:
    """The yes/no facts of a criterion that stand behind one of a treatment: "and can she stop it?"."""
    found: set[str] = set()
    before = ""
    for fact in program.facts:
        if not fact.criterion or not isinstance(fact.type, YesNo):
            continue
        if groups[fact.name] == TREATMENTS or fact.criterion == before:
            found.add(fact.name)
            before = fact.criterion
        else:
            before = ""
    return found


def _with_sex(program: Program, groups: dict[str, str]) -> set[str]:
    """The facts of criteria that otherwise ask who the patient is, the sex too."""
    sexes = {fact.name for fact in program.facts if _is_sex(fact)}
    asked = [asked_in(criterion.condition, program) for criterion in program.criteria]
    personal = {PATIENT, DATES, MEASURED, JUDGEMENTS}
    return {
        name
        for name in _in(HISTORY, groups) & {fact.name for fact in program.facts}
        if (asking := [names for names in asked if name in names])
        and all(names & sexes for names in asking)
        and all(groups[other] in personal for names in asking for other in names - {name})
    }


def _formalities(program: Program, groups: dict[str, str]) -> set[str]:
    """The inline facts of criteria that otherwise ask nothing but dates of the study."""
    found: set[str] = set()
    for criterion in program.criteria:
        inline = {fact.name for fact in program.facts if fact.criterion == criterion.id}
        others = {groups[name] for name in asked_in(criterion.condition, program) - inline}
        if others == {DATES}:
            found |= {name for name in inline if groups[name] in (PATIENT, HISTORY)}
    return found


def _of_one_sex(program: Program) -> set[str]:
    """The facts that are asked of women only, or of men only, wherever they are asked."""
    sexes = frozenset(fact.name for fact in program.facts if _is_sex(fact))
    asked: dict[str, bool] = {}
    for criterion in program.criteria:
        of_some = criterion.applies is not None and _asks(criterion.applies, sexes, program)
        for condition in filter(None, (criterion.applies, criterion.condition)):
            for name, guarded in _guarded(condition, sexes, program, of_some):
                asked[name] = asked.get(name, True) and guarded
    return {name for name, guarded in asked.items() if guarded}


def _guarded(
    node: Node, sexes: frozenset[str], program: Program, guarded: bool
) -> Iterator[tuple[str, bool]]:
    """The facts in a node, and whether each is asked of one sex only."""
    match node:
        case Fact(name):
            yield name, guarded
        case Defined(name):
            yield from _guarded(program.definition(name).condition, sexes, program, guarded)
        case When(who, part) | Case(who, part):
            yield from _guarded(who, sexes, program, guarded)
            yield from _guarded(part, sexes, program, guarded or _asks(who, sexes, program))
        case _:
            beside = guarded or any(_tells_sex(part, sexes) for part in _joined(node))
            for child in children(node):
                yield from _guarded(child, sexes, program, beside)


def _joined(node: Node) -> tuple[Condition, ...]:
    match node:
        case All(parts) | AnyOf(parts) | KOf(parts=parts):
            return parts
        case Except(part, exception):
            return part, exception
        case _:
            return ()


def _tells_sex(condition: Condition, sexes: frozenset[str]) -> bool:
    match condition:
        case Is(Fact(name)):
            return name in sexes
        case Not(part):
            return _tells_sex(part, sexes)
        case _:
            return False


def _asks(condition: Condition, sexes: frozenset[str], program: Program) -> bool:
    return any(fact.name in sexes for fact in facts_in(condition, program))
