import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { defaultDataDir, readConfig } from "./config.ts";

describe("the settings", () => {
  const closed = mkdtempSync(path.join(os.tmpdir(), "motcua-home-"));
  const clone = path.join(closed, "motcua");
  mkdirSync(clone);
  chmodSync(clone, 0o755);
  afterAll(() => rmSync(closed, { recursive: true, force: true }));

  test.each([
    {
      mode: 0o700,
      isRoot: true,
      is: "/var/lib/motcua",
      because: "another user cannot walk into a closed home",
    },
    { mode: 0o711, isRoot: true, is: path.join(clone, "data"), because: "the home can be walked through" },
    {
      mode: 0o700,
      isRoot: false,
      is: path.join(clone, "data"),
      because: "the server runs as the same person",
    },
  ])("root $isRoot, home $mode → $is: $because", ({ mode, isRoot, is }) => {
    chmodSync(closed, mode);
    expect(defaultDataDir(clone, isRoot)).toBe(is);
  });

  test.each([
    { env: { PORT: "70000" }, sentence: /PORT must be a number/ },
    { env: { PORT: "3e3x" }, sentence: /PORT must be a number/ },
    { env: { PORT: " " }, sentence: /PORT must be a number/ },
    { env: { PORT: "0x10" }, sentence: /PORT must be a number/ },
    { env: { PUBLIC_URL: "javascript:alert" }, sentence: /PUBLIC_URL must be an address/ },
    { env: { PUBLIC_URL: "motcua" }, sentence: /PUBLIC_URL must be an address/ },
    { env: { DEMO: "no" }, sentence: /DEMO must be 0, people or province/ },
    { env: { GROUP_ROWS: "0" }, sentence: /GROUP_ROWS must be a number from 1 to 200/ },
    { env: { GROUP_ROWS: "many" }, sentence: /GROUP_ROWS must be a number from 1 to 200/ },
  ])("$env is refused with one sentence", ({ env, sentence }) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  test.each([
    { env: {}, is: 50, because: "nothing is said" },
    { env: { GROUP_ROWS: "120" }, is: 120, because: "a school hands in for a whole year" },
  ])("$env takes in $is rows at once: $because", ({ env, is }) => {
    expect(readConfig(env).groupRowsMax).toBe(is);
  });

  test.each([
    { env: {}, is: "http://127.0.0.1:3000", because: "nothing is said" },
    { env: { PORT: "" }, is: "http://127.0.0.1:3000", because: "an empty setting says nothing" },
    { env: { HOST: "::" }, is: "http://localhost:3000", because: "everywhere has no name" },
    { env: { HOST: "::1" }, is: "http://[::1]:3000", because: "IPv6 stands in brackets" },
  ])("$env is reached at $is: $because", ({ env, is }) => {
    expect(readConfig(env).publicUrl).toBe(is);
  });

  test.each([
    { demo: undefined, is: "province", because: "whoever only tries it sees a province at work" },
    { demo: "", is: "province", because: "an empty setting says nothing" },
    { demo: "1", is: "province", because: "it was the way to say yes before" },
    { demo: "people", is: "people", because: "a quick start needs somebody to sign in" },
    { demo: "0", is: "none", because: "a real installation has nobody invented" },
  ])("DEMO=$demo gives $is: $because", ({ demo, is }) => {
    expect(readConfig({ DEMO: demo }).demo).toBe(is);
  });

  test.each([
    { jobs: undefined, is: true, because: "one process does everything" },
    { jobs: "1", is: true, because: "it was said so" },
    { jobs: "0", is: false, because: "another process on the same database does what acts leave to be done" },
  ])("JOBS=$jobs: $because", ({ jobs, is }) => {
    expect(readConfig({ JOBS: jobs }).jobs).toBe(is);
  });

  test("a public address loses its last slash", () => {
    expect(readConfig({ PUBLIC_URL: "https://motcua.example.vn/" }).publicUrl).toBe(
      "https://motcua.example.vn",
    );
  });
});
