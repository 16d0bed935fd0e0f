import { StartFailure } from "#server/db/start-failure.ts";
import { outliveReaders } from "./closed-reader.ts";
import { visible } from "./visible-text.ts";

/** A command loads what it needs when it is asked for: whoever wants the usage does not wait for the whole server. */
interface Command {
  /** As it is typed, one or two words. @example "catalogue import" */
  readonly name: string;
  /** What it takes, for the usage. @example "FILE" */
  readonly takes: string;
  readonly about: string;
  /** Undefined when these arguments are not what it takes. */
  readonly prepare: (args: readonly string[]) => Promise<(() => Promise<void>) | undefined>;
}

/** A command that takes one file and nothing else. */
const withFile = (run: (file: string) => Promise<void>) => async (args: readonly string[]) => {
  const [file] = args;
  return file !== undefined && args.length === 1 ? () => run(file) : undefined;
};

const COMMANDS: readonly Command[] = [
  {
    name: "start",
    takes: "",
    about: "start the program (PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL; DEMO=0 without the demo)",
    prepare: async (args) =>
      args.length === 0 ? async () => (await import("./start-program.ts")).runStart(say) : undefined,
  },
  {
    name: "backup",
    takes: "FILE",
    about: "write everything, keys included, into one new file; the program may run meanwhile",
    prepare: withFile(async (file) => (await import("./keep-backup.ts")).runBackup(file, say)),
  },
  {
    name: "restore",
    takes: "FILE",
    about: "put a backup into an empty data folder (and an empty database), and verify it",
    prepare: withFile(async (file) => (await import("./keep-backup.ts")).runRestore(file, say)),
  },
  {
    name: "check-ledgers",
    takes: "",
    about:
      "compare the ledgers with what is shown, writing nothing; --json, --messages-since DAY; 1 when they differ",
    prepare: async (args) => {
      const { readCheckArgs, runCheckLedgers } = await import("./check-ledgers.ts");
      const read = readCheckArgs(args);
      return read && (() => runCheckLedgers(read));
    },
  },
  {
    name: "catalogue import",
    takes: "FILE",
    about: "read the national portal's procedures (JSON lines, also gzip); --valid-from DAY, --report FILE",
    prepare: async (args) => {
      const { readCatalogueArgs, runCatalogueImport } = await import("./import-catalogue.ts");
      const read = readCatalogueArgs(args);
      return read && (() => runCatalogueImport(read));
    },
  },
  {
    name: "demo reset",
    takes: "",
    about: "build the demo province anew, in a demo only; --yes, --seed N, --dossiers N, --now MOMENT",
    prepare: async (args) => {
      const { readResetArgs, runResetDemo } = await import("./reset-demo.ts");
      const read = readResetArgs(args);
      return read && (() => runResetDemo(read, say));
    },
  },
  {
    name: "dossier import",
    takes: "FILE",
    about:
      "take dossiers over from another system (CSV, JSON lines); --system NAME, --space ID, --dry-run, --rejects FILE, --secrets FILE",
    prepare: async (args) => {
      const { readImportRequest, runImportDossiers } = await import("./import-dossiers.ts");
      const request = readImportRequest(args);
      return request && (() => runImportDossiers(request));
    },
  },
  {
    name: "due-dates",
    takes: "",
    about: "which due dates the calendars of today would move; --move --by USERNAME moves them",
    prepare: async (args) => {
      const { readDueDateArgs, runMoveDueDates } = await import("./move-due-dates.ts");
      const read = readDueDateArgs(args);
      return read && (() => runMoveDueDates(read));
    },
  },
  {
    name: "simulate-carrier",
    takes: "",
    about:
      "a postal carrier that is none, for tests and the demo; --port, --admin-port, --seed, --speed, --now MOMENT",
    prepare: async (args) => {
      const { readSimulateArgs, runSimulateCarrier } = await import("./simulate-carrier.ts");
      const read = readSimulateArgs(args);
      return read && (() => runSimulateCarrier(read, say));
    },
  },
  {
    name: "units import",
    takes: "FILE --kind KIND",
    about: "agency, oneStopUnit, postOffice, receptionPoint, counter, administrativeUnits as CSV; --dry-run",
    prepare: async (args) => {
      const { readPlaceArgs, runPlaceImport } = await import("./import-places.ts");
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
  const run = await commandOf(args);
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

async function commandOf(args: readonly string[]): Promise<(() => Promise<void>) | undefined> {
  for (const { name, prepare } of COMMANDS) {
    const words = name.split(" ");
    if (words.every((word, index) => args[index] === word)) return prepare(args.slice(words.length));
  }
  return undefined;
}
