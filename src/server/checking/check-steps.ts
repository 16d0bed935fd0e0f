import { isDeepStrictEqual } from "node:util";
import { deadlineClock } from "#domain/dossier/deadline-clock.ts";
import { type StepStanding, foldSteps } from "#domain/dossier/fold-steps.ts";
import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Selectable } from "kysely";
import type { Database } from "../db/schema.gen.ts";
import { standingOf } from "../ledgers/step-ledger.ts";
import { type DossierCheck, type Finding, shown } from "./finding.ts";
import { type DossierHistory, amongIds, folded } from "./load-histories.ts";

type StepRow = Selectable<Database["dossier_step"]>;

/**
 * The steps of a dossier stand where its events say by the internal procedure that the rows name, and no row has a date
 * where there can be none.
 */
export const checkSteps: DossierCheck = async (tx, dossiers) => {
  const rows = await tx
    .selectFrom("dossier_step")
    .selectAll()
    .where("dossier_id", "=", amongIds(dossiers.map(({ dossier }) => dossier.id)))
    .orderBy("dossier_id")
    .orderBy("position")
    .execute();
  if (rows.length === 0) return [];
  const plans = await tx
    .selectFrom("internal_procedure")
    .select(["id", "steps"])
    .where("id", "=", amongIds([...new Set(rows.map((row) => row.internal_procedure_id))]))
    .execute();
  const rowsOf = groupBy(rows, (row) => row.dossier_id);
  return dossiers.flatMap((history) => {
    const own = rowsOf.get(history.dossier.id);
    if (!own) return [];
    const plan = plans.find(({ id }) => id === own[0].internal_procedure_id)?.steps;
    return ofSteps(history, own, plan as readonly PlannedStep[]);
  });
};

function ofSteps(
  { dossier, events }: DossierHistory,
  rows: readonly StepRow[],
  plan: readonly PlannedStep[],
): readonly Finding[] {
  const subject = dossier.code;
  const { states, problem } = folded(() => ({
    steps: foldSteps(plan, events),
    stands: deadlineClock(events)?.standing !== null,
  }));
  if (states === null) return [{ subject, ledger: problem, projection: `${rows.length} steps` }];
  if (states.steps.length !== rows.length) {
    return [{ subject, ledger: `${states.steps.length} steps`, projection: `${rows.length} steps` }];
  }
  return rows.flatMap((row, index) => [
    ...ofStanding(subject, standingOf(row), states.steps[index]),
    ...ofDate(subject, row, isOpen(standingOf(row).state) && plan[index]?.limit !== null && !states.stands),
  ]);
}

function ofStanding(subject: string, row: StepStanding, step: StepStanding | undefined): readonly Finding[] {
  const keys = (Object.keys(row) as (keyof StepStanding)[]).filter(
    (key) => !isDeepStrictEqual(row[key], step?.[key]),
  );
  if (keys.length === 0) return [];
  const named = (one: StepStanding | undefined) =>
    `step ${row.key}: ${keys.map((key) => `${key} ${valueOf(one, key)}`).join(", ")}`;
  return [{ subject, ledger: named(step), projection: named(row) }];
}

/** Papers of a step are named by people: they are counted. */
function valueOf(step: StepStanding | undefined, key: keyof StepStanding): string {
  return key === "papers" ? String(step?.papers.length ?? 0) : shown(step?.[key]);
}

function ofDate(subject: string, row: StepRow, dated: boolean): readonly Finding[] {
  const ledger = `step ${row.key}: ${dated ? "open with a limit" : "no date can be"}`;
  const projection = `due ${shown(row.due_at)}`;
  const early = row.due_at !== null && row.due_at <= (row.opened_at ?? "");
  return [
    ...(row.state !== "done" && (row.due_at !== null) !== dated ? [{ subject, ledger, projection }] : []),
    ...(early ? [{ subject, ledger: `step ${row.key}: opened ${shown(row.opened_at)}`, projection }] : []),
  ];
}
