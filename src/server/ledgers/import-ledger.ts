import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { applyEvent } from "#domain/dossier/fold-dossier.ts";
import type { ImportedDossier } from "#domain/dossier/imported-dossier.ts";
import { type AccountId, type AgencyId, type DossierId, type UnitId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Selectable } from "kysely";
import { type OwnerClient, copyRows } from "../db/copy-rows.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Database } from "../db/schema.gen.ts";
import { seal } from "../keys/seal.ts";
import { newTrackSecret } from "../keys/track-secret.ts";
import type { ProcedureVersion } from "../units/reference.ts";
import { type ActRecord, eventRow, foldedColumns } from "./dossier-ledger.ts";
import { type RowMaking, itemRows, partyRow } from "./dossier-rows.ts";

/**
 * Who did what another system says was done: the other system. It has no account, so nobody can sign in as it, and
 * the same id stands for every one of them; which it was stands in `dossier.imported_from`.
 */
const OLD_SYSTEM_ACTOR = asId<AccountId>("00000000-0000-7000-8000-0000000001d5");

/** A dossier that is taken over: the facts of its row, and what they were found to mean here. */
export interface TakenOver {
  readonly facts: ImportedDossier;
  readonly system: string;
  readonly version: ProcedureVersion;
  readonly unitId: UnitId;
  readonly decidingAgencyId: AgencyId;
  readonly rowSha256: Buffer;
}

/** The run that takes it over. */
export interface ImportRun {
  readonly batchId: string;
  readonly now: Instant;
}

/** Rows of many dossiers, in the order in which the tables refer to each other. */
export interface ImportedRows extends Rows {
  readonly dossier: Selectable<Database["dossier"]>[];
  readonly dossier_event: Selectable<Database["dossier_event"]>[];
  readonly event_note: Selectable<Database["event_note"]>[];
  readonly party: Selectable<Database["party"]>[];
  readonly item: Selectable<Database["item"]>[];
  readonly custody_entry: Selectable<Database["custody_entry"]>[];
  readonly dossier_search: Selectable<Database["dossier_search"]>[];
  readonly imported_dossier: Selectable<Database["imported_dossier"]>[];
}

export function emptyImport(): ImportedRows {
  return {
    dossier: [],
    dossier_event: [],
    event_note: [],
    party: [],
    item: [],
    custody_entry: [],
    dossier_search: [],
    imported_dossier: [],
  };
}

/** Adds everything that is written of one dossier: the projection is the fold of its events, as everywhere. */
export function addImported(rows: ImportedRows, making: RowMaking, taken: TakenOver, run: ImportRun): void {
  const { facts, unitId, decidingAgencyId } = taken;
  const dossierId = asId<DossierId>(making.newId());
  const scope = [...new Set<string>([unitId, decidingAgencyId])];
  const act: ActRecord = {
    dossierId,
    basis: { kind: "rule", id: "dossierImport" },
    actorId: OLD_SYSTEM_ACTOR,
    counterId: null,
    requestId: `import:${run.batchId}`,
    occurredAt: facts.receivedAt,
    recordedAt: run.now,
    scope,
    mandateEpoch: 0, // No mandate is asked: the installation's owner takes over what was done elsewhere.
  };
  const told = eventsOf(taken);
  const events = told.map(({ event }) => event);
  const state = events.reduce<ReturnType<typeof applyEvent> | undefined>(
    (before, event) => applyEvent(before, { ...event, actorId: act.actorId }),
    undefined,
  );
  if (!state) return;
  rows.dossier.push(dossierRow(making, taken, act, foldedColumns(state)));
  for (const [index, { event, at, words }] of told.entries()) {
    rows.dossier_event.push(eventRow({ ...act, occurredAt: at }, event, index + 1));
    if (words === null) continue;
    const sealed = seal(making.ring, `note:${dossierId}:${index + 1}`, words);
    rows.event_note.push({ dossier_id: dossierId, seq: index + 1, sealed, scope });
  }
  rows.party.push(partyRow(making, act, "applicant", facts.applicant, { details: facts.applicant }));
  addItems(rows, making, taken, { ...act, occurredAt: run.now });
  rows.dossier_search.push({
    dossier_id: dossierId,
    unit_id: unitId,
    agency_id: decidingAgencyId,
    received_at: facts.receivedAt,
    code: facts.code,
    name_key: searchKey(facts.applicant.name),
  });
  rows.imported_dossier.push({
    dossier_id: dossierId,
    system: taken.system,
    old_code: facts.oldCode,
    row_sha256: taken.rowSha256,
    imported_at: run.now,
    batch_id: run.batchId,
  });
}

