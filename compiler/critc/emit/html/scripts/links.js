/** Deep links: what an address points to is shown, opened and has the focus. */

import { copyButton } from "./clipboard.js";
import { focusCriterion } from "./results.js";

/**
 * Follows the address of the page, now and when it changes, and gives each criterion its link.
 * @param {Element[]} criteria
 * @param {function(): void} showAll shows criteria that are filtered out
 */
export function startLinks(criteria, showAll) {
  for (const criterion of criteria) addLink(criterion);
  const follow = () => followAddress(location.hash, showAll);
  window.addEventListener("hashchange", follow);
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href^='#']:not([data-path])");
      if (link) reveal(targetOf(link.getAttribute("href")), showAll);
    },
    true,
  );
  // The browser itself goes there when the page has loaded, and takes the focus away.
  if (location.hash) window.addEventListener("load", () => setTimeout(follow));
}

function addLink(criterion) {
  const { id } = criterion;
  const address = () => `${location.href.split("#")[0]}#${id}`;
  const link = copyButton(`Copy link to ${id}`, address, { class: "link" });
  criterion.querySelector("details.wording").append(link);
}

/** What an address points to; null where there is no such thing, or the address is none. */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function followAddress(hash, showAll) {
  const target = targetOf(hash);
  if (!target) return;
  reveal(target, showAll);
  if (target.matches("li.criterion")) {
    focusCriterion(target.id);
    return;
  }
  // Who has already gone on from there, as quick fingers do, is not called back.
  if (target.contains(document.activeElement)) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus();
  target.scrollIntoView();
}

/** Opens what hides a target. */
function reveal(target, showAll) {
  if (!target) return;
  if (target.closest("li.criterion")?.hidden) showAll();
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details"))
    at.open = true;
}
