import { receiveDossier } from "#contract/intake.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { receiptDelivery } from "#domain/dossier/confirmation.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type Intake, decideIntake } from "#domain/dossier/receive-dossier.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { type AgencyId, type DossierId, asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import { type OpeningContext, bindOpening } from "../http/context.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import { counterOf } from "../ledgers/actor.ts";
import type { Counter, ProcedureVersion, Reference } from "../units/reference.ts";
import { intakeRows } from "./intake-rows.ts";
import { codeOrder } from "./code-order.ts";
import { withProvinces } from "./with-provinces.ts";

/**
 * Takes a dossier in at the counter: decides the right to do so, gives code and due date, writes the
 * dossier, its people, its papers with their first holder, the event and the outbox in one statement.
 */
export const receiveDossierRoute = bindOpening(receiveDossier, async (context) => {
  const { actor, reference, body, now, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  const today = localTime(now).day;

  return context.open((facts) => {
    const decided = decideOpening(body, reference, counter, now);
    if (!decided.ok) return decided;
    const { version, intake, agencyId } = decided.value;
    const right = decideRight(facts, {
      act: "receive",
      accountId: actor.accountId,
      posts: actor.posts,
      unitId: counter.unit.id,
      counterId: counter.id,
      dossierId: null,
      decidingAgencyId: agencyId,
      procedure: version.content,
      now,
      preparedBy: null,
    });
    if (!right.ok) return right;
    const code = codeOrder(reference, counter.unit, today);
    if (!code.ok) return code;
    const act = {
      dossierId: asId<DossierId>(deps.newId()),
      basis: { kind: right.value.kind, id: right.value.id },
      actorId: actor.accountId,
      counterId: counter.id,
      requestId: context.requestId,
      occurredAt: now,
      recordedAt: now,
      scope: [...new Set<string>([counter.unit.id, agencyId])],
      mandateEpoch: facts.epoch,
    };
    const opened = openingEvent(right.value, body, intake, openingOf(version, intake, counter, agencyId));
    if (!opened.ok) return opened;
    const event = opened.value;
    const trackSecret = newTrackSecret();
    const known = {
      act,
      event,
      counter,
      version,
      intake,
      form: body,
      trackSecret,
      decidingAgencyId: agencyId,
    };
    const { dueAt, provisional } = intake.due;
    return done({
      act,
      event,
      rows: intakeRows(deps, known),
      code: code.value,
      draftId: body.draftId ?? null,
      answer: {
        dossierId: act.dossierId,
        version: 1,
        status: event.type === "dossier.takenIn" ? ("awaitingConfirmation" as const) : ("received" as const),
        dueAt,
        provisional,
      },
    });
  });
});

/** Received at once; or taken in, when an officer must confirm it: the citizen has then said how Mẫu 01 comes. */
function openingEvent(
  { awaitsConfirmation }: Right,
  body: Form,
  { parties }: Intake,
  opening: ReturnType<typeof openingOf>,
) {
  if (!awaitsConfirmation) return done(dossierEvent("dossier.received", opening));
  const delivery = receiptDelivery(body.receiptDelivery, parties);
  return delivery.ok
    ? done(dossierEvent("dossier.takenIn", { ...opening, receiptDelivery: delivery.value }))
    : delivery;
}

/** What both openings say: received at once, or taken in and waiting for an officer. */
function openingOf(version: ProcedureVersion, intake: Intake, counter: Counter, agencyId: AgencyId) {
  return {
    procedureVersionId: version.id,
    receivedAs: intake.receivedAs,
    helpedAtUnitId: counter.unit.id,
    receivedAtUnitId: counter.unit.id,
    decidingAgencyId: agencyId,
    dueAt: intake.due.dueAt,
    feeDue: intake.feeDue,
  };
}

/** What the rules say of the form at this counter now. */
function decideOpening(body: Form, reference: Reference, counter: Counter, now: Instant) {
  const today = localTime(now).day;
  const version = versionInForce(reference, body.procedureVersionId, today);
  if (!version.ok) return version;
  const { content } = version.value;
  const intake = decideIntake(withProvinces(body, reference, today), {
    content,
    ...calendarOf(reference, counter),
    now,
  });
  if (!intake.ok) return intake;
  const agency = decidingAgency({
    ...content,
    unitAgencyId: counter.unit.agencyId,
    competences: reference.competences,
    day: today,
  });
  return agency.ok ? done({ version: version.value, intake: intake.value, agencyId: agency.value }) : agency;
}

/** The version that the clerk saw, if it is the one in force today. */
function versionInForce(
  reference: Reference,
  versionId: string,
  today: ReturnType<typeof localTime>["day"],
): Result<ProcedureVersion, "unknown_procedure" | "procedure_not_valid" | "procedure_version_changed"> {
  const seen = reference.versionsById.get(versionId);
  if (!seen) return refuse("unknown_procedure", { version: versionId });
  const inForce = validVersion(reference.versionsByCode.get(seen.content.code) ?? [], today);
  if (!inForce.ok) return inForce;
  return inForce.value.id === seen.id
    ? inForce
    : refuse("procedure_version_changed", { code: seen.content.code });
}

/** The calendar of a counter's unit, with the settings that hold where nothing else is decided. */
export function calendarOf(reference: Reference, counter: Counter) {
  const calendar = reference.calendars.get(counter.unit.calendarId);
  invariant(calendar, `the calendar ${counter.unit.calendarId} is there`);
  return { calendar, settings: DEFAULT_DUE_DATE_SETTINGS };
}

type Form = OpeningContext<typeof receiveDossier>["body"];
