import { incidentColumns, loadIncidents, standingOf } from "../ledgers/incident-ledger.ts";
import { type Finding, type SpaceCheck, shown } from "./finding.ts";

const BATCH = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** An incident stands where its entries say, and has as many as its version. */
export const checkIncidents: SpaceCheck = async (tx) => {
  const found: Finding[] = [];
  let after = FIRST_ID;
  for (;;) {
    const rows = await tx
      .selectFrom("incident")
      .select(["id", "kind", "source", "opened_on", "state", "live", "next_due_on", "version"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return found;
    const entries = await loadIncidents(
      tx,
      rows.map(({ id }) => id),
    );
    for (const { id, ...columns } of rows) {
      const own = entries.get(id) ?? [];
      const told = own[0]?.type === "opened" ? incidentColumns(standingOf(own)) : {};
      for (const [name, value] of Object.entries({ ...told, version: own.length })) {
        const kept = columns[name as keyof typeof columns];
        if (shown(kept) !== shown(value))
          found.push({
            subject: `incident ${id}`,
            ledger: `${name} ${shown(value)}`,
            projection: `${name} ${shown(kept)}`,
          });
      }
    }
    after = last.id;
  }
};
