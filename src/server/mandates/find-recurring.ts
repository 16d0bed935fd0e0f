import { listRecurring } from "#contract/figures.ts";
import type { ComparedMandate, FieldOf } from "#domain/mandate/compare-mandates.ts";
import type { Task } from "#domain/mandate/mandate.ts";
import { RECURRENCE, type Recurrence, recurringTasks } from "#domain/mandate/recurring-assignments.ts";
import { instantAt, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { newestVersion } from "../units/newest-version.ts";
import { findGivenTasks } from "./figures-store.ts";
import { headsUnit } from "./mandate-act.ts";
import { loadComparedMandates } from "./mandate-store.ts";
import { fieldOf } from "./mandate-world.ts";

/** Statuses in which a mandate already gives the task, or asks for it. */
const ASKED_FOR = ["drafted", "proposed", "approved", "inForce", "suspended"] as const;
const NONE = "00000000-0000-0000-0000-000000000000";

/** Tasks that the head of a unit gives again and again: what nobody has proposed as a mandate yet. */
export const listRecurringRoute = bind(listRecurring, async ({ query, actor, reference, now, read }) => {
  const unitId = query.unitId ?? actor.posts.find((post) => post.role === "unitHead")?.unitId;
  if (!unitId || !headsUnit(actor, unitId)) return refuse("outside_jurisdiction");
  const today = localTime(now).day;
  const since = instantAt(addDays(today, 1 - RECURRENCE.withinDays), 0);
  const { given, mandates } = await read(async (tx) => ({
    given: await findGivenTasks(tx, {
      unitIds: reference.lineOf(unitId),
      since,
      before: instantAt(today, 1440),
    }),
    mandates: await loadComparedMandates(tx, reference, unitId, ASKED_FOR, NONE),
  }));
  const recurring = recurringTasks(given, today).filter(
    (one) => !isAskedFor(one, mandates, fieldOf(reference)),
  );
  return done({
    onDays: RECURRENCE.onDays,
    withinDays: RECURRENCE.withinDays,
    recurring: recurring.map(({ task, procedureCode, postOfficeId, ...counts }) => ({
      unitId,
      task: task as Task,
      procedure: {
        id: procedureCode,
        name: newestVersion(reference, procedureCode)?.content.name ?? procedureCode,
      },
      postOffice: { id: postOfficeId, name: reference.postOfficeNames.get(postOfficeId) ?? "" },
      ...counts,
    })),
  });
});

function isAskedFor(
  { task, procedureCode, postOfficeId }: Recurrence,
  mandates: readonly ComparedMandate[],
  field: FieldOf,
): boolean {
  const fieldCode = field(procedureCode) ?? "";
  return mandates.some(
    (mandate) =>
      mandate.postOfficeId === postOfficeId &&
      mandate.tasks.some((one) => one === task) &&
      !mandate.exceptProcedureCodes.includes(procedureCode) &&
      (mandate.procedureCodes.includes(procedureCode) || mandate.fieldCodes.includes(fieldCode)),
  );
}
