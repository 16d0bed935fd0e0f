import type { Post } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { AccountId, CounterId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
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
  /** Units and agencies whose dossiers this person's posts reach. */
  readonly places: readonly string[];
  readonly counter: Counter | null;
  /** Where this person's work is recorded; null when no post leads to a space. */
  readonly space: Space | null;
  readonly session: SessionFacts;
}

/** The actor of a session, with places and space taken from the reference data. */
export function actorOf(session: SessionFacts, reference: Reference): Actor {
  const places = [...new Set(session.posts.flatMap((post) => placesOf(post, reference)))];
  const counter = session.counterId === null ? null : (reference.counters.get(session.counterId) ?? null);
  const home = counter?.unit.id ?? places[0];
  return {
    accountId: session.accountId,
    username: session.username,
    fullName: session.fullName,
    employer: session.employer,
    posts: session.posts,
    roles: [...new Set(session.posts.map((post) => post.role))],
    places,
    counter,
    space: home === undefined ? null : (reference.spaceOf.get(home) ?? null),
    session,
  };
}

/** A clerk of the post reaches the units whose counters his or her post office staffs. */
function placesOf(post: Post, reference: Reference): string[] {
  if (post.unitId !== null) return [post.unitId];
  if (post.agencyId !== null) return [post.agencyId];
  return [...reference.counters.values()]
    .filter((counter) => counter.postOfficeId === post.postOfficeId)
    .map((counter) => counter.unit.id);
}

/** The counters that a person may sit down at: those of their unit, or those that their post office staffs. */
export function countersFor(actor: Actor, reference: Reference): readonly Counter[] {
  return [...reference.counters.values()].filter((counter) =>
    actor.posts.some((post) => {
      if (post.role === "postalClerk") return counter.postOfficeId === post.postOfficeId;
      return (
        post.role === "oneStopOfficer" && counter.postOfficeId === null && counter.unit.id === post.unitId
      );
    }),
  );
}
