/** One protocol: its page and checklist, renewed when they change, and over them what is wrong. */

import { counted, follow, level, standing } from "./watch.js";

const VIEWS = ["page", "checklist", "both"];
const { body } = document;
const { name } = body.dataset;
const [state, again, overlay, title, below, findings, none, all] = [
  "state",
  "again",
  "overlay",
  "overlay-title",
  "below",
  "findings",
  "none",
  "all",
].map((id) => document.getElementById(id));
let version = "";
let said = "";

// ---- what is shown ------------------------------------------------------------------------

function choose(view) {
  body.dataset.view = view;
  for (const button of document.querySelectorAll(".views button"))
    button.setAttribute("aria-pressed", button.dataset.view === view);
}

for (const button of document.querySelectorAll(".views button"))
  button.addEventListener("click", () => {
    choose(button.dataset.view);
    history.replaceState(null, "", `#${button.dataset.view}`);
  });
choose(VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "page");

/**
 * Shows the new state of a document in place of the old one once it is there, scrolled alike.
 *
 * The old one is taken away, not reloaded: a page with answers in it would ask before it goes.
 */
function renew(kind) {
  const holder = document.getElementById(kind);
  holder.querySelector(".coming")?.remove();
  const old = holder.querySelector("iframe");
  const coming = document.createElement("iframe");
  coming.title = `${kind === "page" ? "Page" : "Checklist"} of ${name}`;
  coming.className = "coming";
  coming.src = `/${kind}/${encodeURIComponent(name)}.html?${version.slice(0, 12)}`;
  coming.addEventListener("load", () => {
    coming.className = "";
    coming.contentWindow.scrollTo(0, old?.contentWindow?.scrollY ?? 0);
    old?.remove();
  });
  holder.append(coming);
}

// ---- what is wrong ------------------------------------------------------------------------

function entry(text) {
  const item = document.getElementById("finding").content.cloneNode(true);
  item.querySelector("pre").textContent = text;
  return item;
}

function open(isOpen) {
  overlay.hidden = !isOpen;
  again.setAttribute("aria-expanded", isOpen);
}

function say(protocol) {
  const { file, problems, warnings, built } = protocol;
  const found = problems.length > 0 ? problems : warnings;
  const noun = problems.length > 0 ? "mistake" : "warning";
  overlay.className = level(protocol);
  title.textContent = `${counted(found.length, noun)} in ${file}`;
  below.textContent = built
    ? `Below is the page of ${built}, before ${problems.length > 1 ? "these mistakes" : "this mistake"}.`
    : "There is no page yet: it comes when the file is mended.";
  below.hidden = problems.length === 0;
  findings.replaceChildren(...found.map(entry));
  again.textContent = standing(protocol);
  again.className = level(protocol);
  again.hidden = found.length === 0;
  // Warnings wait until somebody asks; mistakes stand in the way, as there is nothing newer to see.
  open(problems.length > 0);
}

again.addEventListener("click", () => open(overlay.hidden));
document.getElementById("close").addEventListener("click", () => open(false));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") open(false);
});

// ---- what changes -------------------------------------------------------------------------

follow(
  (protocols) => {
    const protocol = protocols.find((each) => each.name === name);
    if (!protocol) return;
    all.hidden = protocols.length === 1;
    state.className = level(protocol);
    state.textContent = protocol.built ? `as of ${protocol.built}` : standing(protocol);
    none.hidden = !protocol.looked || protocol.version !== "";
    const now = JSON.stringify([protocol.file, protocol.problems, protocol.warnings]);
    if (now !== said) say(protocol);
    said = now;
    if (protocol.version === version) return;
    version = protocol.version;
    if (version) ["page", "checklist"].forEach(renew);
  },
  (words) => {
    state.textContent = words;
    state.className = "broken";
  },
);
