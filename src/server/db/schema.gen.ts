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
  number_index: Optional<Buffer | null>;
  must_change_password: Optional<boolean>;
  closed_at: Optional<Instant | null>;
  successor_id: Optional<string | null>;
  version: Optional<number>;
}

interface NationAccountEventTable {
  account_id: string;
  seq: number;
  type: string;
  type_version: number;
  payload: Json;
  basis_kind: string;
  basis_id: string;
  actor_id: string;
  reason: Optional<string | null>;
  recorded_at: Instant;
}

interface NationAdministrativeSuccessionTable {
  predecessor_code: string;
  successor_code: string;
  succeeded_on: PlainDate;
  changed_here: Optional<boolean>;
  whole: Optional<boolean>;
  mark: Optional<string>;
  source: Optional<string>;
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
  search_key: string;
  name_key: string;
  mark: Optional<string>;
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

interface NationCalendarEntryTable {
  id: string;
  space_id: string;
  place_kind: string;
  place_id: string;
  content: Json;
  decision: Json;
  basis_kind: string;
  basis_id: string;
  recorded_by: string;
  recorded_at: Instant;
}

interface NationCalendarEntryWithdrawalTable {
  entry_id: string;
  reason: string;
  basis_kind: string;
  basis_id: string;
  withdrawn_by: string;
  withdrawn_at: Instant;
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

interface NationEarlierUnitNameTable {
  name: string;
  kind: string;
  parent_code: string;
  successor_code: string;
  succeeded_on: PlainDate;
  name_key: string;
  mark: string;
  source: string;
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
  demo_building: Json | null;
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

interface NationPlaceSuccessionTable {
  predecessor_id: string;
  kind: string;
  successor_id: string;
  succeeded_on: PlainDate;
  reorganisation_id: string;
}

interface NationPortalRecordTable {
  code: string;
  sha256: Buffer;
  record: Json;
  read_at: Instant;
}

interface NationPostOfficeTable {
  id: string;
  key: string;
  name: string;
  address: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  changed_here: Optional<boolean>;
  operator_id: Optional<string | null>;
}

interface NationPostalOperatorTable {
  id: string;
  key: string;
  name: string;
  mark: string;
  source: string;
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
  origin: Optional<string>;
  record_sha256: Optional<Buffer | null>;
  published_at: Optional<Instant | null>;
  published_by: Optional<string | null>;
  replaces_id: Optional<string | null>;
  withdrawn_at: Optional<Instant | null>;
}

interface NationProcedureWarningTable {
  version_id: string;
  position: number;
  kind: string;
  path: string;
  words: string;
  acknowledged_at: Optional<Instant | null>;
  acknowledged_by: Optional<string | null>;
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

interface NationReorganisationTable {
  id: string;
  space_id: string;
  title: string;
  decision: Json;
  effective_on: PlainDate;
  plan: Json;
  status: string;
  version: number;
}

interface NationReorganisationEventTable {
  reorganisation_id: string;
  seq: number;
  type: string;
  payload: Json;
  basis_kind: string;
  basis_id: string;
  actor_id: Optional<string | null>;
  recorded_at: Instant;
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
  successor_id: Optional<string | null>;
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
  result: Optional<string>;
  training_id: Optional<string | null>;
  withdrawn_at: Optional<Instant | null>;
  withdrawn_by: Optional<string | null>;
  withdrawal_reason: Optional<string | null>;
}

interface ActSampleTable {
  dossier_id: string;
  seq: number;
  unit_id: string;
  day: PlainDate;
  mandate_id: string;
  account_id: string;
  post_office_id: string;
  field_code: string;
  procedure_code: string;
  scope: string[];
}

interface AgreementTable {
  id: string;
  programme_id: string;
  number: string;
  signed_on: PlainDate;
  agency_id: Optional<string | null>;
  agency_words: string;
  operator_id: Optional<string | null>;
  post_office_id: Optional<string | null>;
  post_words: string;
  content: string;
  file_id: Optional<string | null>;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  removed_at: Optional<Instant | null>;
}

interface AssignmentTable {
  id: string;
  account_id: string;
  unit_id: string;
  task: string;
  dossier_id: Optional<string | null>;
  procedure_code: Optional<string | null>;
  reason: string;
  stands_by: boolean;
  valid_from: PlainDate;
  valid_to: PlainDate;
  given_by: string;
  given_by_post: string;
  given_at: Instant;
  revoked_at: Optional<Instant | null>;
  revoked_by: Optional<string | null>;
}

interface CarrierFeedTable {
  carrier: string;
  last_id: Optional<string | null>;
  polled_at: Optional<Instant | null>;
  failing_since: Optional<Instant | null>;
  last_error: Optional<string | null>;
}

interface ConsultationTable {
  id: string;
  dossier_id: string;
  asked_seq: number;
  agency_id: string;
  asking_agency_id: string;
  code: string;
  procedure_name: string;
  state: string;
  answer_by: PlainDate;
  question_sealed: Buffer;
  asked_by: string;
  asked_at: Instant;
  answer_sealed: Optional<Buffer | null>;
  answered_by: Optional<string | null>;
  answered_at: Optional<Instant | null>;
  scope: string[];
}

interface ContainerTable {
  id: string;
  kind: string;
  code: string;
  seal: Optional<string | null>;
  dossier_id: Optional<string | null>;
  holder_kind: Optional<string | null>;
  holder_id: Optional<string | null>;
  custody_seq: number;
  made_at: Instant;
  scope: string[];
}

interface CoordinationRuleTable {
  id: string;
  programme_id: string;
  kind: string;
  unit_id: Optional<string | null>;
  times: string[];
  topic: string;
  answer_role: Optional<string | null>;
  answer_agency_id: Optional<string | null>;
  within_hours: Optional<number | null>;
  counter_id: Optional<string | null>;
  stand_in_kind: Optional<string | null>;
  stand_in_id: Optional<string | null>;
  note: string;
  decision_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  removed_at: Optional<Instant | null>;
}

interface CountedMoneyTable {
  hand_over_id: string;
  seq: number;
  amount: number;
  counted_by: string;
  witness: string;
  reason: Optional<string | null>;
  basis_kind: string;
  basis_id: string;
  counted_at: Instant;
}

interface CustodyActTable {
  id: string;
  type: string;
  manifest_id: Optional<string | null>;
  signature_id: Optional<string | null>;
  actor_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
  scope: string[];
  shipment_id: Optional<string | null>;
}

interface CustodyChargeTable {
  place_id: string;
  seq: number;
  responsible_id: string;
  reason: string;
  giver_signature_id: Optional<string | null>;
  receiver_signature_id: Optional<string | null>;
  actor_id: string;
  recorded_at: Instant;
  scope: string[];
}

interface CustodyCodeTable {
  id: string;
  outsider_id: string;
  manifest_id: string;
  code_sealed: Buffer;
  made_at: Instant;
  expires_at: Instant;
  tries: number;
  used_at: Optional<Instant | null>;
  scope: string[];
}

interface CustodyEntryTable {
  thing_id: string;
  seq: number;
  type: string;
  dossier_id: Optional<string | null>;
  dossier_seq: Optional<number | null>;
  from_kind: Optional<string | null>;
  from_id: Optional<string | null>;
  to_kind: Optional<string | null>;
  to_id: Optional<string | null>;
  signature_file_id: Optional<string | null>;
  actor_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
  scope: string[];
  originals: Optional<number | null>;
  copies: Optional<number | null>;
  thing: string;
  act_id: Optional<string | null>;
  seal: Optional<string | null>;
}

interface CustodyFileTable {
  id: string;
  purpose: string;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  uploaded_by: string;
  uploaded_at: Instant;
  scope: string[];
}

interface CustodyNumberTable {
  year: number;
  last: number;
}

interface CustodyOutsiderTable {
  id: string;
  sealed: Buffer;
  recorded_at: Instant;
  scope: string[];
}

interface CustodyPlaceTable {
  id: string;
  kind: string;
  code: string;
  name: string;
  belongs_to: string;
  responsible_id: string;
  opened_at: Instant;
  closed_at: Optional<Instant | null>;
  version: number;
  scope: string[];
}

interface CustodySignatureTable {
  id: string;
  kind: string;
  signer_kind: string;
  signer_id: string;
  file_id: Optional<string | null>;
  signed_at: Instant;
  recorded_at: Instant;
  recorded_by: string;
  scope: string[];
}

interface CustodyTaskTable {
  id: string;
  kind: string;
  thing: Optional<string | null>;
  thing_id: Optional<string | null>;
  scanned: Optional<string | null>;
  manifest_id: Optional<string | null>;
  signature_id: Optional<string | null>;
  photo_file_id: Optional<string | null>;
  claimed_kind: Optional<string | null>;
  claimed_id: Optional<string | null>;
  note_sealed: Optional<Buffer | null>;
  found_by: string;
  found_at: Instant;
  recorded_at: Instant;
  settled_at: Optional<Instant | null>;
  settled_by: Optional<string | null>;
  settled_words_sealed: Optional<Buffer | null>;
  scope: string[];
  shipment_id: Optional<string | null>;
}

interface CustodyUploadTable {
  id: string;
  account_id: string;
  purpose: string;
  bytes: number;
  received: number;
  begun_at: Instant;
  file_id: Optional<string | null>;
}

interface CustodyUploadPartTable {
  upload_id: string;
  starts_at: number;
  content: Buffer;
}

interface DecisionScanTable {
  decision_id: string;
  file_id: string;
  position: number;
  added_by: string;
  added_at: Instant;
}

interface DecisionScanWithdrawalTable {
  decision_id: string;
  position: number;
  withdrawn_by: string;
  withdrawn_at: Instant;
  reason: string;
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
  reception_point_id: Optional<string | null>;
  counter_id: Optional<string | null>;
  received_at: Instant;
  received_by: Optional<string | null>;
  due_at: Optional<Instant | null>;
  due_provisional: boolean;
  due_explanation: Json | null;
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
  imported_from: Optional<string | null>;
  awaiting_by: Optional<string | null>;
  receipt_due: Optional<string | null>;
  resumes_to: Optional<string[]>;
  supplements: Optional<number>;
  extended: Optional<boolean>;
  whole_id: Optional<string | null>;
  part_key: Optional<string | null>;
  statistical_due_at: Optional<Instant | null>;
  collected_at_unit_id: Optional<string | null>;
  result_at_unit_id: Optional<string | null>;
}

interface DossierCodeCounterTable {
  agency_code: string;
  day: PlainDate;
  last: number;
}

interface DossierCorrectionTable {
  dossier_id: string;
  seq: number;
  sealed: Buffer;
  scope: string[];
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

interface DossierGroupTable {
  id: string;
  code: string;
  name: string;
  name_key: string;
  unit_id: string;
  counter_id: string;
  procedure_version_id: string;
  procedure_code: string;
  procedure_name: string;
  opened_by: string;
  opened_at: Instant;
  scope: string[];
}

interface DossierGroupCounterTable {
  unit_id: string;
  day: PlainDate;
  last: number;
}

interface DossierGroupRowTable {
  dossier_id: string;
  group_id: string;
  row_id: string;
  position: number;
  scope: string[];
}

interface DossierSearchTable {
  dossier_id: string;
  unit_id: string;
  agency_id: string;
  code: string;
  name_key: string;
  received_at: Instant;
}

interface DossierStepTable {
  dossier_id: string;
  key: string;
  position: number;
  code: string;
  procedure_name: string;
  internal_procedure_id: string;
  name: string;
  role: string;
  place_id: string;
  state: string;
  holder_id: Optional<string | null>;
  in_place_of: Optional<string | null>;
  opened_at: Optional<Instant | null>;
  taken_at: Optional<Instant | null>;
  finished_at: Optional<Instant | null>;
  due_at: Optional<Instant | null>;
  due_provisional: boolean;
  papers: Json;
  scope: string[];
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

interface FindingResolutionTable {
  id: string;
  finding_id: string;
  seq: number;
  day: PlainDate;
  words: string;
  resolved_by: string;
  resolved_by_post: string;
  recorded_at: Instant;
}

interface FormCounterTable {
  unit_id: string;
  year: number;
  form: string;
  last: number;
}

interface FormIssueTable {
  id: string;
  dossier_id: string;
  seq: number;
  form: string;
  form_set: string;
  unit_id: string;
  year: number;
  number: number;
  sealed: Buffer;
  issued_at: Instant;
  scope: string[];
}

interface GuidanceTable {
  id: string;
  at: Instant;
  day: PlainDate;
  account_id: string;
  unit_id: string;
  counter_id: string;
  field_code: string;
  procedure_code: Optional<string | null>;
  minutes: number;
  outcome: string;
  basis_kind: string;
  basis_id: string;
  withdrawn_at: Optional<Instant | null>;
}

interface HandOverTable {
  id: string;
  cause: string;
  cause_id: string;
  target: string;
  target_id: string;
  successor_id: Optional<string | null>;
  reason: string;
  basis_kind: string;
  basis_id: string;
  actor_id: string;
  drafts: number;
  recorded_at: Instant;
}

interface HandOverCashTable {
  hand_over_id: string;
  unit_id: string;
}

interface HandOverLineTable {
  hand_over_id: string;
  dossier_id: string;
  code: string;
  papers: number;
  matter: boolean;
  to_kind: string;
  to_id: string;
  fee: Optional<number | null>;
  paper_names: Optional<string[]>;
  steps: Optional<number>;
}

interface HandOverTakingTable {
  id: string;
  hand_over_id: string;
  unit_id: Optional<string | null>;
  count_seq: Optional<number | null>;
  taken_by: string;
  basis_kind: string;
  basis_id: string;
  taken_at: Instant;
}

interface IdempotencyTable {
  account_id: string;
  key: string;
  route: string;
  request_hash: Buffer;
  answer: Json | null;
  created_at: Instant;
}

interface ImportBatchTable {
  id: string;
  system: string;
  file_name: string;
  started_at: Instant;
  finished_at: Optional<Instant | null>;
  imported: Optional<number>;
}

interface ImportedDossierTable {
  dossier_id: string;
  system: string;
  old_code: string;
  row_sha256: Buffer;
  imported_at: Instant;
  batch_id: string;
}

interface IncidentTable {
  id: string;
  shipment_id: string;
  dossier_id: string;
  kind: string;
  source: string;
  opened_on: PlainDate;
  opened_at: Instant;
  state: string;
  live: boolean;
  next_due_on: Optional<PlainDate | null>;
  version: number;
  scope: string[];
}

interface IncidentEntryTable {
  incident_id: string;
  seq: number;
  type: string;
  payload: Json;
  words_sealed: Optional<Buffer | null>;
  file_id: Optional<string | null>;
  actor_id: Optional<string | null>;
  recorded_at: Instant;
}

interface InternalProcedureTable {
  id: string;
  procedure_version_id: string;
  agency_id: Optional<string | null>;
  valid_from: PlainDate;
  steps: Json;
  decision_number: string;
  decided_on: PlainDate;
  signer: string;
  basis_id: string;
  recorded_by: string;
  recorded_at: Instant;
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
  struck: Optional<boolean>;
  originals_back: Optional<boolean>;
}

interface MailRouteTable {
  id: string;
  name: string;
  ended_on: Optional<PlainDate | null>;
  opened_by: string;
  opened_at: Instant;
  scope: string[];
}

interface MailRouteVersionTable {
  route_id: string;
  version: number;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  weekdays: number[];
  on_make_up_days: boolean;
  vehicle: string;
  capacity: number;
  driver_id: string;
  stops: Json;
  changed_by: string;
  changed_at: Instant;
}

interface MailRunExtraTable {
  id: string;
  route_id: string;
  day: PlainDate;
  from_minute: number;
  at_fault: string;
  ordered_by: string;
  ordered_at: Instant;
}

interface MailRunNoteTable {
  id: string;
  route_id: string;
  extra_id: Optional<string | null>;
  day: PlainDate;
  position: number;
  kind: string;
  reason: Optional<string | null>;
  expected_minute: Optional<number | null>;
  noted_by: string;
  noted_at: Instant;
}

interface MandateTable {
  id: string;
  decision_id: Optional<string | null>;
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
  counter_ids: Optional<string[]>;
  conditions: Optional<string>;
  drafted_by: Optional<string[]>;
  version: Optional<number>;
  phase_id: Optional<string | null>;
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

interface MandateFiguresTable {
  mandate_id: string;
  seq: number;
  content: Json;
  taken_at: Instant;
}

interface MandateFileTable {
  id: string;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  name: string;
  uploaded_by: string;
  uploaded_at: Instant;
}

interface ManifestTable {
  id: string;
  number: string;
  from_kind: string;
  from_id: Optional<string | null>;
  to_kind: string;
  to_id: Optional<string | null>;
  lines: number;
  state: string;
  received_as: Optional<string | null>;
  offered_by: string;
  offered_at: Instant;
  offer_signature_id: string;
  taken_by_kind: Optional<string | null>;
  taken_by_id: Optional<string | null>;
  taken_at: Optional<Instant | null>;
  settled_at: Optional<Instant | null>;
  settled_by: Optional<string | null>;
  accept_signature_id: Optional<string | null>;
  accepted: Optional<number | null>;
  reason_sealed: Optional<Buffer | null>;
  scope: string[];
}

interface ManifestLineTable {
  manifest_id: string;
  position: number;
  thing: string;
  thing_id: string;
  seal: Optional<string | null>;
  outcome: string;
  scope: string[];
  originals: Optional<number | null>;
  copies: Optional<number | null>;
  dossier_id: Optional<string | null>;
}

interface NoticeTable {
  id: string;
  dossier_id: string;
  seq: number;
  kind: string;
  channel: string;
  state: string;
  recipient_sealed: Buffer;
  created_at: Instant;
  attempts: number;
  claimed_until: Optional<Instant | null>;
  tried_at: Optional<Instant | null>;
  sent_at: Optional<Instant | null>;
  problem: Optional<string | null>;
  answer: Optional<string | null>;
  delivered_seq: Optional<number | null>;
  scope: string[];
  language: Optional<string>;
  unit_id: string;
  asked_again_at: Optional<Instant | null>;
  asked_again_by: Optional<string | null>;
  told_by: Optional<string | null>;
  overtaken_by_seq: Optional<number | null>;
  parcel_event_id: Optional<string | null>;
}

interface NoticeWishTable {
  id: string;
  person_index: Buffer;
  channels: string[];
  language: string;
  dossier_id: string;
  wished_at: Instant;
  recorded_by: string;
}

interface OutboxTable {
  id: string;
  topic: string;
  payload: Json;
  created_at: Instant;
  queued_at: Optional<Instant | null>;
  lane: Optional<string | null>;
}

interface PartyTable {
  id: string;
  dossier_id: string;
  role: string;
  kind: string;
  sealed: Buffer;
  number_index: Optional<Buffer | null>;
  phone_index: Optional<Buffer | null>;
  scope: string[];
  until_seq: Optional<number | null>;
}

interface PhaseTable {
  id: string;
  programme_id: string;
  label: string;
  ordinal: number;
  decision_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  removed_at: Optional<Instant | null>;
}

interface PostalOrderTable {
  id: string;
  dossier_id: string;
  service: string;
  source: string;
  parties_sealed: Optional<Buffer | null>;
  recipient_is_proxy: boolean;
  quote: Json | null;
  payment: string;
  cod_amount: number;
  ordered_by: Optional<string | null>;
  ordered_at: Instant;
  cancelled_at: Optional<Instant | null>;
  cancelled_by: Optional<string | null>;
  cancel_reason: Optional<string | null>;
  version: number;
  scope: string[];
  forgotten_at: Optional<Instant | null>;
}

interface PresenceTable {
  dossier_id: string;
  account_id: string;
  since: Instant;
  seen_at: Instant;
  doing: Optional<string | null>;
  scope: string[];
}

interface ProgrammeTable {
  id: string;
  title: string;
  aim: string;
  decision_id: string;
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  version: number;
}

interface ProgrammeEventTable {
  programme_id: string;
  seq: number;
  type: string;
  type_version: number;
  part_id: Optional<string | null>;
  payload: Json;
  basis_kind: string;
  basis_id: string;
  actor_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
}

interface ProgrammeGoalTable {
  id: string;
  programme_id: string;
  name: string;
  measure: string;
  counted_in: string;
  target: number;
  target_day: PlainDate;
  removed_at: Optional<Instant | null>;
}

interface QuarantinedEventTable {
  id: string;
  source: string;
  source_id: string;
  waybill: Optional<string | null>;
  order_number: Optional<string | null>;
  type: string;
  at: Instant;
  payload: Json | null;
  received_at: Instant;
  settled_at: Optional<Instant | null>;
  settled_by: Optional<string | null>;
  settled_as: Optional<string | null>;
  shipment_id: Optional<string | null>;
  payload_sealed: Optional<Buffer | null>;
}

interface RatingTable {
  dossier_id: string;
  seq: number;
  level: string;
  rated_at: Instant;
  unit_id: string;
  counter_id: Optional<string | null>;
  field_code: string;
  procedure_code: string;
  received_at: Instant;
}

interface RegisterClosedFieldTable {
  unit_id: string;
  year: number;
  field_code: string;
  closing_id: string;
}

interface RegisterClosingTable {
  id: string;
  unit_id: string;
  year: number;
  fields: string[];
  entries: number;
  basis_kind: string;
  basis_id: string;
  closed_by: string;
  closed_at: Instant;
}

interface ResolutionVerdictTable {
  resolution_id: string;
  day: PlainDate;
  accepted: boolean;
  words: Optional<string>;
  verified_by: string;
  verified_by_post: string;
  recorded_at: Instant;
}

interface SampleDrawTable {
  unit_id: string;
  day: PlainDate;
  seed: Buffer;
  percent: number;
  least: number;
  acts: number;
  chosen: number;
  drawn_at: Instant;
}

interface SampleVerdictTable {
  dossier_id: string;
  seq: number;
  verdict: string;
  kind: Optional<string | null>;
  words_sealed: Optional<Buffer | null>;
  judged_by: string;
  judged_by_post: string;
  judged_at: Instant;
  scope: string[];
}

interface ShipmentTable {
  id: string;
  order_id: string;
  dossier_id: string;
  leg: string;
  waybill: Optional<string | null>;
  carrier: string;
  order_number: string;
  packet_id: Optional<string | null>;
  weight_grams: Optional<number | null>;
  accepted_on: Optional<PlainDate | null>;
  due_on: Optional<PlainDate | null>;
  due_provisional: boolean;
  state: string;
  state_since: Optional<Instant | null>;
  live: boolean;
  attempts: number;
  invitations: number;
  working_days: Optional<number | null>;
  ordered_at: Instant;
  told_at: Optional<Instant | null>;
  recall_asked_at: Optional<Instant | null>;
  recall_asked_by: Optional<string | null>;
  scope: string[];
  asked_at: Optional<Instant | null>;
}

interface ShipmentEventTable {
  id: string;
  shipment_id: string;
  source: string;
  source_id: string;
  type: string;
  at: Instant;
  recorded_at: Instant;
  withdrawn: boolean;
  place: Optional<string | null>;
  reason: Optional<string | null>;
  next_on: Optional<PlainDate | null>;
  code: Optional<string | null>;
  message: Optional<string | null>;
  actor_id: Optional<string | null>;
  proof_sealed: Optional<Buffer | null>;
  signature_file_id: Optional<string | null>;
  photo_file_id: Optional<string | null>;
  scope: string[];
}

interface SiteOpeningTable {
  id: string;
  reception_point_id: string;
  seq: number;
  unit_id: string;
  opened_on: PlainDate;
  address: string;
  counters: Json;
  decal: boolean;
  decal_since: Optional<PlainDate | null>;
  equipment: Json;
  other_equipment: Optional<string>;
  present: Optional<string>;
  decision_id: Optional<string | null>;
  recorded_by: string;
  recorded_by_post: string;
  recorded_at: Instant;
}

interface SitePhotoTable {
  id: string;
  file_id: string;
  words: Optional<string>;
  position: number;
  opening_id: Optional<string | null>;
  survey_id: Optional<string | null>;
  item: Optional<string | null>;
  finding_id: Optional<string | null>;
  resolution_id: Optional<string | null>;
}

interface SiteWithdrawalTable {
  id: string;
  opening_id: Optional<string | null>;
  survey_id: Optional<string | null>;
  reason: string;
  withdrawn_by: string;
  withdrawn_by_post: string;
  withdrawn_at: Instant;
}

interface StaffFreedTable {
  id: string;
  unit_id: Optional<string | null>;
  agency_id: Optional<string | null>;
  post_title: string;
  persons: number;
  freed_on: PlainDate;
  mandate_id: Optional<string | null>;
  phase_id: Optional<string | null>;
  went_to: string;
  went_to_words: string;
  note: string;
  recorded_by: string;
  recorded_at: Instant;
}

interface StaffFreedWithdrawalTable {
  staff_freed_id: string;
  reason: string;
  withdrawn_by: string;
  withdrawn_at: Instant;
}

interface StockTakeTable {
  id: string;
  holder_kind: string;
  holder_id: string;
  expected: number;
  found: number;
  missing: number;
  elsewhere: number;
  taken_by: string;
  taken_at: Instant;
  scope: string[];
}

interface StockTakeLineTable {
  stock_take_id: string;
  position: number;
  scanned: Optional<string | null>;
  thing: Optional<string | null>;
  thing_id: Optional<string | null>;
  outcome: string;
  scope: string[];
}

interface SurveyTable {
  id: string;
  reception_point_id: string;
  unit_id: string;
  day: PlainDate;
  members: Optional<string>;
  checklist_version: number;
  note: Optional<string>;
  surveyed_by: string;
  surveyed_by_post: string;
  recorded_at: Instant;
}

interface SurveyAnswerTable {
  survey_id: string;
  item: string;
  answer: string;
  words: Optional<string>;
}

interface SurveyFindingTable {
  id: string;
  survey_id: string;
  item: Optional<string | null>;
  words: string;
  severity: string;
  deadline: PlainDate;
  responsible: string;
}

interface SuspensionTable {
  id: string;
  target: string;
  target_id: string;
  decision_id: string;
  reason: string;
  successor_id: Optional<string | null>;
  from_at: Instant;
  suspended_by: string;
  to_at: Optional<Instant | null>;
  lifted_by: Optional<string | null>;
}

interface TrainingTable {
  id: string;
  title: string;
  held_on: PlainDate;
  held_by: string;
  field_codes: string[];
  valid_from: PlainDate;
  valid_to: Optional<PlainDate | null>;
  basis_kind: string;
  basis_id: string;
  recorded_by: string;
  recorded_at: Instant;
}

interface UnitFormTable {
  id: string;
  unit_id: string;
  form: string;
  form_set: string;
  year: number;
  number: number;
  closing_id: Optional<string | null>;
  volume: Optional<number | null>;
  rows: number;
  sealed: Buffer;
  basis_kind: string;
  basis_id: string;
  issued_by: string;
  issued_at: Instant;
  scope: string[];
}

interface UnitFormDossierTable {
  form_id: string;
  dossier_id: string;
}

interface UnitFormFileTable {
  form_id: string;
  sha256: Buffer;
  bytes: number;
}

interface UnitPhoneTable {
  unit_id: string;
  set_at: Instant;
  phone: string;
  set_by: string;
  post_id: string;
}

interface VisitPointTable {
  id: string;
  address_index: Buffer;
  latitude: number;
  longitude: number;
  accuracy_metres: number;
  seen_at: Instant;
  seen_by: string;
  scope: string[];
}

interface WatchTaskTable {
  id: string;
  dossier_id: string;
  kind: string;
  about: Instant;
  part: Optional<string>;
  seq: Optional<number | null>;
  desk: string;
  place_id: string;
  account_id: Optional<string | null>;
  state: string;
  snoozed_until: Optional<Instant | null>;
  opened_at: Instant;
  settled_at: Optional<Instant | null>;
  settled_by: Optional<string | null>;
  words_sealed: Optional<Buffer | null>;
  scope: string[];
}

interface WaybillPoolTable {
  number: string;
  carrier: string;
  added_by: string;
  added_at: Instant;
  taken_at: Optional<Instant | null>;
  shipment_id: Optional<string | null>;
}

interface WaybillRangeTable {
  id: string;
  carrier: string;
  service: string;
  country: string;
  from_serial: number;
  to_serial: number;
  next_serial: number;
  reuse_months: number;
  opened_by: string;
  opened_at: Instant;
  closed_at: Optional<Instant | null>;
}

export interface Database {
  "nation.account": NationAccountTable;
  "nation.account_event": NationAccountEventTable;
  "nation.administrative_succession": NationAdministrativeSuccessionTable;
  "nation.administrative_unit": NationAdministrativeUnitTable;
  "nation.agency": NationAgencyTable;
  "nation.agency_code": NationAgencyCodeTable;
  "nation.calendar": NationCalendarTable;
  "nation.calendar_day": NationCalendarDayTable;
  "nation.calendar_entry": NationCalendarEntryTable;
  "nation.calendar_entry_withdrawal": NationCalendarEntryWithdrawalTable;
  "nation.competence": NationCompetenceTable;
  "nation.counter": NationCounterTable;
  "nation.dossier_code_format": NationDossierCodeFormatTable;
  "nation.earlier_unit_name": NationEarlierUnitNameTable;
  "nation.field": NationFieldTable;
  "nation.form_setting": NationFormSettingTable;
  "nation.installation": NationInstallationTable;
  "nation.migration": NationMigrationTable;
  "nation.one_stop_unit": NationOneStopUnitTable;
  "nation.place_succession": NationPlaceSuccessionTable;
  "nation.portal_record": NationPortalRecordTable;
  "nation.post_office": NationPostOfficeTable;
  "nation.postal_operator": NationPostalOperatorTable;
  "nation.procedure_version": NationProcedureVersionTable;
  "nation.procedure_warning": NationProcedureWarningTable;
  "nation.rate_bucket": NationRateBucketTable;
  "nation.reception_point": NationReceptionPointTable;
  "nation.reference_change": NationReferenceChangeTable;
  "nation.reference_epoch": NationReferenceEpochTable;
  "nation.reference_file": NationReferenceFileTable;
  "nation.reorganisation": NationReorganisationTable;
  "nation.reorganisation_event": NationReorganisationEventTable;
  "nation.session": NationSessionTable;
  "nation.space": NationSpaceTable;
  "nation.space_place": NationSpacePlaceTable;
  "nation.staff_post": NationStaffPostTable;
  "access_log": AccessLogTable;
  "accreditation": AccreditationTable;
  "act_sample": ActSampleTable;
  "agreement": AgreementTable;
  "assignment": AssignmentTable;
  "carrier_feed": CarrierFeedTable;
  "consultation": ConsultationTable;
  "container": ContainerTable;
  "coordination_rule": CoordinationRuleTable;
  "counted_money": CountedMoneyTable;
  "custody_act": CustodyActTable;
  "custody_charge": CustodyChargeTable;
  "custody_code": CustodyCodeTable;
  "custody_entry": CustodyEntryTable;
  "custody_file": CustodyFileTable;
  "custody_number": CustodyNumberTable;
  "custody_outsider": CustodyOutsiderTable;
  "custody_place": CustodyPlaceTable;
  "custody_signature": CustodySignatureTable;
  "custody_task": CustodyTaskTable;
  "custody_upload": CustodyUploadTable;
  "custody_upload_part": CustodyUploadPartTable;
  "decision_scan": DecisionScanTable;
  "decision_scan_withdrawal": DecisionScanWithdrawalTable;
  "dossier": DossierTable;
  "dossier_code_counter": DossierCodeCounterTable;
  "dossier_correction": DossierCorrectionTable;
  "dossier_event": DossierEventTable;
  "dossier_group": DossierGroupTable;
  "dossier_group_counter": DossierGroupCounterTable;
  "dossier_group_row": DossierGroupRowTable;
  "dossier_search": DossierSearchTable;
  "dossier_step": DossierStepTable;
  "draft": DraftTable;
  "event_note": EventNoteTable;
  "file": FileTable;
  "finding_resolution": FindingResolutionTable;
  "form_counter": FormCounterTable;
  "form_issue": FormIssueTable;
  "guidance": GuidanceTable;
  "hand_over": HandOverTable;
  "hand_over_cash": HandOverCashTable;
  "hand_over_line": HandOverLineTable;
  "hand_over_taking": HandOverTakingTable;
  "idempotency": IdempotencyTable;
  "import_batch": ImportBatchTable;
  "imported_dossier": ImportedDossierTable;
  "incident": IncidentTable;
  "incident_entry": IncidentEntryTable;
  "internal_procedure": InternalProcedureTable;
  "item": ItemTable;
  "mail_route": MailRouteTable;
  "mail_route_version": MailRouteVersionTable;
  "mail_run_extra": MailRunExtraTable;
  "mail_run_note": MailRunNoteTable;
  "mandate": MandateTable;
  "mandate_decision": MandateDecisionTable;
  "mandate_epoch": MandateEpochTable;
  "mandate_event": MandateEventTable;
  "mandate_figures": MandateFiguresTable;
  "mandate_file": MandateFileTable;
  "manifest": ManifestTable;
  "manifest_line": ManifestLineTable;
  "notice": NoticeTable;
  "notice_wish": NoticeWishTable;
  "outbox": OutboxTable;
  "party": PartyTable;
  "phase": PhaseTable;
  "postal_order": PostalOrderTable;
  "presence": PresenceTable;
  "programme": ProgrammeTable;
  "programme_event": ProgrammeEventTable;
  "programme_goal": ProgrammeGoalTable;
  "quarantined_event": QuarantinedEventTable;
  "rating": RatingTable;
  "register_closed_field": RegisterClosedFieldTable;
  "register_closing": RegisterClosingTable;
  "resolution_verdict": ResolutionVerdictTable;
  "sample_draw": SampleDrawTable;
  "sample_verdict": SampleVerdictTable;
  "shipment": ShipmentTable;
  "shipment_event": ShipmentEventTable;
  "site_opening": SiteOpeningTable;
  "site_photo": SitePhotoTable;
  "site_withdrawal": SiteWithdrawalTable;
  "staff_freed": StaffFreedTable;
  "staff_freed_withdrawal": StaffFreedWithdrawalTable;
  "stock_take": StockTakeTable;
  "stock_take_line": StockTakeLineTable;
  "survey": SurveyTable;
  "survey_answer": SurveyAnswerTable;
  "survey_finding": SurveyFindingTable;
  "suspension": SuspensionTable;
  "training": TrainingTable;
  "unit_form": UnitFormTable;
  "unit_form_dossier": UnitFormDossierTable;
  "unit_form_file": UnitFormFileTable;
  "unit_phone": UnitPhoneTable;
  "visit_point": VisitPointTable;
  "watch_task": WatchTaskTable;
  "waybill_pool": WaybillPoolTable;
  "waybill_range": WaybillRangeTable;
}

/** The type of each column as PostgreSQL writes it in a cast, in the order of the table. */
export const COLUMN_TYPES = {
  "nation.account": { id: "uuid", username: "text", full_name: "text", employer: "text", employer_kind: "text", password_hash: "text", totp_sealed: "bytea", totp_last_step: "int8", failed_attempts: "int4", locked_until: "timestamptz", revocation_epoch: "int4", valid_from: "date", valid_to: "date", demo_password: "text", number_index: "bytea", must_change_password: "bool", closed_at: "timestamptz", successor_id: "uuid", version: "int4" },
  "nation.account_event": { account_id: "uuid", seq: "int4", type: "text", type_version: "int2", payload: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", reason: "text", recorded_at: "timestamptz" },
  "nation.administrative_succession": { predecessor_code: "text", successor_code: "text", succeeded_on: "date", changed_here: "bool", whole: "bool", mark: "text", source: "text" },
  "nation.administrative_unit": { code: "text", name: "text", kind: "text", parent_code: "text", valid_from: "date", valid_to: "date", source: "text", changed_here: "bool", search_key: "text", name_key: "text", mark: "text" },
  "nation.agency": { id: "uuid", key: "text", name: "text", kind: "text", administrative_unit_code: "text", valid_from: "date", valid_to: "date", changed_here: "bool" },
  "nation.agency_code": { agency_id: "uuid", format_id: "text", code: "text", valid_from: "date", valid_to: "date", mark: "text", source: "text", changed_here: "bool" },
  "nation.calendar": { id: "text", name: "text", content: "jsonb" },
  "nation.calendar_day": { calendar_id: "text", day: "date", content: "jsonb" },
  "nation.calendar_entry": { id: "uuid", space_id: "text", place_kind: "text", place_id: "text", content: "jsonb", decision: "jsonb", basis_kind: "text", basis_id: "text", recorded_by: "uuid", recorded_at: "timestamptz" },
  "nation.calendar_entry_withdrawal": { entry_id: "uuid", reason: "text", basis_kind: "text", basis_id: "text", withdrawn_by: "uuid", withdrawn_at: "timestamptz" },
  "nation.competence": { field_code: "text", level: "text", agency_id: "uuid", valid_from: "date", valid_to: "date", changed_here: "bool" },
  "nation.counter": { id: "uuid", key: "text", label: "text", reception_point_id: "uuid", post_office_id: "uuid", changed_here: "bool", valid_from: "date", valid_to: "date" },
  "nation.dossier_code_format": { id: "text", content: "jsonb", valid_from: "date", valid_to: "date" },
  "nation.earlier_unit_name": { name: "text", kind: "text", parent_code: "text", successor_code: "text", succeeded_on: "date", name_key: "text", mark: "text", source: "text" },
  "nation.field": { code: "text", name: "text", changed_here: "bool" },
  "nation.form_setting": { form: "text", form_set: "text", paper_size: "text", copies: "int2", valid_from: "date", valid_to: "date", mark: "text", source: "text" },
  "nation.installation": { one: "bool", key_fingerprint: "bytea", demo: "bool", demo_building: "jsonb" },
  "nation.migration": { scope: "text", name: "text", checksum: "text", applied_at: "timestamptz" },
  "nation.one_stop_unit": { id: "uuid", key: "text", name: "text", governing_body: "text", agency_id: "uuid", administrative_unit_code: "text", calendar_id: "text", valid_from: "date", valid_to: "date", changed_here: "bool" },
  "nation.place_succession": { predecessor_id: "uuid", kind: "text", successor_id: "uuid", succeeded_on: "date", reorganisation_id: "uuid" },
  "nation.portal_record": { code: "text", sha256: "bytea", record: "jsonb", read_at: "timestamptz" },
  "nation.post_office": { id: "uuid", key: "text", name: "text", address: "text", valid_from: "date", valid_to: "date", changed_here: "bool", operator_id: "uuid" },
  "nation.postal_operator": { id: "uuid", key: "text", name: "text", mark: "text", source: "text" },
  "nation.procedure_version": { id: "uuid", code: "text", name: "text", search_key: "text", field_code: "text", valid_from: "date", valid_to: "date", content: "jsonb", changed_here: "bool", origin: "text", record_sha256: "bytea", published_at: "timestamptz", published_by: "uuid", replaces_id: "uuid", withdrawn_at: "timestamptz" },
  "nation.procedure_warning": { version_id: "uuid", position: "int2", kind: "text", path: "text", words: "text", acknowledged_at: "timestamptz", acknowledged_by: "uuid" },
  "nation.rate_bucket": { key: "text", window_start: "timestamptz", hits: "int4" },
  "nation.reception_point": { id: "uuid", key: "text", name: "text", address: "text", one_stop_unit_id: "uuid", valid_from: "date", valid_to: "date", changed_here: "bool" },
  "nation.reference_change": { id: "uuid", table_name: "text", row_key: "text", before: "jsonb", after: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", reason: "text", recorded_at: "timestamptz" },
  "nation.reference_epoch": { one: "bool", epoch: "int8" },
  "nation.reference_file": { name: "text", sha256: "bytea" },
  "nation.reorganisation": { id: "uuid", space_id: "text", title: "text", decision: "jsonb", effective_on: "date", plan: "jsonb", status: "text", version: "int4" },
  "nation.reorganisation_event": { reorganisation_id: "uuid", seq: "int4", type: "text", payload: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", recorded_at: "timestamptz" },
  "nation.session": { token_hash: "bytea", account_id: "uuid", counter_id: "uuid", revocation_epoch: "int4", created_at: "timestamptz", expires_at: "timestamptz" },
  "nation.space": { id: "text", schema_name: "text", title: "text" },
  "nation.space_place": { place_id: "uuid", space_id: "text", valid_from: "date", valid_to: "date", changed_here: "bool" },
  "nation.staff_post": { id: "uuid", account_id: "uuid", role: "text", one_stop_unit_id: "uuid", agency_id: "uuid", post_office_id: "uuid", valid_from: "date", valid_to: "date", successor_id: "uuid" },
  "access_log": { id: "uuid", at: "timestamptz", account_id: "uuid", route: "text", dossier_id: "uuid", outcome: "text", request_id: "text" },
  "accreditation": { id: "uuid", account_id: "uuid", field_code: "text", held_on: "date", valid_from: "date", valid_to: "date", result: "text", training_id: "uuid", withdrawn_at: "timestamptz", withdrawn_by: "uuid", withdrawal_reason: "text" },
  "act_sample": { dossier_id: "uuid", seq: "int4", unit_id: "uuid", day: "date", mandate_id: "uuid", account_id: "uuid", post_office_id: "uuid", field_code: "text", procedure_code: "text", scope: "uuid[]" },
  "agreement": { id: "uuid", programme_id: "uuid", number: "text", signed_on: "date", agency_id: "uuid", agency_words: "text", operator_id: "uuid", post_office_id: "uuid", post_words: "text", content: "text", file_id: "uuid", valid_from: "date", valid_to: "date", removed_at: "timestamptz" },
  "assignment": { id: "uuid", account_id: "uuid", unit_id: "uuid", task: "text", dossier_id: "uuid", procedure_code: "text", reason: "text", stands_by: "bool", valid_from: "date", valid_to: "date", given_by: "uuid", given_by_post: "uuid", given_at: "timestamptz", revoked_at: "timestamptz", revoked_by: "uuid" },
  "carrier_feed": { carrier: "text", last_id: "text", polled_at: "timestamptz", failing_since: "timestamptz", last_error: "text" },
  "consultation": { id: "uuid", dossier_id: "uuid", asked_seq: "int4", agency_id: "uuid", asking_agency_id: "uuid", code: "text", procedure_name: "text", state: "text", answer_by: "date", question_sealed: "bytea", asked_by: "uuid", asked_at: "timestamptz", answer_sealed: "bytea", answered_by: "uuid", answered_at: "timestamptz", scope: "uuid[]" },
  "container": { id: "uuid", kind: "text", code: "text", seal: "text", dossier_id: "uuid", holder_kind: "text", holder_id: "uuid", custody_seq: "int4", made_at: "timestamptz", scope: "uuid[]" },
  "coordination_rule": { id: "uuid", programme_id: "uuid", kind: "text", unit_id: "uuid", times: "text[]", topic: "text", answer_role: "text", answer_agency_id: "uuid", within_hours: "int2", counter_id: "uuid", stand_in_kind: "text", stand_in_id: "uuid", note: "text", decision_id: "uuid", valid_from: "date", valid_to: "date", removed_at: "timestamptz" },
  "counted_money": { hand_over_id: "uuid", seq: "int2", amount: "int8", counted_by: "uuid", witness: "text", reason: "text", basis_kind: "text", basis_id: "text", counted_at: "timestamptz" },
  "custody_act": { id: "uuid", type: "text", manifest_id: "uuid", signature_id: "uuid", actor_id: "uuid", occurred_at: "timestamptz", recorded_at: "timestamptz", scope: "uuid[]", shipment_id: "uuid" },
  "custody_charge": { place_id: "uuid", seq: "int4", responsible_id: "uuid", reason: "text", giver_signature_id: "uuid", receiver_signature_id: "uuid", actor_id: "uuid", recorded_at: "timestamptz", scope: "uuid[]" },
  "custody_code": { id: "uuid", outsider_id: "uuid", manifest_id: "uuid", code_sealed: "bytea", made_at: "timestamptz", expires_at: "timestamptz", tries: "int2", used_at: "timestamptz", scope: "uuid[]" },
  "custody_entry": { thing_id: "uuid", seq: "int4", type: "text", dossier_id: "uuid", dossier_seq: "int4", from_kind: "text", from_id: "uuid", to_kind: "text", to_id: "uuid", signature_file_id: "uuid", actor_id: "uuid", occurred_at: "timestamptz", recorded_at: "timestamptz", scope: "uuid[]", originals: "int2", copies: "int2", thing: "text", act_id: "uuid", seal: "text" },
  "custody_file": { id: "uuid", purpose: "text", sha256: "bytea", bytes: "int4", media_type: "text", uploaded_by: "uuid", uploaded_at: "timestamptz", scope: "uuid[]" },
  "custody_number": { year: "int2", last: "int4" },
  "custody_outsider": { id: "uuid", sealed: "bytea", recorded_at: "timestamptz", scope: "uuid[]" },
  "custody_place": { id: "uuid", kind: "text", code: "text", name: "text", belongs_to: "uuid", responsible_id: "uuid", opened_at: "timestamptz", closed_at: "timestamptz", version: "int4", scope: "uuid[]" },
  "custody_signature": { id: "uuid", kind: "text", signer_kind: "text", signer_id: "uuid", file_id: "uuid", signed_at: "timestamptz", recorded_at: "timestamptz", recorded_by: "uuid", scope: "uuid[]" },
  "custody_task": { id: "uuid", kind: "text", thing: "text", thing_id: "uuid", scanned: "text", manifest_id: "uuid", signature_id: "uuid", photo_file_id: "uuid", claimed_kind: "text", claimed_id: "uuid", note_sealed: "bytea", found_by: "uuid", found_at: "timestamptz", recorded_at: "timestamptz", settled_at: "timestamptz", settled_by: "uuid", settled_words_sealed: "bytea", scope: "uuid[]", shipment_id: "uuid" },
  "custody_upload": { id: "uuid", account_id: "uuid", purpose: "text", bytes: "int4", received: "int4", begun_at: "timestamptz", file_id: "uuid" },
  "custody_upload_part": { upload_id: "uuid", starts_at: "int4", content: "bytea" },
  "decision_scan": { decision_id: "uuid", file_id: "uuid", position: "int2", added_by: "uuid", added_at: "timestamptz" },
  "decision_scan_withdrawal": { decision_id: "uuid", position: "int2", withdrawn_by: "uuid", withdrawn_at: "timestamptz", reason: "text" },
  "dossier": { id: "uuid", code: "text", version: "int4", procedure_version_id: "uuid", procedure_code: "text", procedure_name: "text", field_code: "text", channel: "text", limit_case: "text", received_as: "text", helped_at_unit_id: "uuid", received_at_unit_id: "uuid", deciding_agency_id: "uuid", reception_point_id: "uuid", counter_id: "uuid", received_at: "timestamptz", received_by: "uuid", due_at: "timestamptz", due_provisional: "bool", due_explanation: "jsonb", business_status: "text", money_status: "text", delivery_status: "text", sync_status: "text", fee_due: "int8", return_method: "text", dossier_sets: "int2", assisted_writing: "bool", missing_papers_reason: "text", remarks_sealed: "bytea", track_secret_sealed: "bytea", applicant_name: "text", case_officer_id: "uuid", prepared_by: "uuid", outcome: "text", result_file_id: "uuid", result_number: "text", scope: "uuid[]", imported_from: "text", awaiting_by: "uuid", receipt_due: "text", resumes_to: "text[]", supplements: "int2", extended: "bool", whole_id: "uuid", part_key: "text", statistical_due_at: "timestamptz", collected_at_unit_id: "uuid", result_at_unit_id: "uuid" },
  "dossier_code_counter": { agency_code: "text", day: "date", last: "int4" },
  "dossier_correction": { dossier_id: "uuid", seq: "int4", sealed: "bytea", scope: "uuid[]" },
  "dossier_event": { dossier_id: "uuid", seq: "int4", type: "text", type_version: "int2", payload: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", counter_id: "uuid", request_id: "text", occurred_at: "timestamptz", recorded_at: "timestamptz", scope: "uuid[]" },
  "dossier_group": { id: "uuid", code: "text", name: "text", name_key: "text", unit_id: "uuid", counter_id: "uuid", procedure_version_id: "uuid", procedure_code: "text", procedure_name: "text", opened_by: "uuid", opened_at: "timestamptz", scope: "uuid[]" },
  "dossier_group_counter": { unit_id: "uuid", day: "date", last: "int4" },
  "dossier_group_row": { dossier_id: "uuid", group_id: "uuid", row_id: "uuid", position: "int2", scope: "uuid[]" },
  "dossier_search": { dossier_id: "uuid", unit_id: "uuid", agency_id: "uuid", code: "text", name_key: "text", received_at: "timestamptz" },
  "dossier_step": { dossier_id: "uuid", key: "text", position: "int2", code: "text", procedure_name: "text", internal_procedure_id: "uuid", name: "text", role: "text", place_id: "uuid", state: "text", holder_id: "uuid", in_place_of: "uuid", opened_at: "timestamptz", taken_at: "timestamptz", finished_at: "timestamptz", due_at: "timestamptz", due_provisional: "bool", papers: "jsonb", scope: "uuid[]" },
  "draft": { id: "uuid", account_id: "uuid", version: "int4", sealed: "bytea", updated_at: "timestamptz" },
  "event_note": { dossier_id: "uuid", seq: "int4", sealed: "bytea", scope: "uuid[]" },
  "file": { id: "uuid", dossier_id: "uuid", purpose: "text", sha256: "bytea", bytes: "int4", media_type: "text", name: "text", uploaded_by: "uuid", uploaded_at: "timestamptz", scope: "uuid[]" },
  "finding_resolution": { id: "uuid", finding_id: "uuid", seq: "int4", day: "date", words: "text", resolved_by: "uuid", resolved_by_post: "uuid", recorded_at: "timestamptz" },
  "form_counter": { unit_id: "uuid", year: "int2", form: "text", last: "int4" },
  "form_issue": { id: "uuid", dossier_id: "uuid", seq: "int4", form: "text", form_set: "text", unit_id: "uuid", year: "int2", number: "int4", sealed: "bytea", issued_at: "timestamptz", scope: "uuid[]" },
  "guidance": { id: "uuid", at: "timestamptz", day: "date", account_id: "uuid", unit_id: "uuid", counter_id: "uuid", field_code: "text", procedure_code: "text", minutes: "int2", outcome: "text", basis_kind: "text", basis_id: "text", withdrawn_at: "timestamptz" },
  "hand_over": { id: "uuid", cause: "text", cause_id: "uuid", target: "text", target_id: "uuid", successor_id: "uuid", reason: "text", basis_kind: "text", basis_id: "text", actor_id: "uuid", drafts: "int4", recorded_at: "timestamptz" },
  "hand_over_cash": { hand_over_id: "uuid", unit_id: "uuid" },
  "hand_over_line": { hand_over_id: "uuid", dossier_id: "uuid", code: "text", papers: "int2", matter: "bool", to_kind: "text", to_id: "uuid", fee: "int8", paper_names: "text[]", steps: "int2" },
  "hand_over_taking": { id: "uuid", hand_over_id: "uuid", unit_id: "uuid", count_seq: "int2", taken_by: "uuid", basis_kind: "text", basis_id: "text", taken_at: "timestamptz" },
  "idempotency": { account_id: "uuid", key: "text", route: "text", request_hash: "bytea", answer: "jsonb", created_at: "timestamptz" },
  "import_batch": { id: "uuid", system: "text", file_name: "text", started_at: "timestamptz", finished_at: "timestamptz", imported: "int4" },
  "imported_dossier": { dossier_id: "uuid", system: "text", old_code: "text", row_sha256: "bytea", imported_at: "timestamptz", batch_id: "uuid" },
  "incident": { id: "uuid", shipment_id: "uuid", dossier_id: "uuid", kind: "text", source: "text", opened_on: "date", opened_at: "timestamptz", state: "text", live: "bool", next_due_on: "date", version: "int4", scope: "uuid[]" },
  "incident_entry": { incident_id: "uuid", seq: "int4", type: "text", payload: "jsonb", words_sealed: "bytea", file_id: "uuid", actor_id: "uuid", recorded_at: "timestamptz" },
  "internal_procedure": { id: "uuid", procedure_version_id: "uuid", agency_id: "uuid", valid_from: "date", steps: "jsonb", decision_number: "text", decided_on: "date", signer: "text", basis_id: "uuid", recorded_by: "uuid", recorded_at: "timestamptz" },
  "item": { id: "uuid", dossier_id: "uuid", position: "int2", kind: "text", paper_id: "text", name: "text", originals: "int2", copies: "int2", shown: "bool", note: "text", holder_kind: "text", holder_id: "uuid", custody_seq: "int4", scope: "uuid[]", struck: "bool", originals_back: "bool" },
  "mail_route": { id: "uuid", name: "text", ended_on: "date", opened_by: "uuid", opened_at: "timestamptz", scope: "uuid[]" },
  "mail_route_version": { route_id: "uuid", version: "int4", valid_from: "date", valid_to: "date", weekdays: "int4[]", on_make_up_days: "bool", vehicle: "text", capacity: "int4", driver_id: "uuid", stops: "jsonb", changed_by: "uuid", changed_at: "timestamptz" },
  "mail_run_extra": { id: "uuid", route_id: "uuid", day: "date", from_minute: "int4", at_fault: "text", ordered_by: "uuid", ordered_at: "timestamptz" },
  "mail_run_note": { id: "uuid", route_id: "uuid", extra_id: "uuid", day: "date", position: "int4", kind: "text", reason: "text", expected_minute: "int4", noted_by: "uuid", noted_at: "timestamptz" },
  "mandate": { id: "uuid", decision_id: "uuid", unit_id: "uuid", post_office_id: "uuid", tasks: "text[]", field_codes: "text[]", procedure_codes: "text[]", except_procedure_codes: "text[]", autonomy: "text", status: "text", valid_from: "date", valid_to: "date", counter_ids: "uuid[]", conditions: "text", drafted_by: "uuid[]", version: "int4", phase_id: "uuid" },
  "mandate_decision": { id: "uuid", number: "text", issuer: "text", title: "text", issued_on: "date", source: "text" },
  "mandate_epoch": { one: "bool", epoch: "int8" },
  "mandate_event": { mandate_id: "uuid", seq: "int4", type: "text", type_version: "int2", payload: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", occurred_at: "timestamptz", recorded_at: "timestamptz" },
  "mandate_figures": { mandate_id: "uuid", seq: "int4", content: "jsonb", taken_at: "timestamptz" },
  "mandate_file": { id: "uuid", sha256: "bytea", bytes: "int4", media_type: "text", name: "text", uploaded_by: "uuid", uploaded_at: "timestamptz" },
  "manifest": { id: "uuid", number: "text", from_kind: "text", from_id: "uuid", to_kind: "text", to_id: "uuid", lines: "int4", state: "text", received_as: "text", offered_by: "uuid", offered_at: "timestamptz", offer_signature_id: "uuid", taken_by_kind: "text", taken_by_id: "uuid", taken_at: "timestamptz", settled_at: "timestamptz", settled_by: "uuid", accept_signature_id: "uuid", accepted: "int4", reason_sealed: "bytea", scope: "uuid[]" },
  "manifest_line": { manifest_id: "uuid", position: "int2", thing: "text", thing_id: "uuid", seal: "text", outcome: "text", scope: "uuid[]", originals: "int4", copies: "int4", dossier_id: "uuid" },
  "notice": { id: "uuid", dossier_id: "uuid", seq: "int4", kind: "text", channel: "text", state: "text", recipient_sealed: "bytea", created_at: "timestamptz", attempts: "int4", claimed_until: "timestamptz", tried_at: "timestamptz", sent_at: "timestamptz", problem: "text", answer: "text", delivered_seq: "int4", scope: "uuid[]", language: "text", unit_id: "uuid", asked_again_at: "timestamptz", asked_again_by: "uuid", told_by: "uuid", overtaken_by_seq: "int4", parcel_event_id: "uuid" },
  "notice_wish": { id: "uuid", person_index: "bytea", channels: "text[]", language: "text", dossier_id: "uuid", wished_at: "timestamptz", recorded_by: "uuid" },
  "outbox": { id: "uuid", topic: "text", payload: "jsonb", created_at: "timestamptz", queued_at: "timestamptz", lane: "uuid" },
  "party": { id: "uuid", dossier_id: "uuid", role: "text", kind: "text", sealed: "bytea", number_index: "bytea", phone_index: "bytea", scope: "uuid[]", until_seq: "int4" },
  "phase": { id: "uuid", programme_id: "uuid", label: "text", ordinal: "int2", decision_id: "uuid", valid_from: "date", valid_to: "date", removed_at: "timestamptz" },
  "postal_order": { id: "uuid", dossier_id: "uuid", service: "text", source: "text", parties_sealed: "bytea", recipient_is_proxy: "bool", quote: "jsonb", payment: "text", cod_amount: "int4", ordered_by: "uuid", ordered_at: "timestamptz", cancelled_at: "timestamptz", cancelled_by: "uuid", cancel_reason: "text", version: "int4", scope: "uuid[]", forgotten_at: "timestamptz" },
  "presence": { dossier_id: "uuid", account_id: "uuid", since: "timestamptz", seen_at: "timestamptz", doing: "text", scope: "uuid[]" },
  "programme": { id: "uuid", title: "text", aim: "text", decision_id: "uuid", valid_from: "date", valid_to: "date", version: "int4" },
  "programme_event": { programme_id: "uuid", seq: "int4", type: "text", type_version: "int2", part_id: "uuid", payload: "jsonb", basis_kind: "text", basis_id: "text", actor_id: "uuid", occurred_at: "timestamptz", recorded_at: "timestamptz" },
  "programme_goal": { id: "uuid", programme_id: "uuid", name: "text", measure: "text", counted_in: "text", target: "int8", target_day: "date", removed_at: "timestamptz" },
  "quarantined_event": { id: "uuid", source: "text", source_id: "text", waybill: "text", order_number: "text", type: "text", at: "timestamptz", payload: "jsonb", received_at: "timestamptz", settled_at: "timestamptz", settled_by: "uuid", settled_as: "text", shipment_id: "uuid", payload_sealed: "bytea" },
  "rating": { dossier_id: "uuid", seq: "int4", level: "text", rated_at: "timestamptz", unit_id: "uuid", counter_id: "uuid", field_code: "text", procedure_code: "text", received_at: "timestamptz" },
  "register_closed_field": { unit_id: "uuid", year: "int2", field_code: "text", closing_id: "uuid" },
  "register_closing": { id: "uuid", unit_id: "uuid", year: "int2", fields: "text[]", entries: "int4", basis_kind: "text", basis_id: "text", closed_by: "uuid", closed_at: "timestamptz" },
  "resolution_verdict": { resolution_id: "uuid", day: "date", accepted: "bool", words: "text", verified_by: "uuid", verified_by_post: "uuid", recorded_at: "timestamptz" },
  "sample_draw": { unit_id: "uuid", day: "date", seed: "bytea", percent: "int2", least: "int2", acts: "int4", chosen: "int4", drawn_at: "timestamptz" },
  "sample_verdict": { dossier_id: "uuid", seq: "int4", verdict: "text", kind: "text", words_sealed: "bytea", judged_by: "uuid", judged_by_post: "uuid", judged_at: "timestamptz", scope: "uuid[]" },
  "shipment": { id: "uuid", order_id: "uuid", dossier_id: "uuid", leg: "text", waybill: "text", carrier: "text", order_number: "text", packet_id: "uuid", weight_grams: "int4", accepted_on: "date", due_on: "date", due_provisional: "bool", state: "text", state_since: "timestamptz", live: "bool", attempts: "int2", invitations: "int2", working_days: "int2", ordered_at: "timestamptz", told_at: "timestamptz", recall_asked_at: "timestamptz", recall_asked_by: "uuid", scope: "uuid[]", asked_at: "timestamptz" },
  "shipment_event": { id: "uuid", shipment_id: "uuid", source: "text", source_id: "text", type: "text", at: "timestamptz", recorded_at: "timestamptz", withdrawn: "bool", place: "text", reason: "text", next_on: "date", code: "text", message: "text", actor_id: "uuid", proof_sealed: "bytea", signature_file_id: "uuid", photo_file_id: "uuid", scope: "uuid[]" },
  "site_opening": { id: "uuid", reception_point_id: "uuid", seq: "int4", unit_id: "uuid", opened_on: "date", address: "text", counters: "jsonb", decal: "bool", decal_since: "date", equipment: "jsonb", other_equipment: "text", present: "text", decision_id: "uuid", recorded_by: "uuid", recorded_by_post: "uuid", recorded_at: "timestamptz" },
  "site_photo": { id: "uuid", file_id: "uuid", words: "text", position: "int4", opening_id: "uuid", survey_id: "uuid", item: "text", finding_id: "uuid", resolution_id: "uuid" },
  "site_withdrawal": { id: "uuid", opening_id: "uuid", survey_id: "uuid", reason: "text", withdrawn_by: "uuid", withdrawn_by_post: "uuid", withdrawn_at: "timestamptz" },
  "staff_freed": { id: "uuid", unit_id: "uuid", agency_id: "uuid", post_title: "text", persons: "int2", freed_on: "date", mandate_id: "uuid", phase_id: "uuid", went_to: "text", went_to_words: "text", note: "text", recorded_by: "uuid", recorded_at: "timestamptz" },
  "staff_freed_withdrawal": { staff_freed_id: "uuid", reason: "text", withdrawn_by: "uuid", withdrawn_at: "timestamptz" },
  "stock_take": { id: "uuid", holder_kind: "text", holder_id: "uuid", expected: "int4", found: "int4", missing: "int4", elsewhere: "int4", taken_by: "uuid", taken_at: "timestamptz", scope: "uuid[]" },
  "stock_take_line": { stock_take_id: "uuid", position: "int4", scanned: "text", thing: "text", thing_id: "uuid", outcome: "text", scope: "uuid[]" },
  "survey": { id: "uuid", reception_point_id: "uuid", unit_id: "uuid", day: "date", members: "text", checklist_version: "int4", note: "text", surveyed_by: "uuid", surveyed_by_post: "uuid", recorded_at: "timestamptz" },
  "survey_answer": { survey_id: "uuid", item: "text", answer: "text", words: "text" },
  "survey_finding": { id: "uuid", survey_id: "uuid", item: "text", words: "text", severity: "text", deadline: "date", responsible: "text" },
  "suspension": { id: "uuid", target: "text", target_id: "text", decision_id: "uuid", reason: "text", successor_id: "uuid", from_at: "timestamptz", suspended_by: "uuid", to_at: "timestamptz", lifted_by: "uuid" },
  "training": { id: "uuid", title: "text", held_on: "date", held_by: "text", field_codes: "text[]", valid_from: "date", valid_to: "date", basis_kind: "text", basis_id: "text", recorded_by: "uuid", recorded_at: "timestamptz" },
  "unit_form": { id: "uuid", unit_id: "uuid", form: "text", form_set: "text", year: "int2", number: "int4", closing_id: "uuid", volume: "int2", rows: "int4", sealed: "bytea", basis_kind: "text", basis_id: "text", issued_by: "uuid", issued_at: "timestamptz", scope: "uuid[]" },
  "unit_form_dossier": { form_id: "uuid", dossier_id: "uuid" },
  "unit_form_file": { form_id: "uuid", sha256: "bytea", bytes: "int4" },
  "unit_phone": { unit_id: "uuid", set_at: "timestamptz", phone: "text", set_by: "uuid", post_id: "text" },
  "visit_point": { id: "uuid", address_index: "bytea", latitude: "float8", longitude: "float8", accuracy_metres: "int4", seen_at: "timestamptz", seen_by: "uuid", scope: "uuid[]" },
  "watch_task": { id: "uuid", dossier_id: "uuid", kind: "text", about: "timestamptz", part: "text", seq: "int4", desk: "text", place_id: "uuid", account_id: "uuid", state: "text", snoozed_until: "timestamptz", opened_at: "timestamptz", settled_at: "timestamptz", settled_by: "uuid", words_sealed: "bytea", scope: "uuid[]" },
  "waybill_pool": { number: "text", carrier: "text", added_by: "uuid", added_at: "timestamptz", taken_at: "timestamptz", shipment_id: "uuid" },
  "waybill_range": { id: "uuid", carrier: "text", service: "text", country: "text", from_serial: "int4", to_serial: "int4", next_serial: "int4", reuse_months: "int2", opened_by: "uuid", opened_at: "timestamptz", closed_at: "timestamptz" },
} as const satisfies Record<keyof Database, Readonly<Record<string, string>>>;
