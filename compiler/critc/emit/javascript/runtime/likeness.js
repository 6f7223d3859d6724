/**
 * How alike two words are, from 0 to 1: twice the letters that they share, of those of both.
 *
 * Shared are those of the longest stretch that both have, and then likewise before it and after it
 * (Ratcliff and Obershelp, 1988).
 */
export function likeness(one, other) {
  const [letters, others] = [Array.from(one), Array.from(other)];
  const length = letters.length + others.length;
  return length ? (2 * sharedLetters(letters, others)) / length : 1;
}

function sharedLetters(one, other) {
  const { from, otherFrom, size } = longestStretch(one, other);
  if (size === 0) {
    return 0;
  }
  const before = sharedLetters(one.slice(0, from), other.slice(0, otherFrom));
  return size + before + sharedLetters(one.slice(from + size), other.slice(otherFrom + size));
}

/** The longest stretch that two words share; of several as long, the first of the first word. */
function longestStretch(one, other) {
  let best = { from: 0, otherFrom: 0, size: 0 };
  let before = [];
  one.forEach((letter, i) => {
    const now = [];
    other.forEach((each, j) => {
      if (each === letter) {
        const size = (before[j - 1] ?? 0) + 1;
        now[j] = size;
        if (size > best.size) {
          best = { from: i - size + 1, otherFrom: j - size + 1, size };
        }
      }
    });
    before = now;
  });
  return best;
}
