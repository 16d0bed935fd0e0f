import { receiveDossier } from "#contract/intake.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { decideIntake } from "#domain/dossier/receive-dossier.ts";
import { mayAct } from "#domain/mandate/may-act.ts";
import { type DossierId, asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import { bind } from "../http/context.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import { openDossier } from "../ledgers/dossier-ledger.ts";
import type { Counter, ProcedureVersion, Reference } from "../units/reference.ts";
import { intakeRows } from "./intake-rows.ts";
import { nextDossierCode } from "./next-dossier-code.ts";

/**
 * Takes a dossier in at the counter: decides the right to do so, gives code and due date, writes the
 * dossier, its people, its papers with their first holder, the event and the outbox in one transaction.
 */
export const receiveDossierRoute = bind(receiveDossier, async (context) => {
  const { actor, reference, body, now, deps } = context;
  if (!actor.counter) return refuse("counter_not_chosen");
  const counter = actor.counter;
  const today = localTime(now).day;

  return context.act(async (tx, _space, { epoch, mandates, accreditations }) => {
    const decided = decideOpening(body, reference, counter, now);
    if (!decided.ok) return decided;
    const { version, intake, agencyId } = decided.value;
    const right = mayAct({
      act: "receive",
      accountId: actor.accountId,
      posts: actor.posts,
      mandates,
      accreditations,
      unitId: counter.unit.id,
      decidingAgencyId: agencyId,
      procedure: version.content,
      today,
      preparedBy: null,
    });
    if (!right.ok) return right;
    const code = await nextDossierCode(tx, reference, counter.unit, today);
    if (!code.ok) return code;
    const dossierId = asId<DossierId>(deps.newId());
    const scope = [...new Set<string>([counter.unit.id, agencyId])];
    const act = {
      dossierId,
      basis: right.value,
      actorId: actor.accountId,
      counterId: counter.id,
      requestId: context.requestId,
      occurredAt: now,
      recordedAt: now,
      scope,
      mandateEpoch: epoch,
    };
    const event = dossierEvent("dossier.received", {
      procedureVersionId: version.id,
      receivedAs: intake.receivedAs,
      helpedAtUnitId: counter.unit.id,
      receivedAtUnitId: counter.unit.id,
      decidingAgencyId: agencyId,
      dueAt: intake.due.dueAt,
      feeDue: intake.feeDue,
    });
    const opening = {
      act,
      event,
      code: code.value,
      counter,
      version,
      intake,
      form: body,
      trackSecret: newTrackSecret(),
      decidingAgencyId: agencyId,
    };
    await openDossier(tx, act, event, intakeRows(deps, opening));
    if (body.draftId) await tx.deleteFrom("draft").where("id", "=", body.draftId).execute();
    const { dueAt, provisional } = intake.due;
    return done({
      dossierId: dossierId,
      code: code.value,
      version: 1,
      dueAt: dueAt,
      provisional,
    });
  });
});

/**
 * What the rules say of the form at this counter now. Asked within the transaction: a repeated request gets the
 * answer of the first, whatever has changed since.
 */
function decideOpening(body: Form, reference: Reference, counter: Counter, now: Instant) {
  const today = localTime(now).day;
  const version = versionInForce(reference, body.procedureVersionId, today);
  if (!version.ok) return version;
  const { content } = version.value;
  const intake = decideIntake(formOf(body), { content, ...calendarOf(reference, counter), now });
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

type Form = Parameters<Parameters<typeof bind<typeof receiveDossier>>[1]>[0]["body"];

/** An address is one line on the form and may become more; the rule already knows its parts. */
function formOf(body: Form) {
  const withAddress = <Party extends { readonly address: string }>(party: Party) => ({
    ...party,
    address: { line: party.address },
  });
  return {
    ...body,
    applicant: withAddress(body.applicant),
    submitter: body.submitter ? withAddress(body.submitter) : null,
  };
}
