import { type Instant, localTime, millisecondsBetween } from "#domain/shared/instant.ts";
import type { Actor } from "./actor.ts";

/** Then a session is read again, and its end is moved if it is used. */
const REMEMBERED_MS_MAX = 60_000;
const REMEMBERED_MAX = 20_000;

/**
 * Who asked a moment ago, by the hash of their token. What is remembered may be out of date, so it is good only for a
 * route whose writing statement asserts the session (`bindOpening` in the HTTP room).
 */
export interface RememberedActors {
  /** The person as seen at most a minute ago, on the same day and by the same reference data. */
  readonly of: (tokenHash: Buffer, now: Instant, referenceEpoch: number) => Actor | undefined;
  readonly keep: (actor: Actor, now: Instant) => void;
}

/** @example const actor = remembered.of(sha256(token), now, reference.current().epoch) ?? (await readActor(…)) */
export function rememberActors(): RememberedActors {
  const known = new Map<string, { readonly actor: Actor; readonly at: Instant }>();
  return {
    of: (tokenHash, now, referenceEpoch) => {
      const key = tokenHash.toString("latin1");
      const found = known.get(key);
      if (!found) return undefined;
      const age = millisecondsBetween(found.at, now);
      const holds =
        age >= 0 &&
        age <= REMEMBERED_MS_MAX &&
        found.actor.session.referenceEpoch === referenceEpoch &&
        localTime(found.at).day === localTime(now).day;
      if (!holds) known.delete(key);
      return holds ? found.actor : undefined;
    },
    keep: (actor, now) => {
      if (known.size >= REMEMBERED_MAX) known.clear();
      known.set(actor.session.tokenHash.toString("latin1"), { actor, at: now });
    },
  };
}
