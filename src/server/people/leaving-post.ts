import type { Role } from "#domain/mandate/permission.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Leaver } from "../ledgers/in-hand.ts";
import type { Reference } from "../units/reference.ts";
import type { AccountRow, PostRow } from "./store.ts";

const COUNTER_ROLES: readonly Role[] = ["postalClerk", "oneStopOfficer", "unitHead"];

/**
 * What leaves with one post: papers at the units, cases of the agency and steps of the role that no other post of the
 * person still reaches.
 */
export function leavingPost(
  { reference, day }: { readonly reference: Reference; readonly day: PlainDate },
  account: Pick<AccountRow, "accountId" | "posts">,
  post: PostRow,
): Leaver {
  const others = account.posts.filter(
    (one) => one.postId !== post.postId && one.validFrom <= day && (one.validTo ?? day) >= day,
  );
  const kept = { units: unitsOf(others, reference), agencies: agenciesOf(others) };
  return {
    target: "account",
    targetId: account.accountId,
    accountIds: [account.accountId],
    counterIds: [],
    stepPosts: stepPostsOf([post], others, reference),
    unitIds: unitsOf([post], reference).filter((id) => !kept.units.includes(id)),
    agencyIds: agenciesOf([post]).filter((id) => !kept.agencies.includes(id)),
  };

  function unitsOf(posts: readonly PostRow[], { countersOfOffice }: Reference): readonly string[] {
    return posts
      .filter(({ role }) => COUNTER_ROLES.includes(role))
      .flatMap(({ placeKind, placeId }) =>
        placeKind === "unit"
          ? [placeId]
          : (countersOfOffice.get(placeId) ?? [])
              .filter((counter) => standsOn(counter, day))
              .map(({ unit }) => unit.id),
      );
  }
}

/** Steps of the role at the place, unless another post of the person is of the same role there. */
function stepPostsOf(
  posts: readonly PostRow[],
  others: readonly PostRow[],
  { heirOf, lineOf }: Reference,
): Leaver["stepPosts"] {
  const kept = others.map(({ role, placeId }) => `${role} ${heirOf(placeId)}`);
  return posts
    .filter(({ role, placeId }) => !kept.includes(`${role} ${heirOf(placeId)}`))
    .map(({ role, placeId }) => ({ role, placeIds: lineOf(heirOf(placeId)) }));
}

function agenciesOf(posts: readonly PostRow[]): readonly string[] {
  return posts.filter(({ role }) => role === "caseOfficer").map(({ placeId }) => placeId);
}
