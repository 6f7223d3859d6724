/** What is said to a screen reader: one polite region, and only what still holds after a pause. */

const SPEECH_PAUSE = 700;
const unsaid = new Map();
let timer = 0;

/**
 * Says a text once typing has paused.
 *
 * @param {string|(() => string)} text what to say; a function is asked when it is said
 * @param {string} about what is waiting to be said about the same thing is dropped
 */
export function announce(text, about = "") {
  unsaid.set(about, text);
  clearTimeout(timer);
  timer = setTimeout(say, SPEECH_PAUSE);
}

function say() {
  const texts = [...unsaid.values()].map((text) => (typeof text === "string" ? text : text()));
  unsaid.clear();
  const said = texts.filter(Boolean).join(" ");
  if (said) document.getElementById("status").textContent = said;
}
