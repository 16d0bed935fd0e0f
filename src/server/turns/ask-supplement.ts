import { askSupplement } from "#contract/turns.ts";
import { endOfHours } from "#domain/calendar/work-calendar.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { tellableDay } from "#domain/dossier/tellable-day.ts";
import { instantAt, localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { calendarOfUnit } from "../units/calendars.ts";
import { orderForm } from "./form-of.ts";
import { turnDossier } from "./turn-dossier.ts";

/**
 * Asks the citizen for what is missing (Mẫu 02). The first request is the officer's; a further one is the act of the
 * approver, with the legal basis that allows it, and counts as late.
 *
 * @rule SUPPLEMENT-01
 */
export const askSupplementRoute = bind(askSupplement, (context) => {
  const { body, deps, now, reference } = context;
  const { papers, reason, answerBy, legalBasis } = body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "askSupplement", note: reason }, async (dossier, act) => {
      const before = dossier.supplements;
      if (before > 0 && !legalBasis?.trim()) return refuse("supplement_basis_missing");
      const { calendar } = calendarOfUnit(reference, dossier.received_at_unit_id);
      const { tellableDays } = deps.turns;
      const told = tellableDay(plainDate(answerBy), { today: localTime(now).day, calendar, tellableDays });
      if (!told.ok) return told;
      const day = told.value;
      const content = { papers, reason, answerBy, legalBasis: legalBasis?.trim() || null };
      return done({
        event: (formIssueId) =>
          dossierEvent("dossier.supplementAsked", {
            formIssueId,
            nth: before + 1,
            answerBy: instantAt(day, endOfHours(day, calendar)),
          }),
        form: orderForm(context, dossier, act, "mau02", content),
      });
    }),
  );
});
