import type { GoalMeasure } from "#domain/programme/programme.ts";
import { type Instant, instantAt } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { inForceOn } from "../ledgers/in-force-on.ts";

const DAY_MINUTES = 1440;

/**
 * What the ledgers count of some measures of a programme, up to the end of a day. Acts count by the mandate that they
 * rest on; what is in force, by the ledger of then and the period. `own` is counted by nobody here.
 */
export async function goalFigures(
  tx: Tx,
  programmeId: string,
  measures: readonly GoalMeasure[],
  day: PlainDate,
): Promise<ReadonlyMap<GoalMeasure, number>> {
  const figures = new Map<GoalMeasure, number>();
  const until = instantAt(day, DAY_MINUTES);
  for (const measure of new Set(measures)) {
    const counted = await COUNT[measure](tx, { programmeId, day, until });
    if (counted !== null) figures.set(measure, counted);
  }
  return figures;
}

interface Asked {
  readonly programmeId: string;
  readonly day: PlainDate;
  readonly until: Instant;
}

type Count = (tx: Tx, asked: Asked) => Promise<number | null>;

const actsOf =
  (type: string): Count =>
  async (tx, { programmeId, until }) => {
    const { rows } = await sql<{ counted: number }>`
      select count_programme_acts(${programmeId}::uuid, ${type}, ${until}::timestamptz) as counted`.execute(
      tx,
    );
    return rows[0]?.counted ?? 0;
  };

/** What is counted of the mandates in force on the day. */
const inForce =
  (what: "m.unit_id" | "m.post_office_id"): Count =>
  async (tx, { programmeId, day }) => {
    const { rows } = await sql<{ counted: number }>`
      select count(distinct ${sql.ref(what)}) as counted from mandate m join phase p on p.id = m.phase_id
      where p.programme_id = ${programmeId}::uuid and ${inForceOn(day)}`.execute(tx);
    return rows[0]?.counted ?? 0;
  };

const COUNT: Readonly<Record<GoalMeasure, Count>> = {
  dossiersReceived: actsOf("dossier.received"),
  resultsReturned: actsOf("dossier.returned"),
  guidancesGiven: async (tx, { programmeId, day }) => {
    const { rows } = await sql<{ counted: number }>`
      select count(*) as counted from guidance g
      where g.basis_kind = 'mandate' and g.withdrawn_at is null and g.day <= ${day}::date
        and g.basis_id in (select m.id::text from mandate m join phase p on p.id = m.phase_id
          where p.programme_id = ${programmeId}::uuid)`.execute(tx);
    return rows[0]?.counted ?? 0;
  },
  unitsInForce: inForce("m.unit_id"),
  officesInForce: inForce("m.post_office_id"),
  // A field whose procedures have all ended, as many did in 2025, is in a mandate's words and in nobody's hands.
  fieldsInForce: async (tx, { programmeId, day }) => {
    const { rows } = await sql<{ counted: number }>`
      select count(distinct field) as counted
      from mandate m join phase p on p.id = m.phase_id cross join unnest(m.field_codes) as field
      where p.programme_id = ${programmeId}::uuid and ${inForceOn(day)}
        and exists (select from nation.procedure_version v where v.field_code = field
          and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date)`.execute(tx);
    return rows[0]?.counted ?? 0;
  },
  staffFreed: async (tx, { programmeId, day }) => {
    const { rows } = await sql<{ counted: number }>`
      select coalesce(sum(s.persons), 0) as counted from staff_freed s
      left join mandate m on m.id = s.mandate_id
      join phase p on p.id = coalesce(s.phase_id, m.phase_id)
      where p.programme_id = ${programmeId}::uuid and s.freed_on <= ${day}::date
        and not exists (select from staff_freed_withdrawal w where w.staff_freed_id = s.id)`.execute(tx);
    return rows[0]?.counted ?? 0;
  },
  own: () => Promise.resolve(null),
};
