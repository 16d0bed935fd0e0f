import { type Permit, previewIntake } from "#contract/catalogue.ts";
import { type WorkCalendar, covers, dayStatus } from "#domain/calendar/work-calendar.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { intakeDueDate, receivedAs } from "#domain/dossier/receive-dossier.ts";
import { limitRunsFrom } from "#domain/dossier/submission.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { chosenAgency } from "#domain/unit/competence.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import { namedRecord } from "../ledgers/hand-over-records.ts";
import { permitView } from "../ledgers/permit-view.ts";
import { calendarOfAgency, calendarOfUnit } from "../units/calendars.ts";
import type { ProcedureVersion, Reference } from "../units/reference.ts";
import { competenceOf } from "./intake-places.ts";

/** Asked before anything is typed: by which decision this clerk may take the procedure in, and for which day. */
export const previewIntakeRoute = bind(
  previewIntake,
  async ({ actor, reference, params, query, now, mandates, read }) => {
    const seat = counterOf(actor);
    if (!seat.ok) return seat;
    const counter = seat.value;
    const today = localTime(now).day;
    const version = versionAsked(reference, params.code, query.lodgedVersionId, today);
    if (!version.ok) return version;
    const { content } = version.value;
    const chosen = chosenAgency(competenceOf(content, reference, counter, today), query.decidingAgencyId);
    const agencyId = chosen.ok ? chosen.value : counter.unit.agencyId;
    const right: Result<Right, string> = decideRight(await mandates(), {
      act: "receive",
      accountId: actor.accountId,
      posts: actor.posts,
      unitId: counter.unit.id,
      counterId: counter.id,
      dossierId: null,
      decidingAgencyId: agencyId,
      procedure: content,
      now,
      preparedBy: null,
    });
    const permit = await read(
      async (tx): Promise<Permit> => permitView(right, await basisTitles(tx, right.ok ? [right.value] : [])),
    );
    const { channel = "direct", handOverRecordId: id } = query;
    const broughtBy = await namedRecord(read, counter, { now, id });
    const countsFrom = broughtBy.ok
      ? limitRunsFrom(receivedAs(channel), broughtBy.value?.signedAt, now)
      : broughtBy;
    const calendar = calendarOfAgency(reference, agencyId);
    const due = countsFrom.ok
      ? intakeDueDate(
          { channel, case: query.case },
          { content, ...calendar, now, countsFrom: countsFrom.value },
        )
      : countsFrom;
    return done({
      permit,
      closedToday: closedOn(today, calendarOfUnit(reference, counter.unit.id).calendar),
      dueAt: due.ok ? (due.value.due.dueAt as string) : null,
      provisional: due.ok && due.value.due.provisional,
      explanation: due.ok ? due.value.due.explanation : null,
      dueRefusal: due.ok ? null : due.code,
    });
  },
);

/** Why nothing is taken in on a day, by the calendar of the unit that receives; null when something is. */
function closedOn(day: PlainDate, calendar: WorkCalendar) {
  if (!covers(calendar, day)) return null;
  const { openForIntake, reason, name } = dayStatus(day, calendar);
  return openForIntake ? null : { reason, name: name ?? null };
}

/** The version in force; of what was lodged before, the one that it was lodged under. */
function versionAsked(
  reference: Reference,
  code: string,
  lodgedVersionId: string | undefined,
  today: PlainDate,
): Result<ProcedureVersion, "unknown_procedure" | "procedure_not_valid"> {
  const versions = reference.versionsByCode.get(code) ?? [];
  const kept = versions.find(({ id }) => id === lodgedVersionId);
  return kept ? done(kept) : validVersion(versions, today);
}
