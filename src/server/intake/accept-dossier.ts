import { type AcceptedForm, acceptDossier, readLodging } from "#contract/lodging.ts";
import { receiptDelivery } from "#domain/dossier/confirmation.ts";
import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { afterMove } from "#domain/dossier/dossier-machine.ts";
import { type IntakeForm, type Intake, decideIntake } from "#domain/dossier/receive-dossier.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { lastAsked, putAccepted } from "../ledgers/acceptance-ledger.ts";
import { counterOf } from "../ledgers/actor.ts";
import { loadWritten } from "../ledgers/correction-ledger.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { receivedTopic } from "../ledgers/dossier-rows.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import type { Reference } from "../units/reference.ts";
import { formOfWritten } from "./form-of-written.ts";
import { withProvinces } from "./with-provinces.ts";

/** A lodged dossier, as the form begins by which it is received: its people, no paper yet, and what was asked for. */
export const readLodgingRoute = bind(readLodging, async ({ deps, reference, params, read }) => {
  const found = await read(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const allowed = afterMove(stateOfRow(dossier), "receive");
    if (!allowed.ok) return allowed;
    const written = await loadWritten(tx, deps.ring, dossier);
    return done({ dossier, written, asked: await lastAsked(tx, deps.ring, dossier.id) });
  });
  if (!found.ok) return found;
  const { dossier, written, asked } = found.value;
  const { id, content, validFrom, validTo } = versionOf(reference, dossier);
  const fieldName = reference.fieldNames.get(content.fieldCode) ?? content.fieldCode;
  return done({
    dossierId: dossier.id,
    code: dossier.code,
    version: dossier.version,
    procedure: { versionId: id, validFrom, validTo, fieldName, content },
    channel: dossier.channel as IntakeForm["channel"],
    case: dossier.limit_case,
    form: formOfWritten(written),
    asked: asked ?? null,
  });
});

/**
 * Receives what was lodged and is complete now, as the counter receives anything else: the date counts from here, the
 * papers come into the counter's hands, and under `assist` it waits for a civil servant. It keeps its code, and the
 * version of the procedure that it was lodged under.
 *
 * @rule INTAKE-02
 */
export const acceptDossierRoute = bind(acceptDossier, async (context) => {
  const { deps, actor, reference, params, now } = context;
  const { version, ...form } = context.body;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  const moving = { ...context, ...params, version, move: "receive" } as const;
  let said: Accepted | undefined;
  const moved = await context.act((tx, _space, facts) =>
    moveDossier(tx, moving, facts, async (dossier, act, right) => {
      if (reference.heirOf(dossier.received_at_unit_id) !== counter.unit.id)
        return refuse("outside_jurisdiction");
      const intake = intakeOf(form, dossier, reference, now);
      if (!intake.ok) return intake;
      const event = acceptedEvent(right, form, intake.value);
      if (!event.ok) return event;
      const before = await loadWritten(tx, deps.ring, dossier);
      const put = { before, closing: closingOf(form), intake: intake.value, counter };
      const rows = await putAccepted(tx, deps, act, dossier, put);
      if (!rows.ok) return rows;
      const { due } = intake.value;
      said = { code: dossier.code, dueAt: due.dueAt, provisional: due.provisional };
      // Mẫu 01 is kept when the dossier is received: of one that waits, by its confirmation.
      const received = event.value.type === "dossier.accepted" && { outbox: [receivedTopic(deps, act)] };
      return done({ event: event.value, rows: { ...rows.value, ...received }, due });
    }),
  );
  if (!moved.ok) return moved;
  invariant(said, "what was accepted has a date");
  const status = moved.value.status === "awaitingConfirmation" ? "awaitingConfirmation" : "received";
  return done({ ...moved.value, status, ...said });
});

interface Accepted {
  readonly code: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

/** Received at once; or taken in, when an officer must confirm it: the citizen has then said how Mẫu 01 comes. */
function acceptedEvent({ awaitsConfirmation }: Right, form: AcceptedForm, intake: Intake) {
  const acceptance = { receivedAs: intake.receivedAs, dueAt: intake.due.dueAt, feeDue: intake.feeDue };
  if (!awaitsConfirmation) return done<DossierEvent>(dossierEvent("dossier.accepted", acceptance));
  const delivery = receiptDelivery(form.receiptDelivery, intake.parties);
  if (!delivery.ok) return delivery;
  const taken = { ...acceptance, receiptDelivery: delivery.value };
  return done<DossierEvent>(dossierEvent("dossier.acceptanceTakenIn", taken));
}

function intakeOf(form: AcceptedForm, dossier: DossierRecord, reference: Reference, now: Instant) {
  const typed: IntakeForm = {
    ...withProvinces(form, reference, localTime(now).day),
    channel: dossier.channel as IntakeForm["channel"],
    ...(dossier.limit_case !== null && { case: dossier.limit_case }),
  };
  const { content } = versionOf(reference, dossier);
  return decideIntake(typed, {
    content,
    ...calendarOfAgency(reference, dossier.deciding_agency_id),
    now,
  });
}

/** How Mẫu 01 comes stands in the event. */
function closingOf(form: AcceptedForm) {
  return {
    missingPapersReason: form.missingPapersReason?.trim() || null,
    dossierSets: form.dossierSets,
    returnMethod: form.returnMethod,
    receiptDelivery: null,
    remarks: form.remarks?.trim() || null,
    assistedWriting: form.assistedWriting,
  };
}

function versionOf(reference: Reference, dossier: DossierRecord) {
  const version = reference.versionsById.get(dossier.procedure_version_id);
  invariant(version, "the procedure version of a dossier is there");
  return version;
}
