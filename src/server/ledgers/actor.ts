import type { Post } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { type AccountId, type CounterId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { placesOn, standsOn } from "#domain/unit/place.ts";
import type { Space } from "../db/kysely.ts";
import type { Counter, Reference } from "../units/reference.ts";

/** A session as one indexed read gives it: the person, the posts in force, the counter. */
export interface SessionFacts {
  readonly tokenHash: Buffer;
  readonly accountId: AccountId;
  readonly username: string;
  readonly fullName: string;
  readonly employer: string;
  readonly counterId: CounterId | null;
  readonly posts: readonly Post[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What the caches must have seen to be believed. */
  readonly referenceEpoch: number;
}

/** Who acts, with everything that a use-case asks of a person. */
export interface Actor {
  readonly accountId: AccountId;
  readonly username: string;
  readonly fullName: string;
  readonly employer: string;
  readonly posts: readonly Post[];
  readonly roles: readonly Role[];
  /** Units and agencies whose dossiers this person's posts reach, and the post offices where posts are held. */
  readonly places: readonly string[];
  /** Units that this person heads, with those that they go on for, and the post by which. */
  readonly headOf: ReadonlyMap<string, Post>;
  /** The counter of the session, if it is open today. */
  readonly counter: Counter | null;
  /** The counter of the session when it is not open today: closed while somebody sat there, or not yet opened. */
  readonly closedCounter: Counter | null;
  /** Where this person's work is recorded; null when no post leads to a space. */
  readonly space: Space | null;
  readonly session: SessionFacts;
}

/** The actor of a session on a day, with places and space taken from the reference data. */
export function actorOf(session: SessionFacts, reference: Reference, today: PlainDate): Actor {
  const posts = session.posts.map((post) => postToday(post, reference));
  const places = [...new Set(posts.flatMap((post) => placesOf(post, reference)))];
  const seat = seatOf(session, reference);
  const open = seat !== null && standsOn(seat, today);
  const home = seat?.unit.id ?? places.find((place) => reference.spaceOf.has(place));
  return {
    accountId: session.accountId,
    username: session.username,
    fullName: session.fullName,
    employer: session.employer,
    posts,
    roles: [...new Set(posts.map((post) => post.role))],
    places,
    headOf: unitsHeaded(posts, reference),
    counter: open ? seat : null,
    closedCounter: open ? null : seat,
    space: home === undefined ? null : (reference.spaceOf.get(home) ?? null),
    session,
  };
}

/** A post at a place that was reorganised is a post at its heir: nobody need be appointed anew. */
function postToday(post: Post, { heirOf }: Reference): Post {
  return {
    ...post,
    unitId: post.unitId && asId(heirOf(post.unitId)),
    agencyId: post.agencyId && asId(heirOf(post.agencyId)),
  };
}

function unitsHeaded(posts: readonly Post[], { lineOf }: Reference): ReadonlyMap<string, Post> {
  const heads = posts.filter(({ role }) => role === "unitHead");
  return new Map(heads.flatMap((post) => lineOf(post.unitId ?? "").map((unitId) => [unitId, post])));
}

/** Whoever sat at a counter that goes on under another unit sits there still. */
function seatOf({ counterId }: SessionFacts, { counters, heirOf }: Reference): Counter | null {
  return counterId === null ? null : (counters.get(heirOf(counterId)) ?? null);
}

/**
 * A post at a place reaches everything for which the place answers today. A clerk of the post reaches the units whose
 * counters his or her post office staffs; a counter that closed for good goes on reaching its own unit alone. A courier
 * carries what is handed over to the office and sees no dossier.
 */
function placesOf(post: Post, reference: Reference): readonly string[] {
  const place = post.unitId ?? post.agencyId;
  if (place !== null) return reference.lineOf(place);
  if (post.role === "courier") return post.postOfficeId === null ? [] : [post.postOfficeId];
  const staffed = post.postOfficeId === null ? [] : reference.countersOfOffice.get(post.postOfficeId);
  const units = (staffed ?? []).flatMap((counter) => {
    const today = reference.counters.get(reference.heirOf(counter.id));
    const line = reference.lineOf(today?.unit.id ?? "");
    return line.length > 0 ? line : [counter.unit.id];
  });
  return post.postOfficeId === null ? units : [...units, post.postOfficeId];
}

/** The counter that an act is recorded at. A counter that was closed meanwhile takes nothing in any more. */
export function counterOf(actor: Actor): Result<Counter, "counter_not_chosen" | "counter_closed"> {
  if (actor.counter) return done(actor.counter);
  const { closedCounter } = actor;
  return closedCounter
    ? refuse("counter_closed", { counter: closedCounter.label })
    : refuse("counter_not_chosen");
}

/** The counters open today that a person may sit down at: of their unit, or staffed by their post office. */
export function countersFor(actor: Actor, reference: Reference, today: PlainDate): readonly Counter[] {
  const open = placesOn([...reference.counters.values()], today);
  return open.filter((counter) =>
    actor.posts.some((post) => {
      if (post.role === "postalClerk") return counter.postOfficeId === post.postOfficeId;
      return (
        post.role === "oneStopOfficer" && counter.postOfficeId === null && counter.unit.id === post.unitId
      );
    }),
  );
}
