import type { PersonState } from "#contract/people.ts";
import type { TrainingState } from "#domain/people/training.ts";
import type { Words } from "#web/text/words.ts";
import type { Tone } from "#web/ui/notice.tsx";

export const STATE_TONES: Readonly<Record<PersonState, Tone | "quiet">> = {
  inForce: "success",
  suspended: "warning",
  ending: "info",
  coming: "info",
  ended: "quiet",
};

export const TRAINING_TONES: Readonly<Record<TrainingState, Tone | "quiet">> = {
  valid: "success",
  endsSoon: "warning",
  ended: "quiet",
  coming: "info",
  failed: "quiet",
  withdrawn: "quiet",
};

/** @example daysWords({ validFrom: "2026-11-01", validTo: null }, text) → "từ 01/11/2026, không thời hạn" */
export function daysWords(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  { people, dates }: Words,
): string {
  const from = dates.shortDay(validFrom);
  return validTo === null ? people.contract.from(from) : people.contract.span(from, dates.shortDay(validTo));
}
