import type { SessionView } from "#contract/session.ts";
import type { Permission } from "#domain/mandate/permission.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { mayUse } from "../session/session.ts";

export interface Section {
  readonly key:
    | "counter"
    | "queue"
    | "returning"
    | "rights"
    | "mandates"
    | "suspensions"
    | "search"
    | "ownRights"
    | "places"
    | "catalogue";
  readonly to:
    | "/counter"
    | "/queue"
    | "/returning"
    | "/rights"
    | "/mandates"
    | "/suspensions"
    | "/search"
    | "/own-rights"
    | "/places"
    | "/catalogue";
  readonly icon: IconName;
  /** Any of these opens the section. */
  readonly permissions: readonly Permission[];
}

const SECTIONS: readonly Section[] = [
  { key: "counter", to: "/counter", icon: "counter", permissions: ["dossier.receive"] },
  {
    key: "queue",
    to: "/queue",
    icon: "queue",
    permissions: ["dossier.forward", "dossier.process", "dossier.approve"],
  },
  { key: "returning", to: "/returning", icon: "returning", permissions: ["dossier.return"] },
  { key: "rights", to: "/rights", icon: "person", permissions: ["right.assign"] },
  { key: "mandates", to: "/mandates", icon: "file", permissions: ["mandate.read"] },
  { key: "suspensions", to: "/suspensions", icon: "warning", permissions: ["right.suspend"] },
  { key: "search", to: "/search", icon: "search", permissions: ["dossier.read"] },
  { key: "ownRights", to: "/own-rights", icon: "info", permissions: ["counter.serve"] },
  { key: "places", to: "/places", icon: "organisation", permissions: ["units.edit"] },
  { key: "catalogue", to: "/catalogue", icon: "draft", permissions: ["catalogue.edit"] },
];

/** The sections that a person's posts open, in the order of the work. */
export function sectionsOf(session: SessionView): readonly Section[] {
  return SECTIONS.filter(({ permissions }) => permissions.some((permission) => mayUse(session, permission)));
}
