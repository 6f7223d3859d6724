"""Slips in declarations, queries, tables and patients."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic
from critc.source import Span
from critc.syntax.grammar import RESERVED, STARTS
from critc.syntax.messages import nearest
from critc.syntax.slips.spot import Spot

_KINDS = ("ambiguous", "truncated", "contradiction", "undefined", "elsewhere")
_OUTCOMES = ("satisfied", "violated", "unknown", "does not apply")
_VERDICTS = ("eligible", "ineligible", "undetermined")
_OUTCOME_MEANT = {
    "met": "", "fulfilled": "satisfied", "passed": "satisfied", "pass": "satisfied",
    "failed": "violated", "fail": "violated", "barred": "violated", "excluded": "violated",
    "included": "satisfied", "unclear": "unknown", "inapplicable": "does not apply",
    "missing": "unknown", "undetermined": "unknown", "ineligible": "violated",
    "eligible": "satisfied",
}  # fmt: skip
_VERDICT_MEANT = {
    "excluded": "ineligible", "included": "eligible", "undecided": "undetermined",
    "unknown": "undetermined", "violated": "ineligible", "satisfied": "eligible",
}  # fmt: skip
_DECLARED = (
    "fact|moment|part|records|measurement|judgement|choices|define|formula|table|patient|protocol"
    "|let"
)
_NAMED = re.compile(rf"\b(?:{_DECLARED}|as) $")
_QUESTIONED = re.compile(r"(?:not )?(?P<word>fact|judgement|moment|part|measurement|query|case)\b")
_QUOTABLE = re.compile(
    r"(?:read +as|query \w+|title|version|source|note|(?:moment|part|protocol|fact) \w+|case"
    r"|judgement \w+ by \w+) (?=[^\":\s])"
)
_TYPE_LAST = re.compile(r"(?P<name>(?:fact|measurement) \w+) (?P<question>\"+) ?: ?(?P<type>.+)$")
_NO_COLON = re.compile(r"(?:fact|measurement) \w+ (?P<type>[^\s\":][^\":]*?) ?\"")
_TYPED = re.compile(r"(?:(?:fact|measurement) )?\w+ (?P<colon>:) ?")
_NOT_DONE = re.compile(
    r"(?:not (?:done|available|measured|recorded|assessed|reported|given|tested)|[nN]/[aAdD]|\?)$"
)
_HALF_A_VALUE = re.compile(r"not$|ongoing|\d{4}-")
_BELOW = {
    "records": "its fields, each with a dash: `- given : period`",
    "choices": "its values, each with a dash",
    "formula": "what it computes",
    "table": "a row of column names, and rows of values, with | between the cells",
    "case": "what is changed and what is expected: `expect exclusion 9 violated`",
    "define": "its condition",
}


def missing_question(spot: Spot) -> Diagnostic | None:
    """``fact x`` and no more"""
    match = _QUESTIONED.match(spot.code)
    if not match or '"' in spot.code or not (spot.word == "" or spot.word == "of"):
        return None
    what = match["word"]
    return Diagnostic(
        "E0151",
        spot.body,
        {
            "query": "This query asks nothing.",
            "case": "This case has no title.",
        }.get(what, f"This {what} has no question."),
        label="in which words is it asked?",
        help={
            "query": 'Write the question to the sponsor in quotes: `query ambiguous "…?"`.',
            "case": 'Write what it shows: `case "stable for 27 days" of typical`.',
            "judgement": 'Write in quotes what is to be decided: "Is organ function adequate?"',
        }.get(
            what,
            'Write in quotes what a nurse is asked: `fact pregnant "Is the patient pregnant?"`.',
        ),
    )


def missing_quotes(spot: Spot) -> Diagnostic | None:
    """``read as yes``, ``fact pregnant Is she pregnant``"""
    match = _QUOTABLE.match(spot.code)
    if not match or '"' in spot.code or spot.offset < match.end() - 1:
        return None
    written = spot.written(match.end())
    words = written.strip("'‘’`")
    return Diagnostic(
        "E0160",
        spot.part(match.end(), match.end() + len(written)),
        "These words stand without quotes."
        if words == written
        else 'These words stand between single quotes; double ones, ", are needed.',
        label=f'`"{words}"`',
        replacement=f'"{words}"',
    )


def no_type(spot: Spot) -> Diagnostic | None:
    """``fact x : "…"``, ``fact x : date or "…"``, ``- dose : 18 mg "…"``"""
    match = _TYPED.match(spot.code)
    if not match or spot.offset < match.end():
        return None
    end = spot.code.find('"', match.end())
    end = len(spot.code) if end < 0 else end
    if spot.offset > end:
        return None
    written = spot.code[match.end() : end].strip()
    of_choices = re.fullmatch(r"of (?:one|any) *(.*)", written) or re.fullmatch(r"of (.+)", written)
    mended = f"one of {of_choices[1]}".rstrip() if of_choices else None
    return Diagnostic(
        "E0155",
        spot.part(match.end(), match.end() + len(written))
        if written
        else spot.found(match, "colon"),
        "This is not a type, nor a unit." if written else "After the colon no type stands.",
        label=f"`{mended}`?" if mended else "which type, or which unit?",
        help="A type is a unit, such as `mg/dL`, or one of `whole number`, `number`, `date`,"
        " `date or none`, `period`, `period or none`, `one of a, b`, `any of a, b`, `text`. Of what is"
        " answered yes or no, leave the colon out too.",
        replacement=mended,
    )


def type_out_of_place(spot: Spot) -> Diagnostic | None:
    """``fact x "…" : mg``, ``fact x mg "…"``, ``measurement alt "…"``"""
    match = _TYPE_LAST.match(spot.code)
    if match:
        question = spot.written(*match.span("question"))
        mended = f"{match['name']} : {match['type']} {question}"
        return Diagnostic(
            "E0155",
            spot.found(match),
            "The type stands before the question.",
            label="the other way round",
            help=f"Write `{mended}`.",
            replacement=mended,
        )
    match = _NO_COLON.match(spot.code)
    if match and match["type"].split()[0] not in ("by", "code"):
        return Diagnostic(
            "E0155",
            spot.found(match, "type"),
            "Between a name and its type stands a colon.",
            label=f"`: {match['type']}`",
            help="A name is one word; what follows the colon is its type or unit.",
            replacement=f": {match['type']}",
        )
    if re.match(r'measurement \w+ (?:: ?)?"', spot.code):
        return Diagnostic(
            "E0155",
            spot.body,
            "This measurement has no unit.",
            label="measured in what?",
            help='Write the unit after a colon: `measurement alt : U/L "ALT"`.',
        )
    return None


def judged_by_nobody(spot: Spot) -> Diagnostic | None:
    """``judgement x "…"``"""
    match = re.match(r"(?:not )?judgement (\w+) (?=\")", spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0156",
        spot.found(match, 1),
        "This judgement does not say whose it is.",
        label=f"`{match[1]} by investigator`?",
        help="Write the role of the one who decides: `by investigator`, `by radiologist`.",
        replacement=f"{match[1]} by investigator",
    )


def judged_by_quoted(spot: Spot) -> Diagnostic | None:
    """``judgement x by "the doctor" "…"``"""
    match = re.match(r"(?:not )?judgement \w+ by (?P<role>\"+)", spot.code)
    if not match:
        return None
    words = spot.written(*match.span("role")).strip('"').lower().removeprefix("the ")
    role = "_".join(re.findall("[a-z0-9]+", words))
    mended = role if role[:1].isalpha() and role not in RESERVED else None
    return Diagnostic(
        "E0156",
        spot.found(match, "role"),
        "Whose judgement it is, is said in one word, without quotes.",
        label=f"`{mended}`?" if mended else "whose?",
        help="Write the role of the one who decides: `by investigator`, `by radiologist`.",
        replacement=mended,
    )


def bad_number(spot: Spot) -> Diagnostic | None:
    """``inclusion``, ``inclusion 3:``, ``exclusion #4``"""
    if spot.index or STARTS.get(spot.piece.word) != "criterion":
        return None
    digits = re.search(r"\d+[a-z]?", spot.code)
    mended = f"{spot.piece.word} {digits.group()}" if digits else None
    return Diagnostic(
        "E0157",
        spot.line.span,
        f"After `{spot.piece.word}` stands the criterion's number, and no more.",
        label=f"`{mended}`?" if mended else "which number?",
        help=f"Write `{spot.piece.word} 3`, or `3a`; the words of the protocol follow on lines with >.",
        replacement=mended,
    )


