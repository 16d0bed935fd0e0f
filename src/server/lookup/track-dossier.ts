import type { TrackedDossier } from "#contract/track.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-event.ts";
import { NATIONAL_STATUS } from "#domain/dossier/dossier-state.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import { withinRate } from "../db/rate-limit.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { readTrackSecret, sameSecret } from "../keys/track-secret.ts";
import { logAccess } from "../ledgers/access-log.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { nameToday, pointToday } from "../units/name-today.ts";

/** A family may look several times a day; a program that guesses 50 random bits gets nowhere. */
const CODE_RATE = { hitsMax: 20, windowMs: 15 * 60_000 };
const ADDRESS_RATE = { hitsMax: 60, windowMs: 15 * 60_000 };

export interface TrackInput {
  readonly code: string;
  readonly secret: string;
  readonly address: string;
  readonly now: Instant;
  readonly requestId: string;
}

/**
 * What a citizen sees who has the code and the secret of the slip. Wrong code and wrong secret get the same
 * answer, and each try counts against the code and against the address.
 */
export async function trackDossier(
  deps: Deps,
  input: TrackInput,
): Promise<Result<TrackedDossier, "track_not_found" | "too_many_requests">> {
  const read = readDossierCode(input.code);
  const code = read.ok ? read.value.normalised : input.code.trim().slice(0, 60).toUpperCase();
  const allowed =
    (await withinRate(deps.db, `track-address:${input.address}`, ADDRESS_RATE, input.now)) &&
    (await withinRate(deps.db, `track-code:${code}`, CODE_RATE, input.now));
  if (!allowed) return refuse("too_many_requests", { minutes: 15 });
  for (const space of deps.reference.current().spaces) {
    const dossierId = await findByCode(deps, space, code);
    if (dossierId === undefined) continue;
    const tracked = await openTracked(deps, space, dossierId, input);
    return tracked ? done(tracked) : refuse("track_not_found");
  }
  return refuse("track_not_found");
}

/** Which dossier a code names. A function of the database answers it, since no row may be seen yet. */
async function findByCode({ db }: Deps, space: Space, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select ${sql.id(space.schema, "dossier_of_code")}(${code}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

async function openTracked(
  deps: Deps,
  space: Space,
  dossierId: string,
  input: TrackInput,
): Promise<TrackedDossier | undefined> {
  const view = await inSpace(deps.db, space, { places: [], dossierId }, async (tx) => {
    const dossier = await loadDossier(tx, dossierId);
    if (!dossier) return undefined;
    const secret = unseal<string>(deps.ring, `dossier.track:${dossier.id}`, dossier.track_secret_sealed);
    return sameSecret(secret, readTrackSecret(input.secret)) ? trackedView(tx, deps, dossier) : undefined;
  });
  await logAccess(deps.db, space, {
    id: deps.newId(),
    at: input.now,
    accountId: null,
    route: "GET /t/:code",
    dossierId,
    outcome: view ? "ok" : "track_not_found",
    requestId: input.requestId,
  });
  return view;
}

async function trackedView(tx: Tx, deps: Deps, dossier: DossierRecord): Promise<TrackedDossier> {
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
      .orderBy("position")
      .execute(),
    steps: await stepsOf(tx, deps, dossier.id),
  };
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
