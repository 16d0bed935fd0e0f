import { type PlainDate, addDays } from "../shared/plain-date.ts";
import type { Days } from "./contract.ts";

export const TRAINING_RESULTS = ["passed", "failed"] as const;
export type TrainingResult = (typeof TRAINING_RESULTS)[number];

/** A training session as it is recorded: who came, and what each of them took from it. */
export interface TrainingTerms extends Days {
  readonly title: string;
  readonly heldBy: string;
  readonly heldOn: PlainDate;
  readonly fieldCodes: readonly string[];
  readonly participants: readonly { readonly accountId: string; readonly result: TrainingResult }[];
}

export const TRAINING_FAULTS = [
  "title_missing",
  "held_by_missing",
  "held_in_future",
  "fields_missing",
  "field_unknown",
  "participants_missing",
  "participant_twice",
  "participant_unknown",
  "period_reversed",
  "valid_before_held",
] as const;
export type TrainingFault = (typeof TRAINING_FAULTS)[number];

/**
 * What is wrong with a session, each beside one field of the form; nothing for an empty list. Training that was not
 * held yet is worth nothing, and none counts for a day before it.
 *
 * @rule TRAINING-01
 */
export function trainingFaults(
  terms: TrainingTerms,
  world: {
    readonly today: PlainDate;
    readonly isField: (code: string) => boolean;
    /** Clerks of the post whom this person trains. */
    readonly isClerk: (accountId: string) => boolean;
  },
): readonly TrainingFault[] {
  const ids = terms.participants.map(({ accountId }) => accountId);
  const checks: readonly (readonly [TrainingFault, boolean])[] = [
    ["title_missing", terms.title.trim() === ""],
    ["held_by_missing", terms.heldBy.trim() === ""],
    ["held_in_future", terms.heldOn > world.today],
    ["fields_missing", terms.fieldCodes.length === 0],
    ["field_unknown", !terms.fieldCodes.every(world.isField)],
    ["participants_missing", ids.length === 0],
    ["participant_twice", new Set(ids).size < ids.length],
    ["participant_unknown", !ids.every(world.isClerk)],
    ["period_reversed", terms.validTo !== null && terms.validTo < terms.validFrom],
    ["valid_before_held", terms.validFrom < terms.heldOn],
  ];
  return checks.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** Training that ends within so many days is shown as ending, so that the next session can be planned. */
const ENDS_SOON_DAYS = 60;

export const TRAINING_STATES = ["valid", "endsSoon", "ended", "coming", "failed", "withdrawn"] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

/**
 * What one person's training in one field is worth on a day.
 * @example trainingState({ validTo: "2026-12-20", … }, "2026-11-22") → "endsSoon"
 */
export function trainingState(
  held: Days & { readonly result: TrainingResult; readonly withdrawn: boolean },
  today: PlainDate,
): TrainingState {
  if (held.withdrawn) return "withdrawn";
  if (held.result === "failed") return "failed";
  if (held.validFrom > today) return "coming";
  if (held.validTo === null) return "valid";
  if (held.validTo < today) return "ended";
  return held.validTo <= addDays(today, ENDS_SOON_DAYS) ? "endsSoon" : "valid";
}
