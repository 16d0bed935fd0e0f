import {
  type PostalReport,
  type PostalReportRow,
  type POSTAL_REPORT_TABLES,
  exportPostalReport,
  readPostalReport,
} from "#contract/postal-reports.ts";
import { type ReportPeriod, readReportPeriod, recentPeriods } from "#domain/postal/report-period.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, invariant } from "#domain/shared/result.ts";
import type { Context } from "../http/context.ts";
import { bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import type { Reference } from "../units/reference.ts";
import { countClaims, countHeardLate, countParcels, countShares } from "./report-store.ts";

type Reading = Pick<Context<typeof readPostalReport>, "query" | "reference" | "read" | "now">;

/**
 * What the operator reports of a period at the places of whoever asks: volume, revenue, what was lost or damaged, complaints
 * and what was paid for them, and the share of the post. Computed from the ledgers as they are now; what was heard of only
 * after the report was due is counted beside it, so that no period moves unseen.
 *
 * @rule POSTAL-REPORT-01
 */
export const readPostalReportRoute = bind(readPostalReport, async (context) => done(await reportOf(context)));

async function reportOf({ query, reference, read, now }: Reading): Promise<PostalReport> {
  const today = localTime(now).day;
  const periods = recentPeriods(today);
  const period = readReportPeriod(query.period ?? "") ?? lastToReport(periods, today);
  const counted = await read(async (tx) => {
    const asked = { from: period.from, to: period.to, before: period.before, today };
    return {
      parcels: await countParcels(tx, asked),
      heardLate: await countHeardLate(tx, asked),
      claims: await countClaims(tx, asked),
      shares: await countShares(tx, asked),
    };
  });
  const rows = counted.parcels.map((row) => ({ ...row, unitName: nameOf(reference, row.unitId) }));
  const total = sumOf(rows);
  return {
    period,
    periods: [...periods],
    rows: rows.toSorted(byUnit),
    total,
    safety: total.parcels === 0 ? null : 1 - (total.lost + total.damaged) / total.parcels,
    heardLate: counted.heardLate,
    claims: counted.claims,
    shares: counted.shares
      .map((row) => ({ ...row, unitName: nameOf(reference, row.unitId) }))
      .toSorted((one, other) => one.unitName.localeCompare(other.unitName, "vi", { numeric: true })),
  };
}

/** The newest period that is over: its report is what somebody has to send. */
function lastToReport(periods: readonly ReportPeriod[], today: string): ReportPeriod {
  const [newest] = periods;
  invariant(newest, "a year always has a period that has begun");
  return periods.find(({ to }) => to < today) ?? newest;
}

function nameOf({ units }: Reference, unitId: string): string {
  return units.get(unitId)?.name ?? "";
}

function byUnit(one: PostalReportRow, other: PostalReportRow): number {
  return (
    one.unitName.localeCompare(other.unitName, "vi", { numeric: true }) ||
    one.procedureCode.localeCompare(other.procedureCode) ||
    one.service.localeCompare(other.service)
  );
}

const NOTHING = {
  orders: 0,
  revenue: 0,
  parcels: 0,
  delivered: 0,
  backAtAgency: 0,
  late: 0,
  lost: 0,
  damaged: 0,
} as const satisfies PostalReport["total"];
const COUNTS = Object.keys(NOTHING) as (keyof typeof NOTHING)[];

function sumOf(rows: readonly PostalReport["total"][]): PostalReport["total"] {
  return Object.fromEntries(
    COUNTS.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]),
  ) as PostalReport["total"];
}

const SERVICES: Readonly<Record<PostalService, string>> = {
  send: "Nhận gửi hồ sơ",
  return: "Chuyển trả kết quả",
  both: "Cả hai chiều",
};
const TITLES = [
  "Đơn vị",
  "Mã thủ tục",
  "Thủ tục",
  "Dịch vụ",
  "Số yêu cầu",
  "Doanh thu cước (đồng)",
  "Sản lượng bưu gửi",
  "Đã phát",
  "Chuyển hoàn về cơ quan",
  "Quá hạn",
  "Thất lạc",
  "Hư hỏng",
] as const;

const CLAIMS: readonly (readonly [keyof PostalReport["claims"], string])[] = [
  ["complaints", "Khiếu nại nhận được"],
  ["accepted", "Khiếu nại được chấp nhận"],
  ["declined", "Khiếu nại không được chấp nhận"],
  ["unanswered", "Khiếu nại chưa trả lời"],
  ["lost", "Vụ mất"],
  ["damaged", "Vụ hư hỏng"],
  ["delayed", "Vụ chậm"],
  ["compensations", "Số vụ bồi thường"],
  ["compensated", "Tiền bồi thường đã chi trả (đồng)"],
];
const SHARE_TITLES = [
  "Đơn vị",
  "Hồ sơ tiếp nhận",
  "Tiếp nhận qua bưu chính",
  "Đăng ký trả qua bưu chính",
  "Kết quả đã trả",
  "Đã trả qua bưu chính",
] as const;

interface TableOf {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of the report: of the volume with the sum in the last line, of the claims with the safety. */
const TABLES: Readonly<Record<(typeof POSTAL_REPORT_TABLES)[number], (report: PostalReport) => TableOf>> = {
  volume: ({ rows, total }) => {
    const cells = (of: PostalReport["total"]) => COUNTS.map((key) => String(of[key]));
    return {
      titles: TITLES,
      rows: [
        ...rows.map((row) => [
          row.unitName,
          row.procedureCode,
          row.procedureName,
          SERVICES[row.service],
          ...cells(row),
        ]),
        ["Tổng", "", "", "", ...cells(total)],
      ],
    };
  },
  claims: ({ claims, safety }) => ({
    titles: ["Nội dung", "Số"],
    rows: [
      ...CLAIMS.map(([key, title]) => [title, String(claims[key])]),
      ["Tỷ lệ an toàn (0 đến 1)", safety === null ? "" : String(safety)],
    ],
  }),
  shares: ({ shares }) => ({
    titles: SHARE_TITLES,
    rows: shares.map(({ unitName, received, receivedByPost, returnByPost, returned, returnedByPost }) => [
      unitName,
      ...[received, receivedByPost, returnByPost, returned, returnedByPost].map(String),
    ]),
  }),
};

const NAMES = { volume: "sản-lượng", claims: "khiếu-nại", shares: "tỷ-lệ" } as const;

/** One table of the report for a spreadsheet. */
export const exportPostalReportRoute = bind(exportPostalReport, async (context) => {
  const report = await reportOf(context);
  const { table = "volume" } = context.query;
  const { titles, rows } = TABLES[table](report);
  return done(csvAnswer(`báo-cáo-bưu-chính-${NAMES[table]}-${report.period.code}.csv`, titles, rows));
});