def nothing_below(spot: Spot) -> Diagnostic | None:
    """``records x "…"`` without fields"""
    below = _BELOW.get(spot.piece.word)
    if not below or len(spot.piece.lines) > 1 or spot.word:
        return None
    return Diagnostic(
        "E0158",
        spot.line.span,
        f"Nothing stands below this `{spot.piece.word}`.",
        label="what belongs to it?",
        help=f"Below it, indented, stand {below}."
        if spot.piece.word in ("records", "choices")
        else f"Below it, indented, stands {below}.",
    )


def no_name(spot: Spot) -> Diagnostic | None:
    """``fact : mg "…"``, ``records "…"``"""
    match = re.match(
        rf"(?:(?:whole list )?(?:unless|accepted if|only if|not) )*(?P<word>{_DECLARED})(?= ?:| \"|$)",
        spot.code,
    )
    if not match or (spot.index and match["word"] not in ("fact", "judgement", "let")):
        return None
    return Diagnostic(
        "E0154",
        spot.found(match, "word"),
        f"After `{match['word']}` stands a name.",
        label="which name?",
        help="A name is one word of small letters, digits and _, such as `first_dose`.",
    )


def bad_name(spot: Spot) -> Diagnostic | None:
    """A reserved word as a name, or one that begins with a digit or has other letters."""
    before = spot.code[: spot.offset]
    member = spot.piece.word in ("records", "choices") and not before.strip() and spot.lead
    if not spot.word or not (_NAMED.search(before) or member):
        if spot.word and not spot.word.isascii() and spot.word[0].isalpha():
            return _other_letters(spot)
        return None
    if spot.word in RESERVED:
        return Diagnostic(
            "E0154",
            _word(spot),
            f"`{spot.word}` is a word of the language and cannot be a name.",
            label="another name",
            help=f"Add a word to it: `{spot.word}_value`, or what the protocol says.",
        )
    if spot.word[0].isdigit():
        return Diagnostic(
            "E0154",
            _word(spot),
            "A name begins with a letter.",
            label="begins with a digit",
            help="Write a name such as `second_line` or `grade_2`.",
        )
    return _other_letters(spot) if not spot.word.isascii() else None


