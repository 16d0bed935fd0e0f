import { AUTONOMIES, TASKS } from "#domain/mandate/mandate.ts";
import { BASIS_KINDS } from "#domain/mandate/may-act.ts";
import { MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import { ROLES } from "#domain/mandate/permission.ts";
import { HAND_OVER_CAUSES } from "#domain/people/hand-over.ts";
import { type Static, Type } from "typebox";
import { FileView } from "./files.ts";
import { DecisionView } from "./mandates.ts";
import { defineRoute } from "./route.ts";
import { Day, Moment, NamedLine, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

/** A scan of a decision; its bytes are read by its file. */
export const ScanView = Type.Intersect([
  FileView,
  Type.Object({ name: Type.String(), addedBy: Type.String(), addedAt: Moment }),
]);
export type ScanView = Static<typeof ScanView>;

/** A scan as the page of its decision lists it: one that was taken back stays in the list. */
const ListedScan = Type.Intersect([
  ScanView,
  Type.Object({
    withdrawn: Nullable(Type.Object({ by: Type.String(), at: Moment, reason: Type.String() })),
    /** Whether this person may take it back: whoever added it, and the province. */
    mayWithdraw: Type.Boolean(),
  }),
]);

export const listDecisionScans = defineRoute({
  method: "GET",
  path: "/decisions/:decisionId/scans",
  summary: "The scans of a decision, in the order in which they were added, with those that were taken back",
  permission: "mandate.read",
  params: Strict({ decisionId: Uuid }),
  response: Type.Object({
    scans: Type.Array(ListedScan),
    /** Whether this person may add one: the province, and the head of a unit that the decision is about. */
    mayAdd: Type.Boolean(),
  }),
  refusals: ["not_found"],
});

export const addDecisionScan = defineRoute({
  method: "POST",
  path: "/decisions/:decisionId/scans",
  summary: "Adds a scan to a decision: the province to any, the head of a unit to those about the unit",
  permission: "evidence.keep",
  params: Strict({ decisionId: Uuid }),
  body: Strict({ fileId: Uuid }),
  response: Type.Object({ decisionId: Uuid, position: Type.Integer() }),
  refusals: ["not_found", "scan_known", "outside_jurisdiction"],
});

export const withdrawDecisionScan = defineRoute({
  method: "POST",
  path: "/decisions/:decisionId/scans/:fileId/withdrawal",
  summary: "Takes a scan back that does not belong to the decision; it stays in the ledger as withdrawn",
  permission: "evidence.keep",
  params: Strict({ decisionId: Uuid, fileId: Uuid }),
  body: Strict({ reason: NamedLine }),
  response: Type.Object({}),
  refusals: ["not_found", "scan_of_another", "scan_withdrawn"],
});

/** A decision with the scans by which it can be read. */
const Scanned = Type.Object({ decision: DecisionView, scans: Type.Array(ScanView) });
export type Scanned = Static<typeof Scanned>;

const Names = Type.Array(Type.String());

export const MandateBasis = Type.Object({
  mandateId: Uuid,
  unit: Type.String(),
  postOffice: Type.String(),
  tasks: Type.Array(OneOf(TASKS)),
  fields: Names,
  procedures: Names,
  exceptions: Names,
  autonomy: OneOf(AUTONOMIES),
  conditions: Type.String(),
  validFrom: Day,
  validTo: Nullable(Day),
  /** Today's. */
  status: OneOf(MANDATE_STATUSES),
  /** Whether it was in force at the moment of the act, by its own ledger. */
  inForceThen: Type.Boolean(),
  decision: Nullable(Scanned),
  phase: Nullable(
    Type.Object({
      label: Type.String(),
      validFrom: Day,
      validTo: Nullable(Day),
      decision: Scanned,
      programmeId: Uuid,
      programme: Type.String(),
      programmeDecision: Scanned,
    }),
  ),
});
export type MandateBasis = Static<typeof MandateBasis>;

export const AssignmentBasis = Type.Object({
  head: Type.String(),
  task: Type.String(),
  reason: Type.String(),
  standsBy: Type.Boolean(),
  givenAt: Moment,
  validFrom: Day,
  validTo: Day,
  unit: Type.String(),
  revokedAt: Nullable(Moment),
});
export type AssignmentBasis = Static<typeof AssignmentBasis>;

export const OfficeBasis = Type.Object({
  role: OneOf(ROLES),
  place: Type.String(),
  validFrom: Day,
  validTo: Nullable(Day),
});
export type OfficeBasis = Static<typeof OfficeBasis>;

/** What somebody held went on because of a suspension, a contract or a post that ended: the record of it. */
export const HandOverBasis = Type.Object({
  handOverId: Uuid,
  cause: OneOf(HAND_OVER_CAUSES),
  from: Type.String(),
  /** Null: it went to the place where it lies. */
  successor: Nullable(Type.String()),
  /** Of a suspension: the decision by which it was ordered. */
  decision: Nullable(Scanned),
});
export type HandOverBasis = Static<typeof HandOverBasis>;

export const readBasis = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/basis/:seq",
  summary: "By virtue of what an act was done: from the act to the decisions, with their scans",
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid, seq: Type.String({ pattern: "^[1-9]\\d{0,8}$" }) }),
  response: Type.Object({
    act: Type.Object({
      seq: Type.Integer(),
      type: Type.String(),
      at: Moment,
      by: Type.String(),
      place: Nullable(Type.String()),
      code: Type.String(),
      procedure: Type.String(),
    }),
    kind: OneOf(BASIS_KINDS),
    mandate: Nullable(MandateBasis),
    assignment: Nullable(AssignmentBasis),
    office: Nullable(OfficeBasis),
    /** Of papers and cases that went on. */
    handOver: Nullable(HandOverBasis),
    /** Training of whoever acted, for the field of the dossier, that was valid on the day of the act. */
    accreditations: Type.Array(
      Type.Object({ field: Type.String(), heldOn: Day, validFrom: Day, validTo: Nullable(Day) }),
    ),
  }),
  refusals: ["not_found"],
});

export const readBasisScan = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/basis/:seq/scans/:fileId",
  summary: "A scan of a decision that an act rests on, for whoever may read the act",
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid, seq: Type.String({ pattern: "^[1-9]\\d{0,8}$" }), fileId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});
