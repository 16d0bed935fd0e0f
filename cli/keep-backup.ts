import { readFile } from "node:fs/promises";
import path from "node:path";
import { readConfig } from "#server/config.ts";
import { backup } from "#server/db/backup.ts";
import { openBeside } from "#server/db/database.ts";
import { restore } from "#server/db/restore.ts";
import { openKeyRing } from "#server/keys/key-ring.ts";
import { databaseConfig, databaseSecrets } from "#server/open-configured.ts";
import { visible } from "./visible-text.ts";

type Say = (line: string) => void;

/** Writes all of an installation into one new file, beside a running program or without one. */
export async function runBackup(file: string, say: Say): Promise<void> {
  const config = readConfig(process.env);
  const database = await openBeside(databaseConfig(config), async (dataDir) =>
    databaseSecrets(await openKeyRing(dataDir)),
  );
  try {
    const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    const summary = await backup(database, path.resolve(file), `motcua ${version}`);
    say(JSON.stringify(summary));
    say(
      `Backed up into ${visible(file)}. It holds the keys: whoever can read it can read everything. Keep it safe.`,
    );
  } finally {
    await database.stop();
  }
}

/** Puts a backup into an empty data folder and verifies it. */
export async function runRestore(file: string, say: Say): Promise<void> {
  const summary = await restore(databaseConfig(readConfig(process.env)), path.resolve(file));
  say(JSON.stringify(summary));
  say("Restored and verified: every row and file is what the backup holds. Start the program to use it.");
}
