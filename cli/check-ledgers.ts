import { parseArgs } from "node:util";
import { instantAt } from "#domain/shared/instant.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/plain-date.ts";
import { type CheckFinding, checkSpace, openForChecking } from "#server/checking/check-ledgers.ts";
import type { Db, Space } from "#server/db/kysely.ts";
import { counted } from "./counted.ts";
import { visible } from "./visible-text.ts";
import { withDatabase } from "./with-database.ts";

export interface CheckArgs {
  /** Findings as JSON, one a line. */
  readonly json: boolean;
  /** Messages were sent without a pause from this day on; left out, from the first message on. */
  readonly messagesSince?: PlainDate;
}

/** Undefined when these are not its arguments. @example readCheckArgs(["--json", "--messages-since", "2026-11-20"]) */
export function readCheckArgs(args: readonly string[]): CheckArgs | undefined {
  const options = {
    json: { type: "boolean", default: false },
    "messages-since": { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const day = values["messages-since"];
    if (day === undefined) return { json: values.json };
    const messagesSince = parsePlainDate(day);
    return messagesSince && { json: values.json, messagesSince };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // An option that it does not know: something else is meant.
    throw error;
  }
}

/**
 * Compares the ledgers of every space of the installation with their projections, beside a running program or without
 * one, and writes nothing. One line for each finding; the last line of standard output is the summary as JSON. The exit
 * code is 1 when anything was found.
 */
export async function runCheckLedgers(args: CheckArgs): Promise<void> {
  await withDatabase(async ({ ownerConfig }) => {
    const db = openForChecking(ownerConfig);
    try {
      const sums = { spaces: 0, dossiers: 0, findings: 0 };
      for (const space of await findSpaces(db)) await checkOne(db, space, args, sums);
      process.stdout.write(`${JSON.stringify(sums)}\n`);
      if (sums.findings > 0) process.exitCode = 1;
    } finally {
      await db.destroy();
    }
  });
}

async function findSpaces(db: Db): Promise<readonly Space[]> {
  return db.selectFrom("nation.space").select(["id", "schema_name as schema"]).orderBy("id").execute();
}

interface Sums {
  spaces: number;
  dossiers: number;
  findings: number;
}

async function checkOne(db: Db, space: Space, { json, messagesSince }: CheckArgs, sums: Sums): Promise<void> {
  const progress = progressLine(space);
  let looked = 0;
  const findings = checkSpace(db, space, {
    ...(messagesSince !== undefined && { messagesSince: instantAt(messagesSince, 0) }),
    onProgress: (dossiers) => {
      looked = dossiers;
      progress(dossiers);
    },
  });
  for await (const finding of findings) {
    sums.findings += 1;
    process.stdout.write(
      `${json ? visible(JSON.stringify({ space: space.id, ...finding })) : lineOf(space, finding)}\n`,
    );
  }
  sums.spaces += 1;
  sums.dossiers += looked;
  process.stderr.write(`${space.id}: ${counted(looked, "dossier")} looked at\n`);
}

/** @example "dong-thap  H25.11-261120-0003  states  ledger: business processing  projection: business received" */
function lineOf({ id }: Space, { subject, check, ledger, projection }: CheckFinding): string {
  return visible(`${id}  ${subject}  ${check}  ledger: ${ledger}  projection: ${projection}`);
}

/** A terminal sees one line that is written anew; a log sees one every few seconds. */
const LOG_EVERY_MS = 3000;

function progressLine({ id }: Space): (dossiers: number) => void {
  const isTerminal = process.stderr.isTTY;
  let last = performance.now();
  return (dossiers) => {
    const now = performance.now();
    if (now - last < (isTerminal ? 200 : LOG_EVERY_MS)) return;
    last = now;
    const line = `${id}: ${counted(dossiers, "dossier")} looked at`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line}\r` : `${line}\n`);
  };
}
