"""Random protocols and random patients, for the laws that every backend must keep.

``programs()`` draws a well-formed core program over every kind of node; ``patients(program)`` a
patient's data that its validator accepts; ``refinements(program, data)`` the same patient, better
known. Values lie near the constants of the program, and dates around its windows.
"""

from strategies.patients import patients
from strategies.programs import dated_atoms, programs, record_atoms
from strategies.refinements import refinements

__all__ = ["dated_atoms", "patients", "programs", "record_atoms", "refinements"]
