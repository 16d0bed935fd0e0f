import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { StartFailure } from "../db/start-failure.ts";
import { openKeyRing } from "../keys/key-ring.ts";
import { settleInstallation } from "./installation.ts";

describe("what an installation is", () => {
  let app: TestApp;
  const folders = ["first", "second"].map((name) => mkdtempSync(path.join(os.tmpdir(), `motcua-${name}-`)));
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test("is settled at the first start: a real one never turns into a demo", async () => {
    const ring = await openKeyRing(folders[0] ?? "");
    expect(await settleInstallation(app.database.owner, ring, false)).toBe(false);
    expect(await settleInstallation(app.database.owner, ring, true)).toBe(false);
  });

  test("another key ring is refused before anything is sealed with it", async () => {
    const other = await openKeyRing(folders[1] ?? "");
    const start = settleInstallation(app.database.owner, other, false);
    await expect(start).rejects.toThrow(StartFailure);
    await expect(start).rejects.toThrow("put keys/key-ring.json back from a backup");
  });

  test.each(["{", "{}", '{"format":1,"keys":[]}'])(
    "a key ring that says %s is damaged, in one sentence",
    async (text) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-damaged-"));
      folders.push(folder);
      mkdirSync(path.join(folder, "keys"));
      writeFileSync(path.join(folder, "keys", "key-ring.json"), text);
      await expect(openKeyRing(folder)).rejects.toThrow(/is damaged; restore it from a backup/);
    },
  );

  test("the same folder gives the same key ring again", async () => {
    const [one, two] = await Promise.all([openKeyRing(folders[0] ?? ""), openKeyRing(folders[0] ?? "")]);
    expect(one.fingerprint.equals(two.fingerprint)).toBe(true);
  });
});
