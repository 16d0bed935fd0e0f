import { apologise, extendDueDate, reopenDossier } from "#contract/turns.ts";
import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { apologyDay, extendedDate } from "#domain/dossier/extension.ts";
import { stepsOfReopening } from "#domain/dossier/fold-steps.ts";
import { asId } from "#domain/shared/id.ts";
import { instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { passResults, unlessAway } from "../ledgers/custody-ledger.ts";
import { calendarOf, dueAfter, extendedDue, limitOf } from "../ledgers/deadline.ts";
import { loadSteps } from "../ledgers/step-ledger.ts";
import { namedDates, orderForm } from "./form-of.ts";
import { slipDate } from "./slip-date.ts";
import { turnDossier } from "./turn-dossier.ts";

/**
 * Apologises and sets a new date, once and in time (Mẫu 04).
 *
 * @rule EXTENSION-01
 */
export const extendDueDateRoute = bind(extendDueDate, (context) => {
  const { body, deps, now, reference } = context;
  const { day, reason } = body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "extend", note: reason }, async (dossier, act) => {
      invariant(dossier.due_at, "what was received has a date");
      const { calendar, settings } = calendarOf(reference, dossier);
      const old = instant(dossier.due_at);
      const limit = deps.turns.extensionWithinLimit ? limitOf(dossier) : undefined;
      const dueAt = extendedDate(plainDate(day), {
        dueAt: old,
        now,
        extended: dossier.extended,
        calendar,
        ...(limit && { within: { limit, settings } }),
      });
      if (!dueAt.ok) return dueAt;
      const dates = namedDates(old, (await slipDate(tx, dossier.id)) ?? old, false);
      const content = { reason, ...dates, newDueAt: dueAt.value };
      return done({
        event: (formIssueId) => dossierEvent("dossier.extended", { formIssueId, dueAt: dueAt.value }),
        due: extendedDue(dueAt.value, calendar, dossier.due_explanation as DueDateExplanation | null, {
          from: old,
          at: now,
        }),
        form: orderForm(context, dossier, act, "mau04", content),
      });
    }),
  );
});

/** Apologises for a date that is missed, or will be, when it is too late for a new one: it stays what it was (Mẫu 04). */
export const apologiseRoute = bind(apologise, (context) => {
  const { body, deps, now, reference } = context;
  const { expectedOn, reason } = body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "apologise", note: reason }, async (dossier, act) => {
      invariant(dossier.due_at, "what was received has a date");
      const dueAt = instant(dossier.due_at);
      const { calendar } = calendarOf(reference, dossier);
      const { extended } = dossier;
      const { tellableDays } = deps.turns;
      const day = apologyDay(plainDate(expectedOn), { dueAt, now, extended, calendar, tellableDays });
      if (!day.ok) return day;
      const dates = namedDates(dueAt, (await slipDate(tx, dossier.id)) ?? dueAt, extended);
      return done({
        event: (formIssueId) => dossierEvent("dossier.apologised", { formIssueId, expectedOn }),
        form: orderForm(context, dossier, act, "mau04", { reason, ...dates, expectedOn }),
      });
    }),
  );
});

/** Makes a result with an error again: a limit as for a new dossier, and who was at fault is said (NĐ 61/2018 Điều 21). */
export const reopenDossierRoute = bind(reopenDossier, (context) => {
  const { body, now, reference } = context;
  const { fault, reason, step } = body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "reopen", note: reason }, async (dossier, act) => {
      const atHand = await unlessAway(tx, dossier.id, "result");
      if (!atHand.ok) return atHand;
      const due = await dueAfter(tx, reference, dossier, { type: "dossier.reopened", at: now });
      if (!due.ok) return due;
      const steps = await stepsDoneAgain(tx, dossier.id, step);
      if (!steps.ok) return steps;
      const { dueAt } = due.value;
      const agency = {
        kind: "agency",
        id: asId<never>(reference.heirOf(dossier.deciding_agency_id)),
      } as const;
      return done({
        event: () =>
          dossierEvent("dossier.reopened", {
            fault,
            dueAt,
            ...(steps.value.length > 0 && { steps: steps.value }),
          }),
        due: due.value,
        rows: await passResults(tx, act, dossier.version + 1, agency),
      });
    }),
  );
});

/** The steps that begin anew: the named one, which was done, else all from the first after the receipt; none without steps. */
async function stepsDoneAgain(
  tx: Tx,
  dossierId: string,
  named: string | undefined,
): Promise<Result<readonly string[], "step_unknown" | "step_not_done">> {
  const steps = await loadSteps(tx, dossierId);
  const standing = steps?.standings.find(({ key }) => key === named);
  if (named !== undefined && !standing) return refuse("step_unknown");
  if (standing && standing.state !== "done") return refuse("step_not_done");
  return done(steps ? stepsOfReopening(steps.procedure.steps, named) : []);
}
