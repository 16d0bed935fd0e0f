import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { HAND_OVERS, type HandOver, NEVER_HANDED_OVER } from "./hand-overs.ts";
import { STAFF, type StaffMember } from "./staff.ts";
import type { WorkClock } from "./work-clock.ts";

/** Who of the demo does what, where; the names are user names. */
export interface Desks {
  /** Officers of a one-stop unit, by the unit's key. */
  readonly officers: (unit: string) => readonly string[];
  /** Postal clerks who may take a procedure in, or return its result, at a unit at a moment. */
  readonly clerks: (ask: ClerkAsk) => readonly string[];
  /** Case officers and approvers of an agency, by the agency's id. */
  readonly caseOfficers: (agencyId: string) => readonly string[];
  readonly approvers: (agencyId: string) => readonly string[];
  readonly suspensions: readonly { readonly office: string; readonly at: Instant }[];
}

export interface ClerkAsk {
  readonly unit: string;
  readonly task: "receive" | "returnResult";
  readonly procedure: { readonly code: string; readonly fieldCode: string };
  readonly at: Instant;
  /** Those whose acts an officer confirms; otherwise those whose acts count at once. */
  readonly assisted: boolean;
}

/** The day from which a decision of the demo gives its mandate: its own, or the demo's first where that is earlier. */
export function sinceOf({ since }: HandOver, { firstDay }: WorkClock): PlainDate {
  const day = plainDate(since);
  return day < firstDay ? day : firstDay;
}

/** @example desksOf(clock).officers("unit:commune:30163") → ["duc.officer", "nhan.officer"] */
export function desksOf(clock: WorkClock): Desks {
  const suspended = new Map(
    HAND_OVERS.flatMap(({ office, suspendedBefore }) =>
      suspendedBefore === undefined ? [] : [[office, clock.openingBefore(suspendedBefore)] as const],
    ),
  );
  const reaches = (clerk: StaffMember, { unit, task, procedure, at, assisted }: ClerkAsk) =>
    HAND_OVERS.some(
      (given) =>
        given.office === clerk.at.key &&
        given.unit === unit &&
        (given.autonomy === "assist") === assisted &&
        given.tasks.includes(task) &&
        given.fields.includes(procedure.fieldCode) &&
        sinceOf(given, clock) <= localTime(at).day &&
        at < (suspended.get(given.office) ?? clock.now) &&
        clerk.trainedFor.includes(procedure.fieldCode),
    );
  const postalClerks = STAFF.filter(({ role }) => role === "postalClerk");
  const officers = byPlace("oneStopOfficer");
  const caseOfficers = byPlace("caseOfficer");
  const approvers = byPlace("approver");
  return {
    officers: (unit) => officers.get(referenceId(unit)) ?? [],
    clerks: (ask) =>
      NEVER_HANDED_OVER.some((code) => code === ask.procedure.code)
        ? []
        : postalClerks.filter((clerk) => reaches(clerk, ask)).map(({ username }) => username),
    caseOfficers: (agencyId) => caseOfficers.get(agencyId) ?? [],
    approvers: (agencyId) => approvers.get(agencyId) ?? [],
    suspensions: [...suspended].map(([office, moment]) => ({ office, at: moment })),
  };
}

/** User names of a role by the id of the unit or agency where they work. */
function byPlace(role: StaffMember["role"]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const person of STAFF.filter((one) => one.role === role)) {
    const id = referenceId(person.at.key);
    found.set(id, [...(found.get(id) ?? []), person.username]);
  }
  return found;
}
