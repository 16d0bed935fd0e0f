import type { Holder } from "#domain/custody/custody.ts";
import type { ReceivedAs } from "#domain/dossier/dossier-payloads.ts";
import { type Side, receptionsOf } from "#domain/dossier/submission.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { Reference } from "../units/reference.ts";

export interface ReceptionWhere {
  readonly reference: Reference;
  readonly space: Space;
  readonly now: Instant;
  readonly mandates: MandateFacts;
  /** Who would sign. */
  readonly accountId: string;
}

/** As what the post hands over what is on a bảng kê; see SUBMISSION-01. Empty where it is no such hand-over. */
export async function receptionsOfManifest(
  tx: Tx,
  { id, from, to }: { readonly id: string; readonly from: Holder; readonly to: Holder },
  where: ReceptionWhere,
): Promise<readonly ReceivedAs[]> {
  const giver = await sideOf(tx, from, where.reference);
  if (giver !== "post") return [];
  const taker = await sideOf(tx, to, where.reference);
  if (taker !== "state") return [];
  return receptionsOf({
    giver,
    taker,
    dossiers: await acrossSpace(tx, where, () => dossiersOf(tx, id)),
    mandated: await isMandated(tx, from, to, where),
  });
}

const SIDES: Readonly<Partial<Record<Holder["kind"], Side>>> = {
  postOffice: "post",
  outsider: "post",
  unit: "state",
  agency: "state",
};

async function sideOf(tx: Tx, holder: Holder, { counters, postOfficeNames }: Reference): Promise<Side> {
  if (holder.kind === "person") return sideOfPerson(tx, holder.id);
  if (holder.kind === "counter")
    return (counters.get(holder.id)?.postOfficeId ?? null) === null ? "state" : "post";
  if (holder.kind !== "place") return SIDES[holder.kind] ?? null;
  const place = await tx
    .selectFrom("custody_place")
    .select("belongs_to")
    .where("id", "=", holder.id)
    .executeTakeFirst();
  if (!place) return null;
  return postOfficeNames.has(place.belongs_to) ? "post" : "state";
}

async function sideOfPerson(tx: Tx, accountId: string): Promise<Side> {
  const { rows } = await sql<{ post: boolean | null }>`
    select bool_and(post_office_id is not null) as post from nation.staff_post where account_id = ${accountId}::uuid`.execute(
    tx,
  );
  const post = rows[0]?.post ?? null;
  if (post === null) return null;
  return post ? "post" : "state";
}

/** @returns null where nothing that is known lies in the packets: nobody has opened them */
async function dossiersOf(tx: Tx, manifestId: string): Promise<readonly ReceivedAs[] | null> {
  const { rows } = await sql<{ things: number; as: ReceivedAs[] | null }>`
    with recursive thing as (
      select l.thing, l.thing_id as id from manifest_line l where l.manifest_id = ${manifestId}::uuid
      union all
      select 'container', c.id from container c join thing t on t.thing = 'container'
        and c.holder_kind = 'container' and c.holder_id = t.id),
    inside as (
      select i.kind, i.dossier_id from item i join thing t on t.thing = 'item' and t.id = i.id
      union all
      select i.kind, i.dossier_id from item i join thing t on t.thing = 'container' and i.holder_kind = 'container'
        and i.holder_id = t.id)
    select count(*)::integer as things,
      array_agg(distinct d.received_as) filter (where inside.kind = 'paper') as "as"
    from inside join dossier d on d.id = inside.dossier_id`.execute(tx);
  const [row] = rows;
  return !row || row.things === 0 ? null : (row.as ?? []);
}

/** Whether the giver's post office receives at the taker's unit by a mandate of today. */
async function isMandated(tx: Tx, from: Holder, to: Holder, where: ReceptionWhere): Promise<boolean> {
  const { reference, mandates, accountId, now } = where;
  const offices = await placesOfHolder(tx, from, where);
  const units = (await placesOfHolder(tx, to, where)).filter((place) => reference.units.has(place));
  const { day } = localTime(now);
  return units.some((unitId) =>
    mandates
      .about(unitId, accountId)
      .mandates.some(
        ({ postOfficeId, tasks, status, validFrom, validTo }) =>
          offices.includes(postOfficeId) &&
          tasks.includes("receive") &&
          status === "inForce" &&
          validFrom <= day &&
          (validTo === null || day <= validTo),
      ),
  );
}
