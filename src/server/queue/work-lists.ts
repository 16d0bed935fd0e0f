import type { QueueFilter, WorkList } from "#contract/queue.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import { dueOnDay, dueWindow } from "#domain/dossier/work-due.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";
import type { DeskQuestion, WorkFilter } from "./queue-store.ts";

/** Whose list it is, where its place stands, and what waits there. */
interface ListOf {
  readonly roles: readonly Role[];
  readonly place: DeskQuestion["place"];
  readonly statuses: readonly BusinessStatus[];
  readonly undated?: boolean;
}

/** What an agency works on, whoever has to make the next step. */
const IN_WORK = [
  "forwarded",
  "processing",
  "awaitingSupplement",
  "supplementAwaitingConfirmation",
  "awaitingPayment",
  "withdrawalAsked",
  "awaitingApproval",
] as const satisfies readonly BusinessStatus[];

/** The lists of open work. An overview has all that is measured: a date, and no result yet. */
export const WORK_LISTS = {
  oneStop: {
    roles: ["oneStopOfficer"],
    place: "received_at_unit_id",
    statuses: ["received", "withdrawalAsked", "awaitingSupplement"],
  },
  case: {
    roles: ["caseOfficer"],
    place: "deciding_agency_id",
    statuses: ["forwarded", "processing", "awaitingSupplement", "awaitingPayment"],
  },
  approval: { roles: ["approver"], place: "deciding_agency_id", statuses: ["awaitingApproval"] },
  returning: {
    roles: ["postalClerk", "oneStopOfficer"],
    place: "result_unit",
    statuses: ["finished"],
  },
  lodged: {
    roles: ["postalClerk", "oneStopOfficer"],
    place: "received_at_unit_id",
    statuses: ["lodged", "toBeSupplemented"],
    undated: true,
  },
  supplement: {
    roles: ["postalClerk", "oneStopOfficer"],
    place: "received_at_unit_id",
    statuses: ["awaitingSupplement"],
  },
  unit: {
    roles: ["unitHead"],
    place: "received_at_unit_id",
    statuses: ["awaitingConfirmation", "handedBack", "received", ...IN_WORK],
  },
  agency: { roles: ["approver"], place: "deciding_agency_id", statuses: IN_WORK },
} as const satisfies Record<WorkList, ListOf>;

/**
 * What a list is asked for by this person.
 * @returns `outside_jurisdiction` when none of the person's posts has such a list.
 */
export function questionOf(
  list: WorkList,
  filter: QueueFilter,
  { actor, reference, now }: { readonly actor: Actor; readonly reference: Reference; readonly now: Instant },
): Result<DeskQuestion, "outside_jurisdiction"> {
  const { roles, place, statuses, undated = false }: ListOf = WORK_LISTS[list];
  if (!actor.roles.some((role) => roles.includes(role))) return refuse("outside_jurisdiction");
  return done({
    place,
    places: placesAt(actor, reference, roles),
    statuses,
    filter: filterOf(filter, actor, now),
    undated,
  });
}

function filterOf(asked: QueueFilter, actor: Actor, now: Instant): WorkFilter | null {
  const { due, day, holder, clock, field, place, status, step } = asked;
  const all = [due, day, holder, clock, field, place, status, step];
  if (all.every((one) => one === undefined)) return null;
  const dated = due !== undefined || day !== undefined;
  return {
    window: day !== undefined ? dueOnDay(plainDate(day), now) : windowOf(due, now),
    officerId: officerOf(holder, actor),
    unassigned: holder === "nobody",
    // While the clock stands the date is nobody's promise: no question of dates finds it.
    standing: dated ? false : standingOf(clock),
    fieldCode: field ?? null,
    otherPlace: place ?? null,
    status: status ?? null,
    step: step ?? null,
  };
}

function standingOf(clock: QueueFilter["clock"]): boolean | null {
  return clock === undefined ? null : clock === "standing";
}

function windowOf(due: QueueFilter["due"], now: Instant): WorkFilter["window"] {
  return due === undefined ? { from: null, before: null } : dueWindow(due, now);
}

function officerOf(holder: QueueFilter["holder"], actor: Actor): string | null {
  if (holder === undefined || holder === "nobody") return null;
  return holder === "mine" ? actor.accountId : holder;
}

/** The actor's places that posts of these roles give, with all that they go on for; a clerk's are the units of the office's counters. */
export function placesAt(
  actor: Actor,
  { lineOf }: Pick<Reference, "lineOf">,
  roles: readonly Role[],
): readonly string[] {
  const posts = actor.posts.filter((post) => roles.includes(post.role));
  const own = posts.flatMap((post) => lineOf(post.unitId ?? post.agencyId ?? ""));
  return posts.some((post) => post.role === "postalClerk") ? actor.places : own;
}
