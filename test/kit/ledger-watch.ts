import { openForChecking } from "#server/checking/check-ledgers.ts";
import type { Db } from "#server/db/kysely.ts";
import { containerDisagreements, disagreementsOf, incidentDisagreements } from "./ledgers.ts";
import type { Connection } from "./servers.ts";

/** Looks at the ledgers of one database, again and again, each time at what changed since. */
interface LedgerWatch {
  readonly check: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const SCHEMA = "space_dong_thap";
const watches = new Set<LedgerWatch>();

/** What is wrong with packets and bags that were touched, and with the hand-overs of a space in which any was. */
async function changedContainers(db: Db, seen: Map<string, string>): Promise<readonly string[]> {
  const rows = await db.withSchema(SCHEMA).selectFrom("container").select(["id", "custody_seq"]).execute();
  const changed = rows.filter(({ id, custody_seq }) => seen.get(id) !== String(custody_seq));
  if (changed.length === 0) return [];
  const found = await containerDisagreements(
    db,
    changed.map(({ id }) => id),
  );
  for (const { id, custody_seq } of changed) seen.set(id, String(custody_seq));
  return found;
}

/** What is wrong with the incidents of a space in which any was touched. */
async function changedIncidents(db: Db, seen: Map<string, string>): Promise<readonly string[]> {
  const rows = await db.withSchema(SCHEMA).selectFrom("incident").select(["id", "version"]).execute();
  const changed = rows.filter(({ id, version }) => seen.get(id) !== String(version));
  if (changed.length === 0) return [];
  const found = await incidentDisagreements(db);
  for (const { id, version } of changed) seen.set(id, String(version));
  return found;
}

/** Watches a database until it is closed; {@link watchedDisagreements} asks all that are watched. */
export function watchLedgers(owner: Connection): LedgerWatch {
  const db = openForChecking(owner);
  const seen = new Map<string, string>();
  const watch: LedgerWatch = {
    check: async () => {
      const rows = await db
        .withSchema(SCHEMA)
        .selectFrom("dossier")
        .leftJoin("item", "item.dossier_id", "dossier.id")
        .select((eb) => [
          "dossier.id",
          "dossier.version",
          "dossier.business_status as status",
          eb.fn.sum("item.custody_seq").as("moves"),
        ])
        .groupBy("dossier.id")
        .execute();
      const changed = rows.filter(({ id, ...state }) => seen.get(id) !== JSON.stringify(state));
      const found = await disagreementsOf(
        db,
        changed.map(({ id }) => id),
      );
      for (const { id, ...state } of changed) seen.set(id, JSON.stringify(state));
      return [...found, ...(await changedContainers(db, seen)), ...(await changedIncidents(db, seen))];
    },
    close: async () => {
      watches.delete(watch);
      await db.destroy();
    },
  };
  watches.add(watch);
  return watch;
}

/** What the projections of every database under test say otherwise than its ledgers. */
export async function watchedDisagreements(): Promise<readonly string[]> {
  const found = await Promise.all([...watches].map(({ check }) => check()));
  return found.flat();
}
