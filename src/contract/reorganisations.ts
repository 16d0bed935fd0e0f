import { REORGANISATION_FAULTS, type ReorganisationFaultCode } from "#domain/unit/check-reorganisation.ts";
import { REORGANISATION_SHAPES, REORGANISATION_STATUSES } from "#domain/unit/reorganisation.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Day, Line, Moment, NamedLine, Nullable, OneOf, ShortText, Strict, Uuid, Version } from "./shapes.ts";

const UNITS_MAX = 60;
const POINTS_MAX = 200;

const AgencyOfNewUnit = Type.Union([
  Strict({ kind: Type.Literal("standing"), key: ShortText }),
  Strict({
    kind: Type.Literal("new"),
    name: Line,
    agencyKind: ShortText,
    code2018: Type.Optional(ShortText),
    code2025: Type.Optional(ShortText),
    codeMark: Type.Optional(ShortText),
    codeSource: Type.Optional(Line),
  }),
]);

/** A plan as it is kept: which units end, who goes on for them, which units begin. */
const Plan = Strict({
  shape: OneOf(REORGANISATION_SHAPES),
  effectiveOn: Day,
  units: Type.Array(
    Strict({
      unit: ShortText,
      heir: ShortText,
      points: Type.Array(Strict({ point: ShortText, heir: Nullable(ShortText) }), { maxItems: POINTS_MAX }),
    }),
    { maxItems: UNITS_MAX },
  ),
  newUnits: Type.Array(
    Strict({
      ref: Type.String({ pattern: "^new:[0-9]{1,2}$" }),
      name: Line,
      governingBody: Line,
      administrativeUnit: ShortText,
      calendar: ShortText,
      agency: AgencyOfNewUnit,
    }),
    { maxItems: UNITS_MAX },
  ),
});
export type PlanInput = Static<typeof Plan>;

const Decision = Strict({
  number: NamedLine,
  issuer: NamedLine,
  title: NamedLine,
  issuedOn: Day,
  source: Line,
});

const Content = { title: NamedLine, decision: Decision, plan: Plan };

/** What makes a plan impossible: the fault, what it is about (a key or a `ref`), and names for the sentence. */
const PlanFault = Type.Object({
  fault: OneOf(Object.keys(REORGANISATION_FAULTS) as ReorganisationFaultCode[]),
  about: Type.String(),
  names: Type.Array(Type.String()),
});
export type PlanFault = Static<typeof PlanFault>;

const Row = Type.Object({
  id: Uuid,
  title: Type.String(),
  effectiveOn: Day,
  shape: OneOf(REORGANISATION_SHAPES),
  status: OneOf(REORGANISATION_STATUSES),
  version: Version,
  decisionNumber: Type.String(),
  units: Type.Integer(),
});
export type ReorganisationRow = Static<typeof Row>;

/** Where what is open at a unit goes, and how much of it there is. */
const MovedUnit = Type.Object({
  key: Type.String(),
  name: Type.String(),
  heir: Type.String(),
  heirName: Type.String(),
  agencyName: Type.String(),
  /** Null when the agency stays. */
  agencyHeirName: Nullable(Type.String()),
  dossiers: Type.Array(Type.Object({ status: Type.String(), count: Type.Integer() })),
  /** Open dossiers whose decision lies with the agency, wherever they were received. */
  deciding: Type.Integer(),
  papers: Type.Array(
    Type.Object({
      holder: Type.String(),
      /** Who keeps them from the day on. */
      heir: Type.String(),
      count: Type.Integer(),
    }),
  ),
  mandates: Type.Array(Type.Object({ status: Type.String(), count: Type.Integer() })),
  assignments: Type.Integer(),
  posts: Type.Integer(),
  points: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      counters: Type.Integer(),
      /** Where it goes on; null when it closes. */
      heirName: Nullable(Type.String()),
    }),
  ),
  /** Sessions open now at counters that close: their people choose a counter again. */
  sessions: Type.Integer(),
});
export type MovedUnit = Static<typeof MovedUnit>;

export const PLAN_WARNINGS = [
  "agency_without_code",
  "mandate_without_counter",
  "mandates_contradict",
] as const;

const Preview = Type.Object({
  spaceName: Type.String(),
  faults: Type.Array(PlanFault),
  units: Type.Array(MovedUnit),
  heirs: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      isNew: Type.Boolean(),
      agencyName: Type.String(),
      administrativeUnit: Type.String(),
    }),
  ),
  /** What may be done all the same, and must be settled by somebody. */
  warnings: Type.Array(
    Type.Object({ warning: OneOf(PLAN_WARNINGS), about: Type.String(), names: Type.Array(Type.String()) }),
  ),
});
export type ReorganisationPreview = Static<typeof Preview>;

export const listReorganisations = defineRoute({
  method: "GET",
  path: "/reorganisations",
  summary: "Reorganisations of one-stop units: what is planned, the nearest first, then what was",
  permission: "units.edit",
  response: Type.Object({ reorganisations: Type.Array(Row) }),
  refusals: [],
});

