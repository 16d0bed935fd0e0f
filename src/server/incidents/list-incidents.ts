import { type INCIDENT_FILTERS, listIncidents } from "#contract/incidents.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_TEXT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { INCIDENT_COLUMNS, type IncidentRow, viewIncident } from "./incident-rows.ts";

/** Before the first: every incident sorts behind it. */
const FIRST = ["", "00000000-0000-0000-0000-000000000000"] as const;

/** One text to sort by: what is owed by its day, then what has no clock, then what has ended, the newest first. */
const ORDER = sql<string>`case when not i.live then 'c' || to_char(date '9999-12-31' - i.opened_on, 'FM0000000')
  when i.next_due_on is null then 'b' || i.opened_on::text else 'a' || i.next_due_on::text end`;

export const listIncidentsRoute = bind(listIncidents, ({ query, now, read }) =>
  read(async (tx) => {
    const today = localTime(now).day;
    const [place, id] = unpackCursor(query.after, [CURSOR_TEXT, CURSOR_ID]) ?? FIRST;
    const conditions = [
      sql`(${ORDER}, i.id) > (${place}, ${id}::uuid)`,
      ...(query.shipmentId === undefined ? [] : [sql`i.shipment_id = ${query.shipmentId}::uuid`]),
      ...(query.show === undefined ? [] : [shown(query.show, today)]),
    ];
    const { rows } = await sql<IncidentRow & { place: string }>`
      select ${INCIDENT_COLUMNS}, ${ORDER} as place from incident i join shipment s on s.id = i.shipment_id
      where ${sql.join(conditions, sql` and `)} order by place, i.id limit ${PAGE_ROWS + 1}`.execute(tx);
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    return done({
      incidents: page.map(({ place: _place, ...row }) => viewIncident(row, today)),
      next: rows.length > PAGE_ROWS && last ? packCursor([last.place, last.incidentId]) : null,
    });
  }),
);

function shown(filter: (typeof INCIDENT_FILTERS)[number], today: string) {
  return {
    live: sql`i.live`,
    late: sql`i.live and i.next_due_on < ${today}::date`,
    ended: sql`not i.live`,
  }[filter];
}
