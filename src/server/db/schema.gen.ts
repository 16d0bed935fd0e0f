// Generated from the migrated schema by `npm run generate`; the gate compares it. Do not edit.
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { ColumnType } from "kysely";

type Optional<T> = ColumnType<T, T | undefined, T>;
/** Read as parsed JSON; written as text, so that an array is never taken for a PostgreSQL array. */
type Json = ColumnType<unknown, string, string>;

interface NationAccountTable {
  id: string;
  username: string;
  full_name: string;
  employer: string;
  employer_kind: string;
  password_hash: string;
  totp_sealed: Buffer;
  totp_last_step: Optional<number>;
  failed_attempts: Optional<number>;
  locked_until: Optional<Instant | null>;
  revocation_epoch: Optional<number>;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  demo_password: Optional<string | null>;
}

interface NationAdministrativeSuccessionTable {
  predecessor_code: string;
  successor_code: string;
  succeeded_on: PlainDate;
  changed_here: Optional<boolean>;
}

interface NationAdministrativeUnitTable {
  code: string;
  name: string;
  kind: string;
  parent_code: Optional<string | null>;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  source: string;
  changed_here: Optional<boolean>;
}

interface NationAgencyTable {
  id: string;
  key: string;
  name: string;
  kind: string;
  administrative_unit_code: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationAgencyCodeTable {
  agency_id: string;
  format_id: string;
  code: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  mark: string;
  source: string;
  changed_here: Optional<boolean>;
}

interface NationCalendarTable {
  id: string;
  name: string;
  content: Json;
}

interface NationCalendarDayTable {
  calendar_id: string;
  day: PlainDate;
  content: Json;
}

interface NationCompetenceTable {
  field_code: string;
  level: string;
  agency_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationCounterTable {
  id: string;
  key: string;
  label: string;
  reception_point_id: string;
  post_office_id: Optional<string | null>;
  changed_here: Optional<boolean>;
  valid_from: Optional<PlainDate>;
  valid_to: Optional<PlainDate | null>;
}

interface NationDossierCodeFormatTable {
  id: string;
  content: Json;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
}

interface NationFieldTable {
  code: string;
  name: string;
  changed_here: Optional<boolean>;
}

interface NationFormSettingTable {
  form: string;
  form_set: string;
  paper_size: string;
  copies: number;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  mark: string;
  source: string;
}

interface NationInstallationTable {
  one: Optional<boolean>;
  key_fingerprint: Buffer;
  demo: boolean;
}

interface NationMigrationTable {
  scope: string;
  name: string;
  checksum: string;
  applied_at: Optional<Instant>;
}

interface NationOneStopUnitTable {
  id: string;
  key: string;
  name: string;
  governing_body: string;
  agency_id: string;
  administrative_unit_code: string;
  calendar_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationPostOfficeTable {
  id: string;
  key: string;
  name: string;
  address: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationProcedureVersionTable {
  id: string;
  code: string;
  name: string;
  search_key: string;
  field_code: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  content: Json;
  changed_here: Optional<boolean>;
}

interface NationRateBucketTable {
  key: string;
  window_start: Instant;
  hits: number;
}

interface NationReceptionPointTable {
  id: string;
  key: string;
  name: string;
  address: string;
  one_stop_unit_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationReferenceChangeTable {
  id: string;
  table_name: string;
  row_key: string;
  before: Json | null;
  after: Json | null;
  basis_kind: string;
  basis_id: string;
  actor_id: Optional<string | null>;
  reason: Optional<string | null>;
  recorded_at: Instant;
}

interface NationReferenceEpochTable {
  one: Optional<boolean>;
  epoch: number;
}

interface NationReferenceFileTable {
  name: string;
  sha256: Buffer;
}

interface NationSessionTable {
  token_hash: Buffer;
  account_id: string;
  counter_id: Optional<string | null>;
  revocation_epoch: number;
  created_at: Instant;
  expires_at: Instant;
}

interface NationSpaceTable {
  id: string;
  schema_name: string;
  title: string;
}

interface NationSpacePlaceTable {
  place_id: string;
  space_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
}

interface NationStaffPostTable {
  id: string;
  account_id: string;
  role: string;
  one_stop_unit_id: Optional<string | null>;
  agency_id: Optional<string | null>;
  post_office_id: Optional<string | null>;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
}

interface AccessLogTable {
  id: string;
  at: Instant;
  account_id: Optional<string | null>;
  route: string;
  dossier_id: Optional<string | null>;
  outcome: string;
  request_id: string;
}

interface AccreditationTable {
  id: string;
  account_id: string;
  field_code: string;
  held_on: PlainDate;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
}

interface CustodyEntryTable {
  item_id: string;
  seq: number;
  type: string;
  dossier_id: string;
  dossier_seq: number;
  from_kind: Optional<string | null>;
  from_id: Optional<string | null>;
  to_kind: string;
  to_id: Optional<string | null>;
  signature_file_id: Optional<string | null>;
  actor_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
  scope: string[];
}

interface DossierTable {
  id: string;
  code: string;
  version: number;
  procedure_version_id: string;
  procedure_code: string;
  procedure_name: string;
  field_code: string;
  channel: string;
  limit_case: Optional<string | null>;
  received_as: string;
  helped_at_unit_id: string;
  received_at_unit_id: string;
  deciding_agency_id: string;
  reception_point_id: string;
  counter_id: string;
  received_at: Instant;
  received_by: string;
  due_at: Instant;
  due_provisional: boolean;
  due_explanation: Json;
  business_status: string;
  money_status: string;
  delivery_status: string;
  sync_status: string;
  fee_due: Optional<number | null>;
  return_method: string;
  dossier_sets: number;
  assisted_writing: boolean;
  missing_papers_reason: Optional<string | null>;
  remarks_sealed: Optional<Buffer | null>;
  track_secret_sealed: Buffer;
  applicant_name: string;
  case_officer_id: Optional<string | null>;
  prepared_by: Optional<string | null>;
  outcome: Optional<string | null>;
  result_file_id: Optional<string | null>;
  result_number: Optional<string | null>;
  scope: string[];
}

interface DossierCodeCounterTable {
  agency_code: string;
  day: PlainDate;
  last: number;
}

interface DossierEventTable {
  dossier_id: string;
  seq: number;
  type: string;
  type_version: number;
  payload: Json;
  basis_kind: string;
  basis_id: string;
  actor_id: string;
  counter_id: Optional<string | null>;
  request_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
  scope: string[];
}

interface DossierSearchTable {
  dossier_id: string;
  unit_id: string;
  agency_id: string;
  code: string;
  name_key: string;
}

interface DraftTable {
  id: string;
  account_id: string;
  version: number;
  sealed: Buffer;
  updated_at: Instant;
}

interface EventNoteTable {
  dossier_id: string;
  seq: number;
  sealed: Buffer;
  scope: string[];
}

interface FileTable {
  id: string;
  dossier_id: string;
  purpose: string;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  name: string;
  uploaded_by: string;
  uploaded_at: Instant;
  scope: string[];
}

interface IdempotencyTable {
  account_id: string;
  key: string;
  route: string;
  request_hash: Buffer;
  answer: Json | null;
  created_at: Instant;
}

interface ItemTable {
  id: string;
  dossier_id: string;
  position: number;
  kind: string;
  paper_id: Optional<string | null>;
  name: string;
  originals: number;
  copies: number;
  shown: boolean;
  note: Optional<string | null>;
  holder_kind: Optional<string | null>;
  holder_id: Optional<string | null>;
  custody_seq: number;
  scope: string[];
}

interface MandateTable {
  id: string;
  decision_id: string;
  unit_id: string;
  post_office_id: string;
  tasks: string[];
  field_codes: string[];
  procedure_codes: string[];
  except_procedure_codes: string[];
  autonomy: string;
  status: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
}

interface MandateDecisionTable {
  id: string;
  number: string;
  issuer: string;
  title: string;
  issued_on: PlainDate;
  source: string;
}

interface MandateEpochTable {
  one: Optional<boolean>;
  epoch: number;
}

interface MandateEventTable {
  mandate_id: string;
  seq: number;
  type: string;
  type_version: number;
  payload: Json;
  basis_kind: string;
  basis_id: string;
  actor_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
}

interface OutboxTable {
  id: string;
  topic: string;
  payload: Json;
  created_at: Instant;
  queued_at: Optional<Instant | null>;
}

interface PartyTable {
  id: string;
  dossier_id: string;
  role: string;
  kind: string;
  sealed: Buffer;
  number_index: Buffer;
  phone_index: Optional<Buffer | null>;
  scope: string[];
}

export interface Database {
  "nation.account": NationAccountTable;
  "nation.administrative_succession": NationAdministrativeSuccessionTable;
  "nation.administrative_unit": NationAdministrativeUnitTable;
  "nation.agency": NationAgencyTable;
  "nation.agency_code": NationAgencyCodeTable;
  "nation.calendar": NationCalendarTable;
  "nation.calendar_day": NationCalendarDayTable;
  "nation.competence": NationCompetenceTable;
  "nation.counter": NationCounterTable;
  "nation.dossier_code_format": NationDossierCodeFormatTable;
  "nation.field": NationFieldTable;
  "nation.form_setting": NationFormSettingTable;
  "nation.installation": NationInstallationTable;
  "nation.migration": NationMigrationTable;
  "nation.one_stop_unit": NationOneStopUnitTable;
  "nation.post_office": NationPostOfficeTable;
  "nation.procedure_version": NationProcedureVersionTable;
  "nation.rate_bucket": NationRateBucketTable;
  "nation.reception_point": NationReceptionPointTable;
  "nation.reference_change": NationReferenceChangeTable;
  "nation.reference_epoch": NationReferenceEpochTable;
  "nation.reference_file": NationReferenceFileTable;
  "nation.session": NationSessionTable;
  "nation.space": NationSpaceTable;
  "nation.space_place": NationSpacePlaceTable;
  "nation.staff_post": NationStaffPostTable;
  "access_log": AccessLogTable;
  "accreditation": AccreditationTable;
  "custody_entry": CustodyEntryTable;
  "dossier": DossierTable;
  "dossier_code_counter": DossierCodeCounterTable;
  "dossier_event": DossierEventTable;
  "dossier_search": DossierSearchTable;
  "draft": DraftTable;
  "event_note": EventNoteTable;
  "file": FileTable;
  "idempotency": IdempotencyTable;
  "item": ItemTable;
  "mandate": MandateTable;
  "mandate_decision": MandateDecisionTable;
  "mandate_epoch": MandateEpochTable;
  "mandate_event": MandateEventTable;
  "outbox": OutboxTable;
  "party": PartyTable;
}
