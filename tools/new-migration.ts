import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const FOLDER = fileURLToPath(new URL("../db/migrations", import.meta.url));
const KINDS = ["nation", "space"] as const;
type Kind = (typeof KINDS)[number];

const USAGE =
  "Usage: npm run new-migration -- NAME [nation|space], NAME in lower case with hyphens or underscores.";

/**
 * Makes an empty migration with the next name; answers its path.
 * @param now as in file names, twelve digits: year, month, day, hour, minute
 * @throws RangeError for a name that is not one
 * @example newMigration("add-remark", "space", "202701312359") → ".../space/202701312359_add-remark.sql"
 */
export function newMigration(name: string, kind: Kind, now: string, folder = FOLDER): string {
  if (!/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/.test(name)) throw new RangeError(`Not a name: ${name}. ${USAGE}`);
  const stamp = nextStamp(now, folder);
  const file = path.join(folder, kind, `${stamp}_${name}.sql`);
  writeFileSync(file, HEAD[kind], { flag: "wx" });
  return file;
}

const HEAD = {
  nation: `-- Why: …
-- Runs once, in the schema nation, in one transaction, and is never changed afterwards: the way back is another
-- migration. :app is the application's role. Then: npm run generate.
`,
  space: `-- Why: …
-- Runs once in the schema of every space (:space), in one transaction, and is never changed afterwards: the way
-- back is another migration. :app is the application's role. Then: npm run generate.
`,
} as const satisfies Record<Kind, string>;

/** Nation and space files run in the order of their names, so a new one comes after all that are there. */
function nextStamp(now: string, folder: string): string {
  const names = KINDS.flatMap((kind) => readdirSync(path.join(folder, kind)));
  const last = names.map((name) => Number(name.slice(0, 12))).reduce((a, b) => Math.max(a, b), 0);
  return String(Math.max(Number(now), last + 1));
}

function run([name, kind = "space"]: readonly string[]): void {
  const known = KINDS.find((one) => one === kind);
  if (name === undefined || known === undefined) throw new RangeError(USAGE);
  const now = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 12);
  process.stdout.write(`${path.relative(process.cwd(), newMigration(name, known, now))}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
