import type { DecisionView, MandateRow } from "#contract/mandates.ts";
import type { Task } from "#domain/mandate/mandate.ts";
import type { MandateStatus } from "#domain/mandate/mandate-life.ts";
import type { Words } from "#web/text/words.ts";
import type { Tone } from "#web/ui/notice.tsx";

/** How loudly a status is shown: what gives a right now is green, what waits for somebody blue. */
export const STATUS_TONES: Readonly<Record<MandateStatus, Tone | "quiet">> = {
  drafted: "quiet",
  proposed: "info",
  approved: "info",
  inForce: "success",
  suspended: "warning",
  ended: "quiet",
  refused: "quiet",
};

/** @example taskWords(["guide", "receive"], text) → "hướng dẫn, tiếp nhận hồ sơ" */
export function taskWords(tasks: readonly Task[], { lists }: Words): string {
  return tasks.map((task) => lists.tasks[task]).join(", ");
}

/** @example "từ 01/01/2026 đến hết 31/12/2026"; of one that was ended before that, the day on which it was */
export function periodWords(
  {
    validFrom,
    validTo,
    endedOn = null,
  }: Pick<MandateRow, "validFrom" | "validTo"> & Partial<Pick<MandateRow, "endedOn">>,
  { mandates: { period }, dates }: Words,
): string {
  const from = dates.shortDay(validFrom);
  if (endedOn !== null && (validTo === null || endedOn <= validTo))
    return period.ended(from, dates.shortDay(endedOn));
  return validTo === null ? period.fromOn(from) : period.span(from, dates.shortDay(validTo));
}

/** @example "đến hết 31/12/2026" */
export function untilWords(validTo: string | null, { mandates: { period }, dates }: Words): string {
  return validTo === null ? period.openEnd : period.until(dates.shortDay(validTo));
}

/** @example "Quyết định số 268/QĐ-UBND ngày 01/01/2026 của Ủy ban nhân dân tỉnh Đồng Tháp" */
export function decisionWords(
  { number, issuedOn, issuer }: DecisionView,
  { mandates: { page }, dates }: Words,
): string {
  return page.decisionLine(number, dates.shortDay(issuedOn), issuer);
}

/** The name of a unit as the mandate knew it, with the one that answers for it today. */
export function unitWords({ unit, unitToday }: Pick<MandateRow, "unit" | "unitToday">, text: Words): string {
  return unitToday === null ? unit.name : `${unit.name} (${text.mandates.nowCalled(unitToday)})`;
}
