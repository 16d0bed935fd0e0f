import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openDatabase } from "#server/db/database.ts";
import { migrate } from "#server/db/migrate.ts";
import { newDatabaseSecrets } from "#server/db/roles.ts";
import { openApiDocument } from "#server/http/openapi.ts";
import { Client } from "pg";
import { dumpSchema } from "./dump-schema.ts";
import { errorsPage } from "./errors-page.ts";
import { genDbTypes } from "./gen-db-types.ts";
import { lifePage } from "./life-page.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** In what is generated from the schema a space goes by this name. */
const SPACE = "space";

/** The generated files, each with what it should hold now. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...(await fromMigratedDatabase()),
    ["docs/openapi.json", `${JSON.stringify(await openApiDocument(), null, 2)}\n`],
    ["docs/errors.md", await errorsPage()],
    ["docs/dossier-life.md", await lifePage()],
  ]);
}

/** What is read from a fresh PostgreSQL with all migrations, in a folder of its own that goes again. */
async function fromMigratedDatabase(): Promise<readonly (readonly [string, string])[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-drift-"));
  chmodSync(folder, 0o711); // The server's user must walk through it.
  try {
    const database = await openDatabase({ dataDir: path.join(folder, "data") }, newDatabaseSecrets);
    try {
      await migrate(database.ownerConfig, { spaces: [SPACE], appRole: database.appRole });
      return await readSchema(database.ownerConfig, database.appRole);
    } finally {
      await database.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readSchema(owner: ConstructorParameters<typeof Client>[0], appRole: string) {
  const client = new Client(owner);
  await client.connect();
  try {
    return [
      ["db/schema.sql", await dumpSchema(client, { schemas: ["nation", SPACE], appRole })],
      ["src/server/db/schema.gen.ts", await genDbTypes(client, SPACE)],
    ] as const;
  } finally {
    await client.end();
  }
}

/** The generated files that are not what they should be. */
async function drifted(wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [file, content] of wanted) {
    if ((await readFile(path.join(ROOT, file), "utf8").catch(missing)) !== content) stale.push(file);
  }
  return stale;
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

async function run(write: boolean): Promise<void> {
  const wanted = await generate();
  const stale = await drifted(wanted);
  for (const file of stale) {
    if (write) await writeFile(path.join(ROOT, file), wanted.get(file) ?? "");
    process.stdout.write(write ? `Written: ${file}\n` : `${file} is not what it is generated from.\n`);
  }
  if (stale.length === 0) process.stdout.write("Every generated file is what it is generated from.\n");
  if (stale.length === 0 || write) return;
  process.stdout.write("Run `npm run generate`, read what changed, and commit it with its cause.\n");
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(process.argv.includes("--write"));
}
