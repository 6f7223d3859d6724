/** From a file to its text: strict UTF-8, as the validator reads it. */

import { decodedText } from "../../javascript/runtime/json.js";

/** The largest file that is read, in bytes; a patient's data take some kilobytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/**
 * The text of a file, or what is wrong with it.
 * @param {Blob} file
 * @returns {Promise<{text: string, problem: ""} | {text: null, problem: string}>}
 */
export async function fileText(file) {
  if (file.size > MOST_BYTES) return { text: null, problem: tooLarge(file.size) };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const other = otherEncoding(bytes);
    if (!other) return { text: decodedText(bytes), problem: "" };
    const saveAgain = "save it again with the encoding UTF-8";
    return { text: null, problem: `this is text in ${other}, not in UTF-8: ${saveAgain}` };
  } catch (error) {
    return { text: null, problem: error.message };
  }
}

function tooLarge(size) {
  const megabytes = (Math.ceil(size / 104857.6) / 10).toFixed(1);
  return `this file has ${megabytes} MB; a patient's file has at most ${MOST_BYTES / 1048576} MB`;
}

/** The encoding that a byte order mark, or the zeros of ASCII in wide characters, give away. */
function otherEncoding(bytes) {
  const [a, b, c, d] = bytes;
  if (bytes.length < 2) return "";
  const little = a === 0xff && b === 0xfe;
  const big = a === 0xfe && b === 0xff;
  if (bytes.length >= 4 && ((a === 0 && b === 0) || (c === 0 && d === 0 && (b === 0 || little)))) {
    return "UTF-32";
  }
  return little || big || (a === 0) !== (b === 0) ? "UTF-16" : "";
}