def _other_letters(spot: Spot) -> Diagnostic:
    return Diagnostic(
        "E0154",
        _word(spot),
        "A name is written with the letters a to z, digits and _.",
        label="other letters",
        help="Accents and other letters may stand in quoted words.",
    )


def _word(spot: Spot) -> Span:
    return spot.part(spot.offset, spot.offset + len(spot.word))


def bad_use(spot: Spot) -> Diagnostic | None:
    """``use bmi``, ``use bmi from "library/formulas"``"""
    if spot.piece.word != "use":
        return None
    quoted = re.search(r'from +"([^"]+)"', spot.line.text)
    names = re.match(r"use ([\w, ]*\w)", spot.code)
    wanted = (names[1] if names else "bmi").split(" from")[0]
    library = quoted[1] if quoted else "library/formulas"
    mended = f"use {wanted} from {library.removesuffix('.crit')}"
    return Diagnostic(
        "E0159",
        spot.line.span,
        "`use` names what is taken, and the file it is taken from.",
        label=f"`{mended}`?",
        help="The file is written without quotes and without `.crit`.",
        replacement=mended if quoted else None,
    )


def query_kind(spot: Spot) -> Diagnostic | None:
    """``query unclear "…"``"""
    match = re.match(r"query (?P<kind>\w+)", spot.code)
    if not match or match["kind"] in _KINDS or spot.offset > match.end():
        if re.match(r'query "', spot.code):
            return _kind(Span(spot.body.start, spot.body.start + 5), None)
        return None
    return _kind(spot.found(match, "kind"), nearest(match["kind"], _KINDS) or None)


def _kind(place: Span, near: str | None) -> Diagnostic:
    return Diagnostic(
        "E0153",
        place,
        "After `query` stands what kind of question it is.",
        label=f"did you mean `{near}`?" if near else "of which kind?",
        help="The kinds are `ambiguous`, `truncated`, `contradiction`, `undefined` (a word that is"
        " not explained) and `elsewhere` (it refers to what is not there).",
        replacement=near,
    )


