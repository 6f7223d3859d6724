/** Searching text and marking what is found; texts are marked by ranges, never by markup. */

/** Characters that a keyboard has one of and print has several of. */
const VARIANTS = {
  "'": "['’‘]",
  '"': '["“”„]',
  "-": "[-‐‑‒–—−]",
};

/**
 * What finds a text whatever the case, the spaces, the quotation marks and the dashes.
 * @param {string} sought
 * @returns {RegExp}
 */
export function searchPattern(sought) {
  const parts = Array.from(sought.trim().replace(/\s+/g, " "), (char) => {
    if (char === " ") return "\\s+";
    return VARIANTS[char] ?? char.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  return new RegExp(parts.join(""), "giu");
}

/** What is no wording, and what other scripts write. */
const UNSEARCHED = "summary, button, svg, .open-here, .picture, .unseen";

/**
 * Marks each occurrence in the text of an element, also where it runs over several text nodes.
 * @param {Element} within
 * @param {RegExp} pattern
 * @returns {number} how many there are
 */
export function markHits(within, pattern) {
  const nodes = textNodes(within);
  const hits = [
    ...nodes
      .map((node) => node.data)
      .join("")
      .matchAll(pattern),
  ];
  const spans = hits.map((hit) => [hit.index, hit.index + hit[0].length]);
  let end = nodes.reduce((length, node) => length + node.length, 0);
  for (const node of nodes.reverse()) {
    const start = end - node.length;
    const inside = spans.filter(([from, to]) => from < end && to > start);
    for (const [from, to] of inside.reverse()) {
      markStretch(node, Math.max(from - start, 0), Math.min(to - start, node.length));
    }
    end = start;
  }
  return hits.length;
}

function textNodes(within) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(UNSEARCHED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Marks a stretch of a text node; what stands before it stays in that node. */
function markStretch(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  range.surroundContents(document.createElement("mark"));
}

/** Takes all marks away. */
export function unmarkHits(within) {
  for (const mark of within.querySelectorAll("mark")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}
