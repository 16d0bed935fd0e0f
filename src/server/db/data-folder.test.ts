import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { takeDataFolder, tryDataFolder } from "./data-folder.ts";
import { temporaryFolder } from "./test-kit.ts";

const HOLD = `
  const { takeDataFolder } = await import(process.argv[1]);
  takeDataFolder(process.argv[2]);
  console.log("held");
  setInterval(() => undefined, 60_000);`;

describe("the lock of the data folder", () => {
  test("a second taker is told which process holds the folder, and gets it after the release", () => {
    using folder = temporaryFolder();
    const data = path.join(folder.path, "data");
    const first = takeDataFolder(data);
    expect(() => takeDataFolder(data)).toThrow(
      `The data folder ${data} is in use by process ${process.pid}: stop that one first`,
    );
    first.release();
    first.release();
    takeDataFolder(data).release();
  });

  test("a lock left by a killed process does not block, even where its number lives on", async () => {
    using folder = temporaryFolder();
    const module = new URL("./data-folder.ts", import.meta.url).href;
    const words = ["--import", "tsx", "--input-type=module", "-e", HOLD, module, folder.path];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const whileItLives = tryDataFolder(folder.path);
    child.kill("SIGKILL");
    await once(child, "close");
    expect(whileItLives).toEqual({ path: folder.path, holder: String(child.pid) });
    // As after a reboot or in a new container: the number in the file is that of somebody who lives.
    fs.writeFileSync(path.join(folder.path, "motcua.lock"), `${process.ppid}\n`);
    takeDataFolder(folder.path).release();
  });

  test("a folder that we make lets nobody list it", () => {
    using folder = temporaryFolder();
    const made = takeDataFolder(path.join(folder.path, "a/b"));
    expect(fs.statSync(made.path).mode & 0o066).toBe(0);
    made.release();
  });
});

describe("a data folder that cannot be used", () => {
  test.each([
    {
      because: "it holds somebody else's files",
      make: (at: string) => fs.writeFileSync(path.join(fs.mkdirSync(at, { recursive: true }) ?? at, "x"), ""),
      says: 'is not a data folder of Motcua (it holds "x")',
    },
    {
      because: "it is a file",
      make: (at: string) => fs.writeFileSync(at, ""),
      says: "is not a folder",
    },
  ])("$because", ({ make, says }) => {
    using folder = temporaryFolder();
    const data = path.join(folder.path, "data");
    make(data);
    expect(() => takeDataFolder(data)).toThrow(says);
  });

  test("a place where nothing can be made", () => {
    expect(() => takeDataFolder("/proc/motcua/data")).toThrow("/proc/motcua/data cannot be used as a folder");
  });
});
