import { readLine } from "../person/written-text.ts";
import type { Instant } from "../shared/instant.ts";
import type { ImportNote } from "./dossier-payloads.ts";
import { type WrittenMoment, readWrittenMoment } from "./written-moment.ts";

/** Why a row of another system is not taken over. Each is told beside its field; nothing that was typed is in it. */
export const IMPORT_REJECTS = [
  "missing",
  "not_text",
  "too_long",
  "unreadable_character",
  "no_letter",
  "procedure_code_malformed",
  "not_a_moment",
  "before_1990",
  "in_future",
  "too_far_ahead",
  "due_before_received",
  "finished_before_received",
  "returned_before_received",
  "returned_before_finished",
  "unknown_status",
  "never_received",
  "stopped",
  "status_contradicts_dates",
  "unknown_outcome",
  "unknown_channel",
  "unknown_return_method",
  "unknown_kind",
  "not_an_amount",
  "not_a_count",
  "not_a_list",
  "too_many",
  "history_out_of_order",
  "history_before_received",
] as const;
export type ImportReject = (typeof IMPORT_REJECTS)[number];

export interface RejectReason {
  /** A field, or a part of a list: `history[2].at`. */
  readonly field: string;
  readonly code: ImportReject;
}

/** Collects what is wrong and what is odd while a row is read: all of it, not only the first. */
export interface ImportFindings {
  readonly now: Instant;
  readonly reject: (field: string, code: ImportReject) => void;
  readonly note: (note: ImportNote) => void;
  /** One line of text, in NFC, single blanks; null when there is none. Rejects what is no text, too long or unreadable. */
  readonly text: (field: string, value: unknown, maxLength: number) => string | null;
  /** {@link text} that must be there. */
  readonly required: (field: string, value: unknown, maxLength: number) => string | undefined;
  /** A moment that has been, from 1990 on. */
  readonly pastMoment: (field: string, value: unknown) => WrittenMoment | null;
  readonly reasons: () => readonly RejectReason[];
  readonly notes: () => readonly ImportNote[];
}

/** No procedure of today's kind was taken in before; an older year is a slip of a converter. */
const FIRST_MOMENT = "1990-01-01";

export function importFindings(now: Instant): ImportFindings {
  const reasons: RejectReason[] = [];
  const notes = new Set<ImportNote>();
  const reject = (field: string, code: ImportReject) => void reasons.push({ field, code });
  const text: ImportFindings["text"] = (field, value, maxLength) => {
    const written = plainText(value);
    if (written === undefined) reject(field, "not_text");
    if (!written) return null;
    const line = readLine(written, maxLength);
    if (line.ok) return line.value;
    if (line.code === "text_empty") return null;
    reject(field, line.code === "text_too_long" ? "too_long" : "unreadable_character");
    return null;
  };
  return {
    now,
    reject,
    note: (note) => void notes.add(note),
    text,
    required: (field, value, maxLength) => {
      const before = reasons.length;
      const found = text(field, value, maxLength);
      if (found === null && reasons.length === before) reject(field, "missing");
      return found ?? undefined;
    },
    pastMoment: (field, value) => {
      const written = text(field, value, MOMENT_MAX_LENGTH);
      if (written === null) return null;
      const moment = readWrittenMoment(written);
      if (!moment) reject(field, "not_a_moment");
      else if (moment.at < FIRST_MOMENT) reject(field, "before_1990");
      else if (moment.at > now) reject(field, "in_future");
      else return moment;
      return null;
    },
    reasons: () => reasons,
    notes: () => [...notes],
  };
}

export const MOMENT_MAX_LENGTH = 40;

/** The text of a cell or of a JSON value; undefined when it is a list, an object or a truth value. */
function plainText(value: unknown): string | undefined {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}
