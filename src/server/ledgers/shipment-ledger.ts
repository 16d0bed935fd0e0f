import { postalDueOn } from "#domain/postal/postal-deadlines.ts";
import type { AttemptReason, ShipmentEvent } from "#domain/postal/shipment-event.ts";
import { type ShipmentJourney, shipmentJourney } from "#domain/postal/shipment-journey.ts";
import { hasEnded } from "#domain/postal/shipment-standing.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";

/** A report with what it is of: the waybill, or the number that the carrier knows the order by. */
export type ShipmentReport = ShipmentEvent & {
  readonly waybill: string | null;
  readonly orderNumber: string | null;
  /** The shipment where it is known; else it is looked for. */
  readonly shipmentId?: string;
  /** Who reported it here; null for what a carrier told. */
  readonly actorId?: string;
  /** Of a delivery: who took it and what was shown, sealed. */
  readonly proofSealed?: Buffer;
  readonly signatureFileId?: string;
  readonly photoFileId?: string;
};

export interface Recording {
  readonly now: Instant;
  readonly newId: () => string;
  /** Seals what is kept aside: a carrier's words may name somebody. */
  readonly ring: KeyRing;
  /** The calendar of the post: it says by when a shipment should be there, once the carrier has it. */
  readonly calendar: WorkCalendar;
}

/** What became of some reports. */
export interface Recorded {
  /** Reports that were new. */
  readonly recorded: number;
  /** Reports of shipments that nobody here knows: kept, and shown to a person. */
  readonly quarantined: number;
  /** The journeys that changed. */
  readonly touched: readonly { readonly shipmentId: string; readonly journey: ShipmentJourney }[];
}

type ShipmentRow = Pick<
  Selectable<Database["shipment"]>,
  "id" | "waybill" | "order_number" | "scope" | "working_days"
>;

/**
 * Puts reports into the ledger, each once however often it is heard, and computes anew where their shipments stand. What
 * is of no shipment here is kept aside. Nothing is ever dropped.
 *
 * @rule SHIPMENT-01
 */
export async function recordShipmentEvents(
  tx: Tx,
  reports: readonly ShipmentReport[],
  recording: Recording,
): Promise<Recorded> {
  const shipments = await lockShipments(tx, reports);
  const known = reports.flatMap((report) => {
    const shipment = shipmentOf(shipments, report);
    return shipment ? [{ report, shipment }] : [];
  });
  const unknown = reports.filter((report) => !shipmentOf(shipments, report));
  const fresh = await insertEvents(tx, known, recording);
  const quarantined = await quarantine(tx, unknown, recording);
  const touched = await foldShipments(
    tx,
    shipments.filter(({ id }) => fresh.includes(id)),
    recording,
  );
  return { recorded: fresh.length, quarantined, touched };
}

/** Locked in the order of their keys, so that two feeds that report of the same never wait in a circle. */
async function lockShipments(tx: Tx, reports: readonly ShipmentReport[]): Promise<readonly ShipmentRow[]> {
  const { rows } = await sql<ShipmentRow>`
    select id, waybill, order_number, scope, working_days from shipment
    where id = any (${reports.flatMap(({ shipmentId }) => shipmentId ?? [])}::uuid[])
      or order_number = any (${reports.flatMap(({ orderNumber }) => orderNumber ?? [])}::text[])
      or waybill = any (${reports.flatMap(({ waybill }) => waybill ?? [])}::text[]) and live
    order by id for update`.execute(tx);
  return rows;
}

function shipmentOf(rows: readonly ShipmentRow[], report: ShipmentReport): ShipmentRow | undefined {
  return (
    rows.find(({ id }) => id === report.shipmentId) ??
    rows.find((row) => report.orderNumber !== null && row.order_number === report.orderNumber) ??
    rows.find((row) => report.waybill !== null && row.waybill === report.waybill)
  );
}

/** @returns the shipments of the reports that were new, one for each */
async function insertEvents(
  tx: Tx,
  known: readonly { readonly report: ShipmentReport; readonly shipment: ShipmentRow }[],
  { now, newId }: Recording,
): Promise<readonly string[]> {
  if (known.length === 0) return [];
  const rows = known.map(({ report, shipment }) => ({
    id: newId(),
    shipment_id: shipment.id,
    source: report.source,
    source_id: report.sourceId,
    type: report.type,
    at: report.at,
    recorded_at: now,
    withdrawn: report.withdrawn,
    place: report.type === "inTransit" ? report.place : null,
    reason: report.type === "attemptFailed" ? report.reason : null,
    next_on: report.type === "attemptFailed" ? report.nextOn : null,
    code: report.type === "unknown" ? report.code : null,
    message: report.type === "unknown" ? report.message : null,
    actor_id: report.actorId ?? null,
    proof_sealed: report.proofSealed ?? null,
    signature_file_id: report.signatureFileId ?? null,
    photo_file_id: report.photoFileId ?? null,
    scope: [...shipment.scope],
  }));
  const written = await tx
    .insertInto("shipment_event")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["source", "source_id", "withdrawn"]).doNothing())
    .returning("shipment_id")
    .execute();
  // The first report tells the waybill of an order that was sent without one.
  for (const { report, shipment } of known) {
    if (shipment.waybill === null && report.waybill !== null)
      await tx
        .updateTable("shipment")
        .set({ waybill: report.waybill })
        .where("id", "=", shipment.id)
        .execute();
  }
  return written.map(({ shipment_id }) => shipment_id);
}

