/** The units in which the published procedures state how long an agency may take. */
export const TIME_LIMIT_UNITS = [
  "workingDay",
  "calendarDay",
  "workingHour",
  "sameDay",
  "calendarMonth",
] as const;
export type TimeLimitUnit = (typeof TIME_LIMIT_UNITS)[number];

/** How long an agency may take. A limit of `sameDay` is always one day. */
export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeLimitUnit;
}

/** The longest limit of each unit; all end well within the span that a due date may cover. */
export const TIME_LIMIT_MAX = {
  workingDay: 1_000,
  calendarDay: 1_500,
  workingHour: 8_000,
  sameDay: 1,
  calendarMonth: 48,
} as const satisfies Record<TimeLimitUnit, number>;

/**
 * A time limit that can be counted.
 * @throws RangeError when the amount is not a whole number from 1 to the unit's maximum.
 * @example timeLimit(3, "workingDay")
 */
export function timeLimit(amount: number, unit: TimeLimitUnit): TimeLimit {
  const max = TIME_LIMIT_MAX[unit];
  if (!Number.isInteger(amount) || amount < 1 || amount > max) {
    throw new RangeError(`A limit in ${unit} is a whole number from 1 to ${max}, not ${amount}`);
  }
  return { amount, unit };
}
