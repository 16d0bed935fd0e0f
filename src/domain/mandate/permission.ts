/** What a person is employed to be. A person may hold several posts, each at one place with a period. */
export const ROLES = [
  "postalClerk",
  "courier",
  "oneStopOfficer",
  "unitHead",
  "caseOfficer",
  "approver",
  "programmeOfficer",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a route asks for. `public` needs nobody, `signedIn` needs any account; every other one must be
 * held through a post. A permission opens the door of a route; whether this act on this dossier at this
 * place is right is then decided by {@link file://./may-act.ts mayAct}.
 */
export const PERMISSIONS = [
  "public",
  "signedIn",
  "counter.serve",
  "dossier.receive",
  "dossier.read",
  "dossier.confirm",
  "dossier.forward",
  "dossier.process",
  "dossier.approve",
  "dossier.return",
  "dossier.turn",
  "steps.plan",
  "catalogue.edit",
  "units.edit",
  "calendar.edit",
  "board.read",
  "figures.read",
  "mandate.read",
  "mandate.draft",
  "mandate.move",
  "right.assign",
  "right.suspend",
  "evidence.keep",
  "programme.edit",
  "site.read",
  "site.edit",
  "finding.resolve",
  "people.edit",
  "training.record",
  "handOver.read",
  "sample.judge",
  "register.read",
  "register.close",
  "custody.hold",
  "postal.order",
  "postal.read",
  "postal.report",
  "postal.deliver",
  "postal.settle",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Which permissions a post gives. A postal clerk can never appraise, decide or sign a result: Decree
 * 118/2025 lets the post guide, receive, digitise and return, and nothing a mandate says adds to that.
 */
const PERMISSIONS_OF_ROLE = {
  postalClerk: [
    "counter.serve",
    "dossier.receive",
    "dossier.read",
    "dossier.return",
    "dossier.turn",
    "handOver.read",
    "custody.hold",
    "postal.order",
    "postal.read",
    "postal.report",
    "postal.settle",
  ],
  courier: ["custody.hold", "postal.read", "postal.report", "postal.deliver"],
  oneStopOfficer: [
    "counter.serve",
    "dossier.receive",
    "dossier.read",
    "dossier.confirm",
    "dossier.forward",
    "dossier.return",
    "dossier.turn",
    "sample.judge",
    "handOver.read",
    "register.read",
    "custody.hold",
    "postal.order",
    "postal.read",
    "postal.settle",
  ],
  unitHead: [
    "board.read",
    "figures.read",
    "dossier.read",
    "dossier.confirm",
    "mandate.read",
    "mandate.draft",
    "mandate.move",
    "right.assign",
    "sample.judge",
    "evidence.keep",
    "site.read",
    "finding.resolve",
    "handOver.read",
    "register.read",
    "register.close",
    "custody.hold",
    "postal.read",
    "postal.settle",
  ],
  caseOfficer: ["dossier.read", "dossier.process", "dossier.turn", "handOver.read", "custody.hold"],
  approver: ["dossier.read", "dossier.approve", "board.read", "dossier.turn", "steps.plan", "custody.hold"],
  programmeOfficer: [
    "figures.read",
    "mandate.read",
    "mandate.draft",
    "mandate.move",
    "right.suspend",
    "evidence.keep",
    "programme.edit",
    "site.read",
    "site.edit",
    "training.record",
    "handOver.read",
  ],
  administrator: [
    "people.edit",
    "training.record",
    "handOver.read",
    "catalogue.edit",
    "steps.plan",
    "units.edit",
    "calendar.edit",
    "figures.read",
    "site.read",
  ],
} as const satisfies Record<Role, readonly Permission[]>;

/** @example permits(["caseOfficer"], "dossier.approve") → false */
export function permits(roles: readonly Role[], permission: Permission): boolean {
  if (permission === "public" || permission === "signedIn") return true;
  return roles.some((role) => (PERMISSIONS_OF_ROLE[role] as readonly Permission[]).includes(permission));
}
