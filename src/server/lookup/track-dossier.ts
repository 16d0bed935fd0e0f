import type { TrackedDossier } from "#contract/track.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-payloads.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { type BusinessStatus, NATIONAL_STATUS, hasResultInHand } from "#domain/dossier/dossier-state.ts";
import type { PartEnd } from "#domain/dossier/interlinked.ts";
import { type RatedDossier, type RatingLevel, isRatingOpen, ratingUntil } from "#domain/dossier/rating.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import { addRating, newestRating } from "../ledgers/rating-ledger.ts";
import { nameToday, pointToday } from "../units/name-today.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import { pointOfUnit } from "../units/units-of-province.ts";
import { awaitedView } from "./awaited-view.ts";
import { collectionOf } from "./collection-of.ts";
import { noteOf } from "./event-views.ts";
import { toldViews } from "./notice-views.ts";
import { trackedIncidents } from "./incident-views.ts";
import { trackedParcels } from "./parcel-views.ts";
import { trackedParts } from "./part-views.ts";
import { trackedPost } from "./post-views.ts";
import { issuedPapers } from "./open-paper.ts";
import { type ProofInput, type ProofRefusal, openWithSecret } from "./citizen-proof.ts";

/**
 * What a citizen sees who has the code and the secret of the slip. Wrong code and wrong secret get the same
 * answer, and each wrong try counts against the code and against the address.
 */
export async function trackDossier(
  deps: Deps,
  input: ProofInput,
): Promise<Result<TrackedDossier, ProofRefusal>> {
  return openWithSecret(deps, input, "GET /t/:code", (tx, dossier) =>
    trackedView(tx, deps, dossier, input.now),
  );
}

/**
 * Keeps what the citizen says of the service, with the same proof and the same bounds as the look-up, and answers
 * with the page as it is then. An answer that comes too late, or about a matter still under way, is `closed`.
 */
export async function rateDossier(
  deps: Deps,
  { level, ...input }: ProofInput & { readonly level: RatingLevel },
): Promise<Result<{ readonly dossier: TrackedDossier; readonly outcome: "kept" | "closed" }, ProofRefusal>> {
  return openWithSecret(deps, input, "POST /rating", async (tx, dossier) => {
    const isOpen = isRatingOpen(await ratedOf(tx, dossier), input.now);
    if (isOpen) await addRating(tx, { dossier, level, now: input.now });
    return {
      dossier: await trackedView(tx, deps, dossier, input.now),
      outcome: isOpen ? "kept" : "closed",
    };
  });
}

/** The page of a dossier as a citizen sees it. */
export async function trackedView(
  tx: Tx,
  deps: Deps,
  dossier: DossierRecord,
  now: Instant,
): Promise<TrackedDossier> {
  const reference = deps.reference.current();
  const state = stateOfRow(dossier);
  const point = reference.counters.get(dossier.counter_id ?? "")?.receptionPoint;
  return {
    code: dossier.code,
    procedureName: dossier.procedure_name,
    procedureCode: dossier.procedure_code,
    status: state.business,
    nationalStatus: NATIONAL_STATUS[state.business],
    outcome: isDecided(state.business) ? (state.outcome ?? null) : null,
    receivedAt: dossier.received_at,
    dueAt: dossier.due_at,
    provisional: dossier.due_provisional,
    explanation: dossier.due_explanation as TrackedDossier["explanation"],
    importedFrom: dossier.imported_from,
    unitName: reference.units.get(dossier.received_at_unit_id)?.name ?? "",
    unitNow: nameToday(dossier.received_at_unit_id, reference),
    receptionPoint: point ? `${point.name}, ${point.address}` : "",
    collectAt: pointToday(dossier.counter_id ?? "", reference),
    collection: collectedElsewhere(dossier, reference),
    helpedAt: helpedElsewhere(dossier, reference),
    decidedBy: reference.agencies.get(dossier.deciding_agency_id)?.name ?? "",
    decidedByNow: nameToday(dossier.deciding_agency_id, reference),
    returnMethod: dossier.return_method as TrackedDossier["returnMethod"],
    receiptDue: state.receiptDue,
    papers: await tx
      .selectFrom("item")
      .select(["name", "originals", "copies", "shown"])
      .where("dossier_id", "=", dossier.id)
      .where("kind", "=", "paper")
      .where("struck", "=", false)
      .orderBy("position")
      .execute(),
    ...(await historyOf(tx, deps, dossier.id)),
    awaited: await awaitedView(tx, deps.ring, dossier),
    ...(await trackedParts(tx, deps, dossier)),
    issued: await issuedPapers(tx, dossier),
    parcels: await trackedParcels(tx, dossier, {
      today: localTime(now).day,
      calendar: postalCalendar(reference),
    }),
    post: await trackedPost(tx, deps, dossier, now),
    ...(await trackedIncidents(tx, deps.ring, dossier.id, localTime(now).day)),
    told: await toldViews(tx, deps.ring, dossier.id),
    rating: await ratingOf(tx, dossier, now),
  };
}

