import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { type Db, type RowAccess, type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { CarrierEvent } from "./carrier.ts";
import type { CarrierFeed } from "./poll-carrier.ts";

export interface FeedPlace {
  readonly db: Db;
  readonly space: Space;
  /** Whose shipments may be touched: those of every unit of the space. */
  readonly access: RowAccess;
  readonly carrier: string;
  readonly now: () => Instant;
  /** Puts events into the ledger of shipments; one that it has already changes nothing. */
  readonly record: (tx: Tx, events: readonly CarrierEvent[]) => Promise<unknown>;
}

/** So many events go into one statement, which has no more than 65,535 parameters; a page may be longer than asked for. */
const AT_ONCE = 500;
/** What is kept of a reason; more of it helps nobody. */
const WHY_MAX = 300;

/** Where a space stands with a carrier, in the table `carrier_feed`: one row for each carrier. */
export function carrierFeed({ db, space, access, carrier, now, record }: FeedPlace): CarrierFeed {
  return {
    position: () =>
      inSpace(db, space, access, async (tx) => {
        const { rows } = await sql<{ last_id: string | null }>`
          select last_id from carrier_feed where carrier = ${carrier}`.execute(tx);
        return rows[0]?.last_id ?? null;
      }),
    take: (page, from) =>
      inSpace(db, space, access, async (tx) => {
        if ((await heldPosition(tx, carrier)) !== from) return false;
        for (let at = 0; at < page.events.length; at += AT_ONCE)
          await record(tx, page.events.slice(at, at + AT_ONCE));
        await sql`update carrier_feed
          set last_id = ${page.lastId}, polled_at = ${now()}, failing_since = null, last_error = null
          where carrier = ${carrier}`.execute(tx);
        return true;
      }),
    failed: (why, at) =>
      inSpace(db, space, access, async (tx) => {
        await heldPosition(tx, carrier);
        await sql`update carrier_feed
          set polled_at = ${at}, failing_since = coalesce(failing_since, ${at}), last_error = ${why.slice(0, WHY_MAX)}
          where carrier = ${carrier}`.execute(tx);
      }),
  };
}

/** The position, held until the transaction ends: two processes that poll at one time take each page once. */
async function heldPosition(tx: Tx, carrier: string): Promise<string | null> {
  await sql`insert into carrier_feed (carrier) values (${carrier}) on conflict (carrier) do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ last_id: string | null }>`
    select last_id from carrier_feed where carrier = ${carrier} for update`.execute(tx);
  return rows[0]?.last_id ?? null;
}
