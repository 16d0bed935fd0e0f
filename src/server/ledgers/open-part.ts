import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { applyEvent } from "#domain/dossier/fold-dossier.ts";
import { intakeDueDate } from "#domain/dossier/receive-dossier.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { type DossierId, asId } from "#domain/shared/id.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type Rows, insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal, unseal } from "../keys/seal.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import type { CodeOrder } from "./open-dossier.ts";
import { takeCode } from "./take-code.ts";
import { codeOrder } from "./code-order.ts";
import { seeDossier } from "./consultation-ledger.ts";
import { type ActRecord, type NewDate, eventRow, foldedColumns } from "./dossier-ledger.ts";
import type { PartHere } from "./interlinked-rules.ts";
import type { DossierRecord } from "./load-dossier.ts";
import { MandatesMoved } from "./mandates-moved.ts";

/**
 * Opens a part of a dossier, within the transaction and by the right of the act that caused it: a dossier of its own
 * with its code, agency, limit and date, at once in the agency's queue. The citizen has neither its code nor a slip.
 */
export async function openPart(
  tx: Tx,
  deps: Deps,
  given: ActRecord,
  whole: DossierRecord,
  part: PartHere,
): Promise<void> {
  const reference = deps.reference.current();
  const unit = reference.units.get(reference.heirOf(whole.received_at_unit_id));
  invariant(unit, "the unit of a dossier is there");
  const order = codeOrder(reference, unit, localTime(given.recordedAt).day);
  invariant(order.ok, "the unit that gave the whole its code has one");
  const act: ActRecord = {
    ...given,
    dossierId: asId<DossierId>(deps.newId()),
    scope: [...new Set<string>([whole.received_at_unit_id, part.agencyId])],
  };
  const due = partDue(deps, whole, part, given.recordedAt);
  const rows = await partRows(tx, deps, act, whole, { part, due, order: order.value });
  // The actor need not belong to the part's agency: what is written of it is seen by its id.
  await seeDossier(tx, act.dossierId);
  const guard = { text: "select epoch from mandate_epoch where epoch = $1", values: [act.mandateEpoch] };
  if (!(await insertRows(tx, rows, guard))) throw new MandatesMoved();
  await seeDossier(tx, whole.id);
}

/** By the limit of its own procedure from now on; where that states none, or no calendar reaches it, by the whole's. */
function partDue(deps: Deps, whole: DossierRecord, { version, agencyId }: PartHere, now: Instant): NewDate {
  const channel = channelOf(version.content, whole);
  const facts = { content: version.content, ...calendarOfAgency(deps.reference.current(), agencyId), now };
  const counted = channel && intakeDueDate({ channel }, facts);
  if (counted?.ok) return counted.value.due;
  invariant(whole.due_at, "what was received has a date");
  return {
    dueAt: instant(whole.due_at),
    provisional: whole.due_provisional,
    explanation: whole.due_explanation as NewDate["explanation"],
  };
}

/** The channel of the whole, where the part's procedure has it; else its first. */
function channelOf({ channels }: ProcedureContent, whole: DossierRecord) {
  return (channels.find(({ channel }) => channel === whole.channel) ?? channels[0])?.channel;
}

interface Opened {
  readonly part: PartHere;
  readonly due: NewDate;
  readonly order: CodeOrder;
}

async function partRows(
  tx: Tx,
  deps: Deps,
  act: ActRecord,
  whole: DossierRecord,
  { part, due, order }: Opened,
): Promise<Rows> {
  const { rule, version, agencyId } = part;
  const { dossierId } = act;
  const event = dossierEvent("dossier.openedAsPart", {
    procedureVersionId: version.id,
    receivedAs: whole.received_as as "agentOfAgency",
    helpedAtUnitId: asId(whole.helped_at_unit_id),
    receivedAtUnitId: asId(whole.received_at_unit_id),
    decidingAgencyId: agencyId,
    dueAt: due.dueAt,
    // What is owed is owed for the whole.
    feeDue: 0,
    wholeId: whole.id,
    key: rule.key,
  });
  const code = await takeCode(tx, order);
  return {
    dossier: [
      {
        ...whole,
        id: dossierId,
        code,
        whole_id: whole.id,
        part_key: rule.key,
        procedure_version_id: version.id,
        procedure_code: version.content.code,
        procedure_name: version.content.name,
        field_code: version.content.fieldCode,
        limit_case: null,
        deciding_agency_id: agencyId,
        received_at: act.recordedAt,
        received_by: act.actorId,
        due_provisional: due.provisional,
        due_explanation: due.explanation,
        statistical_due_at: null,
        ...foldedColumns(applyEvent(undefined, { ...event, actorId: act.actorId })),
        fee_due: 0,
        missing_papers_reason: null,
        remarks_sealed: null,
        track_secret_sealed: seal(deps.ring, `dossier.track:${dossierId}`, newTrackSecret()),
        scope: [...act.scope],
      },
    ],
    party: await partyRows(tx, deps, act, whole),
    dossier_search: [
      {
        dossier_id: dossierId,
        code,
        unit_id: whole.received_at_unit_id,
        agency_id: agencyId,
        received_at: act.recordedAt,
        name_key: searchKey(whole.applicant_name),
      },
    ],
    dossier_event: [eventRow(act, event, 1)],
  };
}

/** The people of the whole, sealed anew: its agency reads them with the part. */
async function partyRows(
  tx: Tx,
  { newId, ring }: Deps,
  act: ActRecord,
  whole: DossierRecord,
): Promise<NonNullable<Rows["party"]>> {
  const people = await tx
    .selectFrom("party")
    .selectAll()
    .where("dossier_id", "=", whole.id)
    .where("role", "in", ["applicant", "submitter"])
    .where("until_seq", "is", null)
    .execute();
  return people.map((row) => {
    const id = newId();
    const sealed = seal(ring, `party:${id}`, unseal(ring, `party:${row.id}`, row.sealed));
    return { ...row, id, dossier_id: act.dossierId, sealed, scope: [...act.scope] };
  });
}
