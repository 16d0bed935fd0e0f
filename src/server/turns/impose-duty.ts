import { fulfilDuty, imposeDuty } from "#contract/turns.ts";
import { endOfHours } from "#domain/calendar/work-calendar.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { tellableDay } from "#domain/dossier/tellable-day.ts";
import { instantAt, localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { dueAfter } from "../ledgers/deadline.ts";
import { calendarOfUnit } from "../units/calendars.ts";
import { turnDossier } from "./turn-dossier.ts";

/** Asks for a payment before the case goes on; the clock stands until it is made. */
export const imposeDutyRoute = bind(imposeDuty, (context) => {
  const { amount, reason, answerBy } = context.body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "imposeDuty", note: reason }, async (dossier) => {
      const { deps, now, reference } = context;
      const { calendar } = calendarOfUnit(reference, dossier.received_at_unit_id);
      const { tellableDays } = deps.turns;
      const day = answerBy === null ? null : plainDate(answerBy);
      const told = day && tellableDay(day, { today: localTime(now).day, calendar, tellableDays });
      if (told && !told.ok) return told;
      const until = day && instantAt(day, endOfHours(day, calendar));
      return done({ event: () => dossierEvent("dossier.dutyImposed", { amount, answerBy: until }) });
    }),
  );
});

/** Notes that it was paid, by which paper: the clock runs on, and the date moves by as long as it stood. */
export const fulfilDutyRoute = bind(fulfilDuty, (context) => {
  const { body, now, reference } = context;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "fulfilDuty", note: body.proof }, async (dossier) => {
      const due = await dueAfter(tx, reference, dossier, { type: "dossier.dutyFulfilled", at: now });
      if (!due.ok) return due;
      const { dueAt } = due.value;
      return done({ event: () => dossierEvent("dossier.dutyFulfilled", { dueAt }), due: due.value });
    }),
  );
});
