import { type Instant, localTime } from "#domain/shared/instant.ts";
import { addDays, formatDay } from "#domain/shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { type PlannedSuccession, reorganisationWrites } from "#domain/unit/reorganisation.ts";
import { sql } from "kysely";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { holdMandateEpoch, moveMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { type ReorganisationAct, settlePlan, writeSuccessions } from "../ledgers/reorganisation-ledger.ts";
import { idsOf } from "../units/place-rows.ts";
import { savePlaces, takeReferenceTurn } from "../units/save-places.ts";
import { loadPlaces } from "../units/stored-places.ts";
import { type StoredPlan, findDuePlans, findPlanBasis, loadPlan } from "./plan-store.ts";
import { planWorld, soundPlan } from "./plan-world.ts";

export type ApplyRefusal = "reorganisation_not_due" | "reorganisation_invalid" | "reorganisation_two_spaces";

/**
 * Applies a plan whose day has come, within the transaction: the predecessors end, the successors begin, and who goes
 * on for whom is written. No row of a ledger moves. The epochs move, so that every process decides its next act by the
 * new map. Call after {@link takeTurns} with the plan as it is then.
 */
export async function applyPlan(
  tx: Tx,
  stored: StoredPlan,
  act: ReorganisationAct,
  newId: () => string,
): Promise<Result<number, ApplyRefusal>> {
  const { id, plan, spaceId, version } = stored;
  const today = localTime(act.now).day;
  if (plan.effectiveOn > today) return refuse("reorganisation_not_due", { day: formatDay(plan.effectiveOn) });
  const places = await loadPlaces(tx);
  const sound = soundPlan(plan, await planWorld(tx, places, { spaceId, today, applying: true, id }));
  if (!sound.ok) return sound;
  const writes = reorganisationWrites(plan, places.places);
  const reason = `${stored.title} (${stored.decision.number})`;
  await savePlaces(tx, places, writes.places, { ...act, reason, newId, spaceId });
  const idOf = idsOf(places.idOf);
  const known = writes.successions.map(({ kind, predecessor, successor }) => ({
    kind,
    predecessorId: idOf(predecessor) ?? "",
    successorId: idOf(successor) ?? "",
  }));
  await writeSuccessions(tx, id, plan.effectiveOn, known);
  for (const agency of writes.agencies) await handCompetencesOn(tx, agency, plan.effectiveOn, idOf);
  const settled = await settlePlan(tx, act, {
    id,
    version,
    status: "applied",
    payload: { places: writes.places.length, successions: known.length },
  });
  invariant(settled !== undefined, `plan ${id} was held while it was applied`);
  await moveMandateEpoch(tx);
  return done(settled);
}

/** Everybody else who changes rights or places waits: always in this order, so that no two wait for each other. */
export async function takeTurns(tx: Tx): Promise<void> {
  await holdMandateEpoch(tx);
  await takeReferenceTurn(tx);
}

/** What an agency that ends decides above the communes, its heir decides from the day on. */
async function handCompetencesOn(
  tx: Tx,
  { predecessor, successor }: PlannedSuccession,
  day: StoredPlan["effectiveOn"],
  idOf: (key: string) => string | null,
): Promise<void> {
  const [from, to] = [idOf(predecessor), idOf(successor)];
  await sql`insert into nation.competence (field_code, level, agency_id, valid_from, valid_to, changed_here)
    select field_code, level, ${to}::uuid, ${day}::date, valid_to, true from nation.competence
    where agency_id = ${from}::uuid and valid_from < ${day}::date and coalesce(valid_to, 'infinity') >= ${day}::date`.execute(
    tx,
  );
  await sql`update nation.competence set valid_to = ${addDays(day, -1)}::date, changed_here = true
    where agency_id = ${from}::uuid and valid_from < ${day}::date and coalesce(valid_to, 'infinity') >= ${day}::date`.execute(
    tx,
  );
}

/**
 * Applies every plan whose day has come, as the program does at midnight and at its start. Done twice, or by several
 * processes at once, it is done once: whoever comes second finds the plan applied. A plan that does not fit the
 * register any more stays a plan, overdue and in the log, until somebody mends it.
 * @returns how many were applied by this call
 */
export async function applyDuePlans(
  deps: Pick<Deps, "db" | "clock" | "newId" | "log" | "reference">,
): Promise<number> {
  const now = deps.clock.now();
  let applied = 0;
  for (const { id, spaceId } of await findDuePlans(deps.db, localTime(now).day)) {
    const space = deps.reference.current().spaces.find((one) => one.id === spaceId);
    if (!space) continue;
    const result = await applyAlone(deps, space, id, now).catch((error: unknown) => {
      deps.log.error({ plan: id, err: error }, "a reorganisation failed on its day");
    });
    if (result?.ok) applied += 1;
    if (result && !result.ok)
      deps.log.error({ plan: id, code: result.code }, "a reorganisation could not be applied on its day");
  }
  return applied;
}

async function applyAlone(
  { db, newId }: Pick<Deps, "db" | "newId">,
  space: Space,
  id: string,
  now: Instant,
): Promise<Result<number, ApplyRefusal> | undefined> {
  return inSpace(db, space, { places: [] }, async (tx) => {
    await takeTurns(tx);
    const stored = await loadPlan(tx, { id, spaceId: space.id }, true);
    if (stored?.status !== "planned") return undefined;
    const basis = { kind: "office", id: await findPlanBasis(tx, id) } as const;
    return applyPlan(tx, stored, { basis, actorId: null, now }, newId);
  });
}
