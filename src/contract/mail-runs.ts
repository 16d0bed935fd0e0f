import {
  MAIL_FAULTS,
  MAIL_NOTES,
  MAIL_REASONS,
  MAIL_STOP_KINDS,
  STOP_STANDINGS,
} from "#domain/postal/mail-run.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Day, NamedLine, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

/** "07:30" on the wall clock in Việt Nam. */
const Time = Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" });

const MailPlanBody = Strict({
  validFrom: Day,
  validTo: Nullable(Day),
  /** 0 Sunday … 6 Saturday. */
  weekdays: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
  onMakeUpDays: Type.Boolean(),
  vehicle: NamedLine,
  /** Outermost packets and bags. */
  capacity: Type.Integer({ minimum: 1, maximum: 10_000 }),
  driverId: Uuid,
  stops: Type.Array(Strict({ kind: OneOf(MAIL_STOP_KINDS), id: Uuid, time: Time }), {
    minItems: 2,
    maxItems: 40,
  }),
});
export type MailPlanBody = Static<typeof MailPlanBody>;

const MailStopView = Type.Object({
  /** From 1, along the way. */
  position: Type.Integer(),
  kind: OneOf(MAIL_STOP_KINDS),
  id: Uuid,
  name: Type.String(),
  time: Type.String(),
  standing: OneOf(STOP_STANDINGS),
  /** Minutes after its time; 0 when it is not late. */
  lateBy: Type.Integer(),
  note: Nullable(
    Type.Object({
      kind: OneOf(MAIL_NOTES),
      reason: Nullable(OneOf(MAIL_REASONS)),
      expected: Nullable(Type.String()),
    }),
  ),
  /** Pieces: accepted by the driver and from the driver, and those offered that wait to be accepted. */
  taken: Type.Integer(),
  given: Type.Integer(),
  waiting: Type.Integer(),
  toGive: Type.Integer(),
  /** Sealed packets and bags that the place holds and has offered to nobody. */
  lying: Type.Integer(),
  /** Pieces more than the vehicle holds, when everything that waits is taken. */
  over: Type.Integer(),
  /** Hand-over times of the coordination rules at this place on this day. */
  handOverTimes: Type.Array(Type.String()),
  /** Null where no rule sets a time. */
  keepsTimes: Nullable(Type.Boolean()),
});
export type MailStopView = Static<typeof MailStopView>;

const MailRunView = Type.Object({
  routeId: Uuid,
  /** Of a run outside the plan. */
  extraId: Nullable(Uuid),
  atFault: Nullable(OneOf(MAIL_FAULTS)),
  name: Type.String(),
  vehicle: Type.String(),
  capacity: Type.Integer(),
  driver: Type.Object({ id: Uuid, name: Type.String() }),
  /** Whether whoever asks drives it. */
  mine: Type.Boolean(),
  stops: Type.Array(MailStopView),
});
export type MailRunView = Static<typeof MailRunView>;

export const listMailRuns = defineRoute({
  method: "GET",
  path: "/postal/mail-runs",
  summary: "The mail runs of a day, computed from plan and calendar, with what waits at each stop",
  permission: "postal.read",
  query: Strict({ day: Type.Optional(Day) }),
  response: Type.Object({ day: Day, today: Day, runs: Type.Array(MailRunView) }),
  refusals: [],
});

const MailRouteView = Type.Object({
  routeId: Uuid,
  name: Type.String(),
  /** The last day on which it runs. */
  endedOn: Nullable(Day),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      validFrom: Day,
      validTo: Nullable(Day),
      weekdays: Type.Array(Type.Integer()),
      onMakeUpDays: Type.Boolean(),
      vehicle: Type.String(),
      capacity: Type.Integer(),
      driver: Type.Object({ id: Uuid, name: Type.String() }),
      stops: Type.Array(
        Type.Object({ kind: OneOf(MAIL_STOP_KINDS), id: Uuid, name: Type.String(), time: Type.String() }),
      ),
    }),
  ),
});
export type MailRouteView = Static<typeof MailRouteView>;

export const listMailRoutes = defineRoute({
  method: "GET",
  path: "/postal/mail-routes",
  summary: "The plan of the mail runs: every route with its versions, the newest first",
  permission: "postal.read",
  query: Strict({}),
  response: Type.Object({ routes: Type.Array(MailRouteView) }),
  refusals: [],
});

const PLAN_REFUSALS = [
  "right_suspended",
  "mandates_changed",
  "mail_times_not_rising",
  "mail_stop_repeated",
  "mail_period_reversed",
  "mail_day_past",
  "mail_stop_unknown",
  "mail_driver_unknown",
] as const;
const Kept = Type.Object({ routeId: Uuid, version: Type.Integer() });

export const openMailRoute = defineRoute({
  method: "POST",
  path: "/postal/mail-routes",
  summary: "Opens a route of mail runs",
  permission: "postal.settle",
  body: Strict({ name: NamedLine, plan: MailPlanBody }),
  response: Kept,
  refusals: PLAN_REFUSALS,
});

export const changeMailRoute = defineRoute({
  method: "POST",
  path: "/postal/mail-routes/:routeId/versions",
  summary: "Changes a route from a day on: a new version, the old one stays for the days before",
  permission: "postal.settle",
  params: Strict({ routeId: Uuid }),
  body: Strict({ plan: MailPlanBody }),
  response: Kept,
  refusals: ["not_found", "mail_route_ended", ...PLAN_REFUSALS],
});

export const endMailRoute = defineRoute({
  method: "POST",
  path: "/postal/mail-routes/:routeId/ending",
  summary: "Ends a route: it runs for the last time on this day",
  permission: "postal.settle",
  params: Strict({ routeId: Uuid }),
  body: Strict({ lastDay: Day }),
  response: Type.Object({ routeId: Uuid }),
  refusals: ["right_suspended", "mandates_changed", "not_found", "mail_route_ended", "mail_day_past"],
});

export const orderExtraRun = defineRoute({
  method: "POST",
  path: "/postal/mail-routes/:routeId/extra-runs",
  summary: "Orders a run outside the plan along the stops of a route, with who made it necessary",
  permission: "postal.settle",
  params: Strict({ routeId: Uuid }),
  body: Strict({ day: Day, time: Time, atFault: OneOf(MAIL_FAULTS) }),
  response: Type.Object({ extraId: Uuid }),
  refusals: [
    "right_suspended",
    "mandates_changed",
    "not_found",
    "mail_day_past",
    "mail_run_unknown",
    "mail_past_midnight",
  ],
});

export const noteMailStop = defineRoute({
  method: "POST",
  path: "/postal/mail-routes/:routeId/notes",
  summary: "Says of a stop of a run that nothing was there, that it comes later, or that it does not come",
  permission: "custody.hold",
  params: Strict({ routeId: Uuid }),
  body: Strict({
    day: Day,
    extraId: Nullable(Uuid),
    position: Type.Integer({ minimum: 1, maximum: 40 }),
    kind: OneOf(MAIL_NOTES),
    /** Of what is late or missed. */
    reason: Nullable(OneOf(MAIL_REASONS)),
    /** When it comes, if it is late and that is known. */
    expected: Nullable(Time),
  }),
  response: Type.Object({ noted: Type.Boolean() }),
  refusals: ["not_found", "mail_run_unknown", "mail_reason_wrong"],
});

/** The routes of the mail runs. */
export const MAIL_RUN_ROUTES = {
  listMailRuns,
  listMailRoutes,
  openMailRoute,
  changeMailRoute,
  endMailRoute,
  orderExtraRun,
  noteMailStop,
} as const;
