import { readConfig } from "#server/config.ts";
import { type Database, openBeside } from "#server/db/database.ts";
import { pendingMigrations } from "#server/db/migrate.ts";
import { createPool } from "#server/db/kysely.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import { type KeyRing, openKeyRing } from "#server/keys/key-ring.ts";
import { databaseConfig, databaseSecrets } from "#server/open-configured.ts";
import { schemasOfSpaces } from "#server/units/store-reference.ts";

/**
 * Runs a command on the database of the environment's configuration, whether the program runs or not, with the
 * schema that this program knows.
 * @throws StartFailure with one sentence when there is none, or when its schema is another one
 */
export async function withDatabase<T>(run: (database: Database, ring: KeyRing) => Promise<T>): Promise<T> {
  let ring: KeyRing | undefined;
  const database = await openBeside(databaseConfig(readConfig(process.env)), async (dataDir) => {
    ring = await openKeyRing(dataDir);
    return databaseSecrets(ring);
  });
  try {
    if (!ring) throw new Error("the key ring is opened with the database");
    await requireSchema(database);
    return await run(database, ring);
  } finally {
    await database.stop();
  }
}

async function requireSchema(database: Database): Promise<void> {
  const pool = createPool({ ...database.appConfig, max: 1 });
  try {
    const pending = await pendingMigrations(pool, {
      spaces: await schemasOfSpaces(database.ownerConfig),
      appRole: database.appRole,
    });
    if (pending.length > 0) {
      throw new StartFailure(
        "The database is not yet what this program needs: start the program once, then try again.",
      );
    }
  } finally {
    await pool.end();
  }
}
