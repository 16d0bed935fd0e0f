import type { TrackedParcel } from "#contract/track.ts";
import { postageAtTheDoor } from "#domain/postal/door-postage.ts";
import type { PostalOrderSource, PostalPayment } from "#domain/postal/order-terms.ts";
import { isCancellable } from "#domain/postal/shipment-standing.ts";
import type { ShipmentJourney, ShipmentState } from "#domain/postal/shipment-journey.ts";
import { POSTAL_LEGS, type PostalLeg, type Quote } from "#domain/postal/tariff.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { countedInvitations } from "#domain/postal/postal-deadlines.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { officeOfInvitation } from "../ledgers/office-of-reporter.ts";
import { hasPapersToCome } from "../ledgers/postal-services.ts";
import { loadJourneys } from "../ledgers/shipment-ledger.ts";

/**
 * The way of a dossier's papers through the post, the way in before the way back, of each the newest that was not
 * cancelled. What was reported in codes that nobody maps, and what moved nothing, is for the people of the post.
 */
export async function trackedParcels(
  tx: Tx,
  dossier: DossierRecord,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: WorkCalendar },
): Promise<TrackedParcel[]> {
  const rows = await tx
    .selectFrom("shipment as s")
    .innerJoin("postal_order as o", "o.id", "s.order_id")
    .distinctOn("s.leg")
    .select(["s.id", "s.leg", "s.waybill", "s.state", "s.due_on", "s.working_days", "s.live", "s.told_at"])
    .select(["o.payment", "o.source", "o.cod_amount", "o.quote"])
    .where("s.dossier_id", "=", dossier.id)
    .where("s.state", "!=", "cancelled")
    .orderBy("s.leg")
    .orderBy("s.ordered_at", "desc")
    .execute();
  const journeys = await loadJourneys(
    tx,
    rows.map(({ id }) => id),
  );
  const parcels: TrackedParcel[] = [];
  for (const row of rows) {
    const journey = journeys.get(row.id);
    const seen = viewParcel(row, journey, dossier, today);
    parcels.push({ ...seen, invited: await invitationTo(tx, row, journey, calendar) });
  }
  return POSTAL_LEGS.flatMap((leg) => parcels.filter((parcel) => parcel.leg === leg));
}

/** Where the citizen is invited to fetch the result, as long as it waits there. */
async function invitationTo(
  tx: Tx,
  { id, leg, state, live }: ParcelRow,
  journey: ShipmentJourney | undefined,
  calendar: WorkCalendar,
): Promise<TrackedParcel["invited"]> {
  if (!journey || leg !== "return" || state !== "invited" || !live) return null;
  return {
    office: await officeOfInvitation(tx, id),
    nth: countedInvitations(journey.invitations, calendar).length,
  };
}

interface ParcelRow extends Ordered {
  readonly id: string;
  readonly waybill: string | null;
  readonly due_on: PlainDate | null;
  readonly working_days: number | null;
  readonly live: boolean;
  readonly told_at: Instant | null;
}

function viewParcel(
  row: ParcelRow,
  journey: ShipmentJourney | undefined,
  dossier: DossierRecord,
  today: PlainDate,
): Omit<TrackedParcel, "invited"> {
  const { attempts = [], damagedAt = null } = journey ?? {};
  // Of what is lost nobody comes to a door, and no day holds.
  const isLost = row.state === "lost";
  return {
    leg: row.leg as PostalLeg,
    waybill: row.waybill,
    state: row.state as ShipmentState,
    live: row.live,
    waitsForResult: waits(row),
    confirmed: isConfirmed(row, dossier),
    fromCounter: row.leg === "send" && !hasPapersToCome(dossier),
    dueOn: isLost ? null : row.due_on,
    workingDays: row.working_days,
    dueAtDoor: row.live && !isLost ? dueAtDoor(row) : 0,
    late: row.live && isOver(row.due_on, today),
    nextOn: stillToCome(attempts.at(-1)?.nextOn ?? null, today),
    damaged: damagedAt !== null,
    events: toldEvents(journey),
  };
}

/** Nobody was told to fetch it, and nobody has it all the same. */
const waits = ({ live, told_at, state }: ParcelRow): boolean =>
  live && told_at === null && isCancellable(state as ShipmentState);

/** What a carrier tells is one thing; that the result left the house by its hands, the ledger says. */
const isConfirmed = ({ leg, state }: ParcelRow, dossier: DossierRecord): boolean =>
  state !== "delivered" || leg === "send" || dossier.business_status === "returned";

const isOver = (day: PlainDate | null, today: PlainDate): boolean => day !== null && day < today;

function toldEvents(journey: ShipmentJourney | undefined): TrackedParcel["events"] {
  const { events = [], odd = [] } = journey ?? {};
  return events
    .filter((event) => event.type !== "unknown" && !odd.some((one) => one.event === event))
    .map((event) => ({
      type: event.type,
      at: event.at,
      place: event.type === "inTransit" ? event.place : null,
      reason: event.type === "attemptFailed" ? event.reason : null,
    }));
}

interface Ordered {
  readonly leg: string;
  readonly state: string;
  readonly payment: string;
  readonly source: string;
  readonly cod_amount: number;
  readonly quote: unknown;
}

function dueAtDoor({ leg, state, payment, source, cod_amount: fees, quote }: Ordered): number {
  const postage = postageAtTheDoor({
    leg: leg as PostalLeg,
    state: state as ShipmentState,
    payment: payment as PostalPayment,
    source: source as PostalOrderSource,
    total: (quote as Quote | null)?.total ?? null,
  });
  return (leg === "return" ? fees : 0) + postage;
}

/** A day that is over is no longer promised to anybody. */
const stillToCome = (day: PlainDate | null, today: PlainDate): PlainDate | null =>
  day !== null && day >= today ? day : null;
