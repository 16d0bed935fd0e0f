import { readFile } from "node:fs/promises";
import path from "node:path";
import { readConfig } from "#server/config.ts";
import { backup } from "#server/db/backup.ts";
import { openBeside } from "#server/db/database.ts";
import { restore } from "#server/db/restore.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import { openKeyRing } from "#server/keys/key-ring.ts";
import { databaseConfig, databaseSecrets, start } from "#server/main.ts";
import { buildWeb } from "../tools/build-web.ts";

const USAGE = `motcua COMMAND
  start           start the program (PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL; DEMO=0 without demo people)
  backup FILE     write everything, keys included, into one new file; the program may run meanwhile
  restore FILE    put a backup into an empty data folder (and an empty database), and verify it`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs one command and sets the exit code: 0 done, 1 could not, 2 not a command. */
export async function runCommand([command, file, ...more]: readonly string[]): Promise<void> {
  const commands: Readonly<Record<string, (() => Promise<void>) | undefined>> = {
    start: file === undefined ? runStart : undefined,
    backup: file !== undefined && more.length === 0 ? () => runBackup(file) : undefined,
    restore: file !== undefined && more.length === 0 ? () => runRestore(file) : undefined,
  };
  const run = commands[command ?? ""];
  if (!run) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`motcua: ${error.message}\n`);
    process.exitCode = 1;
  }
}

async function runStart(): Promise<void> {
  await buildWeb({ log: say });
  const stopping = onStopSignal();
  const running = await start(process.env, say);
  say(
    `Motcua is open at ${running.address}/ (citizens) and ${running.address}/staff/ (staff). Ctrl-C stops it.`,
  );
  await stopping.asked;
  say("Stopping …");
  await running.stop();
  say("Stopped.");
  process.exit(0); // Nothing is left to do; a stray timer must not hold the terminal.
}

/** One Ctrl-C may come twice, from the terminal and again from npm; only a later one is a second one. */
const SECOND_SIGNAL_MS = 2000;

/** Ctrl-C or SIGTERM, also while starting; a second one ends the program at once. */
function onStopSignal(): { readonly asked: Promise<void> } {
  let first: number | undefined;
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SECOND_SIGNAL_MS) {
          say("Ended at once: the database may still be stopping, the next start sees to it.");
          process.exit(1);
        }
        resolve();
      });
    }
  });
  return { asked };
}

async function runBackup(file: string): Promise<void> {
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
    say(`Backed up into ${file}. It holds the keys: whoever can read it can read everything. Keep it safe.`);
  } finally {
    await database.stop();
  }
}

async function runRestore(file: string): Promise<void> {
  const summary = await restore(databaseConfig(readConfig(process.env)), path.resolve(file));
  say(JSON.stringify(summary));
  say("Restored and verified: every row and file is what the backup holds. Start the program to use it.");
}
