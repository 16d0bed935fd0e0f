import { exportFigures, readFigures } from "#contract/reorganisations.ts";
import { type Answers, tellWhole } from "#domain/dossier/rating.ts";
import { addMilliseconds, instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { type Context, bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import type { Reference } from "../units/reference.ts";
import { type RatedGroup, type RatedUnits, ratingsOf } from "./rating-store.ts";

interface Counted {
  readonly unitId: string;
  readonly received: number;
  readonly finished: number;
  readonly onTime: number;
  readonly onTimeCounted: number;
}

const DAY_MS = 86_400_000;
const ZERO = { received: 0, finished: 0, onTime: 0, onTimeCounted: 0 };
const NO_ANSWERS: Answers = { answers: 0, satisfied: null };

type Reading = Pick<Context<typeof readFigures>, "query" | "reference" | "read">;

/** Figures of a period for the screen. */
export const readFiguresRoute = bind(readFigures, (context) => figuresOf(context));

/** The same for a spreadsheet, with the unit of today in a column of its own and the sum in the last line. */
export const exportFiguresRoute = bind(exportFigures, async (context) => {
  const figures = await figuresOf(context);
  if (!figures.ok) return figures;
  const { rows, sum } = figures.value;
  const { from, to } = context.query;
  return done(
    csvAnswer(`số-liệu-hồ-sơ-${from}-${to}.csv`, COLUMNS, [
      ...rows.map((row) => [row.unitName, row.heirName ?? "", ...cellsOf(row)]),
      ["Tổng", "", ...cellsOf(sum)],
    ]),
  );
});

const COLUMNS = [
  "Đơn vị",
  "Nay là",
  "Tiếp nhận",
  "Giải quyết xong",
  "Đúng hạn",
  "Tỷ lệ đúng hạn (%)",
  "Đúng hạn theo thống kê",
  "Số câu trả lời",
  "Tỷ lệ hài lòng (%)",
] as const;

/** Nothing finished has no share, nor have too few answers: the cell stays empty. */
function cellsOf({
  received,
  finished,
  onTime,
  onTimeCounted,
  answers,
  satisfied,
}: typeof ZERO & Answers): readonly string[] {
  const inTime = finished === 0 ? "" : percentCell(onTime / finished);
  const happy = satisfied === null ? "" : percentCell(satisfied / answers);
  return [
    String(received),
    String(finished),
    String(onTime),
    inTime,
    String(onTimeCounted),
    String(answers),
    happy,
  ];
}

/** @example percentCell(0.8571) → "85,7" */
function percentCell(share: number): string {
  return String(Math.round(share * 1_000) / 10).replace(".", ",");
}

/**
 * Figures by the unit of receipt: as it was (`old`), or folded to the unit that answers for it today (`new`). Nothing
 * is counted anew for the other map, so that both have the same sum.
 */
async function figuresOf({ query, reference, read }: Reading) {
  if (query.to < query.from) return refuse("period_reversed");
  const from = instant(`${query.from}T00:00:00+07:00`);
  const until = addMilliseconds(instant(`${query.to}T00:00:00+07:00`), DAY_MS);
  const rowOf = (unitId: string) => (query.map === "new" ? reference.heirOf(unitId) : unitId);
  const { counted, rated } = await read(async (tx, space) => {
    const units = [...reference.units.keys()].filter((id) => reference.spaceOf.get(id)?.id === space.id);
    const { rows } = await sql<Counted>`
      select unit_id as "unitId", received::integer, finished::integer, on_time::integer as "onTime",
        on_time_counted::integer as "onTimeCounted"
      from count_dossiers_between(${units}::uuid[], ${from}::timestamptz, ${until}::timestamptz)`.execute(tx);
    return {
      counted: rows,
      rated: await ratingsOf(tx, groupsOf(units, rowOf), { from, until }),
    };
  });
  const folded = query.map === "new" ? foldToHeirs(counted, reference) : counted;
  const rows = folded
    .filter(({ received, finished }) => received + finished > 0)
    .map((row) => ({ ...row, ...toldOf(rated, row.unitId, rowOf), ...namesOf(row.unitId, reference) }))
    .toSorted((one, other) => one.unitName.localeCompare(other.unitName, "vi", { numeric: true }));
  return done({ rows, sum: { ...rows.reduce(plus, ZERO), ...toldOf(rated, WHOLE, () => WHOLE) } });
}

const WHOLE = "whole";
const ROW = "row:";
const UNIT = "unit:";

/** Each unit alone, each row of the table, and all: the database tells no share of a few answers, so each is asked for. */
function groupsOf(units: readonly string[], rowOf: (unitId: string) => string): readonly RatedGroup[] {
  const rows = new Map<string, string[]>();
  for (const unitId of units) rows.set(rowOf(unitId), [...(rows.get(rowOf(unitId)) ?? []), unitId]);
  return [
    ...units.map((unitId) => ({ key: UNIT + unitId, units: [unitId] })),
    ...[...rows].map(([row, members]) => ({ key: ROW + row, units: members })),
    { key: ROW + WHOLE, units },
  ];
}

/** What citizens said of a row's units, as far as it gives nobody away. */
function toldOf(rated: readonly RatedUnits[], row: string, rowOf: (unitId: string) => string): Answers {
  const parts = rated.filter(({ key }) => key.startsWith(UNIT) && rowOf(key.slice(UNIT.length)) === row);
  const { answers, satisfied } = rated.find(({ key }) => key === ROW + row) ?? NO_ANSWERS;
  return tellWhole({ answers, satisfied }, parts);
}

function foldToHeirs(counted: readonly Counted[], { heirOf }: Reference): readonly Counted[] {
  const sums = new Map<string, Counted>();
  for (const row of counted) {
    const unitId = heirOf(row.unitId);
    sums.set(unitId, { unitId, ...plus(sums.get(unitId) ?? ZERO, row) });
  }
  return [...sums.values()];
}

function plus(one: typeof ZERO, other: typeof ZERO): typeof ZERO {
  return {
    received: one.received + other.received,
    finished: one.finished + other.finished,
    onTime: one.onTime + other.onTime,
    onTimeCounted: one.onTimeCounted + other.onTimeCounted,
  };
}

function namesOf(unitId: string, { units, heirOf }: Reference) {
  const heir = heirOf(unitId);
  return {
    unitName: units.get(unitId)?.name ?? "",
    heirName: heir === unitId ? null : (units.get(heir)?.name ?? null),
  };
}
