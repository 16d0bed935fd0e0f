import { migrate } from "#server/db/migrate.ts";
import { placeTablesOf } from "#server/units/place-tables.ts";
import { type Table, referenceId } from "#server/units/reference-table.ts";
import { schemasOfSpaces, storeTable } from "#server/units/store-reference.ts";
import { type Client, type PoolConfig } from "pg";
import { asOwner } from "../province/wipe-space.ts";
import { earlierVersions } from "./earlier-versions.ts";
import { HISTORIC_FIELDS } from "./historic-fields.ts";
import { STORIES } from "./stories.ts";
import { STORY_SPACES } from "./story.ts";

/** Post offices of the reference files that the stories find open before July 2025. */
const OLDER_OFFICES = ["post:30163:30148", "post:30163:30163", "post:30157"] as const;
const OPEN_SINCE = "2018-01-01";

/**
 * Gives a demo what the stories need before they begin: two more spaces, places of before 1 July 2025, the fields and
 * procedures of then. Only a demo has them; a real installation gets its places from its own people.
 */
export async function storeStories(ownerConfig: PoolConfig, appRole: string): Promise<void> {
  const schemas = await schemasOfSpaces(ownerConfig);
  const more = STORY_SPACES.map(({ schema }) => schema);
  await migrate(ownerConfig, { spaces: [...new Set([...schemas, ...more])], appRole });
  const tables = [...ownTables(), await earlierVersions()];
  await asOwner(ownerConfig, async (client) => {
    await client.query("begin");
    for (const table of tables) await storeTable(client, table);
    await openOffices(client);
    await client.query("update nation.reference_epoch set epoch = epoch + 1");
    await client.query("commit");
  });
}

function ownTables(): readonly Table[] {
  const spaces = STORY_SPACES.map(({ id, schema, title }) => ({ id, schema_name: schema, title }));
  const fields = HISTORIC_FIELDS.map(({ code, name }) => ({ code, name }));
  return [
    { name: "space", key: ["id"], rows: spaces },
    { name: "field", key: ["code"], rows: fields },
    ...STORIES.flatMap(({ places, space }) => placeTablesOf(places, space)),
  ];
}

/** The files know these offices since the two tiers only; the row is then the demo's, and a start leaves it alone. */
async function openOffices(client: Client): Promise<void> {
  await client.query(
    "update nation.post_office set valid_from = $1, changed_here = true where id = any ($2::uuid[]) and valid_from > $1",
    [OPEN_SINCE, OLDER_OFFICES.map((key) => referenceId(key))],
  );
}
