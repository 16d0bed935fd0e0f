import type { SessionView } from "#contract/session.ts";
import type { Permission } from "#domain/mandate/permission.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { mayUse } from "../session/session.ts";

/** What sections are about, in the order of the bar. */
const SECTION_GROUPS = ["records", "rights", "transfer", "quality", "administration"] as const;
type SectionGroup = (typeof SECTION_GROUPS)[number];

export interface Section {
  readonly key:
    | "counter"
    | "queue"
    | "board"
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
    | "steps"
    | "consultations"
    | "tasks"
    | "papers"
    | "postal"
    | "waybills"
    | "search"
    | "registers"
    | "handOvers"
    | "ownRights"
    | "people"
    | "training"
    | "places"
    | "reorganisation"
    | "figures"
    | "catalogue"
    | "internalProcedures"
    | "calendars"
    | "notices";
  readonly group: SectionGroup;
  readonly to:
    | "/counter"
    | "/queue"
    | "/board"
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
    | "/steps"
    | "/consultations"
    | "/tasks"
    | "/papers"
    | "/postal"
    | "/postal/numbers"
    | "/search"
    | "/registers"
    | "/hand-overs"
    | "/own-rights"
    | "/people"
    | "/training"
    | "/places"
    | "/reorganisation"
    | "/figures"
    | "/internal-procedures"
    | "/calendars"
    | "/notices"
    | "/catalogue";
  readonly icon: IconName;
  /** Any of these opens the section. */
  readonly permissions: readonly Permission[];
  /** Who may do this has no use for the section. */
  readonly unless?: Permission;
}

const SECTIONS: readonly Section[] = [
  { key: "counter", group: "records", to: "/counter", icon: "counter", permissions: ["dossier.receive"] },
  {
    key: "queue",
    group: "records",
    to: "/queue",
    icon: "queue",
    permissions: ["dossier.forward", "dossier.process", "dossier.approve"],
  },
  { key: "board", group: "records", to: "/board", icon: "board", permissions: ["board.read"] },
  {
    key: "returning",
    group: "records",
    to: "/returning",
    icon: "returning",
    permissions: ["dossier.return"],
  },
  {
    key: "confirming",
    group: "records",
    to: "/confirming",
    icon: "success",
    permissions: ["dossier.confirm"],
  },
  {
    key: "awaited",
    group: "records",
    to: "/awaited",
    icon: "clock",
    permissions: ["dossier.receive"],
    unless: "dossier.confirm",
  },
  { key: "rights", group: "rights", to: "/rights", icon: "key", permissions: ["right.assign"] },
  { key: "mandates", group: "rights", to: "/mandates", icon: "file", permissions: ["mandate.read"] },
  { key: "programmes", group: "transfer", to: "/programmes", icon: "flag", permissions: ["mandate.read"] },
  { key: "proposals", group: "transfer", to: "/proposals", icon: "swap", permissions: ["mandate.read"] },
  { key: "samples", group: "quality", to: "/samples", icon: "scan", permissions: ["sample.judge"] },
  {
    key: "suspensions",
    group: "rights",
    to: "/suspensions",
    icon: "warning",
    permissions: ["right.suspend"],
  },
  { key: "sites", group: "transfer", to: "/sites", icon: "pin", permissions: ["site.read"] },
  {
    key: "steps",
    group: "records",
    to: "/steps",
    icon: "steps",
    permissions: ["dossier.process", "dossier.approve", "dossier.forward"],
  },
  {
    key: "consultations",
    group: "records",
    to: "/consultations",
    icon: "ask",
    permissions: ["dossier.process", "dossier.approve"],
  },
  { key: "tasks", group: "records", to: "/tasks", icon: "tasks", permissions: ["dossier.turn"] },
  { key: "papers", group: "records", to: "/papers", icon: "packet", permissions: ["custody.hold"] },
  { key: "postal", group: "records", to: "/postal", icon: "postal", permissions: ["postal.read"] },
  { key: "search", group: "records", to: "/search", icon: "search", permissions: ["dossier.read"] },
  { key: "registers", group: "records", to: "/registers", icon: "book", permissions: ["register.read"] },
  {
    key: "handOvers",
    group: "records",
    to: "/hand-overs",
    icon: "handOver",
    permissions: ["handOver.read"],
  },
  { key: "ownRights", group: "rights", to: "/own-rights", icon: "info", permissions: ["counter.serve"] },
  { key: "people", group: "administration", to: "/people", icon: "person", permissions: ["people.edit"] },
  { key: "training", group: "transfer", to: "/training", icon: "pen", permissions: ["training.record"] },
  {
    key: "places",
    group: "administration",
    to: "/places",
    icon: "organisation",
    permissions: ["units.edit"],
  },
  {
    key: "waybills",
    group: "administration",
    to: "/postal/numbers",
    icon: "barcode",
    permissions: ["units.edit"],
  },
  {
    key: "reorganisation",
    group: "administration",
    to: "/reorganisation",
    icon: "arrow",
    permissions: ["units.edit"],
  },
  { key: "figures", group: "quality", to: "/figures", icon: "chart", permissions: ["figures.read"] },
  {
    key: "catalogue",
    group: "administration",
    to: "/catalogue",
    icon: "draft",
    permissions: ["catalogue.edit"],
  },
  {
    key: "internalProcedures",
    group: "administration",
    to: "/internal-procedures",
    icon: "plan",
    permissions: ["steps.plan"],
  },
  // Everybody may look at both; who answers for others' dates finds them in the bar.
  {
    key: "calendars",
    group: "administration",
    to: "/calendars",
    icon: "calendar",
    permissions: ["calendar.edit", "register.close"],
  },
  {
    key: "notices",
    group: "records",
    to: "/notices",
    icon: "mail",
    permissions: ["register.close"],
  },
];

/** The sections that a person's posts open, in the order of the work. */
export function sectionsOf(session: SessionView): readonly Section[] {
  return SECTIONS.filter(
    ({ permissions, unless }) =>
      permissions.some((permission) => mayUse(session, permission)) &&
      !(unless !== undefined && mayUse(session, unless)),
  );
}

/** So many sections stand side by side without their groups. */
const SIDE_BY_SIDE = 9;

/** The sections by what they are about; null, when there are so few that nobody needs groups. */
export function groupedSections(
  sections: readonly Section[],
): readonly { readonly group: SectionGroup; readonly sections: readonly Section[] }[] | null {
  if (sections.length <= SIDE_BY_SIDE) return null;
  return SECTION_GROUPS.map((group) => ({
    group,
    sections: sections.filter((section) => section.group === group),
  })).filter((one) => one.sections.length > 0);
}
