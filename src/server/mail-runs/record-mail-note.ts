import { noteMailStop } from "#contract/mail-runs.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { findMailRoutes, minuteOf } from "./mail-store.ts";
import { findRunsOfDay } from "./runs-of-day.ts";

/**
 * Says of a stop what no bảng kê says. The last note counts, and what is handed over outweighs it.
 *
 * @rule MAIL-RUN-01
 */
export const noteMailStopRoute = bind(noteMailStop, ({ actor, body, deps, params, now, reference, write }) =>
  write(async (tx) => {
    const [route] = await findMailRoutes(tx, params.routeId);
    if (!route) return refuse("not_found");
    const day = plainDate(body.day);
    const isCall = body.kind === "called";
    if (isCall !== (body.reason === null) || (body.kind !== "late" && body.expected !== null))
      return refuse("mail_reason_wrong");
    const runs = await findRunsOfDay(tx, reference, day, route.id);
    const run = runs.find(({ extra }) => (extra?.id ?? null) === body.extraId);
    // Nobody has called anywhere on a day that is to come.
    if (!run?.stops[body.position - 1] || (isCall && day !== localTime(now).day))
      return refuse("mail_run_unknown");
    await sql`
        insert into mail_run_note (id, route_id, extra_id, day, position, kind, reason, expected_minute, noted_by, noted_at)
        values (${deps.newId()}::uuid, ${route.id}::uuid, ${body.extraId}::uuid, ${day}::date, ${body.position},
          ${body.kind}, ${body.reason}, ${body.expected === null ? null : minuteOf(body.expected)},
          ${actor.accountId}::uuid, ${now}::timestamptz)`.execute(tx);
    return done({ noted: true });
  }),
);
