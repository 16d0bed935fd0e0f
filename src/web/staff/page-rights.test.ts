import { sectionsOf } from "./shell/sections.ts";
import type { SessionView } from "#contract/session.ts";
import { ROLES, permits } from "#domain/mandate/permission.ts";
import { describe, expect, test } from "vitest";
import { router } from "./router.tsx";

const sessionOf = (role: (typeof ROLES)[number]): SessionView =>
  ({ roles: [role] }) as unknown as SessionView;

/**
 * Open to people in whose bar they do not stand: who confirms may look at the list of those who wait, and from a dossier
 * everybody comes to the calendar behind its date and to what its citizen was told.
 */
const BY_LINK: readonly string[] = ["/awaited", "/calendars", "/notices"];

describe("the pages of the console", () => {
  test.each(ROLES)(
    "open to %s what the bar of sections offers, and nothing that another section keeps",
    (role) => {
      const offered = sectionsOf(sessionOf(role)).map(({ to }) => to);
      const opened = Object.values(router.routesByPath)
        .filter(({ options }) => options.staticData.opens.some((permission) => permits([role], permission)))
        .map(({ fullPath }) => fullPath);
      expect(opened).toEqual(expect.arrayContaining(offered));
      const sections = sectionsOf({ roles: [...ROLES] } as unknown as SessionView).map(({ to }) => to);
      const more = sections.filter((to) => opened.includes(to) && !offered.includes(to));
      expect(more.filter((to) => !BY_LINK.includes(to))).toEqual([]);
    },
  );
});
