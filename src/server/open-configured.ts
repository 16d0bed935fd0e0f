import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./db/database.ts";
import { type KeyRing, openKeyRing } from "./keys/key-ring.ts";

/** The database of a configuration, with the passwords that its key ring holds. */
export async function openConfigured(config: Config): Promise<Database & { readonly ring: KeyRing }> {
  let ring: KeyRing | undefined;
  const database = await openDatabase(databaseConfig(config), async (dataDir) => {
    ring = await openKeyRing(dataDir);
    return databaseSecrets(ring);
  });
  if (!ring) throw new Error("the key ring is opened with the database");
  return { ...database, ring };
}

/** What of a configuration says where the database is. */
export function databaseConfig({ dataDir, databaseUrl, databaseAppUrl }: Config) {
  return {
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(databaseAppUrl !== undefined && { databaseAppUrl }),
  };
}

/** What of a key ring the database asks for. */
export function databaseSecrets({ databasePasswords }: KeyRing) {
  return { ownerPassword: databasePasswords.owner, appPassword: databasePasswords.app };
}
