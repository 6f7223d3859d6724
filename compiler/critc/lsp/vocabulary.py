"""The words of the language as an editor offers them, each with what follows it.

``$1`` and ``${1:words}`` are places to fill in, ``$0`` is where the writer goes on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase, what is written for it, and what it is for."""

    label: str
    snippet: str
    about: str


_VERBATIM = "> ${2:the protocol's own words}"

DECLARATIONS = (
    Word("inclusion", f"inclusion ${{1:1}}\n  {_VERBATIM}\n  $0", "What a patient must meet"),
    Word("exclusion", f"exclusion ${{1:1}}\n  {_VERBATIM}\n  $0", "What bars a patient"),
    Word("fact", 'fact ${1:name} : ${2:type} "${3:Question}"', "What can be known of a patient"),
    Word("moment", 'moment ${1:name} "${2:Date of …}"', "A day that windows are counted from"),
    Word(
        "judgement",
        'judgement ${1:name} by ${2:investigator} "${3:Question}"',
        "What only a person can decide",
    ),
    Word(
        "measurement",
        'measurement ${1:name} : ${2:unit} "${3:Title}"',
        "Dated values of one quantity",
    ),
    Word(
        "records",
        'records ${1:name} "${2:Title}"\n  - ${3:field} : ${4:type} "${5:Question}"',
        "What happens more than once",
    ),
    Word(
        "choices",
        'choices ${1:name} "${2:Title}"\n  - ${3:answer} "${4:Label}"\n  - $0',
        "Answers that several questions share",
    ),
    Word("define", 'define ${1:name} "${2:Title}"\n  $0', "A condition with a name"),
    Word(
        "formula",
        'formula ${1:name} (${2:value} : ${3:unit}) : ${4:unit} "${5:Title}"\n  ${0:$2}',
        "A value that is calculated",
    ),
    Word(
        "table",
        'table ${1:name} (${2:key} : ${3:type}) : ${4:type} "${5:Title}"\n  $2 | $1\n  $0',
        "A value by rows",
    ),
    Word("part", 'part ${1:name} "${2:Title}"', "A phase, arm or cohort of the study"),
    Word(
        "use",
        "use ${1:name} from ${2|library/formulas,library/scales,library/definitions|}",
        "Borrow what a library declares",
    ),
    Word(
        "patient",
        'patient ${1:typical} "${2:Meets every criterion}"\n  - $0',
        "A patient for cases to begin with",
    ),
    Word(
        "case",
        'case "${1:what is different}" of ${2:typical}\n  - $0',
        "A patient with a change, and what is expected",
    ),
    Word("protocol", 'protocol ${1:NAME} "${2:Title}"', "The head of the file"),
    Word("library", 'library ${1:name} "${2:Title}"', "The head of a file to borrow from"),
)
"""What begins at the left edge."""

_LIST = "\n  - $0"

