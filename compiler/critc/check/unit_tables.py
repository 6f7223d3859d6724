"""The tables behind ``units``: atoms, prefixes, spellings. Values from UCUM, version 2.1."""

from __future__ import annotations

from fractions import Fraction

_Dimension = tuple[tuple[str, int], ...]
_MASS, _LENGTH, _TIME = ("g", 1), ("m", 1), ("s", 1)


def _of(factor: str, *dimension: tuple[str, int]) -> tuple[Fraction, _Dimension]:
    return Fraction(factor), tuple(sorted(dimension))


_PRESSURE = (_MASS, ("m", -1), ("s", -2))
_ENERGY = (_MASS, ("m", 2), ("s", -2))

ATOMS: dict[str, tuple[Fraction, _Dimension]] = {
    "m": _of("1", _LENGTH),
    "g": _of("1", _MASS),
    "s": _of("1", _TIME),
    "K": _of("1", ("K", 1)),
    "mol": _of("1", ("mol", 1)),
    "eq": _of("1", ("eq", 1)),
    "osm": _of("1", ("osm", 1)),
    "[IU]": _of("1", ("IU", 1)),
    "[arb'U]": _of("1", ("arbitrary unit", 1)),
    "[CFU]": _of("1", ("CFU", 1)),
    "[HPF]": _of("1", ("high-power field", 1)),
    "mo": _of("1", ("month", 1)),
    "a": _of("12", ("month", 1)),
    "min": _of("60", _TIME),
    "h": _of("3600", _TIME),
    "d": _of("86400", _TIME),
    "wk": _of("604800", _TIME),
    "L": _of("1/1000", ("m", 3)),
    "l": _of("1/1000", ("m", 3)),
    "t": _of("1000000", _MASS),
    "%": _of("1/100"),
    "[ppm]": _of("1/1000000"),
    "N": _of("1000", _MASS, _LENGTH, ("s", -2)),
    "Pa": _of("1000", *_PRESSURE),
    "bar": _of("100000000", *_PRESSURE),
    "m[Hg]": _of("133322000", *_PRESSURE),
    "m[H2O]": _of("9806650", *_PRESSURE),
    "J": _of("1000", *_ENERGY),
    "cal": _of("4184", *_ENERGY),
    "W": _of("1000", _MASS, ("m", 2), ("s", -3)),
    "V": _of("1000", _MASS, ("m", 2), ("s", -2), ("C", -1)),
    "Hz": _of("1", ("s", -1)),
    "Gy": _of("1", ("m", 2), ("s", -2)),
    "Bq": _of("1", ("s", -1)),
    "kat": _of("1", ("mol", 1), ("s", -1)),
    "U": _of("1/60000000", ("mol", 1), ("s", -1)),
    "[lb_av]": _of("453.59237", _MASS),
    "[oz_av]": _of("28.349523125", _MASS),
    "[stone_av]": _of("6350.29318", _MASS),
    "[in_i]": _of("0.0254", _LENGTH),
    "[ft_i]": _of("0.3048", _LENGTH),
}
"""Factor to the base units, and dimension, of each atom. Grams, metres and seconds are bases."""

METRIC = frozenset(
    "m g s K mol eq osm [IU] L l t N Pa bar m[Hg] m[H2O] J cal W V Hz Gy Bq kat U".split()
)
"""The atoms that take a prefix."""

PREFIXES = {
    name: Fraction(10) ** power
    for name, power in {
        "G": 9, "M": 6, "k": 3, "h": 2, "da": 1, "d": -1, "c": -2, "m": -3, "u": -6, "n": -9,
        "p": -12, "f": -15,
    }.items()
}  # fmt: skip

