import type { Role } from "../mandate/permission.ts";
import { readLine } from "../person/written-text.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** Whose employee a person is: of a postal enterprise, or of the state. One at a time. */
export const EMPLOYER_KINDS = ["post", "state"] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** Where a post can be held. */
export const POST_PLACES = ["unit", "agency", "postOffice"] as const;
export type PostPlace = (typeof POST_PLACES)[number];

/** At which kind of place each role is held; a clerk of the post at an office, everybody else with the state. */
export const PLACES_OF_ROLE = {
  postalClerk: ["postOffice"],
  courier: ["postOffice"],
  oneStopOfficer: ["unit"],
  unitHead: ["unit"],
  caseOfficer: ["agency"],
  approver: ["agency"],
  programmeOfficer: ["agency"],
  administrator: ["unit", "agency"],
} as const satisfies Record<Role, readonly PostPlace[]>;

/** Whose employee somebody with a role is: who works for the post holds posts of the post office only. */
export function employerOfRole(role: Role): EmployerKind {
  return (PLACES_OF_ROLE[role] as readonly PostPlace[]).includes("postOffice") ? "post" : "state";
}

/** From the first to the last day, both counted; without end when the last is null. */
export interface Days {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface PostTerms extends Days {
  readonly role: Role;
  readonly place: PostPlace;
}

/** What an administrator writes of a person who is employed. */
export interface AccountTerms extends Days {
  readonly username: string;
  readonly fullName: string;
  readonly employer: string;
  readonly employerKind: EmployerKind;
}

/** What can be wrong with an account or a post, each beside one field of the form. */
export const ACCOUNT_FAULTS = [
  "username_shape",
  "full_name_missing",
  "employer_missing",
  "number_unreadable",
  "period_reversed",
  "role_not_of_employer",
  "role_not_at_place",
  "post_outside_contract",
  "post_period_reversed",
  "post_held_already",
] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];

const USERNAME = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
/** As many as the contract takes. */
const NAME_MAX = 500;
const USERNAME_LENGTH = { min: 3, max: 40 } as const;

