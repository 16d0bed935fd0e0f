import type { TrackedDossier } from "#contract/track.ts";
import type { DossierEventPayloads, DossierEventType } from "#domain/dossier/dossier-event.ts";
import { NATIONAL_STATUS } from "#domain/dossier/dossier-state.ts";
import { type RatedDossier, type RatingLevel, isRatingOpen, ratingUntil } from "#domain/dossier/rating.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { addRating, newestRating } from "../ledgers/rating-ledger.ts";
import { nameToday, pointToday } from "../units/name-today.ts";
import { type ProofInput, type ProofRefusal, openWithSecret } from "./citizen-proof.ts";

/**
 * What a citizen sees who has the code and the secret of the slip. Wrong code and wrong secret get the same
 * answer, and each try counts against the code and against the address.
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

async function trackedView(
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
    receivedAt: dossier.received_at,
    dueAt: dossier.due_at,
    provisional: dossier.due_provisional,
    explanation: dossier.due_explanation as TrackedDossier["explanation"],
    importedFrom: dossier.imported_from,
    unitName: reference.units.get(dossier.received_at_unit_id)?.name ?? "",
    unitNow: nameToday(dossier.received_at_unit_id, reference),
    receptionPoint: point ? `${point.name}, ${point.address}` : "",
    collectAt: pointToday(dossier.counter_id ?? "", reference),
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
    steps: await stepsOf(tx, deps, dossier.id),
    rating: await ratingOf(tx, dossier, now),
  };
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

/** The steps with time and place; the names of those who acted are the house's business. */
async function stepsOf(tx: Tx, deps: Deps, dossierId: string): Promise<TrackedDossier["steps"]> {
  const { counters } = deps.reference.current();
  const rows = await tx
    .selectFrom("dossier_event")
    .select(["type", "payload", "occurred_at", "recorded_at", "counter_id"])
    .where("dossier_id", "=", dossierId)
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    type: row.type,
    // What another system tells is shown at the time that it claims.
    at: PAST_TYPES.includes(row.type) ? row.occurred_at : row.recorded_at,
    status: row.type === "dossier.pastStepImported" ? (row.payload as PastStep).status : null,
    place: row.counter_id === null ? null : (counters.get(row.counter_id)?.receptionPoint.name ?? null),
  }));
}