/** Writes the rows of many dossiers within the caller's transaction, as the owner. */
export function writeImported(client: OwnerClient, schema: string, rows: ImportedRows): Promise<number> {
  return copyRows(client, schema, rows);
}

interface ToldEvent {
  readonly event: DossierEvent;
  readonly at: Instant;
  readonly words: string | null;
}

function eventsOf({ facts, system, version, unitId, decidingAgencyId }: TakenOver): readonly ToldEvent[] {
  const opening = dossierEvent("dossier.imported", {
    system,
    procedureVersionId: version.id,
    receivedAs: "agentOfAgency",
    helpedAtUnitId: unitId,
    receivedAtUnitId: unitId,
    decidingAgencyId,
    dueAt: facts.dueAt,
    feeDue: facts.feeDue,
    status: facts.status,
    statedStatus: facts.statedStatus,
    outcome: facts.outcome,
    resultNumber: facts.resultNumber,
    notes: facts.notes,
  });
  const words = facts.oldWords.length === 0 ? null : facts.oldWords.join("\n");
  return [
    { event: opening, at: facts.receivedAt, words },
    ...facts.steps.map(({ at, status, words: told }) => ({
      event: dossierEvent("dossier.pastStepImported", { status }),
      at,
      words: told,
    })),
  ];
}

function dossierRow(
  { ring }: RowMaking,
  { facts, version, unitId, decidingAgencyId }: TakenOver,
  { dossierId, scope }: ActRecord,
  folded: ReturnType<typeof foldedColumns>,
): ImportedRows["dossier"][number] {
  return {
    id: dossierId,
    code: facts.code,
    procedure_version_id: version.id,
    procedure_code: version.content.code,
    procedure_name: version.content.name,
    field_code: version.content.fieldCode,
    channel: facts.channel,
    limit_case: null,
    received_as: "agentOfAgency",
    helped_at_unit_id: unitId,
    received_at_unit_id: unitId,
    deciding_agency_id: decidingAgencyId,
    reception_point_id: null,
    counter_id: null,
    received_at: facts.receivedAt,
    received_by: null,
    due_provisional: false,
    due_explanation: null,
    statistical_due_at: null,
    ...folded,
    fee_due: facts.feeDue,
    return_method: facts.returnMethod,
    dossier_sets: 1,
    assisted_writing: false,
    missing_papers_reason: null,
    whole_id: null,
    part_key: null,
    remarks_sealed: facts.remarks === null ? null : seal(ring, `dossier.remarks:${dossierId}`, facts.remarks),
    track_secret_sealed: seal(ring, `dossier.track:${dossierId}`, newTrackSecret()),
    applicant_name: facts.applicant.name,
    scope: [...scope],
  };
}

/** A result waits at the unit as one that was approved here does; its papers stay with the unit too. */
const RESULT_POSITION = 1000;

/**
 * The papers of a dossier that is not returned are with its unit: which desk has them, the other system does not
 * say. The unit holds them from the moment of the import, the first that we can vouch for.
 */
function addItems(
  rows: ImportedRows,
  making: RowMaking,
  { facts, version, unitId }: TakenOver,
  act: ActRecord,
): void {
  const holder = { kind: "unit", id: unitId } as const;
  const add = (kind: "paper" | "result", position: number, item: ImportedDossier["papers"][number]) => {
    const paper = { ...item, kind, paperId: null, shown: false, note: null };
    const { item: row, birth } = itemRows(making, act, paper, position, holder);
    rows.item.push(row);
    rows.custody_entry.push(...birth);
  };
  for (const [position, paper] of facts.papers.entries()) add("paper", position, paper);
  if (facts.status !== "finished") return;
  const name = version.content.results[0]?.name ?? version.content.name;
  add("result", RESULT_POSITION, { name, originals: 1, copies: 0 });
}
