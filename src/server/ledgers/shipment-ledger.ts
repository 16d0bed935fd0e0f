import { isBeforeOrder } from "#domain/postal/report-fault.ts";
import { postalDueOn } from "#domain/postal/postal-deadlines.ts";
import type { AttemptReason, ShipmentEvent } from "#domain/postal/shipment-event.ts";
import { type ShipmentJourney, shipmentJourney } from "#domain/postal/shipment-journey.ts";
import { hasEnded } from "#domain/postal/shipment-standing.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { readTrackingNumber } from "#domain/postal/tracking-number.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";
import { bearWaybill } from "./bear-waybill.ts";
import { settleLiveness } from "./live-shipments.ts";

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

/** A report that was new, as its row stands. */
export interface FreshReport {
  readonly id: string;
  readonly shipment_id: string;
  readonly type: ShipmentEvent["type"];
  readonly at: Instant;
  readonly withdrawn: boolean;
}

/** What became of some reports. */
export interface Recorded {
  /** Reports that were new. */
  readonly recorded: number;
  /** Reports of shipments that nobody here knows: kept, and shown to a person. */
  readonly quarantined: number;
  /** The journeys that changed. */
  readonly touched: readonly { readonly shipmentId: string; readonly journey: ShipmentJourney }[];
  /** Those that were new. */
  readonly fresh: readonly FreshReport[];
}

type ShipmentRow = Pick<
  Selectable<Database["shipment"]>,
  "id" | "waybill" | "order_number" | "carrier" | "ordered_at" | "live" | "scope" | "working_days"
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
  const fresh = await insertEvents(tx, await apart(tx, known), recording);
  await adoptWaybills(tx, known, recording);
  const quarantined = await keepAside(tx, unknown, recording);
  const touched = await foldShipments(
    tx,
    shipments.filter(({ id }) => fresh.some((report) => report.shipment_id === id)),
    recording,
  );
  return { recorded: fresh.length, quarantined, touched, fresh };
}

/**
 * Those that are named, and all of the same dossier and direction, of which one is live. Locked in the order of their keys,
 * so that two feeds that report of the same never wait in a circle.
 */
async function lockShipments(tx: Tx, reports: readonly ShipmentReport[]): Promise<readonly ShipmentRow[]> {
  const { rows } = await sql<ShipmentRow>`
    select id, waybill, order_number, carrier, ordered_at, live, scope, working_days from shipment
    where (dossier_id, leg) in (select dossier_id, leg from shipment
      where id = any (${reports.flatMap(({ shipmentId }) => shipmentId ?? [])}::uuid[])
        or order_number = any (${reports.flatMap(({ orderNumber }) => orderNumber ?? [])}::text[])
        or waybill = any (${reports.flatMap(({ waybill }) => waybill ?? [])}::text[]))
    order by id for update`.execute(tx);
  return rows;
}

/** Who carries a shipment reports of it: numbers that another carrier names are of none here, unless a person said so. */
function shipmentOf(rows: readonly ShipmentRow[], report: ShipmentReport): ShipmentRow | undefined {
  const { shipmentId, orderNumber, waybill, source } = report;
  if (shipmentId !== undefined) return rows.find(({ id }) => id === shipmentId);
  const own = rows.filter(({ carrier }) => carrier === source);
  const bearing = own.filter((row) => waybill !== null && row.waybill === waybill);
  return (
    own.find((row) => row.order_number === orderNumber) ??
    bearing.find(({ live }) => live) ??
    // What is told late of one that has ended is of the last that bore the number.
    bearing.toSorted((one, other) => (one.ordered_at < other.ordered_at ? 1 : -1))[0]
  );
}

/** A report with the shipment that it is of. */
interface Known {
  readonly report: ShipmentReport;
  readonly shipment: ShipmentRow;
}

/**
 * A carrier that gives one number to reports of two shipments tells of both: the second goes under its number with the
 * order's, the same however often it is told.
 */
