import { readStockTake } from "#contract/custody-places.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { holderNames } from "../ledgers/holders.ts";
import type { StockLine } from "../ledgers/stock-ledger.ts";
import { holderOf } from "../ledgers/things.ts";
import { findTake } from "./list-stock-takes.ts";
import { ownHolders } from "./own-holders.ts";
import { readCharges, responsibleAt } from "./place-charges.ts";
import { viewThings } from "./thing-views.ts";

/**
 * A count that was kept, with its lines: what was missing then, what lay there and belonged elsewhere, with whom each is
 * today. Whoever answers for the place reads it, and whoever made it.
 *
 * @rule STOCK-01
 */
export const readStockTakeRoute = bind(readStockTake, async ({ actor, params, deps, reference, read }) =>
  read(async (tx, space) => {
    const own = ownHolders(await lookingCustodian(tx, actor, reference));
    const take = await findTake(tx, own, actor.accountId, params.stockTakeId);
    if (!take) return refuse("not_found");
    const { holderKind, holderId, missing: _, elsewhere: __, ...said } = take;
    const holder = holderOf(holderKind, holderId);
    const naming = { reference, space, ring: deps.ring };
    const names = await holderNames(tx, naming, [holder]);
    // The record names who answered for the place then, whoever does today.
    const charges = holder.kind === "place" ? await readCharges(tx, [holder.id]) : [];
    const lines = await linesOf(tx, params.stockTakeId);
    const viewsOf = (outcome: StockLine["outcome"]) =>
      viewThings(
        tx,
        naming,
        lines.flatMap((line) =>
          line.outcome === outcome && line.thing !== null && line.id !== null
            ? [{ thing: line.thing, id: line.id }]
            : [],
        ),
      );
    return done({
      ...said,
      holder: { ...names(holder), responsible: responsibleAt(charges, holder, take.takenAt) ?? null },
      missing: [...(await viewsOf("missing"))],
      elsewhere: [...(await viewsOf("elsewhere"))],
      unknown: lines.flatMap(({ outcome, scanned }) =>
        outcome === "unknown" && scanned !== null ? [scanned] : [],
      ),
    });
  }),
);

async function linesOf(tx: Tx, stockTakeId: string): Promise<readonly StockLine[]> {
  const { rows } = await sql<StockLine>`
    select scanned, thing, thing_id as id, outcome from stock_take_line
    where stock_take_id = ${stockTakeId}::uuid order by position`.execute(tx);
  return rows;
}
