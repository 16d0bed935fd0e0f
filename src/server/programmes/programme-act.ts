import { invariant } from "#domain/shared/result.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateAct } from "../ledgers/mandate-life.ts";

/** Who writes on a programme, by the post that lets them. */
export function programmeActOf({ actor, now }: { readonly actor: Actor; readonly now: Instant }): MandateAct {
  const post = actor.posts.find(({ role }) => role === "programmeOfficer");
  invariant(post, "whoever writes on a programme holds a post for it");
  return { actorId: actor.accountId, basis: { kind: "office", id: post.id }, now };
}

/** The findings of a check as the answer carries them: `fault about`. */
export function findingTexts(
  findings: readonly { readonly fault: string; readonly about: string }[],
): readonly string[] {
  return findings.map(({ fault, about }) => `${fault} ${about}`.trim());
}
