// Starts `critc lsp` for the .crit files that are open, and says what to do where it cannot.

import { commands, env, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { advice, findServer, INSTALL, tryServer } from "./server.js";

const COPY = "Copy the command";
const SETTINGS = "Open the settings";
const AGAIN = "Try again";

/** The one that runs now; `undefined` where none could be started. */
let client;

/** Starts and stops wait for each other, so that two never run at a time. */
let turn = Promise.resolve();

export function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("critc.restart", restart),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("critc.path")) return restart();
    }),
  );
  return restart();
}

export function deactivate() {
  return inTurn(stop);
}

function restart() {
  return inTurn(async () => {
    await stop();
    if (workspace.isTrusted) await start();
  });
}

function inTurn(step) {
  turn = turn.then(step, step);
  return turn;
}

async function stop() {
  const running = client;
  client = undefined;
  // One that has crashed, or does not answer, cannot be stopped; the next is started all the same.
  await running?.dispose().catch(() => {});
}

async function start() {
  const setting = workspace.getConfiguration("critc").get("path", "");
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === "file")
    .map(({ uri }) => uri.fsPath);
  const path = findServer({ setting, folders });
  const found = path ? await serve(path, folders[0]) : { ready: false };
  if (!found.ready) void tell(advice({ path, setting, ...found }));
}

/** Starts a program as the server; resolves to what `tryServer` found, or to why it did not start. */
async function serve(path, folder) {
  const found = await tryServer(path, { folder });
  if (!found.ready) return found;
  const run = { command: path, args: ["lsp"], options: { cwd: folder } };
  const files = { scheme: "file", language: "crit" };
  const drafts = { scheme: "untitled", language: "crit" };
  client = new LanguageClient("critc", "critc", run, { documentSelector: [files, drafts] });
  try {
    await client.start();
  } catch (error) {
    return { ready: false, why: "broken", said: error.message };
  }
  return found;
}

async function tell(text) {
  switch (await window.showWarningMessage(text, COPY, SETTINGS, AGAIN)) {
    case COPY:
      return env.clipboard.writeText(INSTALL);
    case SETTINGS:
      return commands.executeCommand("workbench.action.openSettings", "critc.path");
    case AGAIN:
      return restart();
  }
}
