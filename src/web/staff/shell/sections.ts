import type { SessionView } from "#contract/session.ts";
import type { Permission } from "#domain/mandate/permission.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { mayUse } from "../session/session.ts";

export interface Section {
  readonly key:
    | "counter"
    | "queue"
    | "returning"
    | "confirming"
    | "awaited"
    | "rights"
    | "mandates"
    | "programmes"
    | "proposals"
    | "samples"
    | "suspensions"
    | "sites"
    | "search"
    | "ownRights"
    | "people"
    | "training"
    | "places"
    | "reorganisation"
    | "figures"
    | "catalogue";
  readonly to:
    | "/counter"
    | "/queue"
    | "/returning"
    | "/confirming"
    | "/awaited"
    | "/rights"
    | "/mandates"
    | "/programmes"
    | "/proposals"
    | "/samples"
    | "/suspensions"
    | "/sites"
    | "/search"
    | "/own-rights"
    | "/people"
    | "/training"
    | "/places"
    | "/reorganisation"
    | "/figures"
    | "/catalogue";
  readonly icon: IconName;
  /** Any of these opens the section. */
  readonly permissions: readonly Permission[];
  /** Who may do this has no use for the section. */
  readonly unless?: Permission;
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
  { key: "confirming", to: "/confirming", icon: "success", permissions: ["dossier.confirm"] },
  {
    key: "awaited",
    to: "/awaited",
    icon: "clock",
    permissions: ["dossier.receive"],
    unless: "dossier.confirm",
  },
  { key: "rights", to: "/rights", icon: "person", permissions: ["right.assign"] },
  { key: "mandates", to: "/mandates", icon: "file", permissions: ["mandate.read"] },
  { key: "programmes", to: "/programmes", icon: "flag", permissions: ["mandate.read"] },
  { key: "proposals", to: "/proposals", icon: "swap", permissions: ["mandate.read"] },
  { key: "samples", to: "/samples", icon: "scan", permissions: ["sample.judge"] },
  { key: "suspensions", to: "/suspensions", icon: "warning", permissions: ["right.suspend"] },
  { key: "sites", to: "/sites", icon: "pin", permissions: ["site.read"] },
  { key: "search", to: "/search", icon: "search", permissions: ["dossier.read"] },
  { key: "ownRights", to: "/own-rights", icon: "info", permissions: ["counter.serve"] },
  { key: "people", to: "/people", icon: "person", permissions: ["people.edit"] },
  { key: "training", to: "/training", icon: "pen", permissions: ["training.record"] },
  { key: "places", to: "/places", icon: "organisation", permissions: ["units.edit"] },
  { key: "reorganisation", to: "/reorganisation", icon: "arrow", permissions: ["units.edit"] },
  { key: "figures", to: "/figures", icon: "info", permissions: ["figures.read"] },
  { key: "catalogue", to: "/catalogue", icon: "draft", permissions: ["catalogue.edit"] },
];

/** The sections that a person's posts open, in the order of the work. */
export function sectionsOf(session: SessionView): readonly Section[] {
  return SECTIONS.filter(
    ({ permissions, unless }) =>
      permissions.some((permission) => mayUse(session, permission)) &&
      !(unless !== undefined && mayUse(session, unless)),
  );
}
