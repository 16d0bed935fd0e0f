import type { readUnitFigures } from "#contract/figures.ts";
import { TASKS, type Task } from "#domain/mandate/mandate.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { AnswerOf } from "../api.ts";
import type { MandatePrefill } from "../draft-prefill.ts";
import { activity } from "../figure-words.ts";

export type UnitFigures = AnswerOf<typeof readUnitFigures>;
export type FieldRow = UnitFigures["fields"][number];
type ProcedureRow = FieldRow["procedures"][number];

/** A line of the review: a field, or a procedure under it. */
export type ReviewRow = (
  | { readonly kind: "field"; readonly row: FieldRow }
  | { readonly kind: "procedure"; readonly row: ProcedureRow }
) & {
  readonly key: string;
  /** The first day on which the post holds the field no more, if it held it before. */
  readonly gapFrom: string | null;
};

interface Narrowed {
  readonly find: string;
  /** Only what no office of the post may do today. */
  readonly onlyOpen: boolean;
}

/**
 * The lines to show: fields, with the procedures of those that are opened, and of all when something is searched for.
 * A field whose name does not fit is shown for the sake of a procedure that does. Those with the most work come first.
 */
export function reviewRows(
  { fields, gaps }: Pick<UnitFigures, "fields" | "gaps">,
  opened: ReadonlySet<string>,
  { find, onlyOpen }: Narrowed,
): readonly ReviewRow[] {
  const wanted = searchKey(find);
  const fits = ({ id, name }: { readonly id: string; readonly name: string }) =>
    wanted === "" || searchKey(`${id} ${name}`).includes(wanted);
  const isOpen = ({ held }: Pick<ProcedureRow, "held">) => !onlyOpen || held.length === 0;
  return fields.toSorted(busiestFirst).flatMap((field) => {
    const procedures = field.procedures
      .filter((one) => isOpen(one) && (fits(one) || fits(field)))
      .toSorted(busiestFirst);
    const own = fits(field) && isOpen(field);
    if (!own && procedures.length === 0) return [];
    const gapFrom = gaps.find((gap) => gap.field.id === field.id)?.from ?? null;
    const shown = opened.has(field.id) || (wanted !== "" && !fits(field)) || !own ? procedures : [];
    return [
      { kind: "field" as const, key: field.id, row: field, gapFrom },
      ...shown.map((row) => ({ kind: "procedure" as const, key: row.id, row, gapFrom: null })),
    ];
  });
}

function busiestFirst(a: Pick<ProcedureRow, "figures">, b: Pick<ProcedureRow, "figures">): number {
  return activity(b.figures) - activity(a.figures);
}

/** What each office may do, said once however many mandates give it; tasks in the order of the closed list. */
export function heldByOffice(
  held: ProcedureRow["held"],
): readonly { readonly id: string; readonly name: string; readonly tasks: readonly Task[] }[] {
  return [...groupBy(held, ({ postOffice }) => postOffice.id)].map(([id, same]) => ({
    id,
    name: same[0]?.postOffice.name ?? "",
    tasks: TASKS.filter((task) => same.some(({ tasks }) => tasks.includes(task))),
  }));
}

/** What the form of a mandate is filled with for the lines that were chosen. */
export function prefillOf(view: UnitFigures, chosen: ReadonlySet<string>): MandatePrefill {
  const fieldCodes = view.fields.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const procedures = view.fields
    .filter(({ id }) => !chosen.has(id))
    .flatMap((field) => field.procedures.filter(({ id }) => chosen.has(id)))
    .map(({ id, name }) => ({ id, name }));
  return { unitId: view.unit.id, fieldCodes, procedures };
}
