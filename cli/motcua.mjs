#!/usr/bin/env node
// The door to the program: what runs is what is in the repository, put into a few files that load fast.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILDER = fileURLToPath(new URL("../tools/build-command.ts", import.meta.url));

/** All that the command can load as TypeScript, and what decides how it is put together. */
const SOURCES = ["cli", "db", "src/contract", "src/domain", "src/server", "tools"];

/** The folder of the build of exactly these sources: another source, another folder, so that no build is ever old. */
function folderOfBuild() {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => path.join(folder, file)),
  );
  const inOrder = files.sort((one, other) => (one < other ? -1 : 1));
  for (const file of [...inOrder, "package-lock.json"]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(ROOT, file)))
      .update("\0");
  }
  return path.join(ROOT, "dist/command", hash.digest("hex"));
}

/** The command. What cannot be built, as where nobody may write, is read from its sources, slowly. */
async function loadCommand() {
  const folder = folderOfBuild();
  const built = path.join(folder, "run-command.js");
  if (!existsSync(built)) {
    const loader = import.meta.resolve("tsx");
    spawnSync(process.execPath, ["--import", loader, BUILDER, folder], { stdio: "ignore" });
  }
  if (existsSync(built)) return import(pathToFileURL(built).href);
  const { register } = await import("tsx/esm/api");
  register();
  return import("./run-command.ts");
}

// What is built and run here is the product, whatever the shell was set to: a development build of the web
// does not fit the libraries of the product, and every page of the citizens would fail.
process.env.NODE_ENV = "production";
process.setSourceMapsEnabled(true);
const { runCommand } = await loadCommand();
await runCommand(process.argv.slice(2));
