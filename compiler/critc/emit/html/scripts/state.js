import { Later } from "./later.js";

/**
 * What has been typed, and what it comes to.
 *
 * The interface of the page's scripts:
 *
 *   start(protocol)                  main.js; the page calls it last. It makes the state, fills the page
 *                                    and then calls, each once:
 *   startFiles(state, protocol)      files.js: load, save, print, the warning before an unsaved page closes
 *   startReading(state, protocol)    reading.js: search, filter, deep links, copying queries, theme
 *   startPictures(state, protocol)   pictures.js: the time line and the trees
 *
 * and what they share is the state below. Elements that the page has ready for them:
 *
 *   #file-tools, #reading-tools      toolbars, empty: their scripts put their controls there
 *   #record                          empty; shown on paper alone (the record to sign)
 *   #time-line                       a section, hidden until pictures.js fills it
 *   #criteria li.criterion           one a criterion, in the order of the protocol, with id "E9" and
 *                                    data-state "satisfied", "violated", "unknown" or "other" (does not
 *                                    apply); in it `blockquote` (its words, verbatim, always shown) and
 *                                    `details.wording` (how it is read; closed at first), in that
 *                                    `div.picture` (empty, for its tree); hide one with `hidden`
 *   #queries li                      the queries to the sponsor; `#queries .tools` is empty
 *   #status                          the one live region: say things with announce(text), speech.js
 *   html[data-theme]                 "light" or "dark" where the reader chose; absent: as the system has it
 *   focusField(path)                 form.js: moves to the field of a path ("therapies[0].given.end")
 *   focusCriterion(id)               results.js: opens a criterion and moves to it; a[href="#E9"] does so
 */

/**
 * @typedef {Object} Result
 * @property {object} patient as loadPatient reads it: what could not be read counts as not known
 * @property {Array<{path: string, message: string}>} problems what could not be read
 * @property {Screening} screening of that patient
 * @property {(path: string) => string} original the path in `data` of a path in the screening
 */

/**
 * @typedef {Object} Change
 * @property {string[]} paths what has changed (empty when all of it was replaced)
 * @property {boolean} replaced whether all of it was replaced
 * @property {Result} result as state.result
 */

/**
 * The draft of a patient's JSON, as it is typed.
 *
 * `data` holds text, true, false, lists and plain objects; numbers are kept as text, as they were
 * spelled. An absent answer is an absent key. It is changed through `change` and `replace` alone.
 *
 * A change has its verdict and outcomes at once; what explains them is worked out in small pieces
 * after it, so that typing never waits for it.
 */
export class State {
  #answer;
  #watchers = [];
  #listeners = [];
  #later = new Later();
  #pending = { paths: [], replaced: false };

  /** @param {(data: object) => Result} answer what data come to */
  constructor(answer) {
    this.#answer = answer;
    this.data = {};
    this.dirty = false;
    this.result = answer(this.data);
  }

  /** The value at a path such as "therapies[0].given.end"; undefined where there is none. */
  at(path) {
    return pathSteps(path).reduce((value, step) => holderOf(value, step)?.[step], this.data);
  }

  /** Sets the value at a path and tells all listeners; null, undefined and "" take it away. */
  change(path, value) {
    putAt(this.data, pathSteps(path), value === "" ? undefined : (value ?? undefined));
    this.dirty = true;
    this.#tell([path], false);
  }

  /** Takes other data instead of all of this, as from a file: nothing is unsaved then. */
  replace(data) {
    this.data = asTyped(data) ?? {};
    this.dirty = false;
    this.#tell([], true);
  }

  /** Says that the data are saved as they are now. */
  saved() {
    this.dirty = false;
    for (const listener of this.#listeners) listener.saved?.();
  }

  /** Calls `listener(change: Change)` once a change is explained; its property `saved` after saving. */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /** Calls `watcher(change: Change)` at once; it should read no more than verdict and outcomes. */
  watch(watcher) {
    this.#watchers.push(watcher);
  }

  /** Explains the result of no data yet, as that of a change. */
  begin() {
    this.#later.run(this.#explain());
  }

  #tell(paths, replaced) {
    this.result = this.#answer(this.data);
    for (const watcher of this.#watchers) watcher({ paths, replaced, result: this.result });
    this.#pending.paths.push(...paths);
    this.#pending.replaced ||= replaced;
    this.#later.run(this.#explain());
  }

  /** Explains the result, then tells the listeners what has changed since they were told last. */
  *#explain() {
    const { screening } = this.result;
    for (const id of Object.keys(screening.outcomes)) {
      screening.criterion(id);
      yield;
    }
    yield screening.missing;
    const change = { ...this.#pending, result: this.result };
    this.#pending = { paths: [], replaced: false };
    for (const listener of this.#listeners) yield listener(change);
  }
}

/** The keys and numbers of a path: ["therapies", 0, "given", "end"]. */
export function pathSteps(path) {
  return path.match(/[^.[\]]+/g).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Where the step leads on from: the records themselves of a list that may have more. */
export function holderOf(value, step) {
  return typeof step === "number" && value && !Array.isArray(value) ? value.records : value;
}

/** Puts a value where the steps lead; undefined takes the key away, and objects left empty by it. */
function putAt(holder, [step, ...rest], value) {
  const target = holderOf(holder, step);
  if (rest.length > 0) {
    target[step] ??= typeof rest[0] === "number" ? [] : {};
    putAt(target[step], rest, value);
    const left = target[step];
    if (Array.isArray(target) || Array.isArray(left) || Object.keys(left).length > 0) return;
    value = undefined;
  }
  if (value === undefined) delete target[step];
  else target[step] = value;
}

/** Data of a file without what is null, and with numbers as text as they were spelled. */
export function asTyped(value) {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item) => asTyped(item) ?? null);
  if (typeof value !== "object") return typeof value === "boolean" ? value : String(value);
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return String(value);
  const kept = Object.entries(value).map(([key, item]) => [key, asTyped(item)]);
  return Object.fromEntries(kept.filter(([, item]) => item !== undefined));
}
