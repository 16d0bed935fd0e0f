import type { MandateRow } from "#contract/mandates.ts";

export interface Site {
  readonly key: string;
  readonly unit: MandateRow["unit"];
  /** What answers for the unit today, where that is another one. */
  readonly unitToday: MandateRow["unitToday"];
  readonly postOffice: MandateRow["postOffice"];
  readonly mandates: readonly MandateRow[];
}

export interface Matrix {
  /** The fields that anybody holds, by name. */
  readonly fields: readonly MandateRow["unit"][];
  /** Units with their offices, by name. */
  readonly sites: readonly Site[];
  /** Whether any mandate names single procedures: they stand in a column of their own. */
  readonly single: boolean;
}

/**
 * Mandates of a day by where and by whom, against the fields that they name.
 * @example matrixOf(rows).sites[0].mandates → the mandates of the first office at the first unit
 */
export function matrixOf(rows: readonly MandateRow[]): Matrix {
  const fields = new Map<string, MandateRow["unit"]>();
  const sites = new Map<string, Site>();
  for (const row of rows) {
    for (const field of row.fields) fields.set(field.id, field);
    const key = `${row.unit.id} ${row.postOffice.id}`;
    const { unit, unitToday, postOffice } = row;
    sites.set(key, {
      key,
      unit,
      unitToday,
      postOffice,
      mandates: [...(sites.get(key)?.mandates ?? []), row],
    });
  }
  return {
    fields: [...fields.values()].toSorted(byName),
    sites: [...sites.values()].toSorted(
      (a, b) => byName(a.unit, b.unit) || byName(a.postOffice, b.postOffice),
    ),
    single: rows.some(({ procedures }) => procedures.length > 0),
  };
}

/** The mandates of a site that name a field. */
export function mandatesFor(site: Site, fieldCode: string): readonly MandateRow[] {
  return site.mandates.filter(({ fields }) => fields.some(({ id }) => id === fieldCode));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, "vi", { numeric: true });
}