WORDS: dict[str, tuple[Word, ...]] = {
    "ALL_OF": (Word("all of", f"all of{_LIST}", "Every line below must hold"),),
    "ANY_OF": (Word("any of", f"any of{_LIST}", "One of the lines below is enough"),),
    "NONE_OF": (Word("none of", f"none of{_LIST}", "No line below may hold"),),
    "ONE_OF": (Word("one of", "one of ", "One answer"),),
    "_WHICHEVER": (
        Word(
            "whichever applies",
            "whichever applies\n  - $1 if $2\n  - $0 otherwise",
            "A limit that depends on something",
        ),
    ),
    "SOME": (Word("some", "some ", "At least one record"),),
    "NO": (Word("no", "no ", "Not one record"),),
    "NOT": (Word("not", "not ", "The contrary"),),
    "AT_LEAST": (Word("at least", "at least ", "So many or so long, or more"),),
    "AT_MOST": (Word("at most", "at most ", "So many, or fewer"),),
    "MORE_THAN": (Word("more than", "more than ", "More, and not just so many or so long"),),
    "LESS_THAN": (Word("less than", "less than ", "Shorter, and not just so long"),),
    "FEWER_THAN": (Word("fewer than", "fewer than ", "Fewer, and not just so many"),),
    "EXACTLY": (Word("exactly", "exactly ", "So many, no more and no fewer"),),
    "CONSECUTIVE": (Word("consecutive", "consecutive ", "In succession, with none between"),),
    "DISTINCT": (Word("distinct", "distinct ${1:field} in ", "Different values of one field"),),
    "IS": (
        Word("is", "is ", "This answer"),
        Word("is not", "is not ", "Any other answer"),
        Word("is one of", "is one of ", "One of these answers"),
        Word("is not one of", "is not one of ", "None of these answers"),
        Word("is from … to", "is from ${1:low} to ${2:high}", "A range, both ends included"),
    ),
    "INCLUDES": (
        Word("includes", "includes ", "This one among several"),
        Word("includes any of", "includes any of ", "At least one of these"),
        Word("includes all of", "includes all of ", "All of these"),
        Word("includes only", "includes only ", "These and no others"),
    ),
    "SIGN": tuple(Word(sign, f"{sign} ", "") for sign in ("≥", "≤", ">", "<", "=")),
    "WITHIN": (
        Word(
            "within",
            "within ${1:4 weeks} ${2|before,after,before or after|} ${0:moment}",
            "Not longer ago than so long; both ends count",
        ),
    ),
    "THROUGHOUT": (
        Word(
            "throughout", "throughout ${1:4 weeks} ${2|before,after|} ${0:moment}", "On every day"
        ),
    ),
    "BEFORE": (Word("before", "before ", "Earlier; not the day itself"),),
    "AFTER": (Word("after", "after ", "Later; not the day itself"),),
    "AT": (Word("at", "at ", "On that day, or at that visit"),),
    "ON_OR_BEFORE": (Word("on or before", "on or before ", "The day itself counts"),),
    "ON_OR_AFTER": (Word("on or after", "on or after ", "The day itself counts"),),
    "EITHER_SIDE": (Word("before or after", "before or after ", "On either side"),),
    "FOR": (Word("for", "for ", "How long a period lasts"),),
    "WHERE": (Word("where", "where ", "Of which this is true"),),
    "AS": (Word("as", "as ", "A name for the record"),),
    "IF": (Word("if", "if ", "When this applies"),),
    "OTHERWISE": (Word("otherwise", "otherwise", "In all other cases"),),
    "AND": (Word("and", "and ", ""),),
    "TO": (Word("to", "to ", ""),),
    "OF": (Word("of", "of ", ""),),
    "IN": (Word("in", "in ", ""),),
    "BE": (Word("be", "be ", ""),),
    "BY": (Word("by", "by ", "Who decides"),),
    "LAST": (Word("last", "last ${1:3} ", "So many of the latest"),),
    "UNLESS": (Word("unless", "unless ", "What takes the bar away"),),
    "ACCEPTED_IF": (Word("accepted if", "accepted if ", "What does instead"),),
    "WHOLE_LIST": (
        Word("whole list unless", "whole list unless ", "An exception to all the lines above"),
        Word("whole list accepted if", "whole list accepted if ", "What does instead of them all"),
    ),
    "ONLY": (Word("only", "only ", "These and no others"),),
    "ONLY_IF": (Word("only if", "only if ", "For whom the criterion is"),),
    "ONLY_IN": (Word("only in", "only in ", "In which parts of the study"),),
    "ASSESSED": (
        Word(
            "assessed", "assessed ${0:at visit}", "Which measurement counts: the latest one there"
        ),
    ),
    "LET": (Word("let", "let ${1:name} be ", "A name for a value that is chosen"),),
    "PICK": (
        Word("latest", "latest ", "The last one in time"),
        Word("earliest", "earliest ", "The first one in time"),
    ),
    "AGGREGATE": tuple(
        Word(f"{word} of", f"{word} of ", "Over several records")
        for word in ("mean", "total", "highest", "lowest")
    ),
    "EXTREME": tuple(
        Word(f"the {word} of", f"the {word} of $1 and $0", "")
        for word in ("longer", "shorter", "greater", "smaller", "later", "earlier")
    ),
    "AGE": (
        Word(
            "completed years from",
            "completed years from ${1:birth_date} to ${0:moment}",
            "Age on a day",
        ),
        Word(
            "completed months from",
            "completed months from ${1:birth_date} to ${0:moment}",
            "Age of the youngest",
        ),
    ),
    "NORMAL_SIDE": tuple(
        Word(f"{side} the normal range", f"{side} the normal range", "The laboratory's own limits")
        for side in ("inside", "outside", "above", "below")
    ),
    "LIMIT": (
        Word("ULN", "ULN", "The laboratory's upper limit of normal"),
        Word("LLN", "LLN", "The laboratory's lower limit of normal"),
    ),
    "FACT": (Word("fact", 'fact ${1:name} "${0:Question}"', "A yes/no question, asked here"),),
    "JUDGEMENT": (
        Word(
            "judgement",
            'judgement ${1:name} by ${2:investigator} "${0:Question}"',
            "What only a person can decide",
        ),
    ),
    "SATISFIES": (Word("satisfies", "satisfies ", "Another criterion holds"),),
    "BARRED_BY": (Word("barred by", "barred by ", "Another criterion bars"),),
    "KIND": (
        Word("inclusion", "inclusion ", ""),
        Word("exclusion", "exclusion ", ""),
    ),
    "QUERY": (
        Word(
            "query",
            "query ${1|ambiguous,undefined,contradiction,truncated,elsewhere|} "
            '"${2:Question to the sponsor}"\n  read as "${0:the reading taken}"',
            "A question to the sponsor, and the reading taken meanwhile",
        ),
    ),
    "QUERY_KIND": tuple(
        Word(kind, f'{kind} "$0"', about)
        for kind, about in (
            ("ambiguous", "It can be read in two ways"),
            ("undefined", "A word or a time is not said"),
            ("contradiction", "It says two things that differ"),
            ("truncated", "The text breaks off"),
            ("elsewhere", "It refers to what is not here"),
        )
    ),
    "READ_AS": (Word("read as", 'read as "$0"', "The reading taken meanwhile"),),
    "VERBATIM": (Word(">", "> ", "The protocol's own words"),),
    "ABOUT": (Word("version", 'version "$0"', "The version of the protocol"),),
    "ORIGIN": (
        Word("source", 'source "$0"', "Where it comes from"),
        Word("note", 'note "$0"', "What a reader should know"),
    ),
    "_VERSION": (Word("version", 'version "$0"', "The version that this was written for"),),
    "_EMPIRICAL": (Word("empirical", "empirical", "It counts with bare numbers"),),
    "_EXAMPLE": (Word("example", "example $1 gives $0", "What the source calculates"),),
    "_GIVES": (Word("gives", "gives ", "What comes out"),),
    "_DECIMALS": (Word("decimals", "decimals", ""),),
    "IN_ORDER": (Word("in order", "in order ", "The least first"),),
    "_CODE": (Word("code", 'code ${1|loinc,snomed,rxnorm,atc,icd10|} "$0"', "Of a public system"),),
    "_RANGE": (
        Word(
            "with reference range", "with reference range", "The laboratory's limits come with it"
        ),
    ),
    "_MOLAR_MASS": (Word("molar mass", "molar mass ${0:180.156} g/mol", "Turns mass into moles"),),
    "YES_NO": (Word("yes/no", "yes/no", "Answered yes or no"),),
    "REAL": (Word("number", "number", "Any decimal"),),
    "WHOLE": (Word("whole number", "whole number", "0, 1, 2 …"),),
    "DAY": (
        Word("date", "date", "A day"),
        Word("date or none", "date or none", "A day; none: it never happened"),
    ),
    "PERIOD": (
        Word("period", "period", "From a first to a last day"),
        Word("period or none", "period or none", "From a first to a last day; none: it never was"),
    ),
    "LENGTH": (Word("duration", "duration", "A length of time"),),
    "TEXT": (Word("text", "text", "Words that nothing computes with"),),
    "EXPECT": (
        Word("expect inclusion", "expect inclusion ", "What comes out for this criterion"),
        Word("expect exclusion", "expect exclusion ", "What comes out for this criterion"),
        Word("expect eligible", "expect eligible", "The verdict"),
        Word("expect ineligible", "expect ineligible", "The verdict"),
        Word("expect undetermined", "expect undetermined", "The verdict"),
    ),
    "OUTCOME": tuple(
        Word(word, word, "") for word in ("satisfied", "violated", "unknown", "does not apply")
    ),
    "VERDICT": tuple(Word(word, word, "") for word in ("eligible", "ineligible", "undetermined")),
    "ANSWER": tuple(Word(word, word, "") for word in ("yes", "no", "not known")),
    "NOT_KNOWN": (Word("not known", "not known", "Nobody has recorded it"),),
    "NOT_YET": (Word("not yet", "not yet", "Nobody has judged it"),),
    "NONE": (Word("none", "none", "It never happened"),),
    "ONGOING": (Word("ongoing", "ongoing", "It has not ended"),),
    "INCOMPLETE": (Word("incomplete", "incomplete", "There may be more of them"),),
    "_DASH": (Word("-", "- ", "A line of the list"),),
}
"""What may stand inside a declaration, by the grammar's name for it."""

LENGTHS = ("days", "weeks", "months", "years", "hours")
"""The units of a window."""

ONE_LENGTH = ("day", "week", "month", "year", "hour")
"""The same, of one."""

UNITS = (
    "kg g mg cm mm mL L % years months weeks days mg/dL g/dL g/L mmol/L umol/L U/L [IU]/L 10^9/L"
    " /uL kg/m2 mm[Hg] mL/min mg/d"
).split()
"""The units that a question is most often answered in."""

ROLES = ("investigator", "patient", "sponsor")
"""Who may judge."""
