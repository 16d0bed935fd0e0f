import type { LodgeDossierInput } from "#contract/lodging.ts";
import type { DueDate } from "#domain/calendar/due-date.ts";
import type { DossierEvent } from "#domain/dossier/dossier-event.ts";
import { applyEvent } from "#domain/dossier/fold-dossier.ts";
import type { Intake } from "#domain/dossier/receive-dossier.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Deps } from "../deps.ts";
import { seal } from "../keys/seal.ts";
import { type ActRecord, foldedColumns } from "../ledgers/dossier-ledger.ts";
import { itemRows, partyRow, receivedTopic } from "../ledgers/dossier-rows.ts";
import type { Following, OpeningRows } from "../ledgers/open-dossier.ts";
import type { Counter, ProcedureVersion } from "../units/reference.ts";
import type { IntakePlaces } from "./intake-places.ts";

/** What of the form stands in the dossier's own row. */
type Typed = Omit<LodgeDossierInput, "answer" | "applicant"> & {
  readonly missingPapersReason?: string | undefined;
};

/** Everything that is known when a dossier opens, but for its code. */
interface IntakeFacts {
  readonly act: ActRecord;
  readonly event: DossierEvent;
  readonly following?: Following;
  readonly counter: Counter;
  readonly version: ProcedureVersion;
  /** The date is null before the receipt: nobody has promised anything. */
  readonly intake: Omit<Intake, "limit" | "due"> & { readonly due: DueDate | null };
  readonly form: Typed;
  readonly trackSecret: string;
  readonly places: IntakePlaces;
}

/** What the rows of a new dossier hold, table by table; personal details only sealed. */
export function intakeRows(deps: Deps, opening: IntakeFacts): OpeningRows {
  const { act, intake, counter } = opening;
  const holder = { kind: "counter", id: counter.id } as const;
  const items = intake.items.map((item, position) =>
    itemRows(deps, act, { ...item, kind: "paper" }, position, holder),
  );
  return {
    dossier: [dossierRow(deps, opening)],
    party: partyRows(deps, opening),
    item: items.map((rows) => rows.item),
    custody_entry: items.flatMap((rows) => rows.birth),
    dossier_search: [
      {
        dossier_id: act.dossierId,
        unit_id: counter.unit.id,
        agency_id: opening.places.decidingAgencyId,
        received_at: act.recordedAt,
        name_key: searchKey(intake.parties.applicant.name),
      },
    ],
    // Mẫu 01 is kept when the dossier is received: of one that waits, by its confirmation.
    ...(opening.event.type === "dossier.received" && { outbox: [receivedTopic(deps, act)] }),
  };
}

function dossierRow({ ring }: Deps, opening: IntakeFacts): OpeningRows["dossier"][0] {
  const { act, event, following, form, intake, counter, version } = opening;
  const { dossierId } = act;
  const first = applyEvent(undefined, { ...event, actorId: act.actorId });
  const state = following ? applyEvent(first, { ...following.event, actorId: following.act.actorId }) : first;
  const remarks = form.remarks?.trim();
  return {
    id: dossierId,
    procedure_version_id: version.id,
    procedure_code: version.content.code,
    procedure_name: version.content.name,
    field_code: version.content.fieldCode,
    channel: form.channel,
    limit_case: form.case ?? null,
    received_as: intake.receivedAs,
    helped_at_unit_id: opening.places.helpedAtUnitId,
    received_at_unit_id: counter.unit.id,
    deciding_agency_id: opening.places.decidingAgencyId,
    reception_point_id: counter.receptionPoint.id,
    counter_id: counter.id,
    received_at: act.recordedAt,
    received_by: act.actorId,
    due_provisional: intake.due?.provisional ?? false,
    due_explanation: intake.due?.explanation ?? null,
    statistical_due_at: null,
    ...foldedColumns(state),
    fee_due: intake.feeDue,
    return_method: form.returnMethod,
    dossier_sets: form.dossierSets,
    assisted_writing: form.assistedWriting,
    missing_papers_reason: form.missingPapersReason?.trim() || null,
    whole_id: null,
    part_key: null,
    remarks_sealed: remarks ? seal(ring, `dossier.remarks:${dossierId}`, remarks) : null,
    track_secret_sealed: seal(ring, `dossier.track:${dossierId}`, opening.trackSecret),
    applicant_name: intake.parties.applicant.name,
    scope: [...act.scope],
  };
}

function partyRows(deps: Deps, { act, intake }: IntakeFacts): NonNullable<Rows["party"]> {
  const { applicant, submitter, authorisation } = intake.parties;
  const rows = [partyRow(deps, act, "applicant", applicant, { details: applicant })];
  if (submitter)
    rows.push(partyRow(deps, act, "submitter", submitter, { details: submitter, authorisation }));
  return rows;
}
