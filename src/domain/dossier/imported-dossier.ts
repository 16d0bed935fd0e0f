import type { Channel } from "../catalogue/procedure.ts";
import { cleanText } from "../person/written-text.ts";
import type { PartyDetails } from "../person/party.ts";
import type { Instant } from "../shared/instant.ts";
import { dong, formatDong } from "../shared/money.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import { readDossierCode } from "./dossier-code.ts";
import type { ImportNote, ImportedStatus, Outcome } from "./dossier-payloads.ts";
import { type ImportFindings, type RejectReason, importFindings } from "./import-findings.ts";
import { readImportedApplicant } from "./imported-applicant.ts";
import { readChoices, readFeeDue } from "./imported-choices.ts";
import type { ImportFields } from "./imported-columns.ts";
import { type PastStep, readImportedHistory, withClosingSteps } from "./imported-history.ts";
import { type Moments, readMoments } from "./imported-moments.ts";
import { type ImportedPaper, readImportedPapers } from "./imported-papers.ts";
import { readImportedStatus } from "./imported-status.ts";

/** What a row of another system says of a dossier, understood; procedure and unit are still to be found. */
export interface ImportedDossier {
  /** As it is stored and searched: the citizen's old slip still finds the dossier. */
  readonly code: string;
  readonly oldCode: string;
  /** Code of the national database, without the province's ending. */
  readonly procedureCode: string;
  readonly unit: string;
  readonly commune: string | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly status: ImportedStatus;
  readonly statedStatus: string;
  readonly outcome: Outcome | null;
  readonly resultNumber: string | null;
  readonly channel: Channel;
  readonly returnMethod: "counter" | "postal" | "electronic";
  readonly applicant: PartyDetails;
  readonly papers: readonly ImportedPaper[];
  /** In đồng, still to be paid; null when the file does not say. */
  readonly feeDue: number | null;
  readonly remarks: string | null;
  readonly steps: readonly PastStep[];
  readonly notes: readonly ImportNote[];
  /** What is kept in the other system's own words, line by line; may name people. */
  readonly oldWords: readonly string[];
}

export type ReadImport =
  | { readonly ok: true; readonly value: ImportedDossier }
  | { readonly ok: false; readonly reasons: readonly RejectReason[] };

const CODE_MAX = 60;
const UNIT_MAX = 300;
const WORD_MAX = 100;
const REMARKS_MAX = 2000;

/**
 * Reads a row of another system: the facts, or every reason why it is not taken over. Pure, and never throws,
 * whatever stands in the row.
 * @rule DOSSIER-IMPORT-01
 * @example readImportedDossier({ code: "000.00.31.H20-190305-0001", status: "10", … }, now)
 */
export function readImportedDossier(fields: ImportFields, now: Instant): ReadImport {
  const findings = importFindings(now);
  const oldCode = findings.required("code", fields.code, CODE_MAX);
  const procedureCode = readProcedureCode(fields, findings);
  const unit = findings.required("unit", fields.unit, UNIT_MAX);
  const commune = findings.text("commune", fields.commune, UNIT_MAX);
  const moments = readMoments(fields, findings);
  const status = readStatus(fields, moments, findings);
  const applicant = readImportedApplicant(fields, findings);
  const papers = readImportedPapers(fields.papers, findings);
  const choices = readChoices(fields, findings);
  const feeDue = readFeeDue(fields, findings);
  const remarks = findings.text("remarks", fields.remarks, REMARKS_MAX);
  const outcome = readOutcome(fields, status?.status, findings);
  const steps = withClosingSteps(readImportedHistory(fields.history, moments.receivedAt, findings), moments);
  const { receivedAt, dueAt } = moments;
  const whole =
    oldCode !== undefined && procedureCode !== undefined && unit !== undefined && status && applicant;
  if (findings.reasons().length > 0 || !whole || !receivedAt || !dueAt)
    return { ok: false, reasons: findings.reasons() };
  return {
    ok: true,
    value: {
      code: keptCode(oldCode),
      oldCode,
      procedureCode,
      unit,
      commune,
      receivedAt: receivedAt.at,
      dueAt: dueAt.at,
      ...status,
      ...outcome,
      ...choices,
      applicant: applicant.details,
      ...whatRemains(status.status, papers, feeDue),
      remarks,
      steps,
      notes: findings.notes(),
      oldWords: [...applicant.oldWords, ...whatIsOver(status.status, papers, feeDue)],
    },
  };
}

