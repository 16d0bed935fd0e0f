import type { Answers } from "#domain/dossier/rating.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** Answers about one unit, or about several together. */
export interface RatedUnits extends Answers {
  readonly key: string;
}

/** The units that are counted together under a key. */
export interface RatedGroup {
  readonly key: string;
  readonly units: readonly string[];
}

/** How citizens rated what groups of units took in from a moment on and before another; a group nobody answered about is left out. */
export async function ratingsOf(
  tx: Tx,
  groups: readonly RatedGroup[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<readonly RatedUnits[]> {
  const { rows } = await sql<RatedUnits>`
    select g.key, f.answers, f.satisfied
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g(key text, units uuid[])
    cross join lateral rating_figures(g.units, ${from}::timestamptz, ${until}::timestamptz, null, null, null) f
    where f.field is null and f.code is null and f.answers > 0`.execute(tx);
  return rows;
}
