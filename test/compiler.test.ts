import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, read } from "./guards/source-files.ts";

/** A piece of code in one of the programs, and the errors that the compiler must find in it. */
interface Snippet {
  readonly program: "domain" | "contract" | "server" | "web" | "test";
  readonly errors: readonly string[];
  readonly code: string;
}

const ROUTE = `import { defineRoute } from "#contract/route.ts";
import { Type } from "typebox";
export const route = defineRoute({
  method: "GET", path: "/x", summary: "x", permission: "signedIn", response: Type.Object({}), refusals: ["not_found"],
});`;

const HANDLER = `import { readSession } from "#contract/session.ts";
import { refuse } from "#domain/shared/result.ts";
import { bind } from "#server/http/context.ts";
export const route = bind(readSession, async () => refuse("dossier_changed"));`;

const SNIPPETS: Readonly<Record<string, Snippet>> = {
  "a route as it should be": { program: "test", errors: [], code: ROUTE },
  "a route without a permission": {
    program: "test",
    errors: ["TS2741"],
    code: ROUTE.replace('permission: "signedIn", ', ""),
  },
  "a route with a permission that nobody declared": {
    program: "test",
    errors: ["TS2322"],
    code: ROUTE.replace('"signedIn"', '"everything"'),
  },
  "a route with a refusal that is not in the list": {
    program: "test",
    errors: ["TS2322"],
    code: ROUTE.replace("not_found", "gone_fishing"),
  },
  "a use-case that refuses what its contract declares": {
    program: "test",
    errors: [],
    code: HANDLER.replaceAll("readSession", "readDraft")
      .replace("#contract/session.ts", "#contract/drafts.ts")
      .replace("dossier_changed", "not_found"),
  },
  "a use-case that refuses what its contract does not declare": {
    program: "test",
    errors: ["TS2322"],
    code: HANDLER,
  },
  "the Vietnamese words of the refusals, less one": {
    program: "test",
    errors: ["TS2741"],
    code: without(words("vi/refusals.ts"), "  counter_not_chosen: () => ({", "  }),\n"),
  },
  "the English words of the refusals, less one": {
    program: "test",
    errors: ["TS2741"],
    code: without(words("en/refusals.ts"), "  counter_not_chosen: () => ({", "  }),\n"),
  },
  "the common English words, less one": {
    program: "test",
    errors: ["TS2741"],
    code: without(words("en/common.ts"), "  cancel:", "\n"),
  },
  "a rule that reads the environment": {
    program: "domain",
    errors: ["TS2591"],
    code: "export const home = process.env;",
  },
  "a rule that calls somebody": {
    program: "domain",
    errors: ["TS2304"],
    code: 'export const answer = fetch("/");',
  },
  "a rule that reads a file": {
    program: "domain",
    errors: ["TS2591"],
    code: 'import { readFileSync } from "node:fs";\nexport const text = readFileSync;',
  },
  "a rule that knows the server": imports("domain", "#server/clock.ts"),
  "a rule that knows a type of the contract": imports("domain", "#contract/route.ts", "import type"),
  "a contract that knows the server": imports("contract", "#server/clock.ts"),
  "a server that knows the screens": imports("server", "#web/text/vi.ts"),
  "a screen that knows the server": imports("web", "#server/clock.ts"),
  "a screen that knows a type of the server": imports("web", "#server/rules-version.ts", "import type"),
};

function imports(program: Snippet["program"], specifier: string, how = "import"): Snippet {
  const code = `${how} * as other from "${specifier}";\nexport type Other = typeof other;`;
  return { program, errors: ["TS6307"], code };
}

/** A real file of words, movable: what it imports from beside itself it imports by alias. */
function words(file: string): string {
  const folder = path.posix.dirname(file);
  return read(`src/web/text/${file}`)
    .replaceAll('from "../', 'from "#web/text/')
    .replaceAll('from "./', `from "#web/text/${folder}/`);
}

/** The text less what stands from one mark to the end of the next. */
function without(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`the file no longer holds ${from}`);
  return text.slice(0, start) + text.slice(end + to.length);
}

/** Under the folder of the compiler's own output, so that aliases and packages are found as ever. */
const OUTPUT = path.join(ROOT, ".tsbuild");
const PROGRAMS = ["domain", "contract", "server", "web", "test"] as const;
const fileOf = (name: string) => `${name.replaceAll(/[^a-z]+/gi, "-")}.ts`;

/** Compiles all snippets in one run, each program by its real settings; answers each file's errors. */
function compile(folder: string): ReadonlyMap<string, readonly string[]> {
  for (const [name, { code }] of Object.entries(SNIPPETS))
    writeFileSync(path.join(folder, fileOf(name)), code);
  for (const program of PROGRAMS) {
    const files = Object.keys(SNIPPETS).filter((name) => SNIPPETS[name]?.program === program);
    const settings = {
      extends: `../../tsconfig.${program}.json`,
      compilerOptions: {
        rootDir: "../..",
        outDir: `out/${program}`,
        tsBuildInfoFile: `out/${program}.tsbuildinfo`,
      },
      include: files.map(fileOf),
      exclude: [],
      references: referencesOf(program),
    };
    writeFileSync(path.join(folder, `tsconfig.${program}.json`), JSON.stringify(settings));
  }
  const all = { files: [], references: PROGRAMS.map((program) => ({ path: `./tsconfig.${program}.json` })) };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(all));
  const tsc = path.join(ROOT, "node_modules/.bin/tsc");
  const { stdout } = spawnSync(tsc, ["-b", "--pretty", "false", folder], { cwd: folder, encoding: "utf8" });
  const errors = new Map<string, string[]>();
  for (const [, file = "", code = ""] of stdout.matchAll(/^(\S+?)(?:\(\d+,\d+\))?: error (TS\d+)/gm)) {
    const name = path.basename(file);
    errors.set(name, [...(errors.get(name) ?? []), code]);
  }
  return errors;
}

function referencesOf(program: string): readonly { path: string }[] {
  const { references } = JSON.parse(read(`tsconfig.${program}.json`)) as { references: { path: string }[] };
  return references.map((reference) => ({ path: path.posix.join("../..", reference.path) }));
}

describe("the compiler", () => {
  let folder: string;
  let errors: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    mkdirSync(OUTPUT, { recursive: true });
    folder = mkdtempSync(path.join(OUTPUT, "snippets-"));
    errors = compile(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(SNIPPETS))("%s", (name, snippet) => {
    expect(errors.get(fileOf(name)) ?? []).toEqual(snippet.errors);
  });
});
