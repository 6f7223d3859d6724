"""From the syntax tree back to text, in the one style of the language.

Two spaces an indent, dashes one indent deeper than their heading, ``≥ ≤ ×``, spaces around
operators and before a unit, columns of tables aligned. Comments are not in the tree, so not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from critc.syntax import tree
from critc.syntax.print_values import chosen, expression, names, number, timing

Lines = list[str]
_STEP = "  "


def print_tree(file: tree.File) -> str:
    """The text of a file. What it says is what the tree says: parsed again it is the same tree."""
    blocks, above = list[str](), None
    for each in file.declarations:
        lines = declaration(each)
        apart = above is None or len(lines) > 1 or type(each) is not type(above)
        if blocks and (apart or "\n" in blocks[-1].rstrip("\n")):
            blocks.append("")
        blocks.append("\n".join(line.rstrip() for line in lines))
        above = each
    return "".join(f"{block}\n" for block in blocks)


def declaration(node: tree.Declaration) -> Lines:
    """The lines of one declaration, the first in column 0."""
    match node:
        case tree.Protocol():
            return [_head("protocol", node.name, node.title), *_about(node)]
        case tree.Library():
            return [_head("library", node.name, node.title), *_about(node)]
        case tree.Use(used, path, version):
            asked = f' version "{version}"' if version else ""
            return [f"use {names(used)} from {path}{asked}"]
        case tree.Moment(name, question):
            return [f'moment {name.text} "{question}"']
        case tree.Part(name, title):
            return [f'part {name.text} "{title}"']
        case tree.Choices():
            order = " in order" if node.ordered else ""
            head = f"choices {node.name.text}{order}{_quoted(node.title)}"
            return [head, *_about(node), *_indented(_options(node.options))]
        case tree.Fact():
            return _fact("fact ", node)
        case tree.Judgement():
            return [_judgement(node)]
        case tree.Records():
            fields = (_dashed(_fact("", field)) for field in node.fields)
            return [_head("records", node.name, node.title), *_indented(_joined(fields))]
        case tree.Measurement():
            return _measurement(node)
        case tree.Define():
            head = f"define {node.name.text}{_parameters(node.parameters)}{_quoted(node.title)}"
            return [head, *_about(node), *_indented(_body(node.body))]
        case tree.Formula():
            return _formula(node)
        case tree.Table():
            return _table(node)
        case tree.Criterion():
            return _criterion(node)
        case tree.Patient():
            settings = _joined(map(_setting, node.settings))
            return [_head("patient", node.name, node.title), *_indented(settings)]
        case tree.Case():
            lines = _joined(map(_setting, node.settings)) + list(map(_expect, node.expects))
            return [f'case "{node.title}" of {node.of.text}', *_indented(lines)]


# ---- lines --------------------------------------------------------------------------------------


def _indented(lines: Iterable[str]) -> Lines:
    return [_STEP + line for line in lines]


def _dashed(lines: Lines) -> Lines:
    return ["- " + lines[0], *_indented(lines[1:])]


def _joined(blocks: Iterable[Lines]) -> Lines:
    return [line for block in blocks for line in block]


def _quoted(text: str) -> str:
    return f' "{text}"' if text else ""


def _head(word: str, name: tree.Name, title: str) -> str:
    return f"{word} {name.text}{_quoted(title)}"


def _columns(rows: Sequence[Sequence[str]]) -> Lines:
    """The rows of a table, the columns aligned."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
    return [
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    ]


# ---- the data dictionary ------------------------------------------------------------------------


def _about(node: tree.Declaration | tree.Field) -> Lines:
    words = ("version", "source", "note")
    found = ((word, getattr(node, word, "")) for word in words)
    return [f'{_STEP}{word} "{line}"' for word, text in found if text for line in text.split("\n")]


def _type(node: tree.Type | None) -> str:
    return f" : {_type_words(node)}" if node else ""


def _type_words(node: tree.Type) -> str:
    span = f" from {node.low}" if node.low else ""
    span += f" to {node.high}" if node.high else ""
    if node.word in ("unit", "named"):
        return (node.unit or (node.name.text if node.name else "")) + span
    listed = f" {names(node.options)}" if node.options else ""
    of = f" of {node.unit}" if node.unit else ""
    return f"{node.word}{of}{span}{listed}{' or none' if node.or_none else ''}"


def _codes(codes: Iterable[tree.Code]) -> str:
    return "".join(f' code {code.system} "{code.value}"' for code in codes)


def _options(options: Iterable[tree.Option]) -> Lines:
    return [f"- {each.name.text}{_quoted(each.label)}{_codes(each.codes)}" for each in options]


