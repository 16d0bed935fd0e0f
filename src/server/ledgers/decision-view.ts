import type { DecisionView } from "#contract/mandates.ts";
import { type RawBuilder, sql } from "kysely";

/**
 * The columns of a decision as a screen shows it, of a table's alias; null when the join found none.
 * @example sql`select ${decisionView("d")} as decision from phase p join mandate_decision d on d.id = p.decision_id`
 */
export function decisionView(alias: string): RawBuilder<DecisionView | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`case when ${column("id")} is not null then jsonb_build_object('id', ${column("id")},
    'number', ${column("number")}, 'issuer', ${column("issuer")}, 'title', ${column("title")},
    'issuedOn', ${column("issued_on")}, 'source', ${column("source")}) end`;
}
