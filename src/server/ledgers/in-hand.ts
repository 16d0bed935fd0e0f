import { CASE_STATUSES, DESK_STATUSES } from "#domain/dossier/dossier-state.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Needs } from "#domain/people/successor.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import type { HeldItem } from "./custody-ledger.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** Who is stopped or leaves, and where: everywhere in the space, or only at the places that one post reaches. */
export interface Leaver {
  readonly target: "account" | "postOffice" | "operator";
  readonly targetId: string;
  /** The person, or all clerks of the office or operator. */
  readonly accountIds: readonly string[];
  /** All counters of the office or operator; none for one person, whose counter others serve. */
  readonly counterIds: readonly string[];
  /** Units for what lies at counters, agencies for cases. */
  readonly unitIds: readonly string[];
  readonly agencyIds: readonly string[];
  /** Of whose steps; null: of all. */
  readonly stepPosts: readonly StepPost[] | null;
}

/** A role at places, as the steps of an internal procedure name it. */
export interface StepPost {
  readonly role: Role;
  readonly placeIds: readonly string[];
}

/** A step that somebody has taken or was given, and that is not done. */
export interface InHandStep {
  readonly key: string;
  readonly role: Role;
  readonly placeId: string;
  readonly internalProcedureId: string;
}

/** A paper in hand, with its name if that is the published procedure's: what a clerk typed may name somebody. */
export interface InHandItem extends HeldItem {
  readonly paper_name: string | null;
}

/** A dossier of which something is in hand: papers, the case, steps, or several of these. */
export interface InHandDossier {
  readonly dossier: DossierRecord;
  readonly items: readonly InHandItem[];
  readonly matter: boolean;
  readonly steps: readonly InHandStep[];
  /** Of its last event. */
  readonly lastAt: Instant | null;
}

/** The places of a space, units and agencies. */
export function placesOfSpace(
  reference: Reference,
  space: Space,
): { readonly unitIds: readonly string[]; readonly agencyIds: readonly string[] } {
  const own = [...reference.spaceOf].filter(([, { id }]) => id === space.id).map(([place]) => place);
  return {
    unitIds: own.filter((place) => reference.units.has(place)),
    agencyIds: own.filter((place) => !reference.units.has(place)),
  };
}

/**
 * Runs with the row policies opened for all places of the space, and closes them again: a suspension of an operator
 * reaches every unit, and whoever orders it sees no dossier of theirs. Nothing of a dossier but its code leaves here.
 *
 * @param also places that are no units and agencies, such as the post office of whoever asks
 */
export async function acrossSpace<T>(
  tx: Tx,
  { reference, space }: { readonly reference: Reference; readonly space: Space },
  run: () => Promise<T>,
  also: readonly string[] = [],
): Promise<T> {
  const { unitIds, agencyIds } = placesOfSpace(reference, space);
  const { rows } = await sql<{
    scope: string;
  }>`select coalesce(current_setting('motcua.scope', true), '') as scope`.execute(tx);
  await sql`select set_config('motcua.scope', ${`{${[...unitIds, ...agencyIds, ...also].join(",")}}`}, true)`.execute(
    tx,
  );
  const result = await run();
  await sql`select set_config('motcua.scope', ${rows[0]?.scope ?? ""}, true)`.execute(tx);
  return result;
}

/**
 * What is in hand now: papers that the person holds, papers at a counter of dossiers that he or she took in and nobody
 * forwarded yet, everything at the counters of an office, the cases of an officer, be they only given and not taken yet,
 * and steps of internal procedures. Inside {@link acrossSpace}.
 * @param lock holds the dossiers until the transaction ends, for whoever is about to move them
 */
export async function findInHand(tx: Tx, leaver: Leaver, lock = false): Promise<readonly InHandDossier[]> {
  const { papers, matters, steps, ids } = lock ? await findAndHold(tx, leaver) : await findParts(tx, leaver);
  if (ids.length === 0) return [];
  const dossiers = (await tx
    .selectFrom("dossier")
    .selectAll()
    .select(
      sql<Instant | null>`(select recorded_at from dossier_event as event
        where event.dossier_id = dossier.id and event.seq = dossier.version)`.as("last_at"),
    )
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy("id")
    .execute()) as unknown as (DossierRecord & { readonly last_at: Instant | null })[];
  const isMatter = new Set(matters);
  const byDossier = new Map<string, InHandItem[]>();
  for (const { dossier_id, ...item } of papers)
    byDossier.set(dossier_id, [...(byDossier.get(dossier_id) ?? []), item]);
  const stepsOf = groupBy(steps, ({ dossierId }) => dossierId);
  return dossiers.map(({ last_at: lastAt, ...dossier }) => ({
    dossier,
    items: byDossier.get(dossier.id) ?? [],
    matter: isMatter.has(dossier.id),
    steps: stepsOf.get(dossier.id) ?? [],
    lastAt,
  }));
}

interface Parts {
  readonly papers: readonly Paper[];
  readonly matters: readonly string[];
  readonly steps: readonly StepInHand[];
  /** Dossiers of any of them. */
  readonly ids: readonly string[];
}

