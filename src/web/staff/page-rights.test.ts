import { sectionsOf } from "./shell/sections.ts";
import type { SessionView } from "#contract/session.ts";
import { ROLES, permits } from "#domain/mandate/permission.ts";
import { describe, expect, test } from "vitest";
import { router } from "./router.tsx";

const sessionOf = (role: (typeof ROLES)[number]): SessionView =>
  ({ roles: [role] }) as unknown as SessionView;

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
      // Who confirms has no use for the list of those who wait, and may look at it all the same.
      expect(more.filter((to) => to !== "/awaited")).toEqual([]);
    },
  );
});