type Papers = ImportedDossier["papers"];

/** Of a returned dossier nothing is held and nothing is owed any more, as far as anybody here can know. */
function whatRemains(status: ImportedStatus, papers: Papers, feeDue: number | null) {
  return status === "returned" ? { papers: [], feeDue: 0 } : { papers, feeDue };
}

/** What a returned dossier once had is told in words: nobody here can say who holds it. */
function whatIsOver(status: ImportedStatus, papers: Papers, feeDue: number | null): readonly string[] {
  if (status !== "returned") return [];
  return [
    ...(papers.length === 0 ? [] : [`Giấy tờ: ${papers.map(({ name }) => name).join("; ")}`]),
    ...(feeDue === null || feeDue === 0
      ? []
      : [`Phí, lệ phí chưa ghi là đã nộp: ${formatDong(dong(feeDue))}`]),
  ];
}

/** A code as the look-up reads what is typed or scanned. @example keptCode("h20.01.02 - 261123 - 0042") */
export function keptCode(oldCode: string): string {
  const read = readDossierCode(oldCode);
  return read.ok ? read.value.normalised : cleanText(oldCode).toUpperCase();
}

/** Local systems put the province behind the national code: `1.012753.H19`, `3.000181.000.00.00.H22`. */
function readProcedureCode(fields: ImportFields, findings: ImportFindings): string | undefined {
  const written = findings.required("procedure", fields.procedure, WORD_MAX);
  if (written === undefined) return undefined;
  const code = /^(\d\.\d{6})(?:\.[A-Z0-9.]{1,30})?$/i.exec(written)?.[1];
  if (code === undefined) findings.reject("procedure", "procedure_code_malformed");
  return code;
}

/** The status and what the days must then say: an open dossier has no end, a finished one has. */
function readStatus(fields: ImportFields, moments: Moments, findings: ImportFindings) {
  const statedStatus = findings.required("status", fields.status, WORD_MAX);
  if (statedStatus === undefined) return undefined;
  const read = readImportedStatus(statedStatus);
  if (!read.known) {
    findings.reject("status", read.reason);
    return undefined;
  }
  const { status } = read;
  if (read.approvalStartsAgain) findings.note("approvalStartsAgain");
  compareWithMoments(status, moments, findings);
  return { status, statedStatus };
}

function compareWithMoments(status: ImportedStatus, moments: Moments, findings: ImportFindings): void {
  const isReturned = status === "returned";
  const isFinished = status === "finished" || isReturned;
  const { finishedAt, returnedAt } = moments;
  if ((finishedAt && !isFinished) || (returnedAt && !isReturned))
    findings.reject("status", "status_contradicts_dates");
  if (isFinished && !finishedAt) findings.note("finishedDayUnknown");
  if (isReturned && !returnedAt) findings.note("returnedDayUnknown");
}

const OUTCOME_WORDS = new Map<string, Outcome>(
  Object.entries({
    granted: "granted",
    refused: "refused",
    "dong y": "granted",
    "dong y giai quyet": "granted",
    "tu choi": "refused",
    "khong dong y": "refused",
    "khong giai quyet duoc": "refused",
  }),
);

/** How it ended. Of an open dossier nothing is kept: its outcome is decided here. */
function readOutcome(fields: ImportFields, status: ImportedStatus | undefined, findings: ImportFindings) {
  const word = findings.text("outcome", fields.outcome, WORD_MAX);
  const number = findings.text("resultNumber", fields.resultNumber, WORD_MAX);
  const outcome = word === null ? null : (OUTCOME_WORDS.get(searchKey(word)) ?? null);
  if (word !== null && outcome === null) findings.reject("outcome", "unknown_outcome");
  if (status !== "finished" && status !== "returned") return { outcome: null, resultNumber: null };
  if (word === null) findings.note("outcomeUnknown");
  return { outcome, resultNumber: number };
}
