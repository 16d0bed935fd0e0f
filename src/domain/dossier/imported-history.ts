import type { Instant } from "../shared/instant.ts";
import type { BusinessStatus } from "./dossier-state.ts";
import type { ImportFindings } from "./import-findings.ts";
import { readImportedStatus } from "./imported-status.ts";
import { type WrittenMoment, isEarlier } from "./written-moment.ts";

const STEPS_MAX = 200;
const STEP_MAX_LENGTH = 500;
const NAME_MAX_LENGTH = 200;

/** A step that the other system says it made. */
export interface PastStep {
  readonly at: Instant;
  /** The status that it led to, when the word is known. */
  readonly status: BusinessStatus | null;
  /** The other system's own words: what, by whom, a note. They may name people, so they are kept sealed. */
  readonly words: string | null;
}

type Dated = Omit<PastStep, "at"> & { readonly moment: WrittenMoment };

/**
 * The history of a row: a list of `{ at, step, status, by, note }`, or its JSON text. In order of time, from the
 * day of receipt on. `step` that is itself a status is read as one.
 */
export function readImportedHistory(
  value: unknown,
  receivedAt: WrittenMoment | null,
  findings: ImportFindings,
): readonly Dated[] {
  const list = listOf(value);
  if (list === undefined) {
    findings.reject("history", "not_a_list");
    return [];
  }
  if (list.length > STEPS_MAX) {
    findings.reject("history", "too_many");
    return [];
  }
  const steps = list.flatMap((entry, index) => readStep(entry, index, findings) ?? []);
  const moments = steps.map(({ moment }) => moment);
  if (moments.some((moment, index) => index > 0 && isEarlier(moment, moments[index - 1] ?? moment)))
    findings.reject("history", "history_out_of_order");
  const first = moments[0];
  if (first && receivedAt && isEarlier(first, receivedAt))
    findings.reject("history", "history_before_received");
  return steps;
}

/** An empty cell is an empty list; a text must hold one in JSON. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value !== "string") return Array.isArray(value) ? value : undefined;
  if (value.trim() === "") return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readStep(entry: unknown, index: number, findings: ImportFindings): Dated | undefined {
  const place = `history[${index}]`;
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    findings.reject(place, "not_a_list");
    return undefined;
  }
  const part = entry as Readonly<Record<string, unknown>>;
  const before = findings.reasons().length;
  const moment = findings.pastMoment(`${place}.at`, part["at"]);
  if (moment === null && findings.reasons().length === before) findings.reject(`${place}.at`, "missing");
  const step = findings.text(`${place}.step`, part["step"], STEP_MAX_LENGTH);
  const stated = findings.text(`${place}.status`, part["status"], STEP_MAX_LENGTH);
  const by = findings.text(`${place}.by`, part["by"], NAME_MAX_LENGTH);
  const note = findings.text(`${place}.note`, part["note"], STEP_MAX_LENGTH);
  if (moment === null) return undefined;
  const words = [step, by, note].filter((one) => one !== null);
  return { moment, status: statusOf(stated ?? step), words: words.length === 0 ? null : words.join(" – ") };
}

/** A step's word need not be a status, nor one that we have: then the step says only its words. */
function statusOf(text: string | null): BusinessStatus | null {
  const read = text === null ? null : readImportedStatus(text);
  return read?.known ? read.status : null;
}

/**
 * The steps with the end of the work and the return among them, which a row may tell only by its two days.
 * @example no history, finished on 5 March, returned on 6 March → two steps
 */
export function withClosingSteps(
  steps: readonly Dated[],
  closing: { readonly finishedAt: WrittenMoment | null; readonly returnedAt: WrittenMoment | null },
): readonly PastStep[] {
  const missing = (["finished", "returned"] as const).flatMap((status) => {
    const moment = status === "finished" ? closing.finishedAt : closing.returnedAt;
    const told = steps.some((step) => step.status === status);
    return moment === null || told ? [] : [{ moment, status, words: null }];
  });
  return [...steps, ...missing]
    .toSorted((one, other) =>
      isEarlier(one.moment, other.moment) ? -1 : isEarlier(other.moment, one.moment) ? 1 : 0,
    )
    .map(({ moment, status, words }) => ({ at: moment.at, status, words }));
}
