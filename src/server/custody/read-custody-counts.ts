import { REFUSED_DAYS, countCustody } from "#contract/custody-counts.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { countOpenCustodyTasks } from "../ledgers/custody-task.ts";
import { ownHolders } from "./own-holders.ts";

/** What waits for this person, asked again and again by the menu of every page. */
export const countCustodyRoute = bind(countCustody, ({ actor, reference, now, read }) =>
  read(async (tx) => {
    const custodian = await lookingCustodian(tx, actor, reference);
    const ids = ownHolders(custodian).map(({ id }) => id);
    const { rows } = await sql<{ offers: number; refused: number }>`
      select
        (select count(*)::integer from manifest m where m.state = 'offered' and m.to_id = any (${ids}::uuid[])
          and m.offered_by <> ${actor.accountId}::uuid) as offers,
        (select count(*)::integer from manifest m where m.state = 'refused' and m.offered_by = ${actor.accountId}::uuid
          and m.settled_at > ${now}::timestamptz - make_interval(days => ${REFUSED_DAYS})) as refused`.execute(
      tx,
    );
    const { offers = 0, refused = 0 } = rows[0] ?? {};
    return done({ offers, refused, differences: await countOpenCustodyTasks(tx) });
  }),
);