def _fact(word: str, node: tree.Fact | tree.Field) -> Lines:
    asked = f' "{node.question}"' if isinstance(node, tree.Fact) else _quoted(node.question)
    head = f"{word}{node.name.text}{_type(node.type)}{asked}{_codes(node.codes)}"
    return [head, *_about(node), *_indented(_options(node.options))]


def _judgement(node: tree.Judgement) -> str:
    return f'judgement {node.name.text} by {node.role} "{node.question}"'


def _measurement(node: tree.Measurement) -> Lines:
    head = f"measurement {node.name.text}{_type(node.type)}{_quoted(node.title)}"
    head += _codes(node.codes)
    if node.reference_range:
        head += " with reference range"
    if node.molar_mass:
        head += f" molar mass {number(node.molar_mass)}"
    return [head, *_indented(_options(node.options))]


def _parameters(parameters: tuple[tree.Parameter, ...]) -> str:
    listed = ", ".join(f"{each.name.text}{_type(each.type)}" for each in parameters)
    return f" ({listed})" if parameters else ""


def _formula(node: tree.Formula) -> Lines:
    head = f"formula {node.name.text}{_parameters(node.parameters)}{_type(node.type)}"
    lines = _joined(map(_opening, node.lets))
    if isinstance(node.value, tree.ValueCases):
        lines += ["whichever applies", *_indented(_value_cases(node.value))]
    else:
        lines.append(expression(node.value))
    lines += map(_example, node.examples)
    empirical = [_STEP + "empirical"] if node.empirical else []
    return [head + _quoted(node.title), *_about(node), *empirical, *_indented(lines)]


def _example(node: tree.Example) -> str:
    arguments = ", ".join(f"{name.text} = {_given(value)}" for name, value in node.arguments)
    unit = "decimal" if node.decimals == "1" else "decimals"
    decimals = f" to {node.decimals} {unit}" if node.decimals else ""
    return f"example {arguments} gives {_given(node.gives)}{decimals}"


def _table(node: tree.Table) -> Lines:
    head = f"table {node.name.text}{_parameters(node.parameters)}{_type(node.type)}"
    rows = [[name.text for name in node.header], *(list(map(_cell, row)) for row in node.rows)]
    return [head + _quoted(node.title), *_about(node), *_indented(_columns(rows))]


def _cell(node: tree.Cell) -> str:
    match node:
        case tree.Cell("otherwise"):
            return "otherwise"
        case tree.Cell("names", names=listed):
            return names(listed)
        case tree.Cell("from", low=low, high=high) if low and high:
            return f"{expression(low)} to {'< ' if node.high_open else ''}{expression(high)}"
        case tree.Cell("value", low=low) if low:
            return expression(low)
        case _:
            return f"{node.word} {expression(node.low)}" if node.low else node.word


# ---- criteria and bodies ------------------------------------------------------------------------


def _criterion(node: tree.Criterion) -> Lines:
    text = [f"> {line}" for line in node.text.split("\n")] if node.text else []
    return [f"{node.kind} {node.number}", *_indented(text), *_indented(_body(node.body))]


def _body(node: tree.Body) -> Lines:
    lines = _joined(map(_opening, node.openings)) + _condition(node.condition)
    if node.exception:
        lines += _exception(node.exception)
    for query in node.queries:
        lines.append(f'query {query.kind} "{query.question}"')
        if query.reading:
            lines.append(f'{_STEP}read as "{query.reading}"')
    return lines


def _opening(node: tree.Opening) -> Lines:
    match node:
        case tree.OnlyIf(condition):
            return _after("only if", _condition(condition))
        case tree.OnlyIn(parts):
            return [f"only in {names(parts)}"]
        case tree.Assessed(when, where):
            return _where(f"assessed {timing(when)}", where)
        case tree.Let():
            return _let(f"let {node.name.text} be", node.value)


def _let(words: str, value: tree.Expression | tree.Chosen | tree.ValueCases) -> Lines:
    match value:
        case tree.Chosen():
            return _where(f"{words} {chosen(value)}", value.where)
        case tree.ValueCases():
            return [f"{words} whichever applies", *_indented(_value_cases(value))]
        case _:
            return [f"{words} {expression(value)}"]


def _exception(node: tree.Exception_) -> Lines:
    word = f"whole list {node.word}" if node.whole else node.word
    match node.body:
        case tree.Body(condition, openings=(), exception=None, queries=()):
            return _after(word, _condition(condition))
        case body:
            return [word, *_indented(_body(body))]


def _after(words: str, lines: Lines) -> Lines:
    return [f"{words} {lines[0]}", *lines[1:]]


