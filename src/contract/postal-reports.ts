import { REPORT_KINDS } from "#domain/postal/report-period.ts";
import { POSTAL_SERVICES } from "#domain/postal/tariff.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Day, Nullable, OneOf, Strict, Uuid } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
/** "2026-Q3", "2026-H1", "2026". */
const PeriodCode = Type.String({ pattern: "^20[0-9]{2}(-(Q[1-4]|H1))?$" });

const Period = Type.Object({
  code: PeriodCode,
  kind: OneOf(REPORT_KINDS),
  from: Day,
  to: Day,
  /** The report is sent before this day. */
  before: Day,
});

const Volume = {
  /** Orders by the day on which the post took their first parcel. */
  orders: Count,
  /** What they were said to cost, in đồng; what nobody could quote counts nothing. */
  revenue: Count,
  /** Parcels by the day on which the post took them; and what has become of them until now. */
  parcels: Count,
  delivered: Count,
  backAtAgency: Count,
  late: Count,
  lost: Count,
  damaged: Count,
};

export const PostalReportRow = Type.Object({
  unitId: Uuid,
  unitName: Type.String(),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  service: OneOf(POSTAL_SERVICES),
  ...Volume,
});
export type PostalReportRow = Static<typeof PostalReportRow>;

const PostalShare = Type.Object({
  unitId: Uuid,
  unitName: Type.String(),
  /** Dossiers that the unit received in the period. */
  received: Count,
  /** Of them those that came by post. */
  receivedByPost: Count,
  /** Of them those whose citizen wants the result by post. */
  returnByPost: Count,
  /** Results returned in the period, and those that the post returned. */
  returned: Count,
  returnedByPost: Count,
});
export type PostalShare = Static<typeof PostalShare>;

export const PostalReport = Type.Object({
  period: Period,
  /** Periods that may be chosen, the newest first. */
  periods: Type.Array(Period),
  rows: Type.Array(PostalReportRow),
  total: Type.Object(Volume),
  /** Share of parcels that were neither lost nor damaged, 0 to 1; null without parcels. */
  safety: Nullable(Type.Number()),
  /** Parcels of the period that were heard of only after its report was due: earlier reports do not have them. */
  heardLate: Count,
  claims: Type.Object({
    complaints: Count,
    accepted: Count,
    declined: Count,
    unanswered: Count,
    lost: Count,
    damaged: Count,
    delayed: Count,
    compensations: Count,
    /** In đồng, paid in the period. */
    compensated: Count,
  }),
  shares: Type.Array(PostalShare),
});
export type PostalReport = Static<typeof PostalReport>;

const query = Strict({ period: Type.Optional(PeriodCode) });

export const readPostalReport = defineRoute({
  method: "GET",
  path: "/postal/report",
  summary: "The report of the public postal service for a quarter, half-year or year (TT 17/2017 Điều 13)",
  permission: "postal.settle",
  query,
  response: PostalReport,
  refusals: [],
});

/** Each table of the report is a file of its own: a spreadsheet reads one. */
export const POSTAL_REPORT_TABLES = ["volume", "claims", "shares"] as const;

export const exportPostalReport = defineRoute({
  method: "GET",
  path: "/postal/report/csv",
  summary: "A table of the same report as a CSV file; the volume when none is named",
  permission: "postal.settle",
  query: Strict({ period: Type.Optional(PeriodCode), table: Type.Optional(OneOf(POSTAL_REPORT_TABLES)) }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: [],
});

export const POSTAL_REPORT_ROUTES = { readPostalReport, exportPostalReport };