/** Before the approval an outcome is a draft that nobody outside of the house reads. */
function isDecided(status: BusinessStatus): boolean {
  return status === "finished" || hasResultInHand(status);
}

function collectedElsewhere(dossier: DossierRecord, reference: Reference): TrackedDossier["collection"] {
  const { collectedAt, resultStillAt } = collectionOf(dossier, reference);
  if (collectedAt === null) return null;
  const point = pointOfUnit(resultUnits(dossier).collectedAt, reference);
  return { point, here: resultStillAt === null };
}

function helpedElsewhere(dossier: DossierRecord, { units }: Reference): string | null {
  const { helped_at_unit_id: helped, received_at_unit_id: received } = dossier;
  return helped === received ? null : (units.get(helped)?.name ?? null);
}

/** What was given back to the citizen for good, under either autonomy. */
const END_TYPES: readonly DossierEventType[] = [
  "dossier.returned",
  "dossier.handedOver",
  "dossier.withdrawn",
];

async function ratedOf(tx: Tx, dossier: DossierRecord): Promise<RatedDossier> {
  const ended = await tx
    .selectFrom("dossier_event")
    .select("recorded_at")
    .where("dossier_id", "=", dossier.id)
    .where("type", "in", END_TYPES)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    status: stateOfRow(dossier).business,
    endedAt: ended?.recorded_at ?? null,
    isImported: dossier.imported_from !== null,
  };
}

async function ratingOf(tx: Tx, dossier: DossierRecord, now: Instant): Promise<TrackedDossier["rating"]> {
  const rated = await ratedOf(tx, dossier);
  const until = ratingUntil(rated);
  if (until === null) return null;
  return { level: await newestRating(tx, dossier.id), until, isOpen: isRatingOpen(rated, now) };
}

const PAST_TYPES: readonly string[] = ["dossier.imported", "dossier.pastStepImported"];
type PastStep = DossierEventPayloads["dossier.pastStepImported"];

/** Turns whose reason stands on the form that the citizen is given, or in the demand to pay. */
const TOLD_WHY: readonly string[] = [
  "dossier.supplementAskedBeforeReceipt",
  "dossier.intakeRefused",
  "dossier.supplementAsked",
  "dossier.dutyImposed",
  "dossier.withdrawalAccepted",
  "dossier.withdrawalDeclined",
  "dossier.stopped",
  "dossier.extended",
  "dossier.apologised",
  "dossier.reopened",
] satisfies readonly DossierEventType[];

interface Said {
  readonly dueAt?: string;
  readonly expectedOn?: PlainDate;
  readonly end?: PartEnd;
}

/**
 * The steps with time and place, and why, where the citizen is told why: who reads text messages alone has no form to
 * open. The names of those who acted are the house's business.
 */
async function historyOf(
  tx: Tx,
  deps: Deps,
  dossierId: string,
): Promise<Pick<TrackedDossier, "steps" | "expectedOn">> {
  const { counters } = deps.reference.current();
  const rows = await tx
    .selectFrom("dossier_event as event")
    .leftJoin("event_note as note", (join) =>
      join.onRef("note.dossier_id", "=", "event.dossier_id").onRef("note.seq", "=", "event.seq"),
    )
    .select(["event.dossier_id", "event.seq", "type", "payload", "occurred_at", "recorded_at", "counter_id"])
    .select("note.sealed")
    .where("event.dossier_id", "=", dossierId)
    .orderBy("event.seq")
    .execute();
  // What gives a date after the apology takes the place of the day that it named.
  const promise = rows
    .map(({ payload }) => payload as Said)
    .findLast((said) => said.expectedOn ?? said.dueAt);
  const steps = rows.map((row) => ({
    type: row.type,
    // What another system tells is shown at the time that it claims.
    at: PAST_TYPES.includes(row.type) ? row.occurred_at : row.recorded_at,
    status: row.type === "dossier.pastStepImported" ? (row.payload as PastStep).status : null,
    place: row.counter_id === null ? null : (counters.get(row.counter_id)?.receptionPoint.name ?? null),
    reason: TOLD_WHY.includes(row.type) ? noteOf(deps.ring, row) : null,
    end: row.type === "dossier.partEnded" ? ((row.payload as Said).end ?? null) : null,
  }));
  return { steps, expectedOn: promise?.expectedOn ?? null };
}
