import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import {
  type IncidentActOf,
  type IncidentActType,
  type IncidentRefusal,
  decideIncident,
} from "#domain/postal/decide-incident.ts";
import { answerDueOn } from "#domain/postal/postal-claims.ts";
import {
  type IncidentEntry,
  type IncidentStanding,
  foldIncident,
  mayOpenIncident,
} from "#domain/postal/postal-incident.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { isCancellable } from "#domain/postal/shipment-standing.ts";
import type { Quote } from "#domain/postal/tariff.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";

type Opened = Extract<IncidentEntry, { type: "opened" }>;
type EntryRow = Selectable<Database["incident_entry"]>;

/** What somebody typed beside an entry; it may name people and is kept sealed. */
export interface IncidentWords {
  /** Of the letter, the finding or the receipt. */
  readonly number?: string;
  readonly words?: string;
  /** The paper that proves each cost, in the order of the sums. */
  readonly evidence?: readonly string[];
}

export interface IncidentRecording {
  readonly ring: KeyRing;
  readonly newId: () => string;
  readonly now: Instant;
  /** Null: the citizen, who has no account. */
  readonly actorId: string | null;
}

/** What is opened of which shipment. */
export interface NewIncident extends Pick<Opened, "kind" | "source" | "on"> {
  readonly shipmentId: string;
  readonly words: string;
}

/**
 * Opens an incident, of one kind one at a time for each shipment, and computes by when a citizen is answered: within a
 * province where the order's price was one within it, and where nobody quoted it.
 *
 * @rule POSTAL-CLAIM-01
 */
export async function openIncidentOf(
  tx: Tx,
  { shipmentId, words, ...asked }: NewIncident,
  { calendar, ...recording }: IncidentRecording & { readonly calendar: WorkCalendar },
): Promise<
  Result<
    { readonly incidentId: string },
    "not_found" | "incident_day_wrong" | "shipment_not_taken" | "complaint_too_late" | "incident_open_already"
  >
