import { CLOCK_STOP_REASONS } from "#domain/calendar/clock-stop.ts";
import { MARKS } from "#domain/calendar/work-calendar.ts";
import { CORRECTED_FIELDS } from "#domain/dossier/corrected-field.ts";
import { FAULTS } from "#domain/dossier/dossier-payloads.ts";
import { DESK_DUTIES } from "#domain/dossier/desk-limits.ts";
import { ISSUED_FORMS } from "#domain/dossier/issued-form.ts";
import { PUNCTUALITIES } from "#domain/dossier/punctuality.ts";
import { type Static, Type } from "typebox";
import { Day, Moment, Nullable, OneOf, Uuid } from "./shapes.ts";

const PaperState = Type.Object({
  name: Type.String(),
  originals: Type.Integer(),
  copies: Type.Integer(),
  shown: Type.Boolean(),
  note: Nullable(Type.String()),
});

/** What a correction changed: fields with their codes and days as they are kept, papers before and after. */
export const CorrectionView = Type.Object({
  values: Type.Array(
    Type.Object({
      field: OneOf(CORRECTED_FIELDS),
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
    }),
  ),
  papers: Type.Array(Type.Object({ before: Nullable(PaperState), after: Nullable(PaperState) })),
});
export type CorrectionView = Static<typeof CorrectionView>;

/** How the clock of a dossier runs, beside the date itself and its explanation. */
export const DeadlineView = Type.Object({
  /** Requests for a supplement after the receipt; the law allows one, and a second counts as late. */
  supplements: Type.Integer(),
  /** By when the desks are to do what is still before them, and why; a later act is possible and is told. */
  deskLimits: Type.Array(
    Type.Object({ duty: OneOf(DESK_DUTIES), by: Moment, source: Type.String(), mark: OneOf(MARKS) }),
  ),
  /** The date was moved with an apology, which is done once. */
  extended: Type.Boolean(),
  /** The last day on which an extension can be asked for; null when it was extended, or there is no date. */
  lastDayToExtend: Nullable(Day),
  /** The last working day up to it: the last day itself may be a Sunday. */
  lastWorkingDayToExtend: Nullable(Day),
  /** Since when the clock stands still, why, and by when the citizen is to answer; null while it runs. */
  standing: Nullable(
    Type.Object({ since: Moment, reason: OneOf(CLOCK_STOP_REASONS), answerBy: Nullable(Moment) }),
  ),
  /** The date that the statistics compare with: from the receipt, waiting left out. Null while the clock stands. */
  statisticalDueAt: Nullable(Moment),
  /** Early, on time, late or under way by the statistical date. */
  punctuality: Nullable(OneOf(PUNCTUALITIES)),
});

/** What a turn set, as it is shown with its event. */
export const TurnView = Type.Object({
  formIssueId: Nullable(Uuid),
  /** The date that holds from then on. */
  dueAt: Nullable(Moment),
  /** By when the citizen is to answer. */
  answerBy: Nullable(Moment),
  /** In đồng, of a payment that is asked for. */
  amount: Nullable(Type.Integer()),
  /** When a late result is expected. */
  expectedOn: Nullable(Type.String()),
  fault: Nullable(OneOf(FAULTS)),
  /** Which decisions about the calendar moved the date, and of what was withdrawn why. */
  calendarChange: Nullable(Type.String()),
  /** The signed bảng kê that is the biên bản giao nhận of what came by post. */
  manifest: Nullable(Type.Object({ manifestId: Uuid, number: Type.String() })),
  /** Of a request for a supplement after the first: it counts as late, and its actor approved it. */
  again: Nullable(
    Type.Object({
      nth: Type.Integer(),
      /** What allows it, as the form names it; null where the form says none. */
      legalBasis: Nullable(Type.String()),
    }),
  ),
});
export type TurnView = Static<typeof TurnView>;

/** A form that was issued with an act; printed again it is the same. */
export const FormView = Type.Object({
  formIssueId: Uuid,
  /** The event that it was issued with. */
  seq: Type.Integer(),
  form: OneOf(ISSUED_FORMS),
  number: Type.Integer(),
  year: Type.Integer(),
  issuedAt: Moment,
});

/** The units that are kept apart. */
export const UnitsView = Type.Object({
  helpedAt: Type.String(),
  receivedAt: Type.String(),
  decidedBy: Type.String(),
  /** Who answers for it today, when the unit or the agency was reorganised since; else null. */
  receivedAtNow: Nullable(Type.String()),
  decidedByNow: Nullable(Type.String()),
  /** Where the result is fetched, by today's name; null: where it was received. */
  collectedAt: Nullable(Type.String()),
  /** Which unit has a result that is fetched elsewhere and has not come there; null otherwise. */
  resultStillAt: Nullable(Type.String()),
});
