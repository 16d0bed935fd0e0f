import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What is made or fetched, and so nobody's source. */
const NOT_OURS = new Set([".git", "node_modules", "dist", ".tsbuild", "artefacts", "data"]);

/** Every file of the repository as a path from its root, in order. */
export function allFiles(folder = ""): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !(NOT_OURS.has(entry.name) && entry.isDirectory()))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return allFiles(file);
      return entry.isFile() ? [file] : [];
    })
    .sort();
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** TypeScript that somebody wrote. */
export function sourceFiles(): readonly string[] {
  return allFiles().filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith(".gen.ts"));
}

export function isTest(file: string): boolean {
  return /^test\/|\.test\.tsx?$|\/test-kit\.ts$/.test(file);
}

const IMPORTS = [
  /^(?:import|export)\s[^"';]*?\bfrom\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"\s*\)/g,
];

/** What a file imports, as written. */
export function importsOf(file: string): readonly string[] {
  const text = withoutComments(read(file));
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}

/** The file of the repository that an import means, or undefined for a package. */
export function importedFile(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return `src/${specifier.slice(1)}`;
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
}

/** @example packageName("@fastify/cookie/types") → "@fastify/cookie"; packageName("node:fs") → "node:fs" */
export function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Good enough for code that a formatter has been over: a comment begins a line or follows a space. */
export function withoutComments(text: string): string {
  return text.replaceAll(/(?<=^|\s)\/\*[\s\S]*?\*\//g, "").replaceAll(/(?<=^|\s)\/\/.*$/gm, "");
}

/** The names that a file uses or makes: words of the code that stand neither in a comment nor in a text. */
export function identifiers(text: string): ReadonlySet<string> {
  const code = withoutComments(text).replaceAll(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
    " ",
  );
  return new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
}
