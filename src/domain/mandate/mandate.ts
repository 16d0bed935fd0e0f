import type { AccountId, CounterId, DossierId, MandateId, PostOfficeId, UnitId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { MandateStatus } from "./mandate-life.ts";

/** The tasks that a province may hand to the post: a closed list (Decree 118/2025). Deciding is not in it. */
export const TASKS = [
  "guide",
  "receive",
  "enterData",
  "digitise",
  "assistOnline",
  "collectFee",
  "returnResult",
  "homeVisit",
  "collectAtHome",
  "carry",
] as const;
export type Task = (typeof TASKS)[number];

/** By how much of its own right the post acts: under `assist` a civil servant confirms each act before it counts. */
export const AUTONOMIES = ["assist", "supervised", "independent"] as const;
export type Autonomy = (typeof AUTONOMIES)[number];

/** What a mandate says, before it has a life: procedures or fields × tasks × unit × period × autonomy. */
export interface MandateTerms {
  readonly unitId: UnitId;
  readonly postOfficeId: PostOfficeId;
  /** The counters at which it holds; empty: all that the office staffs at the unit. */
  readonly counterIds: readonly CounterId[];
  readonly tasks: readonly Task[];
  readonly fieldCodes: readonly string[];
  readonly procedureCodes: readonly string[];
  readonly exceptProcedureCodes: readonly string[];
  readonly autonomy: Autonomy;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** A mandate as an act asks it. */
export interface Mandate extends MandateTerms {
  readonly id: MandateId;
  readonly decisionNumber: string;
  readonly status: MandateStatus;
}

/** Training held and passed for a field; without it a mandate does not reach the clerk. */
export interface Accreditation {
  readonly accountId: AccountId;
  readonly fieldCode: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/**
 * Giao việc: the head of a unit gives a clerk a task outside the list, for one dossier or for one procedure, with a
 * reason. It needs the clerk's accreditation for the field unless the head stands by.
 */
export interface Assignment {
  readonly id: string;
  readonly accountId: AccountId;
  readonly unitId: UnitId;
  readonly task: Task;
  readonly subject:
    | { readonly kind: "dossier"; readonly dossierId: DossierId }
    | { readonly kind: "procedure"; readonly procedureCode: string };
  readonly standsBy: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly revoked: boolean;
}

/** What is stopped at once, for the post: a clerk, an office, an operator as a whole, or one procedure. */
export const SUSPENSION_TARGETS = ["account", "postOffice", "operator", "procedure"] as const;
export type SuspensionTarget = (typeof SUSPENSION_TARGETS)[number];

export interface Suspension {
  readonly id: string;
  readonly target: SuspensionTarget;
  /** The account, office, operator or the procedure's code. */
  readonly targetId: string;
  readonly decisionNumber: string;
  readonly from: Instant;
  /** When it was lifted; null while it holds. */
  readonly to: Instant | null;
}
