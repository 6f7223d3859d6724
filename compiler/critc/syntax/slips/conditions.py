"""Slips in the wording of a condition: not, every, except, if; words misspelt, sentences."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic, Related
from critc.syntax.grammar import RESERVED
from critc.syntax.slips.spot import WITH_CONDITIONS, Spot, lead

_NUMBERED = re.compile(
    r"\b(?:only in|at|before|after|is|is not|one of|to|,) (?P<name>(?!least\b|most\b)[A-Za-z]\w*)"
    r" (?P<number>\d+)(?![\w.])"
)
_TWO_NAMES = re.compile(r"[A-Za-z]\w*(?: [A-Za-z]\w*)+")
_HYPHENED = re.compile(r"(?<![\w-])[A-Za-z]\w*(?:-\w+)+(?![\w-])")
_NOT_IS = re.compile(
    r"not (?P<subject>[A-Za-z]\w*(?: of \w+)*) (?P<verb>is|=) (?P<value>(?!not\b).+)$"
)
_NOT_SIGN = re.compile(
    r"not (?P<subject>[A-Za-z]\w*(?: of \w+)*) ?(?P<sign>>=|<=|[<>≤≥]) ?(?P<value>.+)$"
)
_TURNED = {"<": "≥", "≤": ">", "<=": ">", ">": "≤", "≥": "<", ">=": "<"}
_NOT_OTHER = re.compile(r"not (?P<word>some|any of|all of|none of|no)\b")
_EVERY = re.compile(r"\b(?:every|each|all(?= [a-z]\w* (?:where|within|before|after|is|are)\b))\b")
_EXCEPT = re.compile(
    r"\b(?:except(?:ing| for| if| when)?|excluding|but not|other than|apart from|with the exception of"
    r"|unless if)\b"
)
_BESIDE = re.compile(r".+?\S (?P<exception>(?:whole list )?(?:unless|accepted if)\b.*)$")
_UNFINISHED = re.compile(
    r"(?:(?<!\w)(?:unless|accepted if|only if|only in|where|is|is not|is one of|is not one of|includes"
    r"|includes (?:any of|all of|only)|satisfies|barred by|not|of|in|as|be|by|from|to|if|some|no|at"
    r"|within|before|after|on or before|on or after|before or after|distinct|assessed|latest|earliest)"
    r"|[<>=≤≥+×*/^,(-])(?= *(?:\"|$))"
)
_BEGINS_WITH = re.compile(
    r"(?P<word>is not|is|includes|[<>≤≥]=?|=|within|before|after|where)(?= |\d|$)"
)
_IF = re.compile(
    r"(?P<word>if|when|in case of|in case|for) (?P<condition>.+?)"
    r"(?:(?P<then>,? then |, )(?P<rest>.+))?$"
)
_PLAIN_WORD = re.compile(r"[A-Za-z][a-z'’-]*,?$")
_FORMAL = re.compile(r"[\d≥≤<>=×*\"_]|\b(?:is from|is one of|where|unless)\b")
_HEADINGS = {"all": "all of", "any": "any of", "none": "none of"}
_NEXT_WORD = re.compile(r" ([A-Za-z]+)")
_KNOWN = sorted(
    RESERVED | {"applies", "reference", "range", "normal", "inclusion", "exclusion", "ongoing"}
)
_CAPITALS = re.compile(r"\b[A-Z]\w*")
_MEANT = {
    "else": "otherwise", "default": "otherwise", "when": "if", "contains": "includes",
    "include": "includes", "has": "includes", "isn't": "is not", "atleast": "at least",
    "atmost": "at most", "exclude": "unless", "during": "throughout", "uln": "ULN", "lln": "LLN",
    "none_of": "none of", "any_of": "any of", "all_of": "all of", "latest_of": "latest",
    "average": "mean", "max": "highest", "min": "lowest", "sum": "total", "unkown": "unknown",
}  # fmt: skip


def heading_cut_short(spot: Spot) -> Diagnostic | None:
    """``of`` alone, ``unless of``"""
    match = re.match(r"(?:.* )?(?P<of>of)$", spot.code)
    if not match or spot.offset != match.start("of"):
        return None
    return Diagnostic(
        "E0127",
        spot.found(match, "of"),
        "Of the heading a word is missing.",
        label="all of them, any of them, none of them?",
        help="Write `all of`, `any of`, `none of` or `at least 2 of`.",
    )


def is_no(spot: Spot) -> Diagnostic | None:
    """``pregnant is no``, ``pregnant = no``"""
    match = re.search(r"(?P<subject>[A-Za-z]\w*(?: of \w+)*) (?:is|=) no\b", spot.code)
    if not match:
        return None
    mended = f"not {match['subject']}"
    return Diagnostic(
        "E0131",
        spot.found(match),
        "A fact that is answered by yes or no stands by itself.",
        label=f"`{mended}`?",
        help=f"Write `{match['subject']}` for yes, and `{mended}` for no.",
        replacement=mended,
    )


def not_before_comparison(spot: Spot) -> Diagnostic | None:
    """``not x is y``, ``not x ≥ 3``, ``not some x``"""
    match = _NOT_IS.match(spot.code)
    if match:
        mended = f"{match['subject']} is not {spot.written(match.start('value'))}"
        return _not(spot, f"Write `{mended}`.", mended)
    match = _NOT_SIGN.match(spot.code)
    if match:
        sign = _TURNED[match["sign"]]
        mended = f"{match['subject']} {sign} {spot.written(match.start('value'))}"
        return _not(spot, f"Turn the sign round: `{mended}`.", mended)
    match = _NOT_OTHER.match(spot.code)
    if match:
        better = {"some": "no", "any of": "none of", "no": "some", "none of": "any of"}.get(
            match["word"]
        )
        if better:
            mended = better + spot.written(match.end())
            return _not(spot, f"Write `{better}`.", mended)
        return _not(
            spot, "Write what is meant: `none of`, or `any of` with `not` before each.", None
        )
    if spot.code.startswith("not ") and spot.before != "not" and spot.offset > 4:
        return _not(spot, "Put it under `none of`, with a dash.", None)
    return None


def _not(spot: Spot, advice: str, mended: str | None) -> Diagnostic:
    return Diagnostic(
        "E0131",
        spot.body,
        "`not` stands before a name only, not before a comparison.",
        label=f"`{mended}`?" if mended and len(mended) < 60 else "",
        help=advice,
        replacement=mended,
    )


def every(spot: Spot) -> Diagnostic | None:
    """``every x where …`` is read as a filter and as a claim."""
    match = _EVERY.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0139",
        spot.found(match),
        f"`{match.group()}` reads two ways: which ones are meant, and what is true of them.",
        label="say it with `no`",
        help="For “every course has ended” write `no courses where` and the opposite;"
        " an empty list is then accepted. Add `some courses` if there must be one.",
    )


def excepted_in_other_words(spot: Spot) -> Diagnostic | None:
    """``except``, ``excluding``, ``other than``"""
    match = _EXCEPT.search(spot.code)
    if not match:
        return None
    word = {"exclusion": "unless", "inclusion": "accepted if"}.get(spot.piece.word)
    alone = word if match.start() == 0 and not spot.lead else None
    return Diagnostic(
        "E0126",
        spot.found(match),
        f"An exception is said with `unless` or `accepted if`, not with `{match.group()}`.",
        label=f"`{alone}`?" if alone else f"`{word or 'unless'}`, on a line of its own",
        help="`unless` takes away from what bars a patient; `accepted if` adds to what lets one in."
        " Both stand on the next line, in the column of what they except.",
        replacement=alone,
    )


def exception_beside(spot: Spot) -> Diagnostic | None:
    """``x unless y`` on one line"""
    match = _BESIDE.match(spot.code)
    if not match or spot.offset < match.start("exception"):
        return None
    start = match.start("exception")
    below = "\n" + " " * spot.column + spot.written(start)
    return Diagnostic(
        "E0125",
        spot.part(start, len(spot.line.text) - spot.lead),
        "An exception stands on a line of its own.",
        label="on the next line, in the column of what it excepts",
        help="The line above it is the condition that it excepts.",
        replacement=below,
    )


def unfinished(spot: Spot) -> Diagnostic | None:
    """``x is`` and no more"""
    match = _UNFINISHED.search(spot.code)
    if not match or spot.word not in ("", '"'):
        return None
    if match.group() == "," and not spot.word:
        return _goes_on(spot, match)
    excepts = match.group() in ("unless", "accepted if")
    return Diagnostic(
        "E0127",
        spot.found(match),
        f"Nothing stands after `{match.group()}`.",
        label="what comes next?",
        help="Write the exception on this line, or on lines below it, indented."
        if excepts
        else "A condition is one line; only a heading such as `any of` goes on below it.",
    )


def _goes_on(spot: Spot, comma: re.Match[str]) -> Diagnostic:
    """A list of values that is broken after a comma."""
    below = spot.piece.lines[spot.index + 1 : spot.index + 2]
    goes_on = bool(below) and below[0].column >= spot.line.column and not lead(below[0])
    return Diagnostic(
        "E0127",
        spot.found(comma),
        "Nothing stands after this comma: a condition is one line, however long.",
        label="what comes next?",
        help="Put the words of the next line here."
        if goes_on
        else "Write what is to follow, or take it away.",
        related=(Related(below[0].span, "this belongs to the line above"),) if goes_on else (),
    )


def of_nothing(spot: Spot) -> Diagnostic | None:
    """``is not pregnant``, ``≥ 18 years``: of whom, of what?"""
    match = _BEGINS_WITH.match(spot.code)
    if not match or spot.offset > match.end("word"):
        return None
    named = re.match(r"is (?P<not>not )?(?P<name>[A-Za-z]\w*)$", spot.code)
    advice = "Write the name of the fact or measurement first: `ecog ≤ 1`."
    if named and named["name"] not in RESERVED:
        advice = f"A question that is answered by yes or no stands by itself: `{named['name']}`, or"
        advice += f" `not {named['name']}`."
    return Diagnostic(
        "E0128",
        spot.found(match, "word"),
        f"Before `{match['word']}` nothing says what is meant.",
        label="of what?",
        help=advice,
    )


def another_if(spot: Spot) -> Diagnostic | None:
    """``if pregnant``, ``if female then not pregnant``"""
    match = _IF.match(spot.code)
    if not match or not spot.at_start:
        return None
    condition = spot.written(*match.span("condition"))
    if match["then"]:
        return Diagnostic(
            "E0183",
            spot.body,
            f"For whom a criterion holds is said with `only if`, not with `{match['word']} … then`.",
            label="two lines",
            help="Above stands for whom it holds; below, in the same column, what is asked of them.",
            replacement=f"only if {condition}\n{' ' * spot.column}{spot.written(match.start('rest'))}"
            if not spot.lead
            else None,
        )
    return Diagnostic(
        "E0183",
        spot.found(match, "word"),
        f"For whom a criterion holds is said with `only if`, not with `{match['word']}`.",
        label="`only if`?",
        help="Write `only if` on a line above the condition; what bars or lets in stands below it.",
        replacement="only if",
    )


def sentence(spot: Spot) -> Diagnostic | None:
    """``able to swallow tablets without crushing``, also where ``>`` is missing before it"""
    words = spot.code.rstrip(".;:").split()
    plain = [word for word in words if _PLAIN_WORD.match(word) and word not in RESERVED]
    if len(words) < 5 or len(plain) < 4 or _FORMAL.search(spot.code):
        return None
    above = spot.above
    if above and above.verbatim:
        return Diagnostic(
            "E0182",
            spot.line.span,
            "This is a sentence, not a condition.",
            label="the protocol's words? then with > before it",
            help="Each line of the protocol's own words begins with > and a space.",
            related=(Related(above.span, "the line above has one"),),
            replacement=f"> {spot.line.text}",
        )
    return Diagnostic(
        "E0182",
        spot.body,
        "This is a sentence, not a condition.",
        label="which question is asked here?",
        help='Give the question a name: `fact swallows_tablets "Can the patient swallow tablets?"`. The'
        " protocol's own words stand above, on lines that begin with >.",
    )


def hyphened_name(spot: Spot) -> Diagnostic | None:
    """``pd-l1``"""
    match = _HYPHENED.search(spot.code)
    if not match:
        return None
    name = match.group().replace("-", "_")
    return Diagnostic(
        "E0154",
        spot.found(match),
        "A name has no hyphen: it would read as a minus sign.",
        label=f"`{name}`?",
        help=f"Write `{name}`. For a subtraction put spaces around the minus sign.",
        replacement=name,
    )


def misspelt(spot: Spot) -> Diagnostic | None:
    """``unles``, ``Any of``, ``atleast``: the word where the parser stopped, or the one before."""
    last = spot.code[: spot.offset].rstrip()
    capitals = [
        (match.group(), match.start())
        for match in _CAPITALS.finditer(spot.code, 0, spot.offset)
        if match.group() not in RESERVED and match.group().lower() in RESERVED
    ]
    tried = [(spot.word, spot.offset), (spot.before, len(last) - len(spot.before))]
    if following := _NEXT_WORD.match(spot.code, spot.offset + len(spot.word)):
        tried.append((following[1], following.start(1)))
    for word, start in (*capitals, *tried):
        meant = _meant(word, spot.piece.word in WITH_CONDITIONS)
        if word.lower() in ("and", "or") or (meant == "table" and spot.index):
            continue
        if meant and meant != word and not spot.code.startswith(meant, start):
            return Diagnostic(
                "E0181",
                spot.part(start, start + len(word)),
                f"`{word}` is not understood here.",
                label=f"did you mean `{meant}`?",
                help="The words of the language are written in small letters, ULN and LLN in capitals."
                if word.lower() == meant.lower()
                else f"Write `{meant}`.",
                replacement=meant,
            )
    return None


def _meant(word: str, heading: bool) -> str:
    """The word of the language that was probably meant; a heading only where one can stand."""
    plain = word.lower()
    if plain in _HEADINGS:
        return _HEADINGS[plain] if heading else plain
    if plain in _MEANT:
        return _MEANT[plain]
    if not plain.isalpha() or word in _KNOWN:
        return ""
    if plain in RESERVED or len(plain) < 4:
        return plain if plain in RESERVED else ""
    return next((known for known in _KNOWN if _one_slip_apart(plain, known)), "")


def _one_slip_apart(word: str, known: str) -> bool:
    """Whether one letter is missing, too many or another, or two have changed places."""
    if len(known) < 4 or abs(len(word) - len(known)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None)
    if same is None:
        return len(word) != len(known)
    rest, other = word[same:], known[same:]
    return (
        rest[1:] == other
        or rest == other[1:]
        or rest[1:] == other[1:]
        or (rest[1::-1] == other[:2] and rest[2:] == other[2:])
    )


def name_with_spaces(spot: Spot) -> Diagnostic | None:
    """``brain metastases is treated``"""
    if not spot.word[:1].isalpha() or not spot.before[:1].isalpha():
        return None
    if spot.word in RESERVED or spot.before in RESERVED:
        return None
    for match in _TWO_NAMES.finditer(spot.code):
        words = match.group().split()
        run = [word for word in words if word not in RESERVED]
        if match.start() < spot.offset <= match.end() and len(run) == len(words):
            return _spaces(spot, match.start(), match.end())
    start = spot.code[: spot.offset].rstrip().rfind(spot.before)
    return _spaces(spot, start, spot.offset + len(spot.word))


def _spaces(spot: Spot, start: int, end: int) -> Diagnostic:
    if not spot.index and not start and len(spot.code[:end].split()) > 2:
        start = spot.code.index(" ") + 1  # the word that begins the declaration is none of the name
    words = spot.code[start:end]
    name = "_".join(words.split())
    label = words != words.lower()
    return Diagnostic(
        "E0154",
        spot.part(start, end),
        "Two words stand here side by side.",
        label="one name?" if label else f"one name, `{name}`?",
        help="A name is one word, as its declaration has it: with _ between its parts.",
        replacement=None if label else name,
    )


def name_with_number(spot: Spot) -> Diagnostic | None:
    """``at visit 2``, ``only in phase 3``"""
    match = _NUMBERED.search(spot.code)
    if not match or not match.start("name") < spot.offset <= match.end():
        return None
    if match["name"] in RESERVED:
        return None
    name = f"{match['name']}_{match['number']}"
    return Diagnostic(
        "E0154",
        spot.part(match.start("name"), match.end()),
        "A word and a number stand here side by side.",
        label=f"one name, `{name}`?",
        help="A name is one word, as its declaration has it: with _ between its parts.",
        replacement=name,
    )
