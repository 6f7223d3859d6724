/** Exact numbers that may be known only within limits. */

/** The greatest common divisor of two whole numbers from 0. */
function commonDivisor(one, other) {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) {
    [larger, smaller] = [smaller, larger % smaller];
  }
  return larger;
}

/** The quotient of two whole numbers, rounded down; the second is above 0. */
export function floored(dividend, divisor) {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/**
 * An exact number: a fraction in lowest terms, with a denominator above 0.
 *
 * Infinity is 1/0 and minus infinity -1/0; 0/0 is no number: it is neither below, nor above, nor
 * equal to any. `places` are the decimals with which data spell the number ("2.50" has two), for
 * showing it as it was given; what is calculated has none.
 */
export class Rational {
  /**
   * @param {bigint} numerator
   * @param {bigint} denominator has no divisor in common with the numerator
   * @param {number} places
   */
  constructor(numerator, denominator = 1n, places = 0) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.places = places;
  }

  /** The fraction of two whole numbers, of which the second is not below 0. */
  static of(numerator, denominator) {
    if (denominator === 1n) {
      return new Rational(numerator);
    }
    const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
    return divisor === 0n
      ? new Rational(0n, 0n)
      : new Rational(numerator / divisor, denominator / divisor);
  }

  get isFinite() {
    return this.denominator !== 0n;
  }

  get isInteger() {
    return this.denominator === 1n;
  }

  /** -1, 0 or 1. */
  get sign() {
    return this.numerator > 0n ? 1 : this.numerator < 0n ? -1 : 0;
  }

  /** Where it stands against what is infinite: as a float that is ±Infinity, NaN, or else 0. */
  get extent() {
    return this.denominator === 0n ? Number(this.numerator) / 0 : 0;
  }

  /** Whether it is less. */
  below(other) {
    if (this.denominator === 1n && other.denominator === 1n) {
      return this.numerator < other.numerator;
    }
    if (this.denominator === 0n || other.denominator === 0n) {
      return this.extent < other.extent;
    }
    return this.numerator * other.denominator < other.numerator * this.denominator;
  }

  /** Whether it is less, or the same. */
  atMost(other) {
    if (this.denominator === 1n && other.denominator === 1n) {
      return this.numerator <= other.numerator;
    }
    if (this.denominator === 0n || other.denominator === 0n) {
      return this.extent <= other.extent;
    }
    return this.numerator * other.denominator <= other.numerator * this.denominator;
  }

  /** Whether it is the same number. */
  equals(other) {
    return (
      this.numerator === other.numerator &&
      this.denominator === other.denominator &&
      (this.denominator !== 0n || this.numerator !== 0n)
    );
  }

  plus(other) {
    if (this.denominator === 1n && other.denominator === 1n) {
      return new Rational(this.numerator + other.numerator);
    }
    if (this.denominator === 0n && other.denominator === 0n) {
      return new Rational(this.numerator === other.numerator ? this.numerator : 0n, 0n);
    }
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other) {
    return this.plus(other.negative());
  }

  times(other) {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Divided by a number other than 0. */
  over(other) {
    if (other.numerator === 0n) {
      throw new RangeError("a number is divided by zero");
    }
    return other.numerator < 0n
      ? Rational.of(-this.numerator * other.denominator, this.denominator * -other.numerator)
      : Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** To a whole power (a JavaScript integer); below 0 only of a number other than 0. */
  power(exponent) {
    if (exponent < 0) {
      return ONE.over(this).power(-exponent);
    }
    const times = BigInt(exponent);
    return new Rational(this.numerator ** times, this.denominator ** times);
  }

  /** With the other sign. */
  negative() {
    return new Rational(-this.numerator, this.denominator);
  }

  absolute() {
    return this.numerator < 0n ? this.negative() : this;
  }

  /** The largest whole number that is not above it; of what is infinite, itself. */
  floor() {
    return this.denominator < 2n ? this : new Rational(floored(this.numerator, this.denominator));
  }

  /** The whole number next to it towards 0; of what is infinite, itself. */
  truncated() {
    return this.numerator < 0n ? this.negative().floor().negative() : this.floor();
  }

  /** As a JavaScript number; exact only of whole numbers that are safe, and of what is infinite. */
  toNumber() {
    return Number(this.numerator) / Number(this.denominator);
  }

  /** As a decimal with so many places, cut after them: "0.50". */
  toFixed(places) {
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const digits = String((size * 10n ** BigInt(places)) / this.denominator).padStart(
      places + 1,
      "0",
    );
    const whole = digits.slice(0, digits.length - places);
    const sign = this.numerator < 0n ? "-" : "";
    return sign + whole + (places ? `.${digits.slice(-places)}` : "");
  }

  /** "2", "-5/2"; equal numbers have the same text. */
  toString() {
    if (this.denominator < 2n) {
      return this.denominator === 1n ? String(this.numerator) : String(this.extent);
    }
    return `${this.numerator}/${this.denominator}`;
  }
}

export const ZERO = new Rational(0n);
export const ONE = new Rational(1n);
export const INFINITY = new Rational(1n, 0n);
export const MINUS_INFINITY = new Rational(-1n, 0n);

/**
 * An exact number: of a safe integer, of a bigint, or of text such as "2", "-2.50", "1/3".
 *
 * @param {Rational | number | bigint | string} value
 * @returns {Rational}
 */
export function exact(value) {
  if (value instanceof Rational) {
    return value;
  }
  if (typeof value !== "string") {
    return new Rational(BigInt(value));
  }
  const [over, under = "1"] = value.split("/");
  const [whole, decimals = ""] = over.split(".");
  return Rational.of(BigInt(whole + decimals), BigInt(under) * 10n ** BigInt(decimals.length));
}

/**
 * A decimal of the data: it keeps the places with which it is spelled, "2.50".
 *
 * @param {string} text
 * @returns {Rational}
 */
export function written(text) {
  const value = exact(text);
  return new Rational(value.numerator, value.denominator, (text.split(".")[1] ?? "").length);
}

/** The number itself, without the places with which data spell it. */
export function number(value) {
  const known = exact(value);
  return known.places ? new Rational(known.numerator, known.denominator) : known;
}

/** The least of several numbers, of which there is one at least. */
export function least(numbers) {
  return numbers.reduce((found, each) => (each.below(found) ? each : found));
}

/** The greatest of several numbers, of which there is one at least. */
export function greatest(numbers) {
  return numbers.reduce((found, each) => (found.below(each) ? each : found));
}

/**
 * A number between two ends, each of which it may reach unless that end is open.
 *
 * What is known exactly has both ends alike; what is not known at all reaches from minus infinity
 * to infinity. Days are numbers too: those of the calendar, counted from 1 January of the year 1.
 */
export class Interval {
  /**
   * @param {Rational | number} low a safe integer stands for that number
   * @param {Rational | number} high
   * @param {boolean} lowOpen
   * @param {boolean} highOpen
   */
  constructor(low, high, lowOpen = false, highOpen = false) {
    this.low = exact(low);
    this.high = high === low ? this.low : exact(high);
    this.lowOpen = lowOpen;
    this.highOpen = highOpen;
  }

  /** Whether it is one number. */
  get known() {
    return this.low === this.high || this.low.equals(this.high);
  }

  /** Whether it is one number, and that is not infinite. */
  get finite() {
    return this.low.denominator !== 0n && this.known;
  }

  /** Whether nothing is known of it. */
  get unbounded() {
    return this.low.equals(MINUS_INFINITY) && this.high.equals(INFINITY);
  }
}

/** The number itself. */
export function point(value) {
  return new Interval(value, value);
}

const ANYTHING = new Interval(MINUS_INFINITY, INFINITY, true, true);

/** A number of which nothing is known. */
export function anything() {
  return ANYTHING;
}

/** Whether `left` ≤ `right`; null when that is not known. */
export function atMost(left, right) {
  if (left.high.atMost(right.low)) {
    return true;
  }
  if (right.high.below(left.low)) {
    return false;
  }
  if ((left.lowOpen || right.highOpen) && left.low.equals(right.high)) {
    return false;
  }
  return null;
}

/** Whether `left` < `right`; null when that is not known. */
export function below(left, right) {
  const outcome = atMost(right, left);
  return outcome === null ? null : !outcome;
}

/** The sum. */
export function plus(left, right) {
  if (left.finite && right.finite) {
    return point(left.low.plus(right.low));
  }
  const low = left.low.plus(right.low);
  const high = left.high.plus(right.high);
  if (Number.isNaN(low.extent) || Number.isNaN(high.extent)) {
    return anything(); // an infinity less an infinity
  }
  return new Interval(low, high, left.lowOpen || right.lowOpen, left.highOpen || right.highOpen);
}

/** The number with the other sign. */
export function negative(term) {
  const low = term.high.negative();
  const high = term.low === term.high ? low : term.low.negative();
  return new Interval(low, high, term.highOpen, term.lowOpen);
}

/** The product; nothing is known of it when nothing is known of a factor. */
export function times(left, right) {
  if (left.finite && right.finite) {
    return point(left.low.times(right.low));
  }
  if (left.unbounded || right.unbounded) {
    return anything();
  }
  const corners = [
    corner(left.low, left.lowOpen, right.low, right.lowOpen),
    corner(left.low, left.lowOpen, right.high, right.highOpen),
    corner(left.high, left.highOpen, right.low, right.lowOpen),
    corner(left.high, left.highOpen, right.high, right.highOpen),
  ];
  const low = least(corners.map(([value]) => value));
  const high = greatest(corners.map(([value]) => value));
  return new Interval(
    low,
    high,
    corners.every(([value, isOpen]) => isOpen || !value.equals(low)),
    corners.every(([value, isOpen]) => isOpen || !value.equals(high)),
  );
}

/** The product of two ends, and whether it is not reached. A zero that is reached gives zero. */
function corner(x, xOpen, y, yOpen) {
  if (x.sign === 0 || y.sign === 0) {
    return [ZERO, !((x.sign === 0 && !xOpen) || (y.sign === 0 && !yOpen))];
  }
  return [x.times(y), xOpen || yOpen];
}

/** One divided by it; null when it may be zero. */
export function reciprocal(term) {
  const { low, high, lowOpen, highOpen } = term;
  if (low.sign < 0 && high.sign > 0) {
    return null;
  }
  if ((low.sign === 0 && !lowOpen) || (high.sign === 0 && !highOpen)) {
    return null;
  }
  return new Interval(
    high.sign === 0 ? MINUS_INFINITY : ONE.over(high),
    low.sign === 0 ? INFINITY : ONE.over(low),
    highOpen || high.equals(INFINITY),
    lowOpen || low.equals(MINUS_INFINITY),
  );
}

/** `term × factor + offset`. */
export function scaled(term, factor, offset) {
  const product = factor.equals(ONE) ? term : times(term, point(factor));
  return offset.sign === 0 ? product : plus(product, point(offset));
}

/** The smallest of several. */
export function smaller(terms) {
  if (terms.every((term) => term.finite)) {
    return terms.reduce((found, term) => (term.low.below(found.low) ? term : found));
  }
  return negative(larger(terms.map(negative)));
}

/** The largest of several. */
export function larger(terms) {
  if (terms.every((term) => term.finite)) {
    return terms.reduce((found, term) => (found.low.below(term.low) ? term : found));
  }
  const low = greatest(terms.map((term) => term.low));
  const high = greatest(terms.map((term) => term.high));
  return new Interval(
    low,
    high,
    terms.every((term) => term.lowOpen || !term.low.equals(low)),
    terms.every((term) => term.highOpen || !term.high.equals(high)),
  );
}

/** What two intervals have in common. */
export function meet(one, other) {
  const both = [one, other];
  const low = greatest([one.low, other.low]);
  const high = least([one.high, other.high]);
  return new Interval(
    low,
    high,
    both.some((each) => each.lowOpen && low.atMost(each.low)),
    both.some((each) => each.highOpen && each.high.atMost(high)),
  );
}

/** Rounded to so many decimals, half away from zero; an end that is not reached is approached. */
export function rounded(term, digits) {
  const low = term.lowOpen ? roundUp(term.low, digits) : nearest(term.low, digits);
  const high = term.highOpen ? roundDown(term.high, digits) : nearest(term.high, digits);
  return new Interval(low, high, low.equals(MINUS_INFINITY), high.equals(INFINITY));
}

/** A number rounded half away from zero, as people round by hand. */
function nearest(value, digits) {
  return value.sign < 0 ? roundDown(value, digits) : roundUp(value, digits);
}

const HALF = new Rational(1n, 2n);
const TEN = new Rational(10n);

/** A number rounded, halves upwards. */
function roundUp(value, digits) {
  if (!value.isFinite) {
    return value;
  }
  const scale = TEN.power(digits);
  return value.times(scale).plus(HALF).floor().over(scale);
}

/** A number rounded, halves downwards. */
function roundDown(value, digits) {
  return roundUp(value.negative(), digits).negative();
}

/** Beyond it an exponent is a slip, not a formula: the power cannot be computed. */
const LARGEST_WHOLE_EXPONENT = new Rational(1000n);

/**
 * `base ^ exponent` for a whole exponent; null when it has no value.
 *
 * @param {Interval} base
 * @param {Rational} exponent
 * @returns {Interval | null}
 */
export function wholePower(base, exponent) {
  if (LARGEST_WHOLE_EXPONENT.below(exponent.absolute())) {
    return null;
  }
  const n = exponent.toNumber();
  if (n < 0) {
    const inverted = reciprocal(base);
    return inverted === null ? null : raised(inverted, -n);
  }
  return base.unbounded ? anything() : raised(base, n);
}

/** `base ^ n` for a whole `n` from 0. */
function raised(base, n) {
  if (n === 0) {
    return point(ONE);
  }
  const ends = [
    { value: base.low.power(n), isOpen: base.lowOpen },
    { value: base.high.power(n), isOpen: base.highOpen },
  ];
  if (n % 2 === 0 && base.low.sign < 0) {
    const [low, high] = ends;
    const alike = low.value.equals(high.value);
    if (high.value.below(low.value) || (alike && high.isOpen && !low.isOpen)) {
      ends.reverse();
    }
    if (base.high.sign > 0) {
      ends[0] = { value: ZERO, isOpen: false };
    }
  }
  const [low, high] = ends;
  return new Interval(low.value, high.value, low.isOpen, high.isOpen);
}

/** A number rounded to so many significant digits, whole numbers to ones at least. */
export function shortened(value, digits) {
  const { numerator, denominator } = value.absolute();
  const size =
    numerator >= denominator
      ? String(numerator / denominator).length
      : 1 - String(denominator / numerator).length;
  const unit = exact(10).power(Math.min(size - digits, 0));
  return new Rational(halfEven(value.over(unit))).times(unit);
}

/** The nearest whole number, of two that are as near the even one. */
function halfEven(value) {
  const twice = floored(value.numerator * 2n, value.denominator);
  const whole = floored(twice, 2n);
  const isHalf = value.denominator === 2n;
  const up = isHalf ? whole % 2n !== 0n : twice % 2n !== 0n;
  return up ? whole + 1n : whole;
}
