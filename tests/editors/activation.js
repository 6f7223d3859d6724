// Runs the bundled extension in a made-up VS Code: `activation.js BUNDLE FOLDER SETTING TRUST FILE…`.
// Prints as JSON what it registers, what it tells the writer, what the first button copies, and what the
// server finds in each file that is open.

import Module, { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { madeUp } from "./made-up-vscode.js";

const [bundle, folder, setting, trust, ...files] = process.argv.slice(2);
const seen = { commands: [], told: [], copied: [], found: {} };

/** Resolves when something was found in every file. */
const { promise: answered, resolve } = Promise.withResolvers();
function shown(path, diagnostics) {
  if (diagnostics.length) seen.found[path] = diagnostics.map(({ message }) => message);
  if (files.every((file) => file in seen.found)) resolve();
}

const vscode = madeUp({ folder, setting, trusted: trust === "trusted", files, shown, seen });
const load = Module._load;
Module._load = (name, ...others) => (name === "vscode" ? vscode : load(name, ...others));

const extension = createRequire(import.meta.url)(bundle);
await extension.activate({ subscriptions: [] });
if (files.length && !seen.told.length) await Promise.race([answered, pause(60_000)]);
await extension.deactivate();
console.log(JSON.stringify(seen));
process.exit(); // and not wait for the rest of the pause