SPELLINGS = {
    "year": "a", "years": "a", "yr": "a", "yrs": "a",
    "month": "mo", "months": "mo",
    "week": "wk", "weeks": "wk",
    "day": "d", "days": "d",
    "hour": "h", "hours": "h", "hr": "h", "hrs": "h",
    "minute": "min", "minutes": "min",
    "second": "s", "seconds": "s", "sec": "s",
    "mmHg": "mm[Hg]", "mm Hg": "mm[Hg]", "cmH2O": "cm[H2O]",
    "IU": "[IU]", "[iU]": "[IU]", "mIU": "m[IU]", "uIU": "u[IU]", "kIU": "k[IU]", "MIU": "M[IU]",
    "mcg": "ug", "mcL": "uL", "mcl": "uL", "ml": "mL", "dl": "dL", "ul": "uL", "mcmol": "umol",
    "mEq": "meq", "Eq": "eq", "mOsm": "mosm",
    "°C": "Cel", "degC": "Cel", "°F": "[degF]", "degF": "[degF]",
    "lb": "[lb_av]", "lbs": "[lb_av]", "oz": "[oz_av]",
    "inch": "[in_i]", "inches": "[in_i]", "in": "[in_i]", "ft": "[ft_i]",
    "copies": "{copies}", "cells": "{cells}", "beats": "{beats}", "bpm": "/min",
    "percent": "%", "1.73m2": "{1.73_m2}", "1.73 m2": "{1.73_m2}", "HPF": "[HPF]",
    **{f"10^{n}": f"10*{n}" for n in range(1, 13)},
    **{f"10**{n}": f"10*{n}" for n in range(1, 13)},
}  # fmt: skip
"""What people write, and the UCUM code for it."""

WRITTEN_OUT = (
    ("[IU]", "IU"),
    ("mm[Hg]", "mmHg"),
    ("cm[H2O]", "cmH2O"),
    ("10*", "10^"),
    ("{copies}", "copies"),
    ("{cells}", "cells"),
    ("{1.73_m2}", "1.73m2"),
)
"""UCUM, and the spelling that data may use instead."""

SHOWN = {
    "1": "",
    "a": "years",
    "mo": "months",
    "wk": "weeks",
    "d": "days",
    "h": "hours",
    "min": "minutes",
    "s": "seconds",
    "Cel": "°C",
    "[degF]": "°F",
    "[lb_av]": "lb",
    "[oz_av]": "oz",
    "[stone_av]": "stone",
    "[in_i]": "in",
    "[ft_i]": "ft",
    "mg/d": "mg/day",
    "g/d": "g/day",
    "ug/d": "µg/day",
    "mg/kg/d": "mg/kg/day",
}
"""Codes that people read otherwise than part by part."""

COMMON = (
    "kg g mg ug ng pg [lb_av] [oz_av] [stone_av] m cm mm um [in_i] [ft_i] m2 cm2 mm2 m3 L dL mL uL "
    "mm3 cm3 a mo wk d h min s ms % Cel [degF] K mm[Hg] kPa cm[H2O] /min "
    "/L /mL /uL /mm3 10*3/uL 10*6/uL 10*9/L 10*6/L 10*12/L 10*3/mm3 10*6/mL "
    "{cells}/uL {cells}/mm3 {copies}/mL {copies}/L "
    "g/L g/dL mg/L mg/dL mg/mL ug/L ug/dL ug/mL ng/L ng/dL ng/mL pg/mL kg/m2 "
    "mol/L mmol/L umol/L nmol/L pmol/L mmol/mol meq/L mosm/kg mol mmol umol "
    "U/L U/mL kat/L ukat/L nkat/L [IU]/L [IU]/mL k[IU]/L k[IU]/mL m[IU]/L m[IU]/mL u[IU]/mL "
    "[IU] k[IU] M[IU] U kU mg/d g/d ug/d mg/kg mg/kg/d mg/m2 g/m2 mL/min L/min mL/s L/s "
    "mL/min/{1.73_m2} mg/g mg/mmol g/g Gy cGy kcal kJ V mV"
).split()
"""The units in which laboratories and hospitals report."""
