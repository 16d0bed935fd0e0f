import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { LAST_DAY, type StoryPerson } from "./story.ts";
import { keysOf } from "./places-before.ts";

type Kind = StoryPerson["at"]["kind"];

interface Employment {
  readonly employer: string;
  readonly since: string;
  /** Left out: until the districts ended. Null: to this day. */
  readonly until?: string | null;
}

function daysOf({ since, until }: Employment): { since: PlainDate; until: PlainDate | null } {
  const last = until === undefined ? LAST_DAY : until;
  return { since: plainDate(since), until: last === null ? null : plainDate(last) };
}

/** A clerk of the post at the second counter of a unit. */
export function clerk(
  username: string,
  fullName: string,
  at: { readonly office: string; readonly code: string },
  employment: Employment,
): StoryPerson {
  return {
    username,
    fullName,
    employer: employment.employer,
    employerKind: "post",
    role: "postalClerk",
    at: { kind: "postOffice", key: at.office },
    counter: keysOf(at.code).postCounter,
    trainedFor: [],
    ...daysOf(employment),
  };
}

/** An officer of a one-stop unit at its first counter. */
export function officer(
  username: string,
  fullName: string,
  code: string,
  employment: Employment,
): StoryPerson {
  const seat = { counter: keysOf(code).ownCounter };
  return {
    ...official("oneStopOfficer", "unit", username, fullName, keysOf(code).unit, employment),
    ...seat,
  };
}

export function head(username: string, fullName: string, code: string, employment: Employment): StoryPerson {
  return official("unitHead", "unit", username, fullName, keysOf(code).unit, employment);
}

/** Somebody at an agency, by its key. */
export function atAgency(
  role: Exclude<Role, "postalClerk" | "oneStopOfficer" | "unitHead">,
  username: string,
  fullName: string,
  agency: string,
  employment: Employment,
): StoryPerson {
  return official(role, "agency", username, fullName, agency, employment);
}

function official(
  role: Role,
  kind: Kind,
  username: string,
  fullName: string,
  key: string,
  employment: Employment,
): StoryPerson {
  return {
    username,
    fullName,
    employer: employment.employer,
    employerKind: "state",
    role,
    at: { kind, key },
    counter: null,
    trainedFor: [],
    ...daysOf(employment),
  };
}
