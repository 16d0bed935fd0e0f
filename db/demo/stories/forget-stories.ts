import { placeTables, placeTablesOf } from "#server/units/place-tables.ts";
import type { Table } from "#server/units/reference-table.ts";
import type { Client } from "pg";
import { STORIES } from "./stories.ts";

/** Places that hang below others first. */
const KINDS = ["counter", "reception_point", "one_stop_unit", "agency", "post_office"] as const;

const reopen = (kind: (typeof KINDS)[number]) =>
  `update nation.${kind} set valid_to = null where id = any ($1::uuid[])
     and valid_to in (select effective_on - 1 from nation.reorganisation where status = 'applied')`;

/**
 * Takes the places of the stories out again, and those that their reorganisations made, so that they can begin anew.
 * Whatever stands in the reference files stays, and is open again where a reorganisation had ended it. Accounts are gone before, with their posts and sessions at these places.
 */
export async function forgetStories(client: Client): Promise<void> {
  const shipped = idsOf(await placeTables());
  const { rows } = await client.query<{ id: string }>(
    "select successor_id as id from nation.place_succession",
  );
  const own = idsOf(STORIES.flatMap(({ places, space }) => placeTablesOf(places, space)));
  const gone = [...own, ...rows.map(({ id }) => id)].filter((id) => !shipped.has(id));
  for (const kind of KINDS) await client.query(reopen(kind), [[...shipped]]);
  await client.query("truncate nation.place_succession, nation.reorganisation_event, nation.reorganisation");
  await client.query("delete from nation.space_place where place_id = any ($1::uuid[])", [gone]);
  await client.query("delete from nation.competence where agency_id = any ($1::uuid[])", [gone]);
  await client.query("delete from nation.agency_code where agency_id = any ($1::uuid[])", [gone]);
  for (const kind of KINDS)
    await client.query(`delete from nation.${kind} where id = any ($1::uuid[])`, [gone]);
}

function idsOf(tables: readonly Table[]): ReadonlySet<string> {
  const ids = tables.flatMap(({ rows }) => rows.map((row) => row["id"]));
  return new Set(ids.filter((id) => typeof id === "string"));
}
