"""English for clinicians: how a data dictionary's wording becomes part of a line.

A question of the dictionary is a noun phrase ("Leptomeningeal metastasis"), a description
("Irradiated before") or a question ("Is the patient pregnant?"). A line states it or denies it.
What cannot be turned with certainty is quoted with its answer: a clumsy line is safe, a wrong one
is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# Characters that reorder or hide what stands beside them; a reader must see that they are there.
_HIDING = frozenset("\u061c\u200b\u200e\u200f\u2028\u2029\ufeff\ufff9\ufffa\ufffb") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}

_OPERATORS = {
    "≥": "at least",
    ">=": "at least",
    "≤": "at most",
    "<=": "at most",
    "≠": "other than",
    ">": "more than",
    "<": "less than",
    "=": "equal to",
}
_OPERATOR = re.compile(r"\s*(>=|<=|[≥≤≠<>=])\s*(?=[\w.])")

NUMBERED = re.compile(r"[A-Z][a-z]+ \d+[a-z]?(?= of |\s*$|\s*[(,;])")

_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")

_NOUNS = "patient|subject|participant|partner|disease|cancer|tumour|tumor|lesion|effusion|fibrosis"
_PREDICATE = (
    r"(?:\w+(?:ed|able|ible|ful|ous|ive|ent|ant)|been|an?|the|at|by|due|ever|for|from|in|not|of|on|to|"
    r"under|with|without|within)"
)
_SUBJECT = rf"(?:the (?:{_NOUNS})|she|he|it|they|this(?: [a-z]+)?(?= {_PREDICATE}\b))"
_THERE = re.compile(r"(?:is|are|was|were) there (?:an? )?((?:any )?)(.+)", re.IGNORECASE)
_BEING = re.compile(r"(is|are|was|were) there (an? )?(.+)", re.IGNORECASE)
_AUXILIARY = re.compile(
    rf"(is|are|was|were|has|have|had|will|can|could|must) ({_SUBJECT}) ((?!that\b|which\b|who\b).+)",
    re.IGNORECASE,
)
_DO = re.compile(rf"(does|do|did) ({_SUBJECT}) ((?!that\b|which\b|who\b).+)", re.IGNORECASE)
_COPULA = re.compile(r"(is|are|was|were) ([^,;:]+) ([\w-]+)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(is|are|was|were) ((?:(?!that\b|which\b|who\b)[\w'’-]+ ?){1,5}) "
    r"((?:at least|at most|more than|less than|above|below) .+|\d\S* \w+ or (?:more|less|longer))",
    re.IGNORECASE,
)
_ASKS_AGAIN = re.compile(
    r", (?:or|and|but) (?:is|are|was|were|has|have|had|does|do|did|will|can)\b", re.IGNORECASE
)
_BEEN = re.compile(
    r"(has|have|had) ((?:(?!(?:that|which|who|if|when|has|have|had|been)\b)[^ ]+ )+)been (.+)",
    re.IGNORECASE,
)
_LASTING = re.compile(r"(from when to when|since when) (has|have) (.+) been (.+)", re.IGNORECASE)
_NOTE = re.compile(r"\s*\(([^()]*[ :][^()]*)\)$")

_AUXILIARIES = frozenset(
    "is are was were has have had do does did can could will would should shall must may might".split()
)
_ASKING = _AUXILIARIES | frozenset(
    "how when since from in on at by for with if what which who whom whose why where".split()
)
_ADJECTIVES = frozenset(
    "able absent active adequate allergic appropriate asymptomatic aware breastfeeding eligible "
    "evaluable female fertile free healthy hypersensitive inactive known lactating major male "
    "measurable minimal negative normal positive pregnant present progressive refractory "
    "resistant sensitive severe significant smoking stable sterile symptomatic unable unknown "
    "unstable unwilling willing".split()
)
_RELATED = re.compile(
    rf"(is|are|was|were) ((?:[^ ,;:]+ ){{1,6}})([\w-]{{4,}}(?:ed|able|ible|ful|ous|ive)|"
    rf"{'|'.join(sorted(_ADJECTIVES))}) "
    r"((?:to|by|for|with|in|within|on|at|from|of|before|after|under|against|during) .+)",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    "after again and as at before by during enough for from if in into not now of on only or over "
    "since than that through to under until when while with within without".split()
)
_VERBS = {
    "can": "cannot",
    "has": "has not",
    "is": "is not",
    "was": "was not",
    "were": "were not",
    "will": "will not",
}
_DENIALS = frozenset("no not never none neither without lack absence".split())
_ALL_OR_SOME = frozenset("all any both each either every many most no some".split())


_SPELLED_OUT = re.compile(
    r"(?:\b[A-Z][\w-]*,? (?:(?:of|in|for|and|the|on) )?)+(?=\([A-Z]+[A-Za-z0-9-]*\))"
)


def visible(text: str) -> str:
    """The text with characters that hide or reorder others written out, as ``[U+202E]``."""
    return "".join(_written_out(char) for char in text)


def _written_out(char: str) -> str:
    if char == "\n" or (char not in _HIDING and unicodedata.category(char) not in ("Cc", "Cs")):
        return char
    return " " if char == "\t" else f"[U+{ord(char):04X}]"


def plain(text: str) -> str:
    """The text with operators in words: "Grade ≥3" is "Grade at least 3"."""
    return _OPERATOR.sub(lambda found: f" {_OPERATORS[found[1]]} ", text).strip()


def printed(unit: str) -> str:
    """A literal or unit as it is printed: "75 × 10^9/L" is "75 × 10⁹/L", "75000 /uL" "75,000 /uL"."""
    raised = re.sub(r"\^([-+]?\d+)", lambda found: found[1].translate(_SUPERSCRIPT), unit)
    grouped = re.sub(r"(?<![\d.,])\d{5,}(?![\d.])", lambda found: f"{int(found[0]):,}", raised)
    return re.sub(r"/d\b", "/day", re.sub(r"(?<=1\.73)\s*m2\b", " m²", grouped))


def capital(text: str) -> str:
    """The text as the beginning of a line; "eGFR" and "pH" stay."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def lowered(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text inside a line: its first letter small, unless it is an abbreviation or a name.

    ``proper`` are words that stand with a capital inside sentences of the protocol.
    """
    first = re.match(r"[^\W\d_]+(?:['’]s)?", text)
    if first is None or first[0] in proper or not _ordinary(first[0], text[first.end() :]):
        return text
    return text[:1].lower() + text[1:]


def _ordinary(word: str, rest: str) -> bool:
    if rest[:1] == "-" and rest[1:2].isupper():
        return False  # Child-Pugh, PD-L1
    if NUMBERED.match(word + rest):
        return False  # Visit 1, Phase 2
    return word == "A" or (
        len(word) > 1 and word[1:] == word[1:].lower() and not rest[:1].isdigit()
    )


def proper_words(texts: Sequence[str]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence, and never without: names of people, drugs.

    The words that an abbreviation in brackets was made of are none: "Interstitial Lung Disease (ILD)".
    """
    inside = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:['’]s)?")
    small = {word for text in texts for word in re.findall(r"\b[a-z]+", text)}
    capitals = {word for text in texts for word in inside.findall(_SPELLED_OUT.sub("", text))}
    return frozenset(word for word in capitals if word.lower() not in small)


def enumerated(items: Sequence[str], word: str) -> str:
    """Items of a list: "a", "a or b", "a, b or c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def number_word(number: int) -> str:
    """ "three" for 3; figures from 11."""
    return NUMBER_WORDS[number] if 0 <= number < len(NUMBER_WORDS) else str(number)


def counted(number: str, noun: str) -> str:
    """ "1 week", "2 weeks" from "week"."""
    return f"{number} {noun}" if number == "1" else f"{number} {noun}s"


def aside(text: str, hint: str) -> str:
    """A text with a hint in brackets; without them where that would put brackets into brackets."""
    return f"{text}, that is {hint}" if "(" in hint else f"{text} ({hint})"


def without_note(question: str) -> tuple[str, str]:
    """A question and the remark in brackets at its end.

    An abbreviation in brackets is part of the question: "Hepatitis B surface antigen (HBsAg)".
    """
    if found := _NOTE.search(question):
        return question[: found.start()], found[1]
    return question, ""


def recording(question: str) -> str:
    """The remark that says how to record an answer, "none: never given"; "" if there is none."""
    note = without_note(question)[1]
    return note if ":" in note else ""


def phrase(question: str) -> str:
    """A question as the subject of a line; itself, with its "?", where it cannot be turned."""
    asked, note = without_note(question)
    return _with_note(_phrase(asked), note)


def stated(question: str, proper: frozenset[str] = frozenset()) -> str:
    """What it means that the answer is yes: "the patient is pregnant", "cord compression"."""
    asked, note = without_note(question)
    return _with_note(_stated(asked, proper), note)


def denied(question: str, proper: frozenset[str] = frozenset()) -> str:
    """What it means that the answer is no: "the patient is not pregnant", "no cord compression"."""
    asked, note = without_note(question)
    return _with_note(_denied(asked, proper) or _refused(asked, proper), note)


def _refused(question: str, proper: frozenset[str]) -> str:
    """The denial of a whole statement, or of a question that cannot be stated."""
    says = there(question, True) or _stated(question, proper)
    if not question.endswith("?") or says.endswith("?") or not _asks(question[:-1]):
        return f"“{question}” is answered no"
    return f"it is not so that {says}"


def _with_note(words: str, note: str) -> str:
    """The words with a remark on what counts; one on how to record it is no part of a statement."""
    return f"{words} ({note})" if note and ":" not in note else words


def _phrase(question: str) -> str:
    body = question.removesuffix("?").rstrip()
    if found := _LASTING.fullmatch(body):
        since = " since" if found[1].lower() == "since when" else ""
        return f"{found[3]} {found[2]} been {found[4]}{since}"
    return body if body == question or not _asks(body) else question


def _asks(body: str) -> bool:
    """Whether words with a question mark are a sentence, and not a noun with a question mark."""
    words = body.lower().split()
    after_pause = {after for word, after in pairwise(words) if word.endswith((",", ":"))}
    return words[0] in _ASKING or bool(after_pause & _AUXILIARIES)


def _stated(question: str, proper: frozenset[str]) -> str:
    body = question.removesuffix("?").rstrip()
    if body == question or not _asks(body):
        return lowered(body, proper)
    if _ASKS_AGAIN.search(body):
        return question
    if found := _THERE.fullmatch(body):
        return found[1] + found[2]
    if found := _AUXILIARY.fullmatch(body):
        return f"{_small(found[2])} {found[1].lower()} {found[3].removeprefix('ever ')}"
    if found := _DO.fullmatch(body):
        return _affirmed(found[1].lower(), _small(found[2]), found[3]) or question
    if found := _predicate(body):
        return f"{found[2]} {found[1].lower()} {found[3]}"
    if found := _been(body):
        return f"{found[2]}{found[1].lower()} been {found[3]}"
    if found := _related(body):
        return f"{found[2]}{found[1].lower()} {found[3]} {found[4]}"
    return question


def _denied(question: str, proper: frozenset[str]) -> str:
    """ "" where the words do not tell what is denied."""
    body = question.removesuffix("?").rstrip()
    if re.search(r"\band\b", body) or _ASKS_AGAIN.search(body) or _denies(body):
        return ""
    if body == question or not _asks(body):
        return _denied_phrase(lowered(body, proper))
    if found := _THERE.fullmatch(body):
        return _none(found[2])
    if found := _AUXILIARY.fullmatch(body) or _DO.fullmatch(body):
        auxiliary = found[1].lower()
        no = _VERBS.get(auxiliary, f"{auxiliary} not")
        if found[3].startswith("ever "):
            return f"{_small(found[2])} {auxiliary} never {found[3].removeprefix('ever ')}"
        return f"{_small(found[2])} {no} {found[3]}"
    if found := _predicate(body):
        return f"{found[2]} {found[1].lower()} not {found[3]}"
    if _ALL_OR_SOME & set(body.lower().split()[1:2]):
        return ""
    if found := _been(body):
        return f"{found[2]}{found[1].lower()} not been {found[3]}"
    if found := _related(body):
        return f"{found[2]}{found[1].lower()} not {found[3]} {found[4]}"
    return ""


def _denies(body: str) -> bool:
    """Whether the words deny something themselves; "resectable without an amputation" does not."""
    found = _AUXILIARY.fullmatch(body)
    if found and not found[3].startswith("without") and ", without" not in body:
        body = re.sub(r"\bwithout\b", "with", body)
    return bool(_DENIALS & set(body.lower().split()))


def _none(what: str) -> str:
    """ "no lesion"; "no other lesion" from "another lesion"."""
    return f"no other {what[8:]}" if what.startswith("another ") else f"no {what}"


def there(question: str, positive: bool) -> str:
    """A question that asks whether there is something, as a sentence; "" for another question."""
    asked, note = without_note(question)
    found = _BEING.fullmatch(asked.removesuffix("?").rstrip())
    if found is None or asked == asked.removesuffix("?"):
        return ""
    verb, article, what = found[1].lower(), found[2] or "", found[3]
    if not positive and (_DENIALS & set(what.lower().split()) or re.search(r"\band\b", what)):
        return ""
    words = f"{article}{what}" if positive else _none(what.removeprefix("any "))
    return _with_note(f"there {verb} {words}", note)


def _small(subject: str) -> str:
    """ "the patient" from "The patient"; "this ANC" stays."""
    return subject[:1].lower() + subject[1:]


def _affirmed(auxiliary: str, subject: str, rest: str) -> str:
    """ "the patient agrees to …" from "does", "the patient", "agree to …"; "" if it cannot be said."""
    if auxiliary == "did":
        return ""
    if auxiliary == "do":
        return f"{subject} {rest}"
    verb, _, more = rest.partition(" ")
    if not re.fullmatch(r"[a-z]+", verb) or verb.endswith("ly"):
        return ""
    return f"{subject} {_third_person(verb)} {more}".rstrip()


def _third_person(verb: str) -> str:
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(s|sh|ch|x|z|o)$", verb) else f"{verb}s"


def _predicate(body: str) -> re.Match[str] | None:
    """ "Is organ function adequate", "Is life expectancy at least 3 months": what is said of it."""
    if found := _AMOUNT.fullmatch(body):
        return found
    found = _COPULA.fullmatch(body)
    if found is None or not _adjectival(found[3]):
        return None
    subject = found[2].lower().split()
    unclear = _adjectival(subject[-1]) or (_FUNCTION_WORDS | {"be", "been"}) & set(subject)
    return None if unclear else found


def _been(body: str) -> re.Match[str] | None:
    """ "Has the diagnosis been confirmed": who or what, and what has been done."""
    found = _BEEN.fullmatch(body.replace(" there ever been ", " there been "))
    return found if found and not found[2].lower().startswith("any ") else None


def _related(body: str) -> re.Match[str] | None:
    """ "Is the decline attributable to a comorbidity": the one word that says something of it."""
    found = _RELATED.fullmatch(body)
    if found is None:
        return None
    first, *others = found[2].lower().split()
    words = re.split(r"[ ,;:]+", body)
    alone = sum(_adjectival(word) for word in words) == 1
    verbs = (_AUXILIARIES | {"be", "been", "that", "there", "which", "who"}) & {first, *others}
    return found if alone and not verbs and (others or first not in ("a", "an", "the")) else None


def _adjectival(word: str) -> bool:
    lower = word.lower()
    suffixes = ("ed", "able", "ible", "ful", "ous", "ive", "-stage", "-grade")
    return lower in _ADJECTIVES or lower.endswith(suffixes)


def _denied_phrase(phrase: str) -> str:
    """ "not treated with …", "no treated metastases", "has not …"; "" if it cannot be said."""
    words = phrase.split()
    if words[0] == "another":
        return _none(phrase)
    if words[0] in _VERBS:
        return " ".join((_VERBS[words[0]], *words[1:]))
    if words[0] in ("may", "must", "should", "agrees", "requires", "had", "have", "are"):
        return ""
    head = next((i for i, word in enumerate(words) if not word.endswith("ly")), 0)
    after = words[head + 1].strip(",") if head + 1 < len(words) else ""
    describes = _adjectival(words[head].strip(",")) and (not after or after in _FUNCTION_WORDS)
    return f"not {phrase}" if describes else f"no {phrase}"
