/** The parts of a programme that are kept one by one. */
export const PROGRAMME_PARTS = ["goal", "phase", "agreement", "rule"] as const;
export type ProgrammePart = (typeof PROGRAMME_PARTS)[number];

/** Types of a programme's ledger: what it was about, and whether it was added, changed or removed. */
export const PROGRAMME_EVENT_TYPES = [
  "programme.begun",
  "programme.changed",
  "goal.added",
  "goal.changed",
  "goal.removed",
  "phase.added",
  "phase.changed",
  "phase.removed",
  "agreement.added",
  "agreement.changed",
  "agreement.removed",
  "rule.added",
  "rule.changed",
  "rule.removed",
] as const;
export type ProgrammeEventType = (typeof PROGRAMME_EVENT_TYPES)[number];

/** What an event says: what stood before (null when it was added), what stands after (null when it was removed), why. */
export interface ProgrammeEventPayload {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
}

/** @example eventType("phase", null, {…}) → "phase.added" */
export function eventType(part: ProgrammePart, before: unknown, after: unknown): ProgrammeEventType {
  if (before === null) return `${part}.added`;
  return after === null ? `${part}.removed` : `${part}.changed`;
}
