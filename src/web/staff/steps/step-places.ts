import { stepColumns } from "./step-columns.ts";

/** Where a step stands in the drawing of a dossier's steps, from above and from the left. */
export interface StepPlace {
  readonly row: number;
  /** The first of the {@link STEP_GRID} columns that it takes, from 1, and how many. */
  readonly from: number;
  readonly span: number;
  /** Numbers of the steps that stand beside it, as the plan counts from 1. */
  readonly beside: readonly number[];
  /** Nothing comes after it: no line leads on. */
  readonly last: boolean;
}

/** Columns of the drawing: one step, two or three share them without a rest. */
const STEP_GRID = 6;
/** With more in a row than this their words would be too narrow to read. */
const SIDE_BY_SIDE_MAX = 3;

/**
 * The places of steps, in the order of the plan: what can be worked at the same time stands in one row, and many of them
 * in several. Who reads or tabs through goes by the number all the same. Steps that wait for each other come last.
 * @example receive, appraise and consult (after it), decide (after both) → rows 1, 2, 2, 3
 */
export function stepPlaces(
  steps: readonly { readonly key: string; readonly after: readonly string[] }[],
): readonly StepPlace[] {
  const { columns, placeless } = stepColumns(steps);
  const levels = [...columns, ...placeless.map((step) => [step])];
  const rows = levels.flatMap((level, index) =>
    rowsOf(level).map((cells) => ({ cells, level, last: index === levels.length - 1 })),
  );
  return steps.map((step) => {
    const row = rows.findIndex(({ cells }) => cells.includes(step));
    const { cells = [], level = [], last = false } = rows[row] ?? {};
    const span = STEP_GRID / cells.length;
    const beside = level.filter((other) => other !== step).map((other) => steps.indexOf(other) + 1);
    return { row: row + 1, from: cells.indexOf(step) * span + 1, span, beside, last };
  });
}

/** Rows of at most three, as even as they can be. @example four steps → two and two */
function rowsOf<Step>(level: readonly Step[]): readonly (readonly Step[])[] {
  const most = Math.ceil(level.length / Math.ceil(level.length / SIDE_BY_SIDE_MAX));
  return Array.from({ length: Math.ceil(level.length / most) }, (_, nth) =>
    level.slice(nth * most, (nth + 1) * most),
  );
}
