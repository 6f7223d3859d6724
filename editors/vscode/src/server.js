// Which program answers as the language server, and whether it can. Nothing here knows VS Code.

import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

/** What one types to install critc with its part for editors. */
export const INSTALL = 'pip install "critc[lsp]"';

/** How long an answer of the program may take; the first start after an installation is slow. */
const PATIENCE = 30_000;

/** Whether a file is there that can be run. */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The places of `critc` in a folder's virtual environment and on the search path. */
function places(folders, environment, windows) {
  const name = windows ? "critc.exe" : "critc";
  const ofFolders = folders.map((folder) =>
    join(folder, ".venv", windows ? "Scripts" : "bin", name),
  );
  const search = environment.PATH ?? environment.Path ?? "";
  const ofPath = search.split(delimiter).filter(isAbsolute);
  return [...ofFolders, ...ofPath.map((folder) => join(folder, name))];
}

/** As VS Code writes it; the sign apart, since in quotes it would be taken for a template's. */
const WORKSPACE = "$" + "{workspaceFolder}";

/** A path as the setting has it: `~` is the home folder, `${workspaceFolder}` the first one open. */
function written(setting, folders, environment) {
  const home = environment.HOME ?? homedir();
  return setting.replace(/^~(?=[/\\]|$)/, () => home).replaceAll(WORKSPACE, () => folders[0] ?? "");
}

/**
 * The program to start, or `undefined` where there is none.
 *
 * A path that is set is taken, and no other in its place: who sets it wants this one. Without it comes
 * the first folder's `.venv`, then those of the others, then the search path.
 */
export function findServer({
  setting = "",
  folders = [],
  environment = process.env,
  windows = process.platform === "win32",
  exists = runnable,
}) {
  const path = written(setting.trim(), folders, environment);
  const candidates = path ? [path] : places(folders, environment, windows);
  return candidates.find((candidate) => isAbsolute(candidate) && exists(candidate));
}

/**
 * Whether a program serves editors: runs its server on an empty input, which ends at once.
 *
 * Resolves to `{ ready: true }`, or to why not: `"no-extra"` (critc lacks its part for editors),
 * `"too-old"` (it has no such command) or `"broken"`, with the last line that it said.
 */
export function tryServer(path, { folder } = {}) {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: PATIENCE };
    const child = execFile(path, ["lsp"], options, (error, _output, said) => {
      resolve(error ? { ready: false, ...reason(said || error.message) } : { ready: true });
    });
    child.stdin?.on("error", () => {}); // it ended before it read
    child.stdin?.end();
  });
}

function reason(said) {
  if (said.includes("critc[lsp]")) return { why: "no-extra" };
  if (said.includes("No such command")) return { why: "too-old" };
  return { why: "broken", said: said.trim().split("\n").at(-1) };
}

/** What to tell the writer where no server can be started, and what to do about it. */
export function advice({ path, setting = "", why, said }) {
  const still = "Until then .crit files have colours and nothing more.";
  if (!path && setting.trim()) {
    return `critc is not at ${setting.trim()}, the place in the setting critc.path. ${still}`;
  }
  if (!path) return `critc was not found on this computer. Install it with ${INSTALL}. ${still}`;
  switch (why) {
    case "no-extra":
      return `critc lacks its part for editors. Install it with ${INSTALL}. ${still}`;
    case "too-old":
      return `This critc is too old for editors. Renew it with ${INSTALL} --upgrade. ${still}`;
    default:
      return `critc (${path}) does not start: ${said}. ${still}`;
  }
}
