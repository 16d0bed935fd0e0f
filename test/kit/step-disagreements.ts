import { isDeepStrictEqual } from "node:util";
import { deadlineClock } from "#domain/dossier/deadline-clock.ts";
import { type StepEvent, foldSteps } from "#domain/dossier/fold-steps.ts";
import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Db } from "#server/db/kysely.ts";
import { standingOf } from "#server/ledgers/step-ledger.ts";

/**
 * Where the steps of dossiers stand otherwise than their events say by the internal procedure that the rows name, and
 * rows with a date where there can be none.
 */
export async function stepDisagreements(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("dossier_step")
    .selectAll()
    .where("dossier_id", "in", ids)
    .orderBy("position")
    .execute();
  if (rows.length === 0) return [];
  const plans = await db.selectFrom("internal_procedure").select(["id", "steps"]).execute();
  const stepped = [...groupBy(rows, (row) => row.dossier_id)];
  const events = await db
    .selectFrom("dossier_event")
    .select(["dossier_id", "type", "payload", "actor_id as actorId", "occurred_at as at"])
    .where(
      "dossier_id",
      "in",
      stepped.map(([id]) => id),
    )
    .orderBy("seq")
    .execute();
  const eventsOf = groupBy(events, (event) => event.dossier_id);
  return stepped.flatMap(([dossierId, own]) => {
    const history = (eventsOf.get(dossierId) ?? []) as unknown as StepEvent[];
    const plan = plans.find(({ id }) => id === own[0]?.internal_procedure_id)?.steps as PlannedStep[];
    const folded = foldSteps(plan, history);
    const stands = deadlineClock(history)?.standing !== null;
    return own.flatMap((row, index) => {
      const words = `${row.code}, step ${row.key}`;
      const dated = isOpen(standingOf(row).state) && plan[index]?.limit !== null && !stands;
      return [
        ...(isDeepStrictEqual(standingOf(row), folded[index])
          ? []
          : [`${words}: ${JSON.stringify(folded[index])}`]),
        ...(row.state !== "done" && (row.due_at !== null) !== dated
          ? [`${words}: a date that cannot be`]
          : []),
        ...(row.due_at !== null && row.due_at <= (row.opened_at ?? "")
          ? [`${words}: due before it opened`]
          : []),
      ];
    });
  });
}