async function quarantine(
  tx: Tx,
  unknown: readonly ShipmentReport[],
  { now, newId, ring }: Recording,
): Promise<number> {
  if (unknown.length === 0) return 0;
  const written = await tx
    .insertInto("quarantined_event")
    .values(
      unknown
        .map((report) => ({ id: newId(), report }))
        .map(({ id, report }) => ({
          id,
          source: report.source,
          source_id: report.sourceId,
          waybill: report.waybill,
          order_number: report.orderNumber,
          type: report.type,
          at: report.at,
          payload: null,
          payload_sealed: seal(ring, strayContext(id), report),
          received_at: now,
          settled_at: null,
          settled_by: null,
          settled_as: null,
          shipment_id: null,
        })),
    )
    .onConflict((conflict) => conflict.columns(["source", "source_id"]).doNothing())
    .returning("id")
    .execute();
  return written.length;
}

const strayContext = (eventId: string) => `quarantined_event:${eventId}`;

/** A report that was kept aside, opened; rows from before it was sealed are read as they stand. */
export function openStray(
  ring: KeyRing,
  eventId: string,
  row: Pick<Selectable<Database["quarantined_event"]>, "payload" | "payload_sealed">,
): ShipmentReport {
  return row.payload_sealed === null
    ? (row.payload as ShipmentReport)
    : unseal<ShipmentReport>(ring, strayContext(eventId), row.payload_sealed);
}

async function foldShipments(
  tx: Tx,
  shipments: readonly ShipmentRow[],
  { calendar }: Recording,
): Promise<Recorded["touched"]> {
  const journeys = await loadJourneys(
    tx,
    shipments.map(({ id }) => id),
  );
  const touched: { shipmentId: string; journey: ShipmentJourney }[] = [];
  for (const { id, working_days: days } of shipments) {
    const journey = journeys.get(id) ?? shipmentJourney([]);
    const columns = standingOf(journey);
    await tx
      .updateTable("shipment")
      .set({ ...columns, due_on: dueOf(columns.accepted_on, days, calendar) })
      .where("id", "=", id)
      .execute();
    touched.push({ shipmentId: id, journey });
  }
  return touched;
}

/** The columns of a shipment that its reports amount to. */
export function standingOf(journey: ShipmentJourney) {
  return {
    state: journey.state,
    state_since: journey.since,
    live: !hasEnded(journey.state),
    accepted_on: journey.acceptedAt === null ? null : localTime(journey.acceptedAt).day,
    attempts: journey.attempts.length,
    invitations: journey.invitations.length,
  };
}

/** J+n, once the carrier has it; null where nobody quoted the way or no calendar says. */
function dueOf(acceptedOn: PlainDate | null, days: number | null, calendar: WorkCalendar): PlainDate | null {
  if (acceptedOn === null || days === null) return null;
  const due = postalDueOn(acceptedOn, days, calendar);
  return due.ok ? due.value : null;
}

/** The journeys of some shipments, each from all that was reported of it. */
export async function loadJourneys(
  tx: Tx,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, ShipmentJourney>> {
  const { rows } = await sql<Selectable<Database["shipment_event"]>>`
    select * from shipment_event where shipment_id = any (${[...shipmentIds]}::uuid[]) order by shipment_id, at`.execute(
    tx,
  );
  const byShipment = groupBy(rows, (row) => row.shipment_id);
  return new Map([...byShipment].map(([id, own]) => [id, shipmentJourney(own.map(eventOfRow))]));
}

function eventOfRow(row: Selectable<Database["shipment_event"]>): ShipmentEvent {
  const said = { source: row.source, sourceId: row.source_id, at: row.at, withdrawn: row.withdrawn };
  const type = row.type as ShipmentEvent["type"];
  if (type === "inTransit") return { ...said, type, place: row.place };
  if (type === "attemptFailed")
    return {
      ...said,
      type,
      reason: (row.reason ?? "other") as AttemptReason,
      nextOn: row.next_on,
    };
  if (type === "unknown") return { ...said, type, code: row.code ?? "", message: row.message ?? "" };
  return { ...said, type };
}
