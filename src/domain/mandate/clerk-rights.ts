import type { AccountId, CounterId, MandateId, PostOfficeId, UnitId } from "../shared/id.ts";
import { type Instant, localTime } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { Accreditation, Mandate, Suspension, Task } from "./mandate.ts";

/** A clerk at a unit: employed by one post office there. */
export interface ClerkAtUnit {
  readonly accountId: AccountId;
  readonly unitId: UnitId;
  readonly postOfficeId: PostOfficeId;
  readonly operatorId: string | null;
  /** Where the clerk sits; null asks for whichever of the office's counters at the unit. */
  readonly counterId: CounterId | null;
}

/** One task in one field that a clerk may do today; single procedures that a mandate names stand under their field. */
export interface ClerkRight {
  readonly task: Task;
  readonly fieldCode: string;
  readonly decisionNumber: string;
  /** The last day of the mandate or of the training, whichever ends first; null when neither ends. */
  readonly until: PlainDate | null;
  readonly awaitsConfirmation: boolean;
}

export interface ClerkRights {
  readonly rights: readonly ClerkRight[];
  /** Fields that a mandate reaches but the clerk's training does not. */
  readonly untrainedFields: readonly string[];
  /** Nothing may be done: what stops the clerk, the office or the operator now. */
  readonly stoppedBy: readonly Suspension[];
  /** Mandates that would reach the clerk today if they were not suspended. */
  readonly suspendedMandates: readonly MandateId[];
}

/**
 * What a clerk may do at a unit at a moment, task by task: the table on the head's and on the clerk's screen. It says
 * what `mayAct` would say of a procedure of the field that no mandate names or excepts; and of one that a mandate
 * names, when it names single procedures only.
 *
 * @rule MANDATE-01
 * @param fieldOf the field of a procedure that a mandate names
 */
export function clerkRights(
  clerk: ClerkAtUnit,
  facts: {
    readonly mandates: readonly Mandate[];
    readonly accreditations: readonly Accreditation[];
    readonly suspensions: readonly Suspension[];
  },
  now: Instant,
  fieldOf: (procedureCode: string) => string | undefined,
): ClerkRights {
  const today = localTime(now).day;
  const trained = new Map<string, PlainDate | null>();
  for (const held of facts.accreditations)
    if (held.accountId === clerk.accountId && holdsOn(held, today))
      trained.set(held.fieldCode, later(trained.get(held.fieldCode), held.validTo));
  const stops = facts.suspensions.filter(({ from, to }) => from <= now && (to === null || now < to));
  const isStopped = (code: string) =>
    stops.some((stop) => stop.target === "procedure" && stop.targetId === code);
  const rights = new Map<string, ClerkRight>();
  const untrained = new Set<string>();
  for (const mandate of facts.mandates) {
    if (mandate.status !== "inForce" || !reaches(mandate, clerk, today)) continue;
    for (const fieldCode of fieldsOf(mandate, fieldOf, isStopped)) {
      const training = trained.get(fieldCode);
      if (training === undefined) untrained.add(fieldCode);
      else for (const right of rightsIn(mandate, fieldCode, training)) keepBest(rights, right);
    }
  }
  const stoppedBy = stops.filter((stop) => isOf(stop, clerk));
  return {
    rights: stoppedBy.length > 0 ? [] : [...rights.values()],
    untrainedFields: [...untrained].toSorted(),
    stoppedBy,
    suspendedMandates: facts.mandates
      .filter((mandate) => mandate.status === "suspended" && reaches(mandate, clerk, today))
      .map(({ id }) => id),
  };
}

function reaches(mandate: Mandate, clerk: ClerkAtUnit, today: PlainDate): boolean {
  const { counterId } = clerk;
  return (
    mandate.unitId === clerk.unitId &&
    mandate.postOfficeId === clerk.postOfficeId &&
    (mandate.counterIds.length === 0 || counterId === null || mandate.counterIds.includes(counterId)) &&
    holdsOn(mandate, today)
  );
}

function fieldsOf(
  mandate: Mandate,
  fieldOf: (code: string) => string | undefined,
  isStopped: (code: string) => boolean,
): readonly string[] {
  const named = mandate.procedureCodes
    .filter((code) => !mandate.exceptProcedureCodes.includes(code) && !isStopped(code))
    .flatMap((code) => fieldOf(code) ?? []);
  return [...new Set([...mandate.fieldCodes, ...named])];
}

function rightsIn(mandate: Mandate, fieldCode: string, training: PlainDate | null): readonly ClerkRight[] {
  return mandate.tasks.map((task) => ({
    task,
    fieldCode,
    decisionNumber: mandate.decisionNumber,
    until: earlier(mandate.validTo, training),
    awaitsConfirmation: mandate.autonomy === "assist",
  }));
}

/** Of two rights to the same work the freer one counts, then the longer one. */
function keepBest(rights: Map<string, ClerkRight>, right: ClerkRight): void {
  const key = `${right.task} ${right.fieldCode}`;
  const known = rights.get(key);
  const isBetter =
    !known ||
    (known.awaitsConfirmation && !right.awaitsConfirmation) ||
    (known.awaitsConfirmation === right.awaitsConfirmation &&
      later(known.until, right.until) !== known.until);
  if (isBetter) rights.set(key, right);
}

function isOf({ target, targetId }: Suspension, clerk: ClerkAtUnit): boolean {
  const ids: Readonly<Record<Suspension["target"], string | null>> = {
    account: clerk.accountId,
    postOffice: clerk.postOfficeId,
    operator: clerk.operatorId,
    procedure: null,
  };
  return ids[target] === targetId;
}

function holdsOn(held: { validFrom: PlainDate; validTo: PlainDate | null }, day: PlainDate): boolean {
  return held.validFrom <= day && (held.validTo === null || day <= held.validTo);
}

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two last days, of which null is never over and undefined nothing yet. */
function later(a: PlainDate | null | undefined, b: PlainDate | null): PlainDate | null {
  if (a === undefined) return b;
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
