import { OVERVIEWS, type Overview } from "#contract/queue.ts";
import type { Role } from "#domain/mandate/permission.ts";

const ROLE_OF = { unit: "unitHead", agency: "approver" } as const satisfies Record<Overview, Role>;

/** What a person's posts let them look at as a whole. @example ["agency"] for an approver */
export function overviewsOf(roles: readonly Role[]): readonly Overview[] {
  return OVERVIEWS.filter((overview) => roles.includes(ROLE_OF[overview]));
}
