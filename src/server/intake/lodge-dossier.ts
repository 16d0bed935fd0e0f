import { type LodgeDossierInput, lodgeDossier } from "#contract/lodging.ts";
import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { decideLodging } from "#domain/dossier/lodge-dossier.ts";
import { receivedAs } from "#domain/dossier/receive-dossier.ts";
import type { Parties } from "#domain/person/parties.ts";
import { type AgencyId, type DossierId, asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Deps } from "../deps.ts";
import { bindOpening } from "../http/context.ts";
import { seal } from "../keys/seal.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import { type Actor, counterOf } from "../ledgers/actor.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import { type FormOrder, formRow, formSetOn } from "../ledgers/form-ledger.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { Counter, ProcedureVersion, Reference } from "../units/reference.ts";
import { codeOrder } from "../ledgers/code-order.ts";
import { type IntakePlaces, readPlaces } from "./intake-places.ts";
import { intakeRows } from "./intake-rows.ts";
import { versionInForce } from "./version-in-force.ts";
import { withProvinces } from "./with-provinces.ts";

/**
 * Notes a dossier at the counter that is not received: what to bring (Mẫu 02), or why it is not taken (Mẫu 03). Code,
 * people, both events and the numbered form are written in one statement; no paper is, since each goes home with the
 * citizen, and no date, since nothing was promised.
 *
 * @rule INTAKE-02
 */
export const lodgeDossierRoute = bindOpening(lodgeDossier, async (context) => {
  const { actor, reference, body, now, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  const today = localTime(now).day;

  return context.open((facts) => {
    const lodging = readLodgement(body, reference, counter, now);
    if (!lodging.ok) return lodging;
    const { version, parties, places } = lodging.value;
    const agencyId = places.decidingAgencyId;
    const right = rightToAnswer({ actor, facts, counter, now }, body.answer.kind, version, agencyId);
    if (!right.ok) return right;
    const code = codeOrder(reference, counter.unit, today);
    if (!code.ok) return code;
    const act: ActRecord = {
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
    const issued = formRow(deps, act, { seq: 2, number: 0 }, formOf(body, reference, counter, today));
    const event = lodgedEvent(version, counter, places);
    const following = { act, event: answerEvent(body, issued.formIssueId) };
    const intake = { parties, items: [], receivedAs: receivedAs(body.channel), due: null, feeDue: null };
    const known = { act, event, following, counter, version, intake, places };
    const rows = intakeRows(deps, { ...known, form: body, trackSecret: newTrackSecret() });
    return done({
      act,
      event,
      following,
      rows: { ...rows, ...issued.rows, event_note: [reasonRow(deps, act, body)] },
      code: code.value,
      draftId: body.draftId ?? null,
      answer: {
        dossierId: act.dossierId,
        version: 2,
        status: body.answer.kind === "ask" ? ("toBeSupplemented" as const) : ("notReceived" as const),
        formIssueId: issued.formIssueId,
      },
    });
  });
});

/** What the rules say of the form, and by whom the procedure would be decided. */
function readLodgement(body: LodgeDossierInput, reference: Reference, counter: Counter, now: Instant) {
  const today = localTime(now).day;
  const version = versionInForce(reference, body.procedureVersionId, today);
  if (!version.ok) return version;
  const { content } = version.value;
  const parties = decideLodging(withProvinces(body, reference, today), body.answer.kind, content, today);
  if (!parties.ok) return parties;
  const places = readPlaces(body, content, reference, counter, today);
  if (!places.ok) return places;
  const found: { version: ProcedureVersion; parties: Parties; places: IntakePlaces } = {
    version: version.value,
    parties: parties.value,
    places: places.value,
  };
  return done(found);
}

interface Asker {
  readonly actor: Actor;
  readonly facts: MandateFacts;
  readonly counter: Counter;
  readonly now: Instant;
}

/** Asking for more belongs to the receiving; refusing is the state's own. */
function rightToAnswer(
  { actor, facts, counter, now }: Asker,
  kind: LodgeDossierInput["answer"]["kind"],
  { content }: ProcedureVersion,
  decidingAgencyId: AgencyId,
) {
  return decideRight(facts, {
    act: kind === "ask" ? "askBeforeReceipt" : "refuseIntake",
    accountId: actor.accountId,
    posts: actor.posts,
    unitId: counter.unit.id,
    counterId: counter.id,
    dossierId: null,
    decidingAgencyId,
    procedure: content,
    now,
    preparedBy: null,
  });
}

function lodgedEvent({ id }: ProcedureVersion, { unit }: Counter, places: IntakePlaces): DossierEvent {
  return dossierEvent("dossier.lodged", {
    procedureVersionId: id,
    ...places,
    receivedAtUnitId: unit.id,
  });
}

function answerEvent({ answer }: LodgeDossierInput, formIssueId: string): DossierEvent {
  return answer.kind === "ask"
    ? dossierEvent("dossier.supplementAskedBeforeReceipt", { formIssueId })
    : dossierEvent("dossier.intakeRefused", { formIssueId });
}

function formOf(
  { answer }: LodgeDossierInput,
  reference: Reference,
  { unit }: Counter,
  today: ReturnType<typeof localTime>["day"],
): FormOrder {
  const form = answer.kind === "ask" ? "mau02" : "mau03";
  const content =
    answer.kind === "ask"
      ? { papers: answer.papers, reason: answer.reason, answerBy: null, legalBasis: null }
      : { reason: answer.reason };
  return { form, formSet: formSetOn(reference, form, today), unitId: unit.id, content };
}

/** The reason, beside the answer's event. */
function reasonRow({ ring }: Deps, { dossierId, scope }: ActRecord, { answer }: LodgeDossierInput) {
  const sealed = seal(ring, `note:${dossierId}:2`, tidyText(answer.reason));
  return { dossier_id: dossierId as string, seq: 2, sealed, scope: [...scope] };
}
