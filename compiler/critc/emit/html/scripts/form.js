/** The questions, grouped as a person would ask them; what is typed goes to the state. */

import { fieldAdvice } from "./advice.js";
import { element } from "./elements.js";
import { criteriaOf, makeList } from "./lists.js";
import { makeQuestion, showProblem } from "./questions.js";

/** How long typing pauses before a field says that it cannot be read, in milliseconds. */
const PROBLEM_PAUSE = 800;

let form = null;

/** Fills the form, and keeps it and the state in step. */
export function startForm(state, protocol) {
  form = new Form(state, protocol);
}

/** Moves to the field of a path: "therapies[0].given.end", or to the list at "therapies". */
export function focusField(path) {
  form.focus(path);
}

class Form {
  #state;
  #questions = new Map();
  #lists = new Map();
  #groups = [];
  #standing = new Map();
  #shown = new Map();
  #timer = 0;
  #stored = "";

  constructor(state, protocol) {
    this.#state = state;
    this.#build(protocol);
    this.#rewrite();
    const root = document.getElementById("questions");
    root.addEventListener("input", (event) => this.#store(event.target));
    root.addEventListener("focusout", () => this.#showProblems(null));
    state.watch((change) => this.#follow(change));
    // A browser that fills in again what stood there before a reload would show what no one knows.
    window.addEventListener("pageshow", () => this.#rewrite());
    state.subscribe(({ result }) => this.#mark(result));
  }

  #build(protocol) {
    const groups = new Map();
    for (const declared of [...askedOnce(protocol), ...protocol.lists]) {
      const name = declared.group ?? "Other questions";
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(declared.fields ? this.#list(declared) : this.#question(declared));
    }
    const sections = [...groups].map(([name, parts], i) => this.#group(name, parts, i));
    document.getElementById("questions").replaceChildren(...sections);
  }

  #question(declared) {
    const question = makeQuestion(declared, declared.name);
    this.#questions.set(declared.name, question);
    return question;
  }

  #list(listed) {
    const list = makeList(listed, this.#state, this.#questions);
    this.#lists.set(listed.name, list);
    return list;
  }

  #group(name, parts, index) {
    const count = element("span", { class: "count" });
    this.#groups.push({ count, paths: new Set(parts.map((part) => part.path)) });
    const heading = element("h3", { id: `group-${index}` }, name);
    return element(
      "details",
      { class: "group", open: true },
      element("summary", {}, heading, " ", count),
      ...parts.map((part) => part.element),
    );
  }

  /** Takes what was typed into the state. */
  #store(control) {
    const question = this.#questions.get(control.closest("[data-path]")?.dataset.path);
    if (!question) return;
    const value = question.read();
    this.#stored = question.record ?? question.path;
    const held = this.#state.at(this.#stored);
    this.#state.change(this.#stored, question.record ? measured(held, value) : value);
    this.#stored = "";
  }

  /** Shows what was changed elsewhere: by a file, or in a picture. */
  #follow({ paths, replaced }) {
    if (replaced) this.#rewrite();
    for (const path of paths) {
      if (path !== this.#stored) this.#questions.get(path)?.write(this.#state.at(path));
    }
  }

  #rewrite() {
    for (const list of this.#lists.values()) list.rewrite();
    for (const question of this.#questions.values()) {
      if (!question.path.includes("[")) question.write(this.#state.at(question.path));
    }
  }

  // ---- what stands out, and what steps back ----

  #mark({ problems, screening, original }) {
    const paths = screening.criteria.flatMap((each) => each.missing);
    const missing = new Set(paths.map((path) => fieldPath(original(path))));
    const open = new Set(
      screening.criteria.filter((each) => each.outcome === "unknown").map((each) => each.id),
    );
    for (const question of this.#questions.values()) {
      this.#stand(question, missing.has(question.path), question.declared.criteria, open);
    }
    for (const list of this.#lists.values()) {
      this.#stand(list, missing.has(list.path), criteriaOf(list.listed), open);
    }
    for (const group of this.#groups) countOpen(group, missing);
    this.#problemsLater(problems);
  }

  #stand(part, missing, criteria, open) {
    const settled = criteria?.length > 0 && !criteria.some((id) => open.has(id));
    const now = missing ? "asked" : settled ? "settled" : "";
    if (this.#standing.get(part.element) === now) return;
    this.#standing.set(part.element, now);
    part.element.classList.toggle("wanted", now === "asked");
    part.element.classList.toggle("settled", now === "settled");
  }

  /** A problem that is mended goes at once; a new one waits until typing pauses. */
  #problemsLater(problems) {
    const now = new Map(
      problems.map(({ path, message }) => [this.#questionOf(path), { path, message }]),
    );
    this.#showProblems(now, (question) => !now.has(question));
    clearTimeout(this.#timer);
    if (problems.length > 0) this.#timer = setTimeout(() => this.#showProblems(now), PROBLEM_PAUSE);
  }

  #showProblems(problems, which = () => true) {
    const now = problems ?? this.#current();
    for (const question of new Set([...this.#shown.keys(), ...now.keys()])) {
      if (!question || !which(question)) continue;
      const found = now.get(question);
      const text = found
        ? fieldAdvice(question.declared.kind, this.#state.at(found.path), found.message)
        : "";
      showProblem(question, text);
      if (text) this.#shown.set(question, text);
      else this.#shown.delete(question);
    }
  }

  #current() {
    const { problems } = this.#state.result;
    return new Map(
      problems.map(({ path, message }) => [this.#questionOf(path), { path, message }]),
    );
  }

  /** The question at a path, or the one of which the path names a part. */
  #questionOf(path) {
    const whole = path.replace(/\.[^.]*$/, "");
    return (
      this.#questions.get(path) ??
      this.#questions.get(whole) ??
      this.#questions.get(`${whole}.value`)
    );
  }

  // ---- moving to a field ----

  focus(path) {
    const question = this.#questionOf(path) ?? this.#lists.get(path);
    if (!question) return;
    question.element.closest("details").open = true;
    const control = question.control(path.slice(question.path.length + 1));
    question.element.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }
}

/** What is asked once: who it is and the parts of the study, with the dates; and the facts. */
function askedOnce(protocol) {
  const dated = protocol.facts.find(({ moment }) => moment) ?? protocol.facts[0];
  const group = dated?.group;
  const who = { name: "id", question: "Patient (number or initials)", kind: "text", group };
  const options = protocol.parts.map(({ name, title }) => ({ name, label: title }));
  const parts = {
    name: "parts",
    question: "Parts of the study that the patient is in",
    kind: "set",
    options,
    group,
  };
  return [who, ...(options.length > 0 ? [parts] : []), ...protocol.facts];
}

/** A record of a measurement with another amount; what stands beside it stays. */
function measured(record, amount) {
  const { value, unit, bound, uln, lln, ...beside } = record;
  return { ...beside, ...amount };
}

/** The path of the question to which a missing path belongs, such as a day of a period. */
function fieldPath(path) {
  return path.replace(/\.(start|end|uln|lln)$/, "");
}

function countOpen(group, missing) {
  const roots = [...missing].map((path) => path.replace(/[[.].*$/, ""));
  const count = new Set(roots.filter((root) => group.paths.has(root))).size;
  const text = count === 0 ? "" : `${count} open`;
  if (group.count.textContent !== text) group.count.textContent = text;
}
