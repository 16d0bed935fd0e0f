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
import { outliveReaders } from "./closed-reader.ts";
import { readCatalogueArgs, runCatalogueImport } from "./import-catalogue.ts";
import { readResetArgs, runResetDemo } from "./reset-demo.ts";
import { readImportRequest, runImportDossiers } from "./import-dossiers.ts";
import { readPlaceArgs, runPlaceImport } from "./import-places.ts";
import { visible } from "./visible-text.ts";

interface Command {
  /** As it is typed, one or two words. @example "catalogue import" */
  readonly name: string;
  /** What it takes, for the usage. @example "FILE" */
  readonly takes: string;
  readonly about: string;
  /** Undefined when these arguments are not what it takes. */
  readonly prepare: (args: readonly string[]) => (() => Promise<void>) | undefined;
}

/** A command that takes one file and nothing else. */
const withFile = (run: (file: string) => Promise<void>) => (args: readonly string[]) => {
  const [file] = args;
  return file !== undefined && args.length === 1 ? () => run(file) : undefined;
};

const COMMANDS: readonly Command[] = [
  {
    name: "start",
    takes: "",
    about: "start the program (PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL; DEMO=0 without the demo)",
    prepare: (args) => (args.length === 0 ? runStart : undefined),
  },
  {
    name: "backup",
    takes: "FILE",
    about: "write everything, keys included, into one new file; the program may run meanwhile",
    prepare: withFile(runBackup),
  },
  {
    name: "restore",
    takes: "FILE",
    about: "put a backup into an empty data folder (and an empty database), and verify it",
    prepare: withFile(runRestore),
  },
  {
    name: "catalogue import",
    takes: "FILE",
    about: "read the national portal's procedures (JSON lines, also gzip); --valid-from DAY, --report FILE",
    prepare: (args) => {
      const read = readCatalogueArgs(args);
      return read && (() => runCatalogueImport(read));
    },
  },
  {
    name: "demo reset",
    takes: "",
    about: "build the demo province anew, in a demo only; --yes, --seed N, --dossiers N, --now MOMENT",
    prepare: (args) => {
      const read = readResetArgs(args);
      return read && (() => runResetDemo(read, say));
    },
  },
  {
    name: "dossier import",
    takes: "FILE",
    about:
      "take dossiers over from another system (CSV, JSON lines); --system NAME, --space ID, --dry-run, --rejects FILE, --secrets FILE",
    prepare: (args) => {
      const request = readImportRequest(args);
      return request && (() => runImportDossiers(request));
    },
  },
  {
    name: "units import",
    takes: "FILE --kind KIND",
    about: "agency, oneStopUnit, postOffice, receptionPoint, counter, administrativeUnits as CSV; --dry-run",
    prepare: (args) => {
      const read = readPlaceArgs(args);
      return read && (() => runPlaceImport(read));
    },
  },
];

const USAGE = [
  "motcua COMMAND",
  ...COMMANDS.map(({ name, takes, about }) => `  ${`${name} ${takes}`.padEnd(24)} ${about}`),
].join("\n");

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs one command and sets the exit code: 0 done or helped, 1 could not, 2 not a command. */
export async function runCommand(args: readonly string[]): Promise<void> {
  outliveReaders();
  if (args[0] === "help" || args.includes("--help") || args.includes("-h")) {
    say(USAGE);
    return;
  }
  const run = commandOf(args);
  if (!run) {
    process.stderr.write(`${misunderstood(args)}${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`motcua: ${visible(error.message)}\n`);
    process.exitCode = 1;
  }
}

/** What was wrong with the words, as a line before the usage; nothing when nothing was asked for. */
function misunderstood(args: readonly string[]): string {
  if (args.length === 0) return "";
  const known = COMMANDS.find(({ name }) => name.split(" ").every((word, index) => args[index] === word));
  if (!known) return `motcua: there is no command "${visible(args.slice(0, 2).join(" "))}".\n\n`;
  const takes = known.takes === "" ? "no file" : known.takes;
  return `motcua: ${known.name} takes ${takes} and the options below, nothing else.\n\n`;
}

function commandOf(args: readonly string[]): (() => Promise<void>) | undefined {
  for (const { name, prepare } of COMMANDS) {
    const words = name.split(" ");
    if (words.every((word, index) => args[index] === word)) return prepare(args.slice(words.length));
  }
  return undefined;
}

async function runStart(): Promise<void> {
  readConfig(process.env); // A setting that cannot be meant is said before anything is built.
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
    say(
      `Backed up into ${visible(file)}. It holds the keys: whoever can read it can read everything. Keep it safe.`,
    );
  } finally {
    await database.stop();
  }
}

async function runRestore(file: string): Promise<void> {
  const summary = await restore(databaseConfig(readConfig(process.env)), path.resolve(file));
  say(JSON.stringify(summary));
  say("Restored and verified: every row and file is what the backup holds. Start the program to use it.");
}
