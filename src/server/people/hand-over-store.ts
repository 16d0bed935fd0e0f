import type { HandOverView } from "#contract/hand-overs.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

export interface LineRow {
  readonly dossierId: string;
  readonly code: string;
  readonly papers: number;
  readonly matter: boolean;
  readonly toKind: string;
  readonly toId: string;
  readonly personName: string | null;
}

type RecordRow = Omit<HandOverView, "lines" | "papers">;

/** A hand-over with its lines by code; undefined when there is none of this id. */
export async function loadHandOver(
  tx: Tx,
  id: string,
): Promise<(RecordRow & { readonly lines: readonly LineRow[] }) | undefined> {
  const { rows } = await sql<RecordRow>`
    select h.id as "handOverId", h.cause, h.reason, h.drafts, h.recorded_at as at, who.full_name as by,
      next.full_name as successor, coalesce(person.full_name, office.name, operator.name, '') as "from"
    from hand_over h
    join nation.account who on who.id = h.actor_id
    left join nation.account next on next.id = h.successor_id
    left join nation.account person on h.target = 'account' and person.id = h.target_id
    left join nation.post_office office on h.target = 'postOffice' and office.id = h.target_id
    left join nation.postal_operator operator on h.target = 'operator' and operator.id = h.target_id
    where h.id = ${id}::uuid`.execute(tx);
  const [record] = rows;
  if (!record) return undefined;
  const { rows: lines } = await sql<LineRow>`
    select l.dossier_id as "dossierId", l.code, l.papers, l.matter, l.to_kind as "toKind", l.to_id as "toId",
      person.full_name as "personName"
    from hand_over_line l left join nation.account person on l.to_kind = 'person' and person.id = l.to_id
    where l.hand_over_id = ${id}::uuid order by l.code`.execute(tx);
  return { ...record, lines };
}