def expected_word(spot: Spot) -> Diagnostic | None:
    """``expect exclusion 9 met``"""
    if not spot.code.startswith("expect"):
        return None
    match = re.match(
        r"expect(?: (?P<cited>(?:inclusion|exclusion) \w+))?(?: (?P<outcome>.*))?$", spot.code
    )
    if not match:
        return None
    outcome = match["outcome"] or ""
    known = _OUTCOMES if match["cited"] else _VERDICTS
    meant = _OUTCOME_MEANT if match["cited"] else _VERDICT_MEANT
    near = meant.get(outcome.lower(), nearest(outcome, known))
    near = near if near in known else ""
    start = match.start("outcome") if outcome else len("expect")
    listed = ", ".join(f"`{word}`" for word in known)
    return Diagnostic(
        "E0171",
        spot.part(start, start + len(outcome)) if outcome else spot.body,
        "This is not an outcome that can be expected."
        if outcome
        else "This line does not say what is expected.",
        label=f"did you mean `{near}`?" if near else "which outcome?",
        help=f"Of a criterion one expects {listed}; of the patient as a whole"
        " `eligible`, `ineligible` or `undetermined`."
        if match["cited"]
        else f"Write {listed}; or of one criterion `expect exclusion 9 violated`.",
        replacement=near or None,
    )


def setting(spot: Spot) -> Diagnostic | None:
    """``- ecog : 1``, ``- ecog 1``"""
    if spot.piece.word not in ("patient", "case") or not spot.lead or "|" in spot.code:
        return None
    valued = re.match(r"(?P<name>\w+)(?: ?=(?: not)?)?$", spot.code)
    if valued:
        name = valued["name"]
        return Diagnostic(
            "E0172",
            spot.found(valued),
            f"This line gives no value to `{name}`.",
            label="which value?",
            help=f"Write `{name} = …`; what is not known is `not known`, an empty list `none`."
            " The records of a list stand below it as a table.",
        )
    given = re.match(r"(?P<name>\w+) = (?P<value>\S.*)$", spot.code)
    stopped = given and spot.offset >= given.start("value") and spot.word not in ("and", "or")
    if given and stopped and not _HALF_A_VALUE.match(spot.code, spot.offset):
        return _not_a_value(spot, given)
    match = re.match(
        r"(?P<name>\w+)(?P<sign> ?(?::=?|==|is\b|:)| )(?! *[=:])(?P<value>.*)$", spot.code
    )
    if not match or spot.offset > match.end("sign"):
        return None
    return Diagnostic(
        "E0172",
        spot.found(match, "sign"),
        "A value is given with an equals sign.",
        label=f"`{match['name']} = {match['value'].strip() or '…'}`",
        replacement=" = " if spot.code[match.end("sign") : match.end("sign") + 1] != " " else " =",
    )


def _not_a_value(spot: Spot, given: re.Match[str]) -> Diagnostic:
    """``- ecog = of 1``, ``- ecog = 1 no``"""
    if _NOT_DONE.match(given["value"]):
        return Diagnostic(
            "E0172",
            spot.found(given, "value"),
            "What is not known of a patient is said in one way.",
            label="`not known`?",
            help="Write `not known`; of an empty list write `none`.",
            replacement="not known",
        )
    second = spot.offset > given.start("value")
    start, end = spot.offset, given.end() if second else spot.offset + len(spot.word)
    return Diagnostic(
        "E0172",
        spot.part(start, end),
        "After the value stands something more." if second else "No value begins in this way.",
        label=f"`{given['name']}` has one value" if second else "not a value",
        help="Values are `yes`, `no`, a number with its unit, a date such as 2026-03-02, a choice or"
        " several with commas, `2025-01-10 to ongoing`, `none`, `not known`, and words in quotes.",
    )


def case_of_nobody(spot: Spot) -> Diagnostic | None:
    """``case "…"`` without a patient"""
    if spot.piece.word != "case" or spot.index:
        return None
    return Diagnostic(
        "E0173",
        spot.line.span,
        "This case does not say which patient it changes.",
        label="of which patient?",
        help='Write the patient after the title: `case "stable for 27 days" of typical`.',
    )


def cited_badly(spot: Spot) -> Diagnostic | None:
    """``satisfies 7``, ``satisfies criterion 7``"""
    match = re.search(
        r"(?P<word>satisfies|barred by) (?P<rest>(?:criterion |#)?(?P<number>\d+[a-z]?))\b",
        spot.code,
    )
    if not match:
        return None
    kind = "inclusion" if match["word"] == "satisfies" else "exclusion"
    return Diagnostic(
        "E0174",
        spot.found(match, "rest"),
        f"After `{match['word']}` stands which {kind} is meant.",
        label=f"`{kind} {match['number']}`",
        replacement=f"{kind} {match['number']}",
    )