export const readReorganisation = defineRoute({
  method: "GET",
  path: "/reorganisations/:reorganisationId",
  summary: "A reorganisation with its history; while it is planned also what it would do",
  permission: "units.edit",
  params: Strict({ reorganisationId: Uuid }),
  response: Type.Object({
    ...Row.properties,
    decision: Type.Object({
      number: Type.String(),
      issuer: Type.String(),
      title: Type.String(),
      issuedOn: Day,
      source: Type.String(),
    }),
    plan: Plan,
    /** True on its day and after: it may be applied by hand. */
    due: Type.Boolean(),
    /** Null once it is applied or cancelled. */
    preview: Nullable(Preview),
    history: Type.Array(
      Type.Object({
        type: Type.String(),
        at: Moment,
        /** Null when the program did it on the day. */
        by: Nullable(Type.String()),
        reason: Type.String(),
      }),
    ),
    /** Who goes on for whom; empty until it is applied. */
    successions: Type.Array(
      Type.Object({ kind: Type.String(), predecessor: Type.String(), successor: Type.String() }),
    ),
  }),
  refusals: ["not_found"],
});

export const previewReorganisation = defineRoute({
  method: "POST",
  path: "/reorganisation-previews",
  summary: "What a plan would do, and what is wrong with it; writes nothing",
  permission: "units.edit",
  body: Strict({ plan: Plan, reorganisationId: Type.Optional(Uuid) }),
  response: Preview,
  refusals: [],
});

export const planReorganisation = defineRoute({
  method: "POST",
  path: "/reorganisations",
  summary: "Keeps a plan; on its day it is applied",
  permission: "units.edit",
  body: Strict(Content),
  response: Type.Object({ reorganisationId: Uuid, version: Version }),
  refusals: ["reorganisation_invalid", "reorganisation_two_spaces"],
});

export const changeReorganisation = defineRoute({
  method: "PUT",
  path: "/reorganisations/:reorganisationId",
  summary: "Changes a plan whose day has not come",
  permission: "units.edit",
  params: Strict({ reorganisationId: Uuid }),
  body: Strict({ ...Content, version: Version }),
  response: Type.Object({ version: Version }),
  refusals: [
    "not_found",
    "reorganisation_changed",
    "reorganisation_settled",
    "reorganisation_invalid",
    "reorganisation_two_spaces",
  ],
});

export const cancelReorganisation = defineRoute({
  method: "POST",
  path: "/reorganisations/:reorganisationId/cancellation",
  summary: "Calls a plan off; everything stays as it is",
  permission: "units.edit",
  params: Strict({ reorganisationId: Uuid }),
  body: Strict({ version: Version, reason: NamedLine }),
  response: Type.Object({ version: Version }),
  refusals: ["not_found", "reorganisation_changed", "reorganisation_settled"],
});

export const applyReorganisation = defineRoute({
  method: "POST",
  path: "/reorganisations/:reorganisationId/application",
  summary: "Applies a plan whose day has come; the program does so by itself at midnight",
  permission: "units.edit",
  params: Strict({ reorganisationId: Uuid }),
  body: Strict({ version: Version }),
  response: Type.Object({ version: Version }),
  refusals: [
    "not_found",
    "reorganisation_changed",
    "reorganisation_settled",
    "reorganisation_not_due",
    "reorganisation_invalid",
    "reorganisation_two_spaces",
  ],
});

/** What the form of a plan asks of a unit: what hangs below it, and who goes on for its commune by the map. */
export const findHeirs = defineRoute({
  method: "GET",
  path: "/reorganisation-units/:key",
  summary: "A unit with its points and counters, and the communes that succeeded its commune by the map",
  permission: "units.edit",
  params: Strict({ key: ShortText }),
  query: Strict({ on: Type.Optional(Day) }),
  response: Type.Object({
    key: Type.String(),
    name: Type.String(),
    governingBody: Type.String(),
    administrativeUnit: Type.String(),
    calendar: Type.String(),
    agency: Type.String(),
    agencyName: Type.String(),
    agencyKind: Type.String(),
    codes: Type.Object({ code2018: Type.String(), code2025: Type.String() }),
    points: Type.Array(
      Type.Object({
        key: Type.String(),
        name: Type.String(),
        address: Type.String(),
        counters: Type.Integer(),
      }),
    ),
    successors: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        /** The unit that stands for it; null when there is none yet. */
        unit: Nullable(Type.Object({ key: Type.String(), name: Type.String() })),
      }),
    ),
  }),
  refusals: ["not_found"],
});

export const FIGURE_MAPS = ["old", "new"] as const;

const Counted = {
  received: Type.Integer(),
  finished: Type.Integer(),
  /** Of those that were finished. */
  onTime: Type.Integer(),
  /** By the method of QĐ 766: from the first receipt, without the waiting; a second request counts as late. */
  onTimeCounted: Type.Integer(),
  /** Citizens' newest answers about the service of the dossiers that were received. */
  answers: Type.Integer(),
  /** Satisfied or very satisfied; null of so few answers that it would give away who answered what. */
  satisfied: Nullable(Type.Integer()),
};

const FigureQuery = Strict({ from: Day, to: Day, map: Type.Optional(OneOf(FIGURE_MAPS)) });

export const readFigures = defineRoute({
  method: "GET",
  path: "/figures/dossiers",
  summary:
    "Dossiers received, finished and finished in time within days, and how citizens rated, by the unit of receipt as it was or as it is",
  permission: "figures.read",
  query: FigureQuery,
  response: Type.Object({
    rows: Type.Array(
      Type.Object({
        unitId: Uuid,
        unitName: Type.String(),
        /** The unit that answers for it today, when it is another one. */
        heirName: Nullable(Type.String()),
        ...Counted,
      }),
    ),
    sum: Type.Object(Counted),
  }),
  refusals: ["period_reversed"],
});

export const exportFigures = defineRoute({
  method: "GET",
  path: "/figures/dossier-files",
  summary: "The same figures, with their sum, as a CSV file",
  permission: "figures.read",
  query: FigureQuery,
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["period_reversed"],
});
