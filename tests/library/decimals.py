"""The equations with roots and powers once more, from their publications, with sixty digits.

They calculate in the context that surrounds them: ``with localcontext(DIGITS)``.
"""

from __future__ import annotations

from decimal import Context, Decimal

DIGITS = Context(prec=60)


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """``base ^ exponent``, by the logarithm."""
    return (base.ln() * exponent).exp()


def body_surface_area(weight: Decimal, height: Decimal) -> Decimal:
    """Mosteller 1987."""
    return (weight * height / 3600).sqrt()


def body_surface_area_du_bois(weight: Decimal, height: Decimal) -> Decimal:
    """Du Bois and Du Bois 1916."""
    return Decimal("0.007184") * power(weight, Decimal("0.425")) * power(height, Decimal("0.725"))


def ckd_epi_2021(age: Decimal, creatinine: Decimal, *, female: bool) -> Decimal:
    """Inker 2021."""
    ratio = creatinine / Decimal("0.7" if female else "0.9")
    alpha = Decimal("-0.241" if female else "-0.302")
    found = 142 * power(min(ratio, Decimal(1)), alpha)
    found *= power(max(ratio, Decimal(1)), Decimal("-1.2")) * power(Decimal("0.9938"), age)
    return found * Decimal("1.012") if female else found


def ckd_epi_2009(age: Decimal, creatinine: Decimal, *, female: bool, black: bool) -> Decimal:
    """Levey 2009."""
    ratio = creatinine / Decimal("0.7" if female else "0.9")
    alpha = Decimal("-0.329" if female else "-0.411")
    found = 141 * power(min(ratio, Decimal(1)), alpha)
    found *= power(max(ratio, Decimal(1)), Decimal("-1.209")) * power(Decimal("0.993"), age)
    found *= Decimal("1.018") if female else 1
    return found * Decimal("1.159") if black else found


def mdrd(age: Decimal, creatinine: Decimal, *, female: bool, black: bool) -> Decimal:
    """Levey 2006, for creatinine traceable to isotope dilution mass spectrometry."""
    found = 175 * power(creatinine, Decimal("-1.154")) * power(age, Decimal("-0.203"))
    found *= Decimal("0.742") if female else 1
    return found * Decimal("1.212") if black else found


def qtcf(qt: Decimal, heart_rate: Decimal) -> Decimal:
    """Fridericia 1920."""
    return qt / power(60 / heart_rate, Decimal(1) / 3)


def qtcb(qt: Decimal, heart_rate: Decimal) -> Decimal:
    """Bazett 1920."""
    return qt / (60 / heart_rate).sqrt()


def fib_4(age: Decimal, ast: Decimal, alt: Decimal, platelets: Decimal) -> Decimal:
    """Sterling 2006."""
    return age * ast / (platelets * alt.sqrt())
