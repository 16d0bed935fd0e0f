import { systemClock } from "#server/clock.ts";
import { type Db, type Space, createDb, createPool, inSpace } from "#server/db/kysely.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import {
  type CheckedDate,
  type DateBatch,
  type DateMover,
  type DatePlace,
  checkDates,
  moveDates,
} from "#server/ledgers/due-date-ledger.ts";
import { MandatesMoved } from "#server/ledgers/mandates-moved.ts";
import { loadReference } from "#server/units/load-reference.ts";
import type { Reference } from "#server/units/reference.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { v7 as uuidV7 } from "uuid";
import { visible } from "./visible-text.ts";
import { withDatabase } from "./with-database.ts";

export interface DueDateArgs {
  /** Move them, in the name of this administrator; null: only say what would move. */
  readonly by: string | null;
}

/** Undefined when these are not its arguments. @example readDueDateArgs(["--move", "--by", "minh.admin"]) */
export function readDueDateArgs(args: readonly string[]): DueDateArgs | undefined {
  if (args.length === 0) return { by: null };
  const [move, option, by, ...more] = args;
  const isMove = move === "--move" && option === "--by" && by !== undefined && by !== "" && more.length === 0;
  return isMove ? { by } : undefined;
}

const CHECKED_ROWS = 1_000;
const MOVED_ROWS = 200;

/**
 * Counts the due dates of all open dossiers anew by the calendars of today, beside a running program or without one, and
 * says which would move and why; with `--move` it moves them, page by page, each page in a transaction of its own. What was
 * interrupted is begun again: nothing moves twice. The last line of standard output is the summary as JSON.
 * @throws StartFailure with one sentence when the named person may not
 */
export async function runMoveDueDates({ by }: DueDateArgs): Promise<void> {
  await withDatabase(async (database) => {
    const db = createDb(createPool({ ...database.appConfig, max: 2 }));
    try {
      const reference = await loadReference(db);
      const mover = by === null ? null : await findMover(db, by);
      const sums: Sums = { looked: 0, moves: 0, settles: 0, kept: 0 };
      process.stderr.write(
        mover === null
          ? "counting the due dates of all open dossiers anew\n"
          : `moving due dates, ${MOVED_ROWS} dossiers at a time\n`,
      );
      for (const space of reference.spaces) await walk(db, { reference, space }, mover, sums);
      say(JSON.stringify({ ...sums, moved: by !== null }));
    } finally {
      await db.destroy();
    }
  });
}

/** Who answers for the move: the event names a person, as every act does. */
async function findMover(db: Db, username: string): Promise<AccountId> {
  const { day } = localTime(systemClock.now());
  const found = await db
    .selectFrom("nation.account as account")
    .innerJoin("nation.staff_post as post", "post.account_id", "account.id")
    .select("account.id")
    .where("account.username", "=", username)
    .where("account.closed_at", "is", null)
    .where("post.role", "=", "administrator")
    .where("post.valid_from", "<=", day)
    .where((post) => post.or([post("post.valid_to", "is", null), post("post.valid_to", ">=", day)]))
    .executeTakeFirst();
  if (!found) {
    throw new StartFailure(
      `${JSON.stringify(username)} is no administrator with a post in force; no date was moved.`,
    );
  }
  return asId<AccountId>(found.id);
}

interface Where {
  readonly reference: Reference;
  readonly space: Space;
}

interface Sums {
  looked: number;
  moves: number;
  settles: number;
  kept: number;
}

async function walk(db: Db, where: Where, mover: AccountId | null, sums: Sums): Promise<void> {
  const requestId = `due-dates:${uuidV7()}`;
  let after: DatePlace | null = null;
  do {
    const part: DateBatch =
      mover === null
        ? await inSpace(db, where.space, { places: [] }, (tx) =>
            checkDates(tx, where, { after, rows: CHECKED_ROWS }),
          )
        : await movePart(db, where, after, { actorId: mover, requestId });
    sums.looked += part.looked;
    for (const date of part.dates) {
      sums[date.outcome] += 1;
      say(lineOf(date, where.reference));
    }
    if (sums.looked % 10_000 < CHECKED_ROWS && part.next !== null)
      process.stderr.write(`${sums.looked} dossiers looked at\n`);
    after = part.next;
  } while (after !== null);
}

/** Once more when the rights of somebody changed meanwhile: every act names the epoch that it was decided under. */
async function movePart(
  db: Db,
  where: Where,
  after: DatePlace | null,
  by: Pick<DateMover, "actorId" | "requestId">,
): Promise<DateBatch> {
  for (;;) {
    try {
      return await inSpace(db, where.space, { places: [] }, async (tx) => {
        const { epoch } = await tx.selectFrom("mandate_epoch").select("epoch").executeTakeFirstOrThrow();
        const mover = { ...by, now: systemClock.now(), mandateEpoch: epoch };
        return moveDates(tx, where, { after, rows: MOVED_ROWS }, mover);
      });
    } catch (error) {
      if (!(error instanceof MandatesMoved)) throw error;
    }
  }
}

/** @example "H25.11-261120-0003  Bộ phận một cửa xã Bình Thành  moves  17:00 24/11/2026 -> 17:00 25/11/2026  24/11/2026 Quyết định số 12" */
function lineOf(
  { code, unitId, outcome, from, to, because, keptBecause }: CheckedDate,
  { units }: Reference,
) {
  const dates = to === null ? moment(from) : `${moment(from)} -> ${moment(to)}`;
  const why = because
    .map(
      ({ day, source, takenBack }) =>
        `${formatDay(day)} ${takenBack ? `(rút lại: ${takenBack.reason}) ` : ""}${source}`,
    )
    .join("; ");
  return [code, units.get(unitId)?.name ?? unitId, outcome, dates, keptBecause ?? why].join("  ").trimEnd();
}

function moment(at: CheckedDate["from"]): string {
  const { day, minute } = localTime(at);
  return `${formatMinute(minute)} ${formatDay(day)}`;
}

function say(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}
