import type { Role } from "../mandate/permission.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { Period } from "../unit/place.ts";

/** What the ledgers can count of a goal by themselves; `own` is counted by somebody else and shows no figure. */
export const GOAL_MEASURES = [
  "dossiersReceived",
  "resultsReturned",
  "guidancesGiven",
  "unitsInForce",
  "officesInForce",
  "fieldsInForce",
  "staffFreed",
  "own",
] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

/** Đề án: one-stop tasks handed to the post, on the strength of a decision, for a time. */
export interface Programme extends Period {
  readonly title: string;
  /** What it is for, in words. */
  readonly aim: string;
}

/** A figure to be reached by a day. */
export interface Goal {
  readonly name: string;
  readonly measure: GoalMeasure;
  /** The unit of measure, in words. @example "hồ sơ" */
  readonly countedIn: string;
  /** Whole and more than nothing. */
  readonly target: number;
  readonly targetDay: PlainDate;
}

/** Giai đoạn: a part of a programme with a decision of its own. */
export interface Phase extends Period {
  /** @example "3 mở rộng" */
  readonly label: string;
  /** Its place in the row of phases, from 1; two may share one, such as 3 and 3 mở rộng. */
  readonly ordinal: number;
}

/** Thoả thuận hợp tác between an agency and the post. */
export interface Agreement extends Period {
  readonly number: string;
  readonly signedOn: PlainDate;
  readonly agencyWords: string;
  readonly postWords: string;
  readonly content: string;
}

/** Who may be named as the one who answers: the state's own people. */
export const ANSWER_ROLES = [
  "oneStopOfficer",
  "unitHead",
  "caseOfficer",
  "approver",
  "programmeOfficer",
] as const satisfies readonly Role[];

export const STAND_IN_KINDS = ["counter", "unit", "point"] as const;
export type StandInKind = (typeof STAND_IN_KINDS)[number];

/** Quy chế phối hợp as data: what a rule can be about is a closed list. */
export const RULE_KINDS = ["handOverTime", "questionAnswer", "standIn"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export type RuleContent =
  /** Papers and results are handed over at these times of the day, as `HH:MM`. */
  | { readonly kind: "handOverTime"; readonly times: readonly string[] }
  /** Who of the state answers a question of the post, within how many working hours. */
  | {
      readonly kind: "questionAnswer";
      readonly topic: string;
      readonly answerRole: (typeof ANSWER_ROLES)[number] | null;
      readonly answerAgencyId: string | null;
      readonly withinHours: number;
    }
  /** Who serves when a counter is closed. */
  | {
      readonly kind: "standIn";
      readonly counterId: string;
      readonly standInKind: StandInKind;
      readonly standInId: string;
    };

export interface CoordinationRule extends Period {
  readonly id: string;
  /** Where it holds; null: at every unit that the programme reaches. */
  readonly unitId: string | null;
  readonly content: RuleContent;
}

/** Where a civil servant went whose work the post took over. */
export const WENT_TO = ["otherWork", "otherAgency", "left"] as const;
export type WentTo = (typeof WENT_TO)[number];
