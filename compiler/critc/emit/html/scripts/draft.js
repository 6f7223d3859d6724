/** What is typed as a patient's data: what cannot be read is left out, and said. */

import { loadPatient } from "../../javascript/runtime/loading.js";
import { recordsIn } from "./lists.js";
import { holderOf, pathSteps } from "./state.js";

/**
 * The patient in a draft.
 *
 * What cannot be read counts as not known: it is left out, and a record of a measurement whose value
 * is left out leaves its list open. `original` turns a path of what was read to one of the draft.
 *
 * @returns {{patient: object, problems: Array<{path: string, message: string}>,
 *   original: (path: string) => string, kept: object}} `kept` are the data that were read
 */
export function readDraft(data, protocol) {
  const draft = structuredClone(data);
  const problems = unfinished(draft, protocol);
  for (;;) {
    const { kept, places } = withoutEmpty(draft, protocol);
    const read = loadPatient(kept, protocol);
    const original = (path) => originalPath(path, places);
    if (read.patient) return { patient: read.patient, problems, original, kept };
    for (const { path, message } of read.problems) {
      problems.push({ path: original(path), message });
      if (!leaveOut(draft, original(path)))
        throw new Error(`no answer stands at ${path}: ${message}`);
    }
  }
}

const NO_VALUE = "the value is missing: without it this result does not count";

/** The results of which something is typed, but not the value. */
function unfinished(draft, { lists }) {
  return lists
    .filter(({ kind }) => kind === "measurement")
    .flatMap(({ name }) =>
      [...recordsIn(draft[name]).entries()]
        .filter(([, record]) => !hasValue(record) && Object.keys(record).length > 0)
        .map(([i]) => ({ path: `${name}[${i}].value`, message: NO_VALUE })),
    );
}

/** The data without measurements that have no value yet, and which of the draft's records they are. */
function withoutEmpty(draft, protocol) {
  const kept = { ...draft };
  const places = new Map();
  for (const { name, kind } of protocol.lists) {
    const records = recordsIn(draft[name]);
    if (kind !== "measurement" || records.every(hasValue)) continue;
    places.set(
      name,
      [...records.keys()].filter((i) => hasValue(records[i])),
    );
    kept[name] = { records: records.filter(hasValue), complete: false };
  }
  return { kept, places };
}

function hasValue(record) {
  return record.value !== undefined;
}

function originalPath(path, places) {
  return path.replace(/^([^[]+)\[(\d+)\]/, (all, name, index) => {
    const place = places.get(name)?.[Number(index)];
    return place === undefined ? all : `${name}[${place}]`;
  });
}

/** Takes away what stands at a path, or where nothing does, what should have held it; false if neither. */
function leaveOut(draft, path) {
  const steps = path ? pathSteps(path) : [];
  while (steps.length > 0) {
    const last = steps.pop();
    const holder = steps.reduce((value, step) => holderOf(value, step)?.[step], draft);
    if (holder && typeof holder === "object" && last in holder) {
      if (Array.isArray(holder)) holder.splice(last, 1, {});
      else delete holder[last];
      return true;
    }
  }
  return false;
}
