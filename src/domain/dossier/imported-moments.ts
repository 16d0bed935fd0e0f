import { addMilliseconds } from "../shared/instant.ts";
import { type ImportFindings, MOMENT_MAX_LENGTH } from "./import-findings.ts";
import type { ImportField, ImportFields } from "./imported-columns.ts";
import { type WrittenMoment, isEarlier, readWrittenMoment } from "./written-moment.ts";

/** A due date further ahead than this is a slip; no limit of the catalogue comes near it. */
const DUE_AHEAD_MS = 5 * 366 * 86_400_000;
/** A due day without a time lasts to the end of office hours [inference]: nobody is late on the due day itself. */
const DUE_MINUTE = 17 * 60;

/** The moments of a row; null where the file has none that can be read. */
export interface Moments {
  readonly receivedAt: WrittenMoment | null;
  readonly dueAt: WrittenMoment | null;
  readonly finishedAt: WrittenMoment | null;
  readonly returnedAt: WrittenMoment | null;
}

/** Reads the four moments of a row and compares each with the one that must come before it. */
export function readMoments(fields: ImportFields, findings: ImportFindings): Moments {
  const receivedAt = needed("receivedAt", findings, () =>
    findings.pastMoment("receivedAt", fields.receivedAt),
  );
  const dueAt = needed("dueAt", findings, () => readDue(fields.dueAt, findings));
  const finishedAt = findings.pastMoment("finishedAt", fields.finishedAt);
  const returnedAt = findings.pastMoment("returnedAt", fields.returnedAt);
  const moments = { receivedAt, dueAt, finishedAt, returnedAt };
  for (const { field, after, code } of IN_ORDER) {
    const [earlier, later] = [moments[after], moments[field]];
    if (earlier && later && isEarlier(later, earlier)) findings.reject(field, code);
  }
  if (receivedAt?.dayOnly || dueAt?.dayOnly) findings.note("timeOfDayUnknown");
  return moments;
}

const IN_ORDER = [
  { field: "dueAt", after: "receivedAt", code: "due_before_received" },
  { field: "finishedAt", after: "receivedAt", code: "finished_before_received" },
  { field: "returnedAt", after: "receivedAt", code: "returned_before_received" },
  { field: "returnedAt", after: "finishedAt", code: "returned_before_finished" },
] as const;

function readDue(value: unknown, findings: ImportFindings): WrittenMoment | null {
  const written = findings.text("dueAt", value, MOMENT_MAX_LENGTH);
  if (written === null) return null;
  const due = readWrittenMoment(written, DUE_MINUTE);
  if (!due) findings.reject("dueAt", "not_a_moment");
  else if (due.at < "1990-01-01") findings.reject("dueAt", "before_1990");
  else if (due.at > addMilliseconds(findings.now, DUE_AHEAD_MS)) findings.reject("dueAt", "too_far_ahead");
  return due ?? null;
}

/** Says that a moment is missing, unless something else was said of it already. */
function needed(
  field: ImportField,
  findings: ImportFindings,
  read: () => WrittenMoment | null,
): WrittenMoment | null {
  const before = findings.reasons().length;
  const moment = read();
  if (moment === null && findings.reasons().length === before) findings.reject(field, "missing");
  return moment;
}
