import type { ReceiveDossierInput } from "#contract/intake.ts";
import type { CustodyEntry } from "#domain/custody/custody.ts";
import { type DossierEvent, applyEvent } from "#domain/dossier/dossier-event.ts";
import type { Intake, IntakeItem } from "#domain/dossier/receive-dossier.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { type AgencyId, type ItemId, asId } from "#domain/shared/id.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Deps } from "../deps.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { seal } from "../keys/seal.ts";
import { custodyRow } from "../ledgers/custody-ledger.ts";
import { type ActRecord, foldedColumns } from "../ledgers/dossier-ledger.ts";
import type { Counter, ProcedureVersion } from "../units/reference.ts";

/** Everything that is known when a dossier opens. */
export interface Opening {
  readonly act: ActRecord;
  readonly event: DossierEvent;
  readonly code: string;
  readonly counter: Counter;
  readonly version: ProcedureVersion;
  readonly intake: Intake;
  readonly form: ReceiveDossierInput;
  readonly trackSecret: string;
  readonly decidingAgencyId: AgencyId;
}

/** What the rows of a new dossier hold, table by table; personal details only sealed. */
export function intakeRows(deps: Deps, opening: Opening): Rows {
  const { act, intake, code, counter } = opening;
  const items = intake.items.map((item, position) => itemRows(deps, opening, item, position));
  return {
    dossier: [dossierRow(deps, opening)],
    party: partyRows(deps, opening),
    item: items.map((rows) => rows.item),
    custody_entry: items.flatMap((rows) => rows.birth),
    dossier_search: [
      {
        dossier_id: act.dossierId,
        unit_id: counter.unit.id,
        agency_id: opening.decidingAgencyId,
        code,
        name_key: searchKey(intake.parties.applicant.name),
      },
    ],
    outbox: [
      {
        id: deps.newId(),
        topic: "dossier.received",
        payload: { dossierId: act.dossierId },
        created_at: act.recordedAt,
        queued_at: null,
      },
    ],
  };
}

function dossierRow({ ring }: Deps, opening: Opening): NonNullable<Rows["dossier"]>[number] {
  const { act, event, form, intake, counter, version } = opening;
  const { dossierId } = act;
  const state = applyEvent(undefined, { ...event, actorId: act.actorId });
  const remarks = form.remarks?.trim();
  return {
    id: dossierId,
    code: opening.code,
    procedure_version_id: version.id,
    procedure_code: version.content.code,
    procedure_name: version.content.name,
    field_code: version.content.fieldCode,
    channel: form.channel,
    limit_case: form.case ?? null,
    received_as: intake.receivedAs,
    helped_at_unit_id: counter.unit.id,
    received_at_unit_id: counter.unit.id,
    deciding_agency_id: opening.decidingAgencyId,
    reception_point_id: counter.receptionPoint.id,
    counter_id: counter.id,
    received_at: act.recordedAt,
    received_by: act.actorId,
    due_at: intake.due.dueAt,
    due_provisional: intake.due.provisional,
    due_explanation: intake.due.explanation,
    ...foldedColumns(state),
    fee_due: intake.feeDue,
    return_method: form.returnMethod,
    dossier_sets: form.dossierSets,
    assisted_writing: form.assistedWriting,
    missing_papers_reason: form.missingPapersReason?.trim() || null,
    remarks_sealed: remarks ? seal(ring, `dossier.remarks:${dossierId}`, remarks) : null,
    track_secret_sealed: seal(ring, `dossier.track:${dossierId}`, opening.trackSecret),
    applicant_name: intake.parties.applicant.name,
    scope: [...act.scope],
  };
}

function partyRows(deps: Deps, { act, intake }: Opening): NonNullable<Rows["party"]> {
  const { applicant, submitter, authorisation } = intake.parties;
  const rows = [partyRow(deps, act, "applicant", applicant, { details: applicant })];
  if (submitter)
    rows.push(partyRow(deps, act, "submitter", submitter, { details: submitter, authorisation }));
  return rows;
}

/** A person or organisation of a dossier, sealed whole; the number and the phone can be met again by exact match. */
function partyRow(
  { ring, newId }: Deps,
  act: Pick<ActRecord, "dossierId" | "scope">,
  role: "applicant" | "submitter" | "proxy",
  details: Pick<PartyDetails, "kind" | "phone"> & ({ identityNumber: string } | { taxCode: string }),
  sealed: unknown,
): NonNullable<Rows["party"]>[number] {
  const id = newId();
  const number = "taxCode" in details ? details.taxCode : details.identityNumber;
  return {
    id,
    dossier_id: act.dossierId,
    role,
    kind: details.kind,
    sealed: seal(ring, `party:${id}`, sealed),
    number_index: blindIndex(ring, "number", number),
    phone_index: details.phone ? blindIndex(ring, "phone", details.phone) : null,
    scope: [...act.scope],
  };
}

/** A paper that stays is born into the hands of the counter; one that was only shown has no holder. */
function itemRows({ newId }: Deps, { act, counter }: Opening, item: IntakeItem, position: number) {
  const itemId = asId<ItemId>(newId());
  const holder = { kind: "counter", id: counter.id } as const;
  const born: CustodyEntry = { itemId, type: "born", to: holder };
  return {
    item: {
      id: itemId as string,
      dossier_id: act.dossierId,
      position,
      kind: "paper",
      paper_id: item.paperId,
      name: item.name,
      originals: item.originals,
      copies: item.copies,
      shown: item.shown,
      note: item.note,
      holder_kind: item.shown ? null : holder.kind,
      holder_id: item.shown ? null : holder.id,
      custody_seq: item.shown ? 0 : 1,
      scope: [...act.scope],
    },
    birth: item.shown ? [] : [custodyRow(act, 1, born, 1)],
  };
}
