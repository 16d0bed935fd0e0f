import { type SuggestedIncident, listSuggestedIncidents } from "#contract/incidents.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";

const MOST = 100;

/**
 * Shipments of which nobody has opened what their reports say: lost, damaged, or late now or when they arrived, of half a
 * year. Who complained of it as anything else is counted for that alone.
 */
export const listSuggestedIncidentsRoute = bind(listSuggestedIncidents, ({ now, read }) =>
  read(async (tx) => {
    const { day } = localTime(now);
    const { rows } = await sql<SuggestedIncident>`
      select s.id as "shipmentId", k.kind, s.leg, s.waybill, s.order_number as "orderNumber", s.state,
        s.due_on as "dueOn"
      from shipment s
      cross join lateral (
        select 'lost' as kind where s.state = 'lost'
        union all
        select 'damaged' where exists (
          select from shipment_event e where e.shipment_id = s.id and e.type = 'damaged' and not e.withdrawn
            and not exists (select from shipment_event w
              where w.source = e.source and w.source_id = e.source_id and w.withdrawn))
        union all
        select 'delayed' where s.state not in ('lost', 'cancelled', 'returning', 'backAtAgency') and s.due_on <
          case when s.live then ${day}::date else (s.state_since at time zone 'Asia/Ho_Chi_Minh')::date end) k
      where s.ordered_at > ${now}::timestamptz - interval '6 months'
        and not exists (select from incident i where i.shipment_id = s.id and i.kind = k.kind)
      order by s.due_on, s.id, k.kind limit ${MOST + 1}`.execute(tx);
    return done({ shipments: rows.slice(0, MOST), more: rows.length > MOST });
  }),
);