async function findParts(tx: Tx, leaver: Leaver): Promise<Parts> {
  const papers = await findPapers(tx, leaver);
  const matters = await findMatters(tx, leaver);
  const steps = await findSteps(tx, leaver);
  const ids = [
    ...papers.map(({ dossier_id }) => dossier_id),
    ...matters,
    ...steps.map(({ dossierId }) => dossierId),
  ];
  return { papers, matters, steps, ids: [...new Set(ids)] };
}

/**
 * Looks again once the dossiers are held: an act that was under way may have struck or added a paper while its dossier
 * was waited for.
 */
async function findAndHold(tx: Tx, leaver: Leaver): Promise<Parts> {
  const held = new Set<string>();
  for (;;) {
    const parts = await findParts(tx, leaver);
    const free = parts.ids.filter((id) => !held.has(id));
    if (free.length === 0) return parts;
    await sql`select id from dossier where id = any (${free}::uuid[]) order by id for update`.execute(tx);
    for (const id of free) held.add(id);
  }
}

type Paper = InHandItem & { readonly dossier_id: string };

const PAPER = sql`i.id, i.dossier_id, i.holder_kind, i.holder_id, i.custody_seq,
  case when i.paper_id is not null then i.name end as paper_name, i.position`;

type StepInHand = InHandStep & { readonly dossierId: string };

/** The partial index of open dossiers is met only by its own words; what has ended otherwise waits for nobody either. */
const OPEN = sql`d.business_status <> 'returned' and d.business_status not in ('withdrawn', 'stopped', 'notReceived')`;

async function findPapers(tx: Tx, leaver: Leaver): Promise<readonly Paper[]> {
  const accounts = [...leaver.accountIds];
  const units = [...leaver.unitIds];
  const { rows } = await sql<Paper>`
    select ${PAPER}
    from item i join dossier d on d.id = i.dossier_id
    where i.holder_kind = 'person' and i.holder_id = any (${accounts}::uuid[])
      and d.received_at_unit_id = any (${units}::uuid[])
    union
    select ${PAPER}
    from dossier d join item i on i.dossier_id = d.id
    where d.received_at_unit_id = any (${units}::uuid[]) and ${OPEN}
      and d.business_status = any (${[...DESK_STATUSES]}::text[]) and d.received_by = any (${accounts}::uuid[])
      and i.holder_kind = 'counter'
    union
    select ${PAPER}
    from dossier d join item i on i.dossier_id = d.id
    where d.received_at_unit_id = any (${units}::uuid[]) and ${OPEN}
      and i.holder_kind = 'counter' and i.holder_id = any (${[...leaver.counterIds]}::uuid[])
    order by dossier_id, position`.execute(tx);
  return rows;
}

async function findMatters(tx: Tx, leaver: Leaver): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d
    where d.deciding_agency_id = any (${[...leaver.agencyIds]}::uuid[]) and ${OPEN}
      and d.business_status = any (${[...CASE_STATUSES, "forwarded"]}::text[])
      and d.case_officer_id = any (${[...leaver.accountIds]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

async function findSteps(tx: Tx, { accountIds, stepPosts }: Leaver): Promise<readonly StepInHand[]> {
  const { rows } = await sql<StepInHand>`
    select dossier_id as "dossierId", key, role, place_id as "placeId", internal_procedure_id as "internalProcedureId"
    from dossier_step
    where holder_id = any (${[...accountIds]}::uuid[]) and state in ('assigned', 'taken')
    order by dossier_id, position`.execute(tx);
  return rows.filter((step) => stepPosts?.some((post) => mayDoStep(post, step)) ?? true);
}

/** Whether a post is of the role of a step, at its place. */
export function mayDoStep({ role, placeIds }: StepPost, step: InHandStep): boolean {
  return role === step.role && placeIds.includes(step.placeId);
}

/**
 * What the slip of a dossier says of its fee, in đồng; null when it was not fixed. Of a case alone no money is in hand.
 * The driver gives a `bigint` as a number.
 */
export function feeInHand({ dossier, items }: Pick<InHandDossier, "dossier" | "items">): number | null {
  return items.length > 0 ? dossier.fee_due : null;
}

/** Where a successor must be able to go on with it. @param cashUnits units of cash that goes on without a paper */
export function needsOf(inHand: readonly InHandDossier[], cashUnits: readonly string[]): Needs {
  const of = (list: readonly string[]) => [...new Set(list)];
  const papers = inHand.filter(({ items }) => items.length > 0);
  return {
    unitIds: of([...papers.map((one) => one.dossier.received_at_unit_id), ...cashUnits]),
    agencyIds: of(inHand.filter(({ matter }) => matter).map((one) => one.dossier.deciding_agency_id)),
  };
}

/** Half-filled forms of those who leave, which a named successor can go on with. */
export async function countDrafts(tx: Tx, { accountIds }: Leaver): Promise<number> {
  await sql`select set_config('motcua.hand_over_from', ${`{${accountIds.join(",")}}`}, true)`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from draft where account_id = any (${[...accountIds]}::uuid[])`.execute(
    tx,
  );
  await sql`select set_config('motcua.hand_over_from', '', true)`.execute(tx);
  return rows[0]?.count ?? 0;
}