/** The name to sign in with, as everybody types it. @example tidyUsername(" Lan.Clerk ") → "lan.clerk" */
export function tidyUsername(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * What is wrong with the person's side of an account: nothing for a list that is empty.
 * @example accountFaults({ …, validFrom: "2026-11-02", validTo: "2026-11-01" }) → ["period_reversed"]
 */
export function accountFaults(terms: AccountTerms): readonly AccountFault[] {
  const username = tidyUsername(terms.username);
  const faults: AccountFault[] = [];
  const fits = username.length >= USERNAME_LENGTH.min && username.length <= USERNAME_LENGTH.max;
  if (!fits || !USERNAME.test(username)) faults.push("username_shape");
  // A name of marks that nobody sees is none, and one that turns the line around is read as another.
  if (!readLine(terms.fullName, NAME_MAX).ok) faults.push("full_name_missing");
  if (!readLine(terms.employer, NAME_MAX).ok) faults.push("employer_missing");
  if (isReversed(terms)) faults.push("period_reversed");
  return faults;
}

/**
 * What is wrong with a post for somebody of this employer within this contract. A post of the post office is for the
 * post's own people, every other one for the state's: whoever serves both would be hand and supervisor at once.
 *
 * @rule ACCOUNT-01
 * @example a caseOfficer employed by the post → ["role_not_of_employer"]
 */
export function postFaults(
  contract: Pick<AccountTerms, "employerKind"> & Days,
  post: PostTerms,
): readonly AccountFault[] {
  const faults: AccountFault[] = [];
  const wanted: EmployerKind = employerOfRole(post.role);
  if (contract.employerKind !== wanted) faults.push("role_not_of_employer");
  const places: readonly PostPlace[] = PLACES_OF_ROLE[post.role];
  if (!places.includes(post.place)) faults.push("role_not_at_place");
  if (isReversed(post)) faults.push("post_period_reversed");
  else if (!isWithin(post, contract)) faults.push("post_outside_contract");
  return faults;
}

/**
 * One employer at a time: the same person's other contracts may not share a day with this one.
 *
 * @rule ACCOUNT-01
 * @returns `clerk_two_employers` with the user name and the last day of the contract that stands in the way
 */
export function oneEmployer(
  contract: Days,
  others: readonly (Days & { readonly username: string })[],
): Result<null, "clerk_two_employers"> {
  const clash = others.find((other) => sharesADay(contract, other));
  return clash
    ? refuse("clerk_two_employers", { username: clash.username, until: clash.validTo ?? "" })
    : done(null);
}

export const CONTRACT_REFUSALS = [
  "contract_over",
  "contract_end_too_early",
  "contract_end_not_later",
  "contract_end_not_now",
  "post_over",
] as const;

/**
 * Whether a contract may end on a day: not before it began, and not one that has ended already. The last day is
 * worked to its end, as the last day of a post is; whoever must leave within it is ended `now`.
 *
 * @rule ACCOUNT-01
 * @param now ends it at this moment instead of at the end of the last day, which must then be today
 * @returns true in `atOnce` when it ends at this moment: the last day is past, or it was asked for
 * @example endContract(contract, "2026-11-16", "2026-11-16") → done({ atOnce: false })
 */
export function endContract(
  contract: Days & { readonly closed: boolean },
  lastDay: PlainDate,
  today: PlainDate,
  now = false,
): Result<{ readonly atOnce: boolean }, "contract_over" | "contract_end_too_early" | "contract_end_not_now"> {
  if (hasEnded(contract, today)) return refuse("contract_over");
  if (lastDay < contract.validFrom) return refuse("contract_end_too_early", { from: contract.validFrom });
  if (now && lastDay !== today) return refuse("contract_end_not_now", { today });
  return done({ atOnce: now || lastDay < today });
}

/** Whether a contract may go on until a later day (null: without end); one that has ended may be taken up again. */
export function extendContract(
  contract: Days & { readonly closed: boolean },
  lastDay: PlainDate | null,
  today: PlainDate,
): Result<null, "contract_end_not_later"> {
  const ended = contract.closed || contract.validTo !== null;
  const later =
    lastDay === null || (lastDay >= today && (contract.closed || lastDay > (contract.validTo ?? "")));
  return ended && later ? done(null) : refuse("contract_end_not_later", { until: contract.validTo ?? "" });
}

/** Whether a post may end on a day. */
export function endPost(
  post: Days,
  lastDay: PlainDate,
  today: PlainDate,
): Result<{ readonly atOnce: boolean }, "post_over" | "contract_end_too_early"> {
  if (post.validTo !== null && (post.validTo < today || post.validTo <= lastDay)) return refuse("post_over");
  if (lastDay < post.validFrom) return refuse("contract_end_too_early", { from: post.validFrom });
  return done({ atOnce: lastDay < today });
}

/** @example hasEnded({ validFrom, validTo: "2026-11-15", closed: false }, "2026-11-16") → true */
export function hasEnded(contract: Days & { readonly closed: boolean }, today: PlainDate): boolean {
  return contract.closed || (contract.validTo !== null && contract.validTo < today);
}

export function sharesADay(one: Days, other: Days): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}

function isReversed({ validFrom, validTo }: Days): boolean {
  return validTo !== null && validTo < validFrom;
}

function isWithin(inner: Days, outer: Days): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

/** A password of one's own: long rather than strange; no rule of its signs. In characters. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** @returns `password_too_weak` when it is too short, or the one that was handed over */
export function ownPassword(password: string, handedOver: string): Result<null, "password_too_weak"> {
  const length = Array.from(password.trim()).length;
  return length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max || password === handedOver
    ? refuse("password_too_weak", { min: PASSWORD_LENGTH.min })
    : done(null);
}
