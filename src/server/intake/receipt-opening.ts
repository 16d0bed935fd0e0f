import type { RECEIPT_REFUSALS, ReceiveDossierInput } from "#contract/intake.ts";
import { receiptDelivery } from "#domain/dossier/confirmation.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type Intake, decideIntake, receivedAs } from "#domain/dossier/receive-dossier.ts";
import { limitRunsFrom } from "#domain/dossier/submission.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { type DossierId, asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done } from "#domain/shared/result.ts";
import type { Deps } from "../deps.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import type { Actor } from "../ledgers/actor.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { HandOverRecord } from "../ledgers/hand-over-records.ts";
import type { Following, Opening } from "../ledgers/open-dossier.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import type { Counter, ProcedureVersion, Reference } from "../units/reference.ts";
import { codeOrder } from "../ledgers/code-order.ts";
import { type IntakePlaces, readPlaces } from "./intake-places.ts";
import { intakeRows } from "./intake-rows.ts";
import { versionInForce } from "./version-in-force.ts";
import { withProvinces } from "./with-provinces.ts";

/** Who receives, where and when. */
export interface Receiver {
  readonly deps: Deps;
  readonly reference: Reference;
  readonly actor: Actor;
  readonly counter: Counter;
  readonly requestId: string;
  readonly now: Instant;
  /** The biên bản giao nhận, signed before, by which the post brought it. */
  readonly broughtBy?: HandOverRecord | undefined;
}

/** What the counter is answered, but for the code. */
interface ReceiptAnswer {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly status: "received" | "awaitingConfirmation";
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

/**
 * A dossier as it is received at the counter, decided and not yet written: its due date by the calendar of the agency
 * that decides, its right, its code, its rows. The same for one that comes alone and for each of a group.
 */
export function receiptOpening(
  at: Receiver,
  form: ReceiveDossierInput,
  facts: MandateFacts,
): Result<Opening<ReceiptAnswer>, (typeof RECEIPT_REFUSALS)[number]> {
  const { deps, reference, counter, now } = at;
  const decided = decideForm(at, form);
  if (!decided.ok) return decided;
  const { version, places, intake } = decided.value;
  const right = rightToReceive(at, decided.value, facts);
  if (!right.ok) return right;
  const code = codeOrder(reference, counter.unit, localTime(now).day);
  if (!code.ok) return code;
  const act: ActRecord = {
    dossierId: asId<DossierId>(deps.newId()),
    basis: { kind: right.value.kind, id: right.value.id },
    actorId: at.actor.accountId,
    counterId: counter.id,
    requestId: at.requestId,
    occurredAt: now,
    recordedAt: now,
    scope: [...new Set<string>([counter.unit.id, places.decidingAgencyId])],
    mandateEpoch: facts.epoch,
  };
  const opened = openingEvent(right.value, form, intake, openingOf(version, intake, counter, places, form));
  if (!opened.ok) return opened;
  const event = opened.value;
  const following = submissionOf(at, act, intake);
  const trackSecret = newTrackSecret();
  const { dueAt, provisional } = intake.due;
  const known = { act, event, ...following, counter, version, intake, form, trackSecret, places };
  return done({
    act,
    event,
    ...following,
    rows: intakeRows(deps, known),
    code: code.value,
    draftId: form.draftId ?? null,
    ...(form.besidesOpen !== true && { besides: sameMatter(deps, intake, counter, version) }),
    answer: {
      dossierId: act.dossierId,
      version: following ? 2 : 1,
      status: event.type === "dossier.takenIn" ? ("awaitingConfirmation" as const) : ("received" as const),
      dueAt,
      provisional,
    },
  });
}

/**
 * The signing by which the post brought it, as the second event: the first says already what date follows from it.
 *
 * @rule SUBMISSION-01
 */
function submissionOf(
  { broughtBy, now }: Receiver,
  act: ActRecord,
  { due }: Intake,
): { readonly following: Following } | null {
  if (!broughtBy) return null;
  const { id: manifestId, number: manifest, signedAt } = broughtBy;
  const event = dossierEvent("dossier.submitted", { manifestId, manifest, dueAt: due.dueAt, atIntake: true });
  const occurredAt = signedAt < now ? signedAt : now;
  return { following: { act: { ...act, basis: { kind: "rule", id: "SUBMISSION-01" }, occurredAt }, event } };
}

/** By what an open dossier is known to be about the same. */
function sameMatter({ ring }: Deps, { parties }: Intake, { unit }: Counter, { content }: ProcedureVersion) {
  const { applicant } = parties;
  const number = "taxCode" in applicant ? applicant.taxCode : applicant.identityNumber;
  return { unitId: unit.id, procedureCode: content.code, number: blindIndex(ring, "number", number) };
}

/** What the rules say of a form at this counter now, whoever brings it. */
export function decideForm({ reference, counter, now, broughtBy }: Receiver, form: ReceiveDossierInput) {
  const today = localTime(now).day;
  const version = versionInForce(reference, form.procedureVersionId, today);
  if (!version.ok) return version;
  const { content } = version.value;
  const places = readPlaces(form, content, reference, counter, today);
  if (!places.ok) return places;
  const countsFrom = limitRunsFrom(receivedAs(form.channel), broughtBy?.signedAt, now);
  if (!countsFrom.ok) return countsFrom;
  const intake = decideIntake(withProvinces(form, reference, today), {
    content,
    ...calendarOfAgency(reference, places.value.decidingAgencyId),
    now,
    countsFrom: countsFrom.value,
  });
  return intake.ok ? done({ version: version.value, places: places.value, intake: intake.value }) : intake;
}

/** The right is asked for the unit that receives, whoever decides. */
export function rightToReceive(
  { actor, counter, now }: Receiver,
  { version, places }: { readonly version: ProcedureVersion; readonly places: IntakePlaces },
  facts: MandateFacts,
) {
  return decideRight(facts, {
    act: "receive",
    accountId: actor.accountId,
    posts: actor.posts,
    unitId: counter.unit.id,
    counterId: counter.id,
    dossierId: null,
    decidingAgencyId: places.decidingAgencyId,
    procedure: version.content,
    now,
    preparedBy: null,
  });
}

/** Received at once; or taken in, when an officer must confirm it: the citizen has then said how Mẫu 01 comes. */
function openingEvent(
  { awaitsConfirmation }: Right,
  form: ReceiveDossierInput,
  { parties }: Intake,
  opening: ReturnType<typeof openingOf>,
) {
  if (!awaitsConfirmation) return done(dossierEvent("dossier.received", opening));
  const delivery = receiptDelivery(form.receiptDelivery, parties);
  return delivery.ok
    ? done(dossierEvent("dossier.takenIn", { ...opening, receiptDelivery: delivery.value }))
    : delivery;
}

/** What both openings say: received at once, or taken in and waiting for an officer. */
function openingOf(
  version: ProcedureVersion,
  intake: Intake,
  counter: Counter,
  places: IntakePlaces,
  { besidesOpen }: ReceiveDossierInput,
) {
  return {
    procedureVersionId: version.id,
    receivedAs: intake.receivedAs,
    ...places,
    receivedAtUnitId: counter.unit.id,
    dueAt: intake.due.dueAt,
    feeDue: intake.feeDue,
    ...(besidesOpen === true && ({ besidesOpen } as const)),
  };
}
