import { TASKS } from "#domain/mandate/mandate.ts";
import { MANDATE_MOVE_REFUSALS } from "#domain/mandate/mandate-life.ts";
import { type Static, Type } from "typebox";
import { MandateRow } from "./mandates.ts";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Moment, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const Named = Type.Object({ id: Type.String(), name: Type.String() });

/**
 * What the ledgers say of a unit's work in a period: of the dossiers received in it, whatever became of them since. Those
 * that another system took in are counted by the days that it told.
 */
export const Figures = Type.Object({
  /** Received by the post, under a mandate or an assignment, and by civil servants. */
  byPost: Count,
  byState: Count,
  /** Received in another system, nobody here knows by whom. 0 in figures that were kept before these were counted. */
  imported: Count,
  finished: Count,
  onTime: Count,
  /** Not finished, and past the due moment. */
  overdue: Count,
  /** From receipt to the finished result, in minutes of the clock on the wall; null when none is finished. */
  medianMinutes: Nullable(Count),
  /** Results that the approver gave back, and receipts that were not confirmed. */
  sentBack: Count,
  handedBack: Count,
  /** Acts that were looked at afterwards, and those that were wrong. */
  judged: Count,
  wrong: Count,
  guidances: Count,
  guidanceMinutes: Count,
  /** Tasks given outside of the list, and acts that rest on them. */
  assignments: Count,
  assignmentActs: Count,
  /**
   * Citizens' newest answers about the service of these dossiers. Null when nobody answered, and in figures that were
   * kept before anybody was asked: "no figure", never a zero.
   */
  rating: Nullable(
    Type.Object({
      answers: Count,
      /** Satisfied or very satisfied; null of so few answers that it would give away who answered what. */
      satisfied: Nullable(Count),
    }),
  ),
});
export type Figures = Static<typeof Figures>;

const Period = { from: Day, to: Day };

export const GapView = Type.Object({
  unit: Named,
  task: OneOf(TASKS),
  field: Named,
  from: Day,
  /** Null: nothing follows, as far as is known. */
  to: Nullable(Day),
});
export type GapView = Static<typeof GapView>;

/** What an office of the post may do today. */
const Held = Type.Object({ mandateId: Uuid, postOffice: Named, tasks: Type.Array(OneOf(TASKS)) });

const FigureRow = Type.Object({
  ...Named.properties,
  /** The last day on which it was in force, when nothing of it is left: it cannot be handed over any more. */
  endedOn: Nullable(Day),
  figures: Figures,
  held: Type.Array(Held),
});

export const readUnitFigures = defineRoute({
  method: "GET",
  path: "/unit-figures",
  summary: "What a unit does, by field and procedure, and what the post may do of it today",
  permission: "mandate.read",
  query: Strict({
    unitId: Type.Optional(Uuid),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  }),
  response: Type.Object({
    unit: Named,
    ...Period,
    total: Figures,
    fields: Type.Array(
      Type.Object({
        ...FigureRow.properties,
        procedures: Type.Array(FigureRow),
      }),
    ),
    gaps: Type.Array(GapView),
  }),
  refusals: ["outside_jurisdiction"],
});

const FrozenFigures = Type.Object({ ...Period, takenAt: Moment, figures: Figures });
const CurrentFigures = Type.Object({ ...Period, figures: Figures });

export const readMandateFigures = defineRoute({
  method: "GET",
  path: "/mandates/:mandateId/figures",
  summary:
    "What the ledgers say of the work that a mandate is about: when it was proposed, and today; and how often acts under it were wrong",
  permission: "mandate.read",
  params: Strict({ mandateId: Uuid }),
  response: Type.Object({
    /** The newest proposal's; null when it was never proposed. */
    frozen: Nullable(FrozenFigures),
    now: CurrentFigures,
    /** Acts under this mandate that were drawn for a look afterwards, from its first day on. */
    samples: Type.Object({
      drawn: Count,
      judged: Count,
      wrong: Count,
      low: Type.Number(),
      high: Type.Number(),
    }),
  }),
  refusals: ["not_found", "outside_jurisdiction"],
});

export const ProposalView = Type.Object({
  mandate: MandateRow,
  proposedAt: Moment,
  proposedBy: Type.String(),
  why: Type.String(),
  frozen: Nullable(FrozenFigures),
  now: CurrentFigures,
  /** The office's clerks today: all, and those with training for every field that the mandate names. */
  clerks: Count,
  trained: Count,
  contradictions: Count,
  overlaps: Count,
  /** Gaps of today's mandates that this one would fill, wholly or in part. */
  gaps: Count,
  /** What would stop this person from approving or refusing, whatever is typed. */
  refusal: Nullable(OneOf([...MANDATE_MOVE_REFUSALS, "permission_missing"] as const)),
});
export type ProposalView = Static<typeof ProposalView>;

export const listProposals = defineRoute({
  method: "GET",
  path: "/proposals",
  summary:
    "Mandates that are proposed, of the units that this person deals with, with the figures that speak for each, then and now",
  permission: "mandate.read",
  query: Strict({ after: Type.Optional(Cursor) }),
  response: Type.Object({ proposals: Type.Array(ProposalView), next: Nullable(Cursor) }),
  refusals: [],
});

export const listGaps = defineRoute({
  method: "GET",
  path: "/mandate-gaps",
  summary:
    "Days, from today on, on which nobody of the post holds what was held before, at the units that this person deals with",
  permission: "mandate.read",
  query: Strict({ unitId: Type.Optional(Uuid) }),
  response: Type.Object({ gaps: Type.Array(GapView) }),
  refusals: [],
});

export const listRecurring = defineRoute({
  method: "GET",
  path: "/recurring-assignments",
  summary:
    "Tasks outside of the list that are given again and again, and that no mandate covers or proposes yet",
  permission: "right.assign",
  query: Strict({ unitId: Type.Optional(Uuid) }),
  response: Type.Object({
    onDays: Count,
    withinDays: Count,
    recurring: Type.Array(
      Type.Object({
        unitId: Uuid,
        task: OneOf(TASKS),
        procedure: Named,
        postOffice: Named,
        days: Count,
        given: Count,
        acts: Count,
        first: Day,
        last: Day,
      }),
    ),
  }),
  refusals: ["outside_jurisdiction"],
});
