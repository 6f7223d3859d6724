/** Roots and fractional powers: exact where they are, else to 20 significant digits. */

import { exact, Interval, point, Rational, wholePower, ZERO } from "./numbers.js";
import { CANNOT, Term, WholePower } from "./terms.js";

/** What calculates powers that are not exact: `approximatePower`, in pages that have it. */
let approximatePower = null;

/** Gives powers their arithmetic, which is long: pages without roots do without it. */
export function provideApproximation(calculate) {
  approximatePower = calculate;
}

/** `term ^ exponent`. */
export class Power extends WholePower {
  raised(base, exponent) {
    return power(base, exponent);
  }
}

/** The `degree`-th root, to 20 significant digits unless it is exact. */
export class Root extends Term {
  /**
   * @param {number} degree
   * @param {Term} term
   */
  constructor(degree, term) {
    super();
    this.exponent = exact(`1/${degree}`);
    this.term = term;
  }

  value(scope, unknown) {
    const term = this.term.value(scope, unknown);
    if (term === null) {
      return null;
    }
    const result = power(term, this.exponent);
    if (result === null && term.known) {
      unknown.add(CANNOT, "");
    }
    return result;
  }

  parts() {
    return [[this.term, 0]];
  }
}

/**
 * `base ^ exponent`; null when it has no value.
 *
 * @param {Interval} base
 * @param {Rational} exponent
 * @returns {Interval | null}
 */
export function power(base, exponent) {
  return exponent.isInteger ? wholePower(base, exponent) : fractionalPower(base, exponent);
}

/** Beyond it an exponent is a slip, not a formula: the power cannot be computed. */
const LARGEST_FRACTION = 1_000_000n;

/** The days of a partial date ask for few powers, each of them often. */
const MOST_POWERS = 1_000;
const powers = new Map();

/**
 * A power that is not whole: exact if it has at most 20 significant digits.
 *
 * Else the interval from its value cut after 20 significant digits to one unit of the last of them.
 * Null for a power of a negative number, or of one that is not exactly known.
 */
function fractionalPower(base, exponent) {
  if (!base.finite || base.low.sign < 0) {
    return null;
  }
  const { numerator, denominator } = exponent.absolute();
  if (numerator > LARGEST_FRACTION || denominator > LARGEST_FRACTION) {
    return null;
  }
  if (base.low.sign === 0) {
    return exponent.sign > 0 ? point(ZERO) : null;
  }
  const key = `${base.low} ${exponent}`;
  if (!powers.has(key)) {
    if (powers.size === MOST_POWERS) {
      powers.clear();
    }
    powers.set(key, positivePower(base.low, exponent));
  }
  return powers.get(key);
}

const TWENTY_DIGITS = exact(10n ** 19n);

/** The same of a number above 0. */
function positivePower(value, exponent) {
  const rational = rationalPower(value, exponent);
  for (let guard = 40; ; guard *= 2) {
    const approximate = approximatePower(value, exponent, guard);
    const unit = exact(10).power(approximate.e).over(TWENTY_DIGITS);
    const inUnits = rational === null ? significant(approximate) : rational.over(unit);
    const digits = inUnits.floor();
    if (rational !== null && inUnits.isInteger) {
      return point(rational);
    }
    const near = exact(10).power(5 - guard);
    const rest = inUnits.minus(digits);
    if (rational !== null || (near.below(rest) && rest.plus(near).below(exact(1)))) {
      return new Interval(digits.times(unit), digits.plus(exact(1)).times(unit));
    }
  }
}

/** The digits of a decimal as a number with 20 of them before the point. */
function significant(decimal) {
  const [digits] = decimal.toExponential().split("e");
  return exact(digits).times(TWENTY_DIGITS);
}

/** A power that is a fraction: numerator and denominator have whole roots. Else null. */
function rationalPower(value, exponent) {
  const numerator = wholeRoot(value.numerator, exponent.denominator);
  const denominator = wholeRoot(value.denominator, exponent.denominator);
  if (numerator === null || denominator === null) {
    return null;
  }
  return new Rational(numerator, denominator).power(Number(exponent.numerator));
}

/** How many binary digits a whole number from 1 has. */
function bitLength(value) {
  return value.toString(2).length;
}

/** The root of a whole number from 1, if it is whole. */
function wholeRoot(value, degree) {
  const bits = BigInt(bitLength(value));
  if (value === 1n || degree >= bits) {
    return value === 1n ? 1n : null;
  }
  let found = 1n << ((bits + degree - 1n) / degree);
  for (;;) {
    // Newton's method, from above
    const better = ((degree - 1n) * found + value / found ** (degree - 1n)) / degree;
    if (better >= found) {
      return found ** degree === value ? found : null;
    }
    found = better;
  }
}
