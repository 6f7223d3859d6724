// Characters that reorder or hide what stands beside them; a reader must see that they are there.
const HIDING =
  /[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cc}|\p{Cs}/gu;

/**
 * The text with characters that hide or reorder others written out, as "[U+202E]". Line ends stay;
 * a tab is a space.
 * @param {string} text
 * @returns {string}
 */
export function visible(text) {
  return text.replace(HIDING, writtenOut);
}

function writtenOut(char) {
  if (char === "\n") {
    return char;
  }
  const code = char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return char === "\t" ? " " : `[U+${code}]`;
}