def _where(words: str, condition: tree.Condition | None) -> Lines:
    return _after(f"{words} where", _condition(condition)) if condition else [words]


# ---- conditions ---------------------------------------------------------------------------------


def _condition(node: tree.Condition) -> Lines:
    first, *below = _unsaid(node)
    return [first if node.says is None else f'{first}  "{node.says}"', *below]


def _unsaid(node: tree.Condition) -> Lines:
    """The condition without the quoted words that may follow it."""
    match node:
        case tree.Compare(sign, left, tree.ValueCases() as cases):
            head = f"{expression(left)} {sign} whichever applies"
            return [head, *_indented(_value_cases(cases))]
        case tree.Counted():
            return _counted(node)
        case tree.Listed():
            head = f"{_count(node.count)} of" if node.count else node.word
            return [head, *_indented(_joined(_dashed(_body(item)) for item in node.items))]
        case tree.ConditionCases(cases):
            lines = (_dashed([_line(case.then) + _if(case.condition)]) for case in cases)
            return ["whichever applies", *_indented(_joined(lines))]
        case _:
            return [_line(node)]


def _line(node: tree.Condition) -> str:
    """A condition that is one line."""
    match node:
        case tree.Holds(of, negated):
            return _not(negated) + expression(of)
        case tree.Compare(sign, left, right) if not isinstance(right, tree.ValueCases):
            return f"{expression(left)} {sign} {expression(right)}"
        case tree.Between(subject, low, high, high_open):
            less = "< " if high_open else ""
            return f"{expression(subject)} is from {expression(low)} to {less}{expression(high)}"
        case tree.Is(subject, options, negated, one_of):
            several = "one of " if one_of else ""
            return f"{expression(subject)} is {_not(negated)}{several}{names(options)}"
        case tree.NormalRange(subject, side):
            return f"{expression(subject)} is {side} the normal range"
        case tree.Includes(subject, options, word):
            return f"{expression(subject)} includes {word + ' ' if word else ''}{names(options)}"
        case tree.Timed(subject, when):
            return f"{expression(subject)} {timing(when)}"
        case tree.Asked(tree.Fact() as fact, negated):
            return _not(negated) + _fact("fact ", fact)[0]
        case tree.Asked(tree.Judgement() as judgement, negated):
            return _not(negated) + _judgement(judgement)
        case tree.Cites(word, kind, cited, negated):
            return f"{_not(negated)}{word} {kind} {cited}"
        case _:
            return _unsaid(node)[0]


def _not(negated: bool) -> str:
    return "not " if negated else ""


def _counted(node: tree.Counted) -> Lines:
    records = node.records.text
    if node.distinct:
        records = f"distinct {node.distinct.text} in {records}"
    alias = f" as {node.alias.text}" if node.alias else ""
    when = f" {timing(node.timing)}" if node.timing else ""
    return _where(f"{_count(node.count)} {records}{alias}{when}", node.where)


def _count(node: tree.Count) -> str:
    bounds = f" {node.low}" if node.low else ""
    if node.high:
        bounds += f" to {node.high}"
    return f"{node.word}{bounds}{' consecutive' if node.consecutive else ''}"


def _if(condition: tree.Condition | None) -> str:
    return f" if {_line(condition)}" if condition else " otherwise"


def _value_cases(node: tree.ValueCases) -> Lines:
    return [f"- {expression(case.value)}{_if(case.condition)}" for case in node.cases]


# ---- patients -----------------------------------------------------------------------------------


def _setting(node: tree.Setting) -> Lines:
    if isinstance(node.value, tree.Rows):
        rows = [[name.text for name in node.value.header]]
        rows += [list(map(_given, row)) for row in node.value.rows]
        head = f"{node.name.text} ={'' if node.value.complete else ' incomplete'}"
        return _dashed([head, *_indented(_columns(rows))])
    return [f"- {node.name.text} = {_given(node.value)}"]


def _given(node: tree.Given) -> str:
    match node:
        case tree.Number():
            return number(node)
        case tree.DateLiteral(text):
            return text
        case tree.Text(text):
            return f'"{text}"'
        case tree.Word(word):
            return word
        case tree.Names(listed):
            return names(listed)
        case tree.Interval(start, end):
            return f"{_given(start)} to {_given(end)}"
        case tree.Bounded(sign, value):
            return f"{sign} {number(value)}"
        case tree.Rows():
            raise TypeError("a table of records stands in no cell")


def _expect(node: tree.Expect) -> str:
    cited = f"{node.kind} {node.number} " if node.kind else ""
    cited = f"{node.defined.text} " if node.defined else cited
    return f"expect {cited}{node.outcome}"
