import type { ThingRef, ThingView } from "#contract/custody.ts";
import { takeStock } from "#contract/custody-places.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { type Stock, compareStock } from "#domain/custody/stock-take.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { recordCustodyTasks } from "../ledgers/custody-task.ts";
import type { Naming } from "../ledgers/holders.ts";
import { type StockLine, findOpenTasks, recordStockTake } from "../ledgers/stock-ledger.ts";
import { holderOf } from "../ledgers/things.ts";
import { actWithThings } from "./act-with-things.ts";
import { type ReadScan, STOCK_MAX, findScanned, findStock, readScan } from "./scan-store.ts";
import { type Stray, findStrays } from "./stray-containers.ts";
import { viewThings } from "./thing-views.ts";

type Asked = Context<typeof takeStock>;

/**
 * Kiểm kê: what was scanned at a place against what the ledger has there. A trial tells the same and keeps nothing.
 *
 * @rule STOCK-01
 */
export const takeStockRoute = bind(takeStock, (context) => {
  const { body, deps, now, reference } = context;
  return actWithThings(context, async ({ tx, space, custodian }) => {
    const holder = holderOf(body.holder.kind, body.holder.id);
    const scope = await placesOfHolder(tx, holder, { reference, space, now });
    if (scope.length === 0) return refuse("not_found");
    if (!custodian.answers(holder)) return refuse("not_holder");
    const expected = await findStock(tx, holder);
    if (expected.length > STOCK_MAX) return refuse("stock_too_large");
    const naming = { reference, space, ring: deps.ring };
    const label = await labelOf(tx, holder);
    // A scanner that was pressed over nothing sends a blank.
    const typed = body.scanned.filter((code) => code.trim() !== "");
    const scans = typed.map(readScan).filter(({ key }) => key !== label);
    const counted = await count(tx, naming, { holder, expected, scans });
    const stockTakeId = body.trial ? null : await keep(context, tx, { ...counted, holder, scope });
    const { stock, refOf, strays } = counted;
    const viewsOf = (ids: readonly string[]) => viewThings(tx, naming, ids.flatMap(refOf));
    const away = await viewsOf(stock.elsewhere);
    return done({
      stockTakeId,
      expected: expected.length,
      found: stock.found.length,
      missing: [...(await viewsOf(stock.missing))],
      elsewhere: [...away, ...strays.map(({ view }) => view)],
      unknown: [...stock.unknown],
      twice: [...stock.twice],
    });
  });
});

/** The place's own label, which is scanned first. */
async function labelOf(tx: Tx, { kind, id }: Holder): Promise<string | undefined> {
  if (kind !== "place") return undefined;
  const place = await tx.selectFrom("custody_place").select("code").where("id", "=", id).executeTakeFirst();
  return place?.code;
}

interface Counted {
  readonly stock: Stock;
  readonly refOf: (id: string) => readonly ThingRef[];
  /** Of what lies elsewhere that which is not for the eyes of whoever counts. */
  readonly strays: readonly Stray[];
}

async function count(
  tx: Tx,
  naming: Naming,
  asked: {
    readonly holder: Holder;
    readonly expected: readonly ThingRef[];
    readonly scans: readonly ReadScan[];
  },
): Promise<Counted> {
  const { holder, expected, scans } = asked;
  const direct = new Set(expected.map(({ id }) => id));
  const known = await findScanned(tx, scans);
  const hidden = await findStrays(tx, naming, scans, new Set(known.map(({ at }) => at)));
  const scanned = [...known, ...hidden.map(({ at, view: { thing, id } }) => ({ at, thing, id }))];
  const others = scanned.filter(({ id }) => !direct.has(id)).map(({ thing, id }) => ({ thing, id }));
  const views = await viewThings(tx, naming, others);
  const all = [...views, ...hidden.map(({ view }) => view)];
  const inside = new Set(all.filter((view) => isAt(view, holder)).map(({ id }) => id));
  const thingsAt = new Map<number, { id: string; isHere: boolean }[]>();
  for (const { at, id } of scanned)
    thingsAt.set(at, [...(thingsAt.get(at) ?? []), { id, isHere: direct.has(id) || inside.has(id) }]);
  const stock = compareStock(
    expected.map(({ id }) => id),
    scans.map(({ code, key }, at) => ({ code, key, things: thingsAt.get(at) ?? [] })),
  );
  const refs = new Map([...expected, ...others].map((ref) => [ref.id, ref]));
  const refOf = (id: string) => {
    const ref = refs.get(id);
    return ref ? [ref] : [];
  };
  const away = new Set(stock.elsewhere);
  return { stock, refOf, strays: hidden.filter(({ view }) => away.has(view.id)) };
}

function isAt({ holder }: ThingView, place: Holder): boolean {
  return holder?.kind === place.kind && holder.id === place.id;
}

/** Writes the count, and a task about each thing that is not where it should be unless it is one already. */
async function keep(
  { actor, deps, now }: Asked,
  tx: Tx,
  {
    stock,
    refOf,
    strays,
    holder,
    scope,
  }: Counted & { readonly holder: Holder; readonly scope: readonly string[] },
): Promise<string> {
  // Two who count one place at one moment make one task of each thing.
  await sql`select pg_advisory_xact_lock(hashtextextended('stock ' || ${holder.id}::text, 0))`.execute(tx);
  const id = deps.newId();
  const about = (outcome: StockLine["outcome"], ids: readonly string[]): StockLine[] =>
    ids.flatMap(refOf).map((ref) => ({ scanned: null, thing: ref.thing, id: ref.id, outcome }));
  const lines = [
    ...about("found", stock.found),
    ...about("missing", stock.missing),
    ...about("elsewhere", stock.elsewhere),
    ...stock.unknown.map((scanned) => ({ scanned, thing: null, id: null, outcome: "unknown" as const })),
  ];
  await recordStockTake(tx, { id, holder, lines, takenBy: actor.accountId, now, scope });
  const isTask = {
    stockMissing: await findOpenTasks(tx, "stockMissing", stock.missing),
    stockElsewhere: await findOpenTasks(tx, "stockElsewhere", stock.elsewhere),
  };
  const tasksOf = (kind: keyof typeof isTask, ids: readonly string[]) =>
    ids
      .filter((thingId) => !isTask[kind].has(thingId))
      .flatMap(refOf)
      .map((thing) => ({
        id: deps.newId(),
        kind,
        thing,
        scanned: null,
        manifestId: null,
        signatureId: null,
        photoFileId: null,
        claimed: { kind: holder.kind, id: holder.id },
        note: null,
        foundAt: now,
      }));
  const by = { accountId: actor.accountId, now };
  const hidden = new Map(strays.map((stray) => [stray.view.id, stray]));
  const own = stock.elsewhere.filter((thingId) => !hidden.has(thingId));
  const tasks = [...tasksOf("stockMissing", stock.missing), ...tasksOf("stockElsewhere", own)];
  await recordCustodyTasks(tx, deps.ring, tasks, { ...by, scope });
  // Those whose it is are told where it was found; whoever counted sees its code.
  for (const { view, scope: theirs } of hidden.values()) {
    const told = tasksOf("stockElsewhere", [view.id]).map((task) => ({ ...task, scanned: view.code }));
    await recordCustodyTasks(tx, deps.ring, told, { ...by, scope: [...new Set([...scope, ...theirs])] });
  }
  return id;
}
