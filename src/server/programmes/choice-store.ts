import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

interface PhaseChoice {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Phases that stand, the newest programme first, and the postal operators. */
export async function findChoices(tx: Tx) {
  const phases = await sql<PhaseChoice>`
    select p.id, p.label as name, g.title as programme, p.valid_from as "validFrom", p.valid_to as "validTo"
    from phase p join programme g on g.id = p.programme_id
    where p.removed_at is null
    order by g.valid_from desc, g.id, p.ordinal, p.valid_from, p.id`.execute(tx);
  const operators = await sql<{ id: string; name: string }>`
    select id, name from nation.postal_operator order by name`.execute(tx);
  return { phases: phases.rows, operators: operators.rows };
}
