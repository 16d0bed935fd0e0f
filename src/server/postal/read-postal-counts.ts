import { countPost } from "#contract/postal-counts.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { toLookAt } from "./shipment-views.ts";
import { IS_UNSENT } from "./unsent-results.ts";

/** What of the post waits for this person, asked again and again by the menu of every page. */
export const countPostRoute = bind(countPost, ({ actor, now, read }) =>
  read(async (tx) => {
    const { rows } = await sql<{ toLookAt: number; strays: number; unsent: number }>`
      select (select count(*)::integer from shipment s where ${toLookAt(now)}) as "toLookAt",
        (select count(*)::integer from quarantined_event where settled_at is null) as strays,
        (select count(*)::integer from dossier d
          where ${IS_UNSENT} and d.received_at_unit_id = any (${[...actor.places]}::uuid[])) as unsent`.execute(
      tx,
    );
    return done(rows[0] ?? { toLookAt: 0, strays: 0, unsent: 0 });
  }),
);
