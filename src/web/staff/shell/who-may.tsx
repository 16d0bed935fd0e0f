import { type Permission, ROLES, permits } from "#domain/mandate/permission.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";

/** The posts that open what this person's posts do not; nothing where none does. */
export function WhoMay({
  permissions,
}: {
  readonly permissions: readonly Permission[];
}): ReactElement | null {
  const { common, lists } = useText();
  const roles = ROLES.filter((role) => permissions.some((permission) => permits([role], permission)));
  if (roles.length === 0) return null;
  return <div>{common.whoMay(roles.map((role) => lists.roles[role]).join(", "))}</div>;
}
