import type { MandateRow } from "#contract/mandates.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type FigureQuestion, figurePeriod, freezeFigures, ledgerFigures } from "../ledgers/figures.ts";
import type { Reference } from "../units/reference.ts";

/** The work that a mandate is about, as the figures are asked for it. */
export function questionOf({ id, unit, fields, procedures, exceptions }: MandateRow): FigureQuestion {
  return {
    key: id,
    unitId: unit.id,
    scope: {
      fieldCodes: fields.map((field) => field.id),
      procedureCodes: procedures.map((procedure) => procedure.id),
      exceptProcedureCodes: exceptions.map((exception) => exception.id),
    },
  };
}

/** Keeps the figures of a mandate that has just been proposed, with the event that proposed it. */
export async function keepProposalFigures(
  tx: Tx,
  {
    row,
    seq,
    now,
    reference,
  }: { readonly row: MandateRow; readonly seq: number; readonly now: Instant; readonly reference: Reference },
): Promise<void> {
  const period = figurePeriod(localTime(now).day);
  const figures = (await ledgerFigures(tx, [questionOf(row)], { period, now, reference })).get(row.id)?.total;
  invariant(figures, "every question has its figures");
  await freezeFigures(tx, { mandateId: row.id, seq, period, figures, now });
}