> {
  const shipment = await lockShipment(tx, shipmentId);
  if (!shipment) return refuse("not_found");
  const state = shipment.state as ShipmentState;
  const taken = !isCancellable(state) && state !== "cancelled";
  const complained = {
    orderedOn: localTime(shipment.ordered_at).day,
    taken,
    journeyDueOn: shipment.due_on,
  };
  const may = mayOpenIncident(asked, complained, localTime(recording.now).day);
  if (!may.ok) return may;
  const quote = shipment.quote as Quote | null;
  const between = quote?.zone === "innerRegion" || quote?.zone === "betweenRegions";
  const due = answerDueOn(asked.on, between ? "betweenProvinces" : "withinProvince", calendar);
  const opened: Opened = {
    type: "opened",
    ...asked,
    answerDueOn: asked.source === "post" || !due.ok ? null : due.value,
  };
  const incidentId = recording.newId();
  const written = await tx
    .insertInto("incident")
    .values({
      id: incidentId,
      shipment_id: shipmentId,
      dossier_id: shipment.dossier_id,
      opened_at: recording.now,
      ...incidentColumns(foldIncident([opened])),
      version: 1,
      scope: [...shipment.scope],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!written) return refuse("incident_open_already");
  await insertEntry(tx, { incidentId, seq: 1, entry: opened, words: { words } }, recording);
  return done({ incidentId });
}

async function lockShipment(tx: Tx, shipmentId: string) {
  return tx
    .selectFrom("shipment as s")
    .innerJoin("postal_order as o", "o.id", "s.order_id")
    .select(["s.dossier_id", "s.state", "s.due_on", "s.ordered_at", "s.scope", "o.quote"])
    .where("s.id", "=", shipmentId)
    .forNoKeyUpdate("s")
    .executeTakeFirst();
}

/** An act on an incident as somebody asks for it. */
export interface AskedAct {
  readonly incidentId: string;
  /** The version that was seen: of two acts at once the second is refused. */
  readonly version: number;
  readonly words: IncidentWords;
  readonly fileId?: string | undefined;
}

/** Looks up what an act says, behind the lock on the incident. */
type Looked<Type extends IncidentActType, Code extends string> = Result<IncidentActOf<Type>, Code>;
export type ActOf<Type extends IncidentActType, Code extends string> = () =>
  | Looked<Type, Code>
  | Promise<Looked<Type, Code>>;

/**
 * Puts an act into the ledger, when it fits where the incident stands behind the lock.
 *
 * @rule POSTAL-CLAIM-01
 */
export async function recordIncidentAct<Type extends IncidentActType, Code extends string = never>(
  tx: Tx,
  { incidentId, version, words, fileId }: AskedAct,
  actOf: ActOf<Type, Code>,
  recording: IncidentRecording,
): Promise<
  Result<
    { readonly version: number; readonly standing: IncidentStanding },
    IncidentRefusal<Type> | "not_found" | "incident_changed" | "file_missing" | Code
  >
> {
  const row = await tx
    .selectFrom("incident")
    .select("version")
    .where("id", "=", incidentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse("not_found");
  if (row.version !== version) return refuse("incident_changed");
  if (fileId !== undefined && !(await fileIsThere(tx, fileId))) return refuse("file_missing");
  const entries = (await loadIncidents(tx, [incidentId])).get(incidentId);
  invariant(entries, "an incident has its entries");
  const act = await actOf();
  if (!act.ok) return act;
  const decided = decideIncident<Type>(standingOf(entries), act.value, localTime(recording.now).day);
  if (!decided.ok) return decided;
  const standing = foldIncident([openedOf(entries), ...entries.slice(1).map(entryOf), decided.value]);
  await insertEntry(tx, { incidentId, seq: version + 1, entry: decided.value, words, fileId }, recording);
  await tx
    .updateTable("incident")
    .set({ ...incidentColumns(standing), version: version + 1 })
    .where("id", "=", incidentId)
    .execute();
  return done({ version: version + 1, standing });
}

async function fileIsThere(tx: Tx, fileId: string): Promise<boolean> {
  const kept = await tx.selectFrom("custody_file").select("id").where("id", "=", fileId).executeTakeFirst();
  return kept !== undefined;
}

interface NewEntry {
  readonly incidentId: string;
  readonly seq: number;
  readonly entry: IncidentEntry;
  readonly words: IncidentWords;
  readonly fileId?: string | undefined;
}

async function insertEntry(
  tx: Tx,
  { incidentId, seq, entry: { type, ...payload }, words, fileId }: NewEntry,
  { ring, now, actorId }: IncidentRecording,
): Promise<void> {
  const typed = Object.values(words).some((value) => value !== undefined && value.length > 0);
  await tx
    .insertInto("incident_entry")
    .values({
      incident_id: incidentId,
      seq,
      type,
      payload: JSON.stringify(payload),
      words_sealed: typed ? seal(ring, contextOf(incidentId, seq), words) : null,
      file_id: fileId ?? null,
      actor_id: actorId,
      recorded_at: now,
    })
    .execute();
}

const contextOf = (incidentId: string, seq: number) => `incident_entry:${incidentId}:${seq}`;

/** What was typed beside an entry. Whoever calls this has logged the read, or answers the citizen whose matter it is. */
export function openIncidentWords(
  ring: KeyRing,
  { incident_id: id, seq, words_sealed: sealed }: Pick<EntryRow, "incident_id" | "seq" | "words_sealed">,
): IncidentWords {
  return sealed === null ? {} : unseal<IncidentWords>(ring, contextOf(id, seq), sealed);
}

/** The entries of some incidents, each in its order. */
export async function loadIncidents(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly EntryRow[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<EntryRow>`
    select * from incident_entry where incident_id = any (${[...ids]}::uuid[]) order by incident_id, seq`.execute(
    tx,
  );
  const byIncident = new Map<string, EntryRow[]>();
  for (const row of rows) byIncident.set(row.incident_id, [...(byIncident.get(row.incident_id) ?? []), row]);
  return byIncident;
}

/** An entry as the rules read it. */
export function entryOf({ type, payload }: Pick<EntryRow, "type" | "payload">): IncidentEntry {
  return { ...(payload as object), type } as IncidentEntry;
}

/** Where an incident stands by its rows. */
export function standingOf(rows: readonly EntryRow[]): IncidentStanding {
  return foldIncident([openedOf(rows), ...rows.slice(1).map(entryOf)]);
}

function openedOf(rows: readonly EntryRow[]): Opened {
  const first = rows[0] && entryOf(rows[0]);
  invariant(first?.type === "opened", "an incident begins with what opened it");
  return first;
}

/** The columns of an incident that its entries amount to. */
export function incidentColumns({ opened, state, live, nextDueOn }: IncidentStanding) {
  return {
    kind: opened.kind,
    source: opened.source,
    opened_on: opened.on,
    state,
    live,
    next_due_on: nextDueOn satisfies PlainDate | null,
  };
}
