"""``unless`` or ``accepted if``: decided by whether the thing excepted helps the patient or bars.

The sign of a condition is followed from its criterion through ``not``, ``none of``, ``no``, ``at most``,
``only if``, ``where``, exceptions and every use of a definition (decision 3). What stands directly in
an exception, or under its ``any of``, is an exception itself: an exception to it takes it back, and
the word is ``unless``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from critc.check.context import Context
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree

Sign = Literal["helps", "bars", "both"]

_FLIPPED: dict[Sign, Sign] = {"helps": "bars", "bars": "helps", "both": "both"}
_RISING = ("some", "at least", "more than")
_FALLING = ("no", "at most", "fewer than")


@dataclass(frozen=True, slots=True)
class Use:
    """A definition is used here, with this sign."""

    name: str
    sign: Sign
    span: Span


@dataclass(frozen=True, slots=True)
class Excepted:
    """A body with an exception; ``back``: where the body is an exception itself, the word of that."""

    body: tree.Body
    sign: Sign
    back: Span | None


Found = Iterator[Use | Excepted]


@dataclass(slots=True)
class _Uses:
    """The signs with which a definition is used, and the first place of each."""

    signs: dict[Sign, Span] = field(default_factory=dict)

    @property
    def sign(self) -> Sign | None:
        """The one sign of all uses; "both" when they differ; None when there is none."""
        if len(self.signs) > 1:
            return "both"
        return next(iter(self.signs), None)


def check_exceptions(context: Context) -> None:
    """Report exceptions with the wrong word, or of no clear meaning."""
    defines = {d.name.text: d for d in context.file.declarations if isinstance(d, tree.Define)}
    uses = {name: _Uses() for name in defines}
    open_: list[Use] = []
    for declaration in context.file.declarations:
        if isinstance(declaration, tree.Criterion):
            sign: Sign = "helps" if declaration.kind == "inclusion" else "bars"
            for found in _body(declaration.body, sign, who="bars"):
                if isinstance(found, Use):
                    open_.append(found)
                else:
                    _judge(context, found, found.sign, _heading(declaration, found.sign))
    _follow(open_, defines, uses)
    for name, define in defines.items():
        for found in _body(define.body, "helps", who="bars"):
            if isinstance(found, Excepted):
                _judge_in_definition(context, found, uses[name])


def _follow(open_: list[Use], defines: dict[str, tree.Define], uses: dict[str, _Uses]) -> None:
    """Follow uses into the definitions, each with each sign once."""
    while open_:
        use = open_.pop()
        if use.name not in uses or use.sign in uses[use.name].signs:
            continue
        uses[use.name].signs[use.sign] = use.span
        body = defines[use.name].body
        open_ += [found for found in _body(body, use.sign, who="bars") if isinstance(found, Use)]


def _judge_in_definition(context: Context, found: Excepted, uses: _Uses) -> None:
    """A definition's sign is that of its uses; ``found.sign`` was followed from "helps"."""
    if uses.sign is None:
        return
    sign: Sign = "both" if "both" in (uses.sign, found.sign) else uses.sign
    if sign != "both" and found.sign == "bars":
        sign = _FLIPPED[sign]
    _judge(context, found, sign, [_used(*use) for use in uses.signs.items()])


def _heading(criterion: tree.Criterion, sign: Sign) -> list[Related]:
    """The heading of a criterion, where it explains the sign by itself."""
    if (criterion.kind, sign) == ("inclusion", "helps"):
        return [Related(criterion.head, "what an inclusion says is required")]
    if (criterion.kind, sign) == ("exclusion", "bars"):
        return [Related(criterion.head, "what an exclusion says bars")]
    return []


def _used(sign: Sign, span: Span) -> Related:
    words = {"helps": "used here as a requirement", "bars": "used here as what bars",
             "both": "used here in both ways"}  # fmt: skip
    return Related(span, words[sign])


# ---- following the sign -----------------------------------------------------------------------


def _body(body: tree.Body, sign: Sign, who: Sign, back: Span | None = None) -> Found:
    """``who`` is the sign of ``only if``."""
    for opening in body.openings:
        match opening:
            case tree.OnlyIf(condition=condition):
                yield from _condition(condition, who, None)
            case tree.Let(value=tree.Chosen(where=condition)) if condition:
                yield from _condition(condition, "both", None)
            case tree.Let(value=tree.ValueCases() as values):
                yield from _values(values)
            case tree.Let(value=expression):
                if not isinstance(expression, tree.Chosen | tree.ValueCases):
                    yield from _expression(expression)
            case tree.Assessed(where=condition) if condition:
                yield from _condition(condition, "both", None)
            case _:
                pass
    yield from _condition(body.condition, sign, back)
    if body.exception:
        yield Excepted(body, sign, back)
        yield from _exception(body, body.exception, sign)


def _exception(body: tree.Body, exception: tree.Exception_, sign: Sign) -> Found:
    if exception.word == "accepted if":
        inner = sign
    elif isinstance(body.condition, tree.Counted):
        inner = _FLIPPED[_through(body.condition.count, sign)]
    else:
        inner = _FLIPPED[sign]
    yield from _body(exception.body, inner, who=_FLIPPED[inner], back=exception.word_span)


