// Which program the extension starts, and what it says where it cannot: Node's own test runner.
// CRITC is a critc that serves editors, WITHOUT_EXTRA one without its part for them, TOO_OLD one that
// has no such command: tests/editors/test_extension.py makes them.

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, test } from "node:test";
import { advice, findServer, INSTALL, tryServer } from "../../editors/vscode/src/server.js";

const { CRITC, WITHOUT_EXTRA, TOO_OLD } = process.env;

/** What is found where these files are all there is. */
function found(files, asked = {}) {
  const exists = (path) => files.includes(path);
  const environment = {
    PATH: ["/usr/local/bin", "bin", "/usr/bin"].join(delimiter),
    HOME: "/home/mj",
  };
  return findServer({ environment, windows: false, exists, ...asked });
}

describe("the program", () => {
  test("is that of the folder's virtual environment before that of the search path", () => {
    const files = ["/usr/bin/critc", "/study/.venv/bin/critc"];
    assert.equal(found(files, { folders: ["/study"] }), "/study/.venv/bin/critc");
    assert.equal(found(files, { folders: ["/other"] }), "/usr/bin/critc");
    assert.equal(found(files), "/usr/bin/critc");
  });

  test("is that of the first folder that has one", () => {
    const files = ["/b/.venv/bin/critc", "/c/.venv/bin/critc"];
    assert.equal(found(files, { folders: ["/a", "/b", "/c"] }), "/b/.venv/bin/critc");
  });

  test("is the first of the search path, whose relative places do not count", () => {
    assert.equal(found(["bin/critc", "/usr/bin/critc"]), "/usr/bin/critc");
    assert.equal(found(["/usr/bin/critc", "/usr/local/bin/critc"]), "/usr/local/bin/critc");
  });

  test("is the one in the setting, and no other in its place", () => {
    const files = [
      "/usr/bin/critc",
      "/study/.venv/bin/critc",
      "/opt/critc",
      "/home/mj/c",
      "/study/c",
    ];
    const folders = ["/study"];
    assert.equal(found(files, { folders, setting: " /opt/critc " }), "/opt/critc");
    assert.equal(found(files, { folders, setting: "~/c" }), "/home/mj/c");
    assert.equal(found(files, { folders, setting: "$" + "{workspaceFolder}/c" }), "/study/c");
    assert.equal(found(files, { folders, setting: "/opt/gone" }), undefined);
    assert.equal(found(files, { folders, setting: "critc" }), undefined);
  });

  test("has another place on Windows", () => {
    const path = join("/study", ".venv", "Scripts", "critc.exe");
    assert.equal(found([path], { folders: ["/study"], windows: true }), path);
  });

  test("is a file that can be run", () => {
    const folder = mkdtempSync(join(tmpdir(), "critc-"));
    const path = join(folder, "critc");
    const look = () => findServer({ environment: { PATH: folder }, windows: false });
    assert.equal(look(), undefined);
    writeFileSync(path, "");
    assert.equal(look(), undefined);
    chmodSync(path, 0o755);
    assert.equal(look(), path);
    const other = join(folder, "other");
    mkdirSync(join(other, "critc"), { recursive: true });
    assert.equal(findServer({ environment: { PATH: other }, windows: false }), undefined);
  });
});

describe("a program that was found", () => {
  test("serves editors", async () => {
    assert.deepEqual(await tryServer(CRITC), { ready: true });
  });

  test("lacks its part for editors", async () => {
    assert.deepEqual(await tryServer(WITHOUT_EXTRA), { ready: false, why: "no-extra" });
  });

  test("has no such command", async () => {
    assert.deepEqual(await tryServer(TOO_OLD), { ready: false, why: "too-old" });
  });

  test("does not run", async () => {
    const answer = await tryServer("/nowhere/critc");
    assert.equal(answer.why, "broken");
    assert.match(answer.said, /ENOENT/);
  });

  test("ends with a complaint, of which the last line is kept", async () => {
    const folder = mkdtempSync(join(tmpdir(), "critc-"));
    const path = join(folder, "critc");
    writeFileSync(path, "#!/bin/sh\necho Traceback >&2\necho 'no room left' >&2\nexit 3\n", {
      mode: 0o755,
    });
    const answer = await tryServer(path, { folder });
    assert.deepEqual(answer, { ready: false, why: "broken", said: "no room left" });
  });
});

describe("the advice", () => {
  test("says how to install what is missing", () => {
    assert.ok(advice({}).includes(`not found on this computer. Install it with ${INSTALL}.`));
    const without = advice({ path: "/usr/bin/critc", why: "no-extra" });
    assert.ok(without.includes(`lacks its part for editors. Install it with ${INSTALL}.`));
    const old = advice({ path: "/usr/bin/critc", why: "too-old" });
    assert.ok(old.includes(`too old for editors. Renew it with ${INSTALL} --upgrade.`));
  });

  test("names the place that was set, and what the program said", () => {
    assert.ok(
      advice({ setting: "/opt/gone" }).startsWith("critc is not at /opt/gone, the place in"),
    );
    const broken = advice({ path: "/usr/bin/critc", why: "broken", said: "no room left" });
    assert.ok(broken.startsWith("critc (/usr/bin/critc) does not start: no room left."));
  });
});