async function apart(tx: Tx, known: readonly Known[]): Promise<readonly Known[]> {
  if (known.length === 0) return known;
  const rows = await tx
    .selectFrom("shipment_event")
    .select(["source", "source_id", "shipment_id"])
    .where(
      "source_id",
      "in",
      known.map(({ report }) => report.sourceId),
    )
    .execute();
  const keyOf = (source: string, sourceId: string) => JSON.stringify([source, sourceId]);
  const first = new Map(rows.map((row) => [keyOf(row.source, row.source_id), row.shipment_id]));
  return known.map(({ report, shipment }) => {
    const key = keyOf(report.source, report.sourceId);
    const owner = first.get(key) ?? shipment.id;
    first.set(key, owner);
    if (owner === shipment.id) return { report, shipment };
    return { report: { ...report, sourceId: `${report.sourceId}@${shipment.order_number}` }, shipment };
  });
}

/** @returns the reports that were new */
async function insertEvents(
  tx: Tx,
  known: readonly Known[],
  { now, newId }: Recording,
): Promise<readonly FreshReport[]> {
  if (known.length === 0) return [];
  const rows = known.map(({ report, shipment }) => ({
    id: newId(),
    shipment_id: shipment.id,
    source: report.source,
    source_id: report.sourceId,
    type: report.type,
    at: believedAt(report, shipment, now),
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
    .returning(["id", "shipment_id", "type", "at", "withdrawn"])
    .execute();
  return written.map(({ type, ...row }) => ({ ...row, type: type as FreshReport["type"] }));
}

/**
 * Nothing of a parcel is long before its order: what a carrier tells of such a time, by a clock that stood still or a field
 * that was empty, counts as of the moment when it was heard (ours). Of our own couriers it was refused already.
 */
function believedAt({ at, actorId }: ShipmentReport, { ordered_at }: ShipmentRow, now: Instant): Instant {
  return actorId === undefined && isBeforeOrder(at, ordered_at) ? now : at;
}

/**
 * The first report tells the waybill of an order that was sent without one. A number that nobody can read, that another live
 * shipment bears, or that is not the one which was told before is not taken: it stands in the journey, for a person.
 */
async function adoptWaybills(tx: Tx, known: readonly Known[], recording: Recording): Promise<void> {
  const borne = new Map(known.map(({ shipment }) => [shipment.id, shipment.waybill]));
  const refused: Known[] = [];
  for (const { report, shipment } of known) {
    const { waybill: told } = report;
    const before = borne.get(shipment.id);
    if (told === null || told === before) continue;
    if (before === null && readTrackingNumber(told).ok && (await bearWaybill(tx, shipment.id, told)))
      borne.set(shipment.id, told);
    else refused.push({ report: waybillNotTaken(report, told), shipment });
  }
  await insertEvents(tx, refused, recording);
}

function waybillNotTaken({ source, at, ...report }: ShipmentReport, told: string): ShipmentReport {
  return {
    type: "unknown",
    code: "waybillNotTaken",
    message: told,
    source,
    // Once for a number, however often it is told.
    sourceId: `${report.orderNumber ?? report.sourceId}:waybill:${told}`,
    at,
    withdrawn: false,
    waybill: null,
    orderNumber: report.orderNumber,
  };
}

/** Keeps reports aside until a person has settled them; one that is there already changes nothing. @returns how many were new */
export async function keepAside(
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
  const turned: string[] = [];
  for (const { id, working_days: days, live } of shipments) {
    const journey = journeys.get(id) ?? shipmentJourney([]);
    const columns = standingOf(journey);
    await tx
      .updateTable("shipment")
      .set({ ...columns, due_on: dueOf(columns.accepted_on, days, calendar) })
      .where("id", "=", id)
      .execute();
    if (live === hasEnded(journey.state)) turned.push(id);
    touched.push({ shipmentId: id, journey });
  }
  if (turned.length > 0) await settleLiveness(tx, turned);
  return touched;
}

/** The columns of a shipment that its reports amount to; whether it is live depends on others of its way as well. */
export function standingOf(journey: ShipmentJourney) {
  return {
    state: journey.state,
    state_since: journey.since,
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
