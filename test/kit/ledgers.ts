import { checkContainersOf, checkHandOvers } from "#server/checking/check-containers.ts";
import { checkSignedActs } from "#server/checking/check-signed-acts.ts";
import { checkIncidents } from "#server/checking/check-incidents.ts";
import { type CheckFinding, checkDossiers, openForChecking } from "#server/checking/check-ledgers.ts";
import { type Db, inSpace } from "#server/db/kysely.ts";
import type { TestApp } from "./test-app.ts";

const SPACE = { id: "dong-thap", schema: "space_dong_thap" };
/** As many as the command holds at once. */
const AT_ONCE = 500;

/**
 * Where the projections of a space say something else than their ledgers, over everything that was written: what
 * `motcua check-ledgers` finds of the dossiers. Read by the owner, behind the application's back.
 */
export async function disagreements(
  app: TestApp,
  schema = SPACE.schema,
): Promise<{ readonly dossiers: number; readonly found: readonly string[] }> {
  const db = openForChecking(app.database.owner);
  try {
    const dossiers = await db.withSchema(schema).selectFrom("dossier").select("id").execute();
    const ids = dossiers.map(({ id }) => id);
    return { dossiers: ids.length, found: await disagreementsOf(db, ids, schema) };
  } finally {
    await db.destroy();
  }
}

/** {@link disagreements} of some dossiers. */
export async function disagreementsOf(
  db: Db,
  ids: readonly string[],
  schema = SPACE.schema,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = await inSpace(db, { ...SPACE, schema }, { places: [] }, (tx) =>
      checkDossiers(tx, ids.slice(from, from + AT_ONCE), { messagesSince: null }),
    );
    found.push(...part.map(inWords));
  }
  return found;
}

/** Where packets and bags, and the hand-overs of their space, say something else than their ledger. */
export async function containerDisagreements(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  return inSpace(db, SPACE, { places: [] }, async (tx) => {
    const found = [
      ...(await checkContainersOf(tx, ids)),
      ...(await checkHandOvers(tx)),
      ...(await checkSignedActs(tx)),
    ];
    return found.map((finding) => inWords({ check: "containers", ...finding }));
  });
}

/** Where incidents of the post say something else than their entries. */
export async function incidentDisagreements(db: Db): Promise<readonly string[]> {
  return inSpace(db, SPACE, { places: [] }, async (tx) =>
    (await checkIncidents(tx)).map((finding) => inWords({ check: "incidents", ...finding })),
  );
}

function inWords({ subject, check, ledger, projection }: CheckFinding): string {
  return `${subject} ${check}: the ledger says ${ledger}, the projection ${projection}`;
}