def _condition(condition: tree.Condition, sign: Sign, back: Span | None) -> Found:
    match condition:
        case tree.Holds(of=of, negated=negated):
            held = _FLIPPED[sign] if negated else sign
            if isinstance(of, tree.Call):
                yield Use(of.name.text, held, of.name.span)
                for argument in of.arguments:
                    yield from _expression(argument)
            elif len(of.path) == 1:
                yield Use(of.path[0].text, held, of.span)
        case tree.Listed():
            yield from _listed(condition, sign, back)
        case tree.Counted(count=count, where=where) if where:
            yield from _condition(where, _through(count, sign), None)
        case tree.ConditionCases(cases=cases):
            for case in cases:
                yield from _condition(case.then, sign, back)
                if case.condition:
                    yield from _condition(case.condition, "both", None)
        case tree.Compare(left=left, right=right):
            yield from _expression(left)
            if isinstance(right, tree.ValueCases):
                yield from _values(right)
            else:
                yield from _expression(right)
        case _:
            pass


def _listed(condition: tree.Listed, sign: Sign, back: Span | None) -> Found:
    if condition.word == "none of":
        sign, back = _FLIPPED[sign], None
    elif condition.word == "count" and condition.count:
        sign, back = _through(condition.count, sign), None
    elif condition.word == "all of":
        back = None
    who = _FLIPPED[sign] if condition.word == "all of" else sign
    for item in condition.items:
        yield from _body(item, sign, who, back)


def _values(values: tree.ValueCases) -> Found:
    for case in values.cases:
        yield from _expression(case.value)
        if case.condition:
            yield from _condition(case.condition, "both", None)


def _expression(expression: tree.Expression) -> Found:
    """A definition that is passed to a formula can work either way."""
    match expression:
        case tree.Call(arguments=arguments):
            for argument in arguments:
                if isinstance(argument, tree.Ref) and len(argument.path) == 1:
                    yield Use(argument.path[0].text, "both", argument.span)
                else:
                    yield from _expression(argument)
        case tree.Binary(left=left, right=right):
            yield from _expression(left)
            yield from _expression(right)
        case tree.Extreme(operands=operands):
            for operand in operands:
                yield from _expression(operand)
        case _:
            pass


def _through(count: tree.Count, sign: Sign) -> Sign:
    if count.word in _RISING:
        return sign
    return _FLIPPED[sign] if count.word in _FALLING else "both"


# ---- judging one exception --------------------------------------------------------------------


def _judge(context: Context, found: Excepted, sign: Sign, why: list[Related]) -> None:
    """Say what is wrong with an exception; ``why`` shows where the sign comes from."""
    exception = found.body.exception
    assert exception is not None
    if exception.word == "unless" and isinstance(found.body.condition, tree.Counted):
        return  # it describes the records (decision 1)
    if found.back:
        if exception.word == "accepted if":
            _say_takes_back(context, exception, found.back)
    elif sign == "both":
        _say_both(context, found.body, exception, why)
    elif sign == "helps" and exception.word == "unless":
        _say_helps(context, found.body, exception, why)
    elif sign == "bars" and exception.word == "accepted if":
        _say_bars(context, found.body, exception, why)


def _say_helps(
    context: Context, body: tree.Body, exception: tree.Exception_, why: list[Related]
) -> None:
    required, excepted = _short(context, body), _short(context, exception.body)
    context.say(
        "E0401",
        exception.word_span,
        "This line is a requirement, and after a requirement `unless` has two readings.",
        label="lets them in, or keeps them out?",
        related=[*why, Related(body.condition.span, "required here")],
        help=f"Those with `{excepted}` may take part without it: write `accepted if {excepted}`. Or it "
        f"is a second requirement: write `all of`, below it `- {required}` and `- not {excepted}`.",
    )


def _short(context: Context, body: tree.Body) -> str:
    """A condition in few words: its name, or the first line of its text."""
    condition = body.condition
    if isinstance(condition, tree.Asked):
        return condition.declaration.name.text
    text = context.source.words(condition.span)
    return text.splitlines()[0].strip()


def _say_bars(
    context: Context, body: tree.Body, exception: tree.Exception_, why: list[Related]
) -> None:
    context.say(
        "E0402",
        exception.word_span,
        "`accepted if` belongs to a requirement; this line bars or describes.",
        label="write `unless`",
        related=[*why, Related(body.condition.span, "this line")],
        help="What does not count is said with `unless`.",
        replacement="unless",
        about=("accepted if", exception.word_span),
    )


def _say_takes_back(context: Context, exception: tree.Exception_, back: Span) -> None:
    context.say(
        "E0402",
        exception.word_span,
        "An exception to an exception takes it back: the word for it is `unless`.",
        label="an exception to an exception",
        related=[Related(back, "the first exception")],
        help="To add another exception beside the first, put both under `any of`.",
    )


def _say_both(
    context: Context, body: tree.Body, exception: tree.Exception_, why: list[Related]
) -> None:
    if len(why) > 1:
        context.say(
            "E0403",
            exception.word_span,
            "This definition is used where it helps the patient and where it bars: an exception in "
            "it would be read in two ways.",
            label="lets them in, or keeps them out?",
            related=why,
            help="Write the exception out with `all of`, `any of` and `not`, or make two definitions.",
        )
        return
    context.say(
        "E0403",
        exception.word_span,
        "What this is excepted from can help the patient and can bar: the exception would be read "
        "in two ways.",
        label="lets them in, or keeps them out?",
        related=[*why, Related(body.condition.span, "excepted from this")],
        help="Write it out with `all of`, `any of` and `not`.",
    )
