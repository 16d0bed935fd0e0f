import { sql } from "kysely";
import type { Finding, SpaceCheck } from "./finding.ts";

/**
 * Whoever took a bảng kê over signed for it, not before it was offered; it says as many accepted lines as it has, a kept
 * stock-take as many of each kind as it has; and on a shelf things are laid by whoever answers for it.
 */
export const checkSignedActs: SpaceCheck = async (tx) => {
  const { rows } = await sql<Finding>`
    select 'manifest ' || m.number as subject, 'taken over by ' || m.taken_by_kind || ' ' || m.taken_by_id as ledger,
      'signed by ' || r.signer_id || ' at ' || to_char(m.taken_at, 'YYYY-MM-DD') as projection
    from manifest m join custody_signature r on r.id = m.accept_signature_id
    where m.state = 'accepted' and (m.taken_at < m.offered_at
      or r.signer_id <> case when m.taken_by_kind in ('person', 'outsider') then m.taken_by_id else m.settled_by end)
    union all
    select 'manifest ' || m.number, l.accepted || ' lines accepted', m.accepted || ' accepted'
    from manifest m cross join lateral (select count(*) filter (where l.outcome = 'accepted') as accepted
      from manifest_line l where l.manifest_id = m.id) l
    where m.state = 'accepted' and l.accepted <> m.accepted
    union all
    select 'stock-take ' || s.id, l.found || ' found, ' || l.missing || ' missing, ' || l.elsewhere || ' elsewhere',
      s.found || ' found, ' || s.missing || ' missing, ' || s.elsewhere || ' elsewhere'
    from stock_take s cross join lateral (select count(*) filter (where l.outcome = 'found') as found,
        count(*) filter (where l.outcome = 'missing') as missing, count(*) filter (where l.outcome = 'elsewhere') as elsewhere
      from stock_take_line l where l.stock_take_id = s.id) l
    where (l.found, l.missing, l.elsewhere) <> (s.found, s.missing, s.elsewhere)
    union all
    select 'place ' || p.code, 'in somebody else''s charge at that moment',
      e.thing || ' ' || e.thing_id || ' laid there by ' || e.actor_id
    from custody_entry e join custody_place p on p.id = e.to_id
    where e.type = 'placed' and e.to_kind = 'place' and not exists (select from custody_charge c
      left join custody_charge next on next.place_id = c.place_id and next.seq = c.seq + 1
      where c.place_id = p.id and c.responsible_id = e.actor_id and c.recorded_at <= e.recorded_at
        and coalesce(next.recorded_at, 'infinity') >= e.recorded_at)
    order by 1`.execute(tx);
  return rows;
};
