import { listStockTakes } from "#contract/custody-places.ts";
import type { Holder } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { holderNames } from "../ledgers/holders.ts";
import { holderOf } from "../ledgers/things.ts";
import { ownHolders } from "./own-holders.ts";

/** Earlier counts of what this person answers for today, or made, newest first. */
export const listStockTakesRoute = bind(listStockTakes, async ({ actor, query, deps, reference, read }) =>
  read(async (tx, space) => {
    const rows = await findTakes(tx, ownHolders(await lookingCustodian(tx, actor, reference)), {
      accountId: actor.accountId,
      after: query.after,
    });
    const page = rows.slice(0, PAGE_ROWS);
    const holders = page.map(({ holderKind, holderId }) => holderOf(holderKind, holderId));
    const names = await holderNames(tx, { reference, space, ring: deps.ring }, holders);
    const last = page.at(-1);
    return done({
      stockTakes: page.map(({ holderKind, holderId, ...row }) => ({
        ...row,
        holder: names(holderOf(holderKind, holderId)),
      })),
      next: rows.length > PAGE_ROWS && last ? packCursor([last.takenAt, last.stockTakeId]) : null,
    });
  }),
);

interface TakeRow {
  readonly stockTakeId: string;
  readonly holderKind: string;
  readonly holderId: string;
  readonly expected: number;
  readonly found: number;
  readonly missing: number;
  readonly elsewhere: number;
  readonly takenBy: string;
  readonly takenAt: Instant;
}

const TAKE = sql`select s.id as "stockTakeId", s.holder_kind as "holderKind", s.holder_id as "holderId", s.expected, s.found,
    s.missing, s.elsewhere, coalesce(a.full_name, '') as "takenBy", s.taken_at as "takenAt"
  from stock_take s left join nation.account a on a.id = s.taken_by`;

/** One count of what somebody answers for, or made: whoever signed it may read it after the place was passed on. */
export async function findTake(
  tx: Tx,
  holders: readonly Holder[],
  accountId: string,
  stockTakeId: string,
): Promise<TakeRow | undefined> {
  const { rows } = await sql<TakeRow>`
    ${TAKE} where s.id = ${stockTakeId}::uuid
      and (s.holder_id = any (${holders.map(({ id }) => id)}::uuid[]) or s.taken_by = ${accountId}::uuid)`.execute(
    tx,
  );
  return rows[0];
}

const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

async function findTakes(
  tx: Tx,
  holders: readonly Holder[],
  { accountId, after }: { readonly accountId: string; readonly after: string | undefined },
): Promise<readonly TakeRow[]> {
  const [takenAt, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
  const { rows } = await sql<TakeRow>`
    ${TAKE} where (s.holder_id = any (${holders.map((holder) => holder.id)}::uuid[])
        or s.taken_by = ${accountId}::uuid)
      and (s.taken_at, s.id) < (${takenAt}::timestamptz, ${id}::uuid)
    order by s.taken_at desc, s.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  return rows;
}
