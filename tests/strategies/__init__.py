"""Random protocols and random patients, for the laws that every backend must keep.

``programs()`` draws a well-formed core program over every kind of node; ``patients(program)`` a
patient's data that its validator accepts; ``refinements(program, data)`` the same patient, better
known. ``trials()`` and ``formulas()`` draw what criteria of real trials are made of: nested tables,
washouts, change from baseline; deep terms with their limits near the patient; ``quotients()``
divisions, often by nothing. ``sources()`` draws
the text of protocols, ``formula_cases()`` that of one formula, with what it is worth. Values lie near
the constants of the program, and dates around its windows.
"""

from strategies.patients import patients
from strategies.programs import dated_atoms, formulas, programs, record_atoms, trials
from strategies.quotients import quotients
from strategies.refinements import refinements
from strategies.sources import sources
from strategies.written import Case, formula_cases

__all__ = [
    "Case",
    "dated_atoms",
    "formula_cases",
    "formulas",
    "patients",
    "programs",
    "quotients",
    "record_atoms",
    "refinements",
    "sources",
    "trials",
]
