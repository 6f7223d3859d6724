/** Powers that are not exact, to as many digits as are asked for: in pages that need them alone. */

import { Decimal } from "decimal.js";

/**
 * The power with an error below one part in ten to the power of 20 + `guard`.
 *
 * @param {Rational} value above 0
 * @param {Rational} exponent
 * @param {number} guard
 * @returns {Decimal}
 */
export function approximatePower(value, exponent, guard) {
  const longest = Math.max(bits(value.numerator), bits(value.denominator));
  const size = String(longest).length + String(exponent.absolute().numerator).length;
  const Precise = Decimal.clone({ defaults: true, precision: 30 + guard + 2 * size });
  const logarithm = Precise.ln(String(value.numerator)).minus(
    Precise.ln(String(value.denominator)),
  );
  return logarithm.times(String(exponent.numerator)).div(String(exponent.denominator)).exp();
}

/** How many binary digits a whole number from 1 has. */
function bits(number) {
  return number.toString(2).length;
}
