"""Tables: header and rows read as keys and values."""

from __future__ import annotations

from fractions import Fraction

from critc.check.cells import YES_NO
from critc.check.context import Context
from critc.check.declared_types import unit_or_report
from critc.check.fit import option_key
from critc.check.gaps import check_table
from critc.check.protocol import (
    CellOf,
    CellOptions,
    CellRange,
    Literal,
    OptionNamed,
    Parameter,
    Row,
    Table,
    Term,
    Wrong,
)
from critc.check.scope import Scope
from critc.check.suggest import did_you_mean
from critc.check.terms import value
from critc.check.types import (
    UNKNOWN,
    Choice,
    Duration,
    Number,
    Type,
    Unknown,
    YesNo,
    is_time,
    listed,
    said,
)
from critc.check.units import NUMBER, conversion
from critc.diagnostic import Related
from critc.syntax import tree


def table(context: Context, declaration: tree.Table, parameters: tuple[Parameter, ...]) -> Table:
    """The table, its keys in the order of the header."""
    signature = context.callable(declaration.name.text)
    result = signature.type if signature and signature.type else UNKNOWN
    if not isinstance(result, Number | Duration | Choice | Unknown):
        context.say(
            "E0412",
            declaration.type.span,
            f"A table gives numbers, lengths of time or choices; this is {said(result)}.",
            label="not the value of a row",
            help="What is true or false is a `define`.",
        )
        result = UNKNOWN
    before = len(context.diagnostics)
    found = _Reader(context, declaration, parameters, result).read()
    if len(context.diagnostics) == before:
        check_table(context, found, bool(declaration.note))
    return found


