import { type ThingRef, listHoldings } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { localTime } from "#domain/shared/instant.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { CURSOR_ID, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { lookingCustodian, placesOfHolder } from "../ledgers/custodian.ts";
import { holderNames } from "../ledgers/holders.ts";
import { holderOf } from "../ledgers/things.ts";
import { countThings } from "./count-things.ts";
import { peopleAround } from "./people-around.ts";
import { ownHolders } from "./own-holders.ts";
import { viewThings } from "./thing-views.ts";

type Asked = Context<typeof listHoldings>;

/**
 * What is with whom right now. Anybody may ask what another person or place has, and is shown what he or she may see of
 * it; a head of a unit and an approver are told who of theirs has something.
 */
export const listHoldingsRoute = bind(listHoldings, async (context) => {
  const { actor, query, deps, reference, read } = context;
  const asked = holderAsked(query);
  return read(async (tx, space) => {
    const naming = { reference, space, ring: deps.ring };
    if (asked && !(await isSomebody(tx, asked, { reference, space, now: context.now })))
      return refuse("not_found");
    const own = ownHolders(await lookingCustodian(tx, actor, reference));
    const shown = [...own, ...(await holdersBelow(tx, context))];
    const counts = await countThings(tx, shown);
    const names = await holderNames(tx, naming, asked ? [...shown, asked] : shown);
    const { refs, next } = await findPage(tx, asked ? [asked] : own, query.after);
    return done({
      holders: shown
        .map((holder, index) => {
          const things = counts[index] ?? 0;
          return { holder: names(holder), things, own: index < own.length };
        })
        .filter(
          ({ own, things, holder }) => things > 0 || (own && reference.heirOf(holder.id ?? "") === holder.id),
        ),
      things: [...(await viewThings(tx, naming, refs))],
      asked: asked && names(asked),
      next,
    });
  });
});

async function isSomebody(
  tx: Tx,
  holder: Holder,
  at: Omit<Parameters<typeof placesOfHolder>[2], "alsoEnded">,
): Promise<boolean> {
  return (await placesOfHolder(tx, holder, { ...at, alsoEnded: true })).length > 0;
}

function holderAsked({ kind, id }: Asked["query"]): Holder | null {
  return kind === undefined || id === undefined ? null : holderOf(kind, id);
}

/** Of whom a head or an approver is told beside the own. */
async function holdersBelow(tx: Tx, { actor, reference, now }: Asked): Promise<readonly Holder[]> {
  const places = [
    ...actor.headOf.keys(),
    ...actor.posts.flatMap(({ role, agencyId }) => (role === "approver" && agencyId ? [agencyId] : [])),
  ];
  if (places.length === 0) return [];
  const people = await peopleAround(tx, places, { reference, day: localTime(now).day, alsoEnded: true });
  const rows = await tx
    .selectFrom("custody_place")
    .select("id")
    .where("belongs_to", "in", places)
    .where("closed_at", "is", null)
    .where("responsible_id", "<>", actor.accountId)
    .execute();
  const counters = [...reference.counters.values()].filter(({ unit }) => places.includes(unit.id));
  return [
    ...counters.map(({ id }): Holder => ({ kind: "counter", id })),
    ...people
      .filter(({ id }) => id !== actor.accountId)
      .map(({ id }): Holder => ({ kind: "person", id: asId(id) })),
    ...rows.map(({ id }): Holder => ({ kind: "place", id })),
  ];
}

/** The newest first, of each holder no more than a page is read. */
async function findPage(
  tx: Tx,
  holders: readonly Holder[],
  after: string | undefined,
): Promise<{ readonly refs: readonly ThingRef[]; readonly next: string | null }> {
  const [before] = unpackCursor(after, [CURSOR_ID]) ?? ["ffffffff-ffff-ffff-ffff-ffffffffffff"];
  const { rows } = await sql<ThingRef>`
    select near.thing, near.id
    from unnest(${holders.map(({ kind }) => kind)}::text[], ${holders.map(({ id }) => id)}::uuid[]) as h (kind, id)
    cross join lateral (
      (select 'container' as thing, c.id from container c
        where c.holder_kind = h.kind and c.holder_id = h.id and c.id < ${before}::uuid
        order by c.id desc limit ${PAGE_ROWS + 1})
      union all
      (select 'item', i.id from item i
        where i.holder_kind = h.kind and i.holder_id = h.id and i.holder_kind <> 'citizen' and i.id < ${before}::uuid
        order by i.id desc limit ${PAGE_ROWS + 1})) as near
    order by near.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  const refs = rows.slice(0, PAGE_ROWS);
  const last = refs.at(-1);
  return { refs, next: rows.length > PAGE_ROWS && last ? packCursor([last.id]) : null };
}
