import {
  closeWaybillRange,
  fillWaybillPool,
  listWaybillNumbers,
  openWaybillRange,
} from "#contract/waybills.ts";
import { readTrackingNumber, s10Number } from "#domain/postal/tracking-number.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import { bind } from "../http/context.ts";
import type { Database } from "../db/schema.gen.ts";
import { REUSE_MONTHS } from "./waybill-numbers.ts";

/** What numbers there are to give to shipments. */
export const listWaybillNumbersRoute = bind(listWaybillNumbers, ({ deps, read }) =>
  read(async (tx, space) => {
    const ranges = await tx
      .selectFrom("waybill_range")
      .selectAll()
      .orderBy("opened_at", "desc")
      .orderBy("id")
      .execute();
    const pools = await sql<{ carrier: string; free: number; taken: number }>`
      select carrier, (count(*) filter (where taken_at is null))::int as free, count(taken_at)::int as taken
      from waybill_pool group by carrier order by carrier`.execute(tx);
    return done({ ranges: ranges.map(viewRange), pools: pools.rows, carriers: [...deps.carriers(space.id)] });
  }),
);

function viewRange(row: Selectable<Database["waybill_range"]>) {
  const left = row.to_serial - row.next_serial + 1;
  return {
    rangeId: row.id,
    carrier: row.carrier,
    first: s10Number(row, row.from_serial),
    last: s10Number(row, row.to_serial),
    next: left === 0 ? null : s10Number(row, row.next_serial),
    left,
    reuseMonths: row.reuse_months,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}

/** Opens a range; one that shares a number with a range of the last months is refused, closed or not. */
export const openWaybillRangeRoute = bind(openWaybillRange, ({ actor, body, deps, now, write }) =>
  write(async (tx, space) => {
    const { carrier, service, country, fromSerial, toSerial } = body;
    if (!deps.carriers(space.id).includes(carrier)) return refuse("carrier_unknown", { carrier });
    if (toSerial < fromSerial) return refuse("range_upside_down");
    const months = body.reuseMonths ?? REUSE_MONTHS;
    // Two people who open at once wait here for each other.
    await sql`lock table waybill_range in share row exclusive mode`.execute(tx);
    const { rows } = await sql<{ carrier: string }>`
      select carrier from waybill_range
      where service = ${service} and country = ${country} and from_serial <= ${toSerial} and to_serial >= ${fromSerial}
        and (closed_at is null or closed_at > ${now}::timestamptz - make_interval(months => greatest(${months}, reuse_months)))
      limit 1`.execute(tx);
    if (rows[0]) return refuse("range_overlaps", { carrier: rows[0].carrier });
    const id = deps.newId();
    await tx
      .insertInto("waybill_range")
      .values({
        id,
        carrier,
        service,
        country,
        from_serial: fromSerial,
        to_serial: toSerial,
        next_serial: fromSerial,
        reuse_months: months,
        opened_by: actor.accountId,
        opened_at: now,
        closed_at: null,
      })
      .execute();
    return done({ rangeId: id });
  }),
);

/** Nothing more is issued from a range; what was issued stays. */
export const closeWaybillRangeRoute = bind(closeWaybillRange, ({ params, now, write }) =>
  write(async (tx) => {
    const closed = await tx
      .updateTable("waybill_range")
      .set((row) => ({ closed_at: row.fn.coalesce("closed_at", row.val(now)) }))
      .where("id", "=", params.rangeId)
      .returning("id")
      .executeTakeFirst();
    return closed ? done({ rangeId: closed.id }) : refuse("not_found");
  }),
);

/** Takes in what a carrier issued beforehand: each number once, whatever was in the list twice. */
export const fillWaybillPoolRoute = bind(fillWaybillPool, ({ actor, body, deps, now, write }) =>
  write(async (tx, space) => {
    const { carrier } = body;
    if (!deps.carriers(space.id).includes(carrier)) return refuse("carrier_unknown", { carrier });
    const numbers = new Set<string>();
    const left: { number: string; why: "unreadable" | "known" }[] = [];
    const doubtful: string[] = [];
    for (const typed of body.numbers) {
      const read = readTrackingNumber(typed);
      if (!read.ok) left.push({ number: typed, why: "unreadable" });
      else if (!numbers.has(read.value.number)) {
        numbers.add(read.value.number);
        if (read.value.warning !== null) doubtful.push(read.value.number);
      }
    }
    const { rows } = await sql<{ number: string }>`
      insert into waybill_pool (number, carrier, added_by, added_at)
      select number, ${carrier}, ${actor.accountId}::uuid, ${now}::timestamptz
      from unnest(${[...numbers]}::text[]) as number
      where not waybill_used(number, ${now}::timestamptz - make_interval(months => ${REUSE_MONTHS}))
      on conflict do nothing returning number`.execute(tx);
    const added = new Set(rows.map(({ number }) => number));
    for (const number of numbers) if (!added.has(number)) left.push({ number, why: "known" });
    return done({ added: added.size, left, doubtful: doubtful.filter((number) => added.has(number)) });
  }),
);