class _Reader:
    """Reads one table."""

    def __init__(
        self,
        context: Context,
        declaration: tree.Table,
        parameters: tuple[Parameter, ...],
        result: Type,
    ) -> None:
        self.context, self.declaration = context, declaration
        self.parameters, self.result = parameters, result
        names = {parameter.name: parameter for parameter in parameters}
        self.scope = Scope(declaration.name.text, parameters=names)

    def read(self) -> Table:
        """The whole table; what is wrong in it was reported."""
        header = self.declaration.header
        names = [parameter.name for parameter in self.parameters]
        keys = [names.index(cell.text) for cell in header if cell.text in names]
        columns = [cell for cell in header if cell.text not in names]
        spread = self._spread(keys, columns)
        if spread is None and len(columns) != 1:
            return self._table((), (), ())
        rows: list[Row] = []
        otherwise: tuple[Row, ...] = ()
        for cells in self.declaration.rows:
            found = self._rows(cells, spread)
            if _is_otherwise(cells, header, names):
                otherwise = found
            else:
                rows += found
        places = (*keys, *([spread] if spread is not None else []))
        return self._table(places, tuple(rows), otherwise)

    def _table(
        self, keys: tuple[int, ...], rows: tuple[Row, ...], otherwise: tuple[Row, ...]
    ) -> Table:
        name = self.declaration.name
        return Table(name.text, self.parameters, keys, rows, otherwise, self.result, span=name.span)

    # ---- header -----------------------------------------------------------------------------

    def _spread(self, keys: list[int], columns: list[tree.Name]) -> int | None:
        """The parameter whose options stand in the header, if one's do."""
        if len(columns) == 1 and not self._has_options(columns, keys):
            return None
        found = self._has_options(columns, keys)
        if found is None:
            self._say_header(columns)
        return found

    def _has_options(self, columns: list[tree.Name], keys: list[int]) -> int | None:
        for place, parameter in enumerate(self.parameters):
            kind = _key_type(parameter.type)
            if place in keys or not isinstance(kind, Choice) or not columns:
                continue
            if all(kind.rank(column.text) is not None for column in columns):
                return place
        return None

    def _say_header(self, columns: list[tree.Name]) -> None:
        header = self.declaration.header
        names = ", ".join(parameter.name for parameter in self.parameters)
        span = columns[-1].span if columns else header[-1].span
        help_, replacement = "", None
        keys = [Related(parameter.span, "a key") for parameter in self.parameters]
        if columns:
            help_, replacement = did_you_mean(
                columns[0].text,
                [p.name for p in self.parameters],
                "Beside the columns of the keys there is one column for the value, or one for each "
                "answer of a key that has no column.",
            )
            span = columns[0].span if replacement else span
        self.context.say(
            "E0412",
            span,
            f"The header does not say which column is the value; its keys are {names}."
            if columns
            else "The table has keys and no value.",
            label="key, or value?" if columns else "no value",
            related=keys,
            help=help_ or "Add a column for the value.",
            replacement=replacement,
        )

    # ---- rows -------------------------------------------------------------------------------

    def _rows(
        self,
        cells: tuple[tree.Cell, ...],
        spread: int | None,
    ) -> tuple[Row, ...]:
        """A line of the table: one row, or one for each column of a spread key."""
        names = [parameter.name for parameter in self.parameters]
        fixed: list[CellOf] = []
        rows: list[tuple[tree.Name, Term]] = []
        for head, cell in zip(self.declaration.header, cells, strict=True):
            if head.text in names:
                if cell.word != "otherwise":
                    fixed.append(self._key(cell, self.parameters[names.index(head.text)]))
            else:
                rows.append((head, self._value(cell)))
        span = cells[0].span.to(cells[-1].span)
        return tuple(
            Row(
                (*fixed, CellOptions((head.text,))) if spread is not None else tuple(fixed),
                term,
                span=span,
            )
            for head, term in rows
        )

    def _key(self, cell: tree.Cell, parameter: Parameter) -> CellOf:
        kind = _key_type(parameter.type)
        match kind:
            case Choice():
                return self._options(cell, parameter, kind)
            case Number():
                return self._range(cell, parameter, kind)
            case _:
                if kind == UNKNOWN:
                    return CellOptions(())
                self.context.say(
                    "E0412",
                    cell.span,
                    f"A table cannot be looked up by {said(kind)}.",
                    label="not to be looked up",
                    related=[Related(parameter.span, "declared here")],
                    help="Keys are numbers, choices and yes/no questions.",
                )
                return CellOptions(())

    def _options(self, cell: tree.Cell, parameter: Parameter, kind: Choice) -> CellOf:
        names = cell.names
        if cell.word == "value" and isinstance(cell.low, tree.Ref):
            names = cell.low.path
        if not names:
            self.context.say(
                "E0412",
                cell.span,
                f"This column is for {parameter.name}: {said(kind)}.",
                label="not one of them",
                related=[Related(parameter.span, "declared here")],
            )
        for name in names:
            if kind.rank(name.text) is None:
                known = [option.name.text for option in kind.options]
                help_, replacement = did_you_mean(
                    name.text, known, f"It is one of {listed(kind.options)}."
                )
                self.context.say(
                    "E0205",
                    name.span,
                    f"`{name.text}` is not one of the possible answers of {parameter.name}.",
                    label="not one of them",
                    related=[Related(parameter.span, "declared here")],
                    help=help_,
                    replacement=replacement,
                    about=option_key(kind, parameter, name.text),
                )
        return CellOptions(tuple(name.text for name in names))

    def _range(self, cell: tree.Cell, parameter: Parameter, kind: Number) -> CellOf:
        if cell.word in ("names", "otherwise") or cell.low is None:
            self.context.say(
                "E0412",
                cell.span,
                f"This column is for {said(kind)}.",
                label="not a number",
                related=[Related(parameter.span, "declared here")],
                help="Write a number, `1 to < 2 years`, or `≥ 16 years`.",
            )
            return CellRange()
        low = self._bound(cell.low, cell.high, parameter, kind)
        match cell.word:
            case "from":
                end = cell.high
                high = self._bound(end, cell.low, parameter, kind) if end else None
                if low is not None and high is not None and low > high:
                    self.context.say(
                        "E0322",
                        cell.span,
                        "Nothing lies in this range: its first end is the larger.",
                        label="upside down",
                        help="Write the smaller end first.",
                    )
                return CellRange(low, high, True, not cell.high_open)
            case "<":
                return CellRange(None, low, high_closed=False)
            case "≤":
                return CellRange(None, low)
            case ">":
                return CellRange(low, None, low_closed=False)
            case "≥":
                return CellRange(low, None)
            case _:
                return CellRange(low, low)

    def _bound(
        self,
        written: tree.Expression,
        other: tree.Expression | None,
        parameter: Parameter,
        kind: Number,
    ) -> Fraction | None:
        """A number of a key's cell in the key's unit; without a unit it is in that already."""
        if not isinstance(written, tree.Number):
            self.context.say(
                "E0412", written.span, "A key's cell holds numbers.", label="not a number"
            )
            return None
        text, span = written.unit, written.unit_span
        if not text and isinstance(other, tree.Number):
            text, span = other.unit, other.unit_span
        if not text:
            return Fraction(written.value)
        unit = unit_or_report(self.context, text, span)
        if unit is None:
            return None
        if unit.dimension != kind.unit.dimension:
            self.context.say(
                "E0302",
                span,
                f"This column is for {said(kind)}: {unit.shown or text} does not go with it.",
                label="another kind of unit",
                related=[Related(parameter.span, "declared here")],
                help="Write the numbers in the unit of the key.",
            )
            return None
        factor, offset = conversion(unit, kind.unit)
        return Fraction(written.value) * factor + offset

    def _value(self, cell: tree.Cell) -> Term:
        written = cell.low
        if cell.word == "names":
            return self._option(cell)
        if cell.word != "value" or written is None:
            self.context.say(
                "E0412",
                cell.span,
                "In the column of the value stands one value, not a range.",
                label="not one value",
                help="Put the range into the column of a key, and here the value that holds for it.",
            )
            return Wrong(span=cell.span)
        if isinstance(self.result, Choice):
            return self._option(cell)
        term = value(self.context, self.scope, written)
        return self._fitting(term, cell)

    def _option(self, cell: tree.Cell) -> Term:
        written = cell.low
        name = cell.names[0] if cell.names else None
        if isinstance(written, tree.Ref):
            name = written.path[0]
        if isinstance(self.result, Choice) and name and self.result.rank(name.text) is not None:
            return OptionNamed(name.text, self.result, span=cell.span)
        self._say_value(cell)
        return Wrong(span=cell.span)

    def _fitting(self, term: Term, cell: tree.Cell) -> Term:
        """A value of the table's type; a bare number is in the table's unit."""
        result, given = self.result, term.type
        if UNKNOWN in (result, given):
            return term
        if isinstance(result, Duration) and is_time(given):
            return term
        if isinstance(result, Number) and isinstance(given, Number):
            if isinstance(term, Literal) and given.unit == NUMBER:
                return Literal(term.value, Number(result.unit), term.text, span=term.span)
            if given.unit.dimension == result.unit.dimension:
                return term
        self._say_value(cell)
        return Wrong(span=cell.span)

    def _say_value(self, cell: tree.Cell) -> None:
        self.context.say(
            "E0302",
            cell.span,
            f"The table `{self.declaration.name.text}` gives {said(self.result)}: this is none.",
            label=f"not {said(self.result)}",
            help="Correct the cell, or what the table gives, after the colon of its first line.",
            related=[Related(self.declaration.type.span, "declared here")],
        )


def _key_type(kind: Type) -> Type:
    return YES_NO if isinstance(kind, YesNo) else kind


def _is_otherwise(
    cells: tuple[tree.Cell, ...], header: tuple[tree.Name, ...], names: list[str]
) -> bool:
    return any(
        cell.word == "otherwise"
        for cell, head in zip(cells, header, strict=True)
        if head.text in names
    )
