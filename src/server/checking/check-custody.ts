import { holderAfter } from "#domain/custody/custody.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Selectable } from "kysely";
import type { Database } from "../db/schema.gen.ts";
import { type EntryRow, custodyEntry, entriesOf, heldBy } from "./custody-rows.ts";
import type { DossierCheck, Finding } from "./finding.ts";
import { amongIds, folded } from "./load-histories.ts";

type ItemRow = Pick<
  Selectable<Database["item"]>,
  "id" | "dossier_id" | "position" | "kind" | "shown" | "holder_kind" | "holder_id" | "custody_seq"
>;

/**
 * Every paper has one holder at every instant: it is born once, each entry goes on from the holder of the one before, none
 * is missing or earlier, each belongs to an event of the same dossier, and the last names the holder of the item. What
 * was only shown was in nobody's hands.
 */
export const checkCustody: DossierCheck = async (tx, dossiers) => {
  const ids = dossiers.map(({ dossier }) => dossier.id);
  const items = await tx
    .selectFrom("item")
    .select(["id", "dossier_id", "position", "kind", "shown", "holder_kind", "holder_id", "custody_seq"])
    .where("dossier_id", "=", amongIds(ids))
    .orderBy("dossier_id")
    .orderBy("position")
    .execute();
  const entries = await entriesOf(
    tx,
    items.map(({ id }) => id),
  );
  const chainOf = groupBy(entries, (entry) => entry.thing_id);
  const itemsOf = groupBy(items, (item) => item.dossier_id);
  return dossiers.flatMap(({ dossier, events }) =>
    (itemsOf.get(dossier.id) ?? []).flatMap((item) =>
      ofItem(dossier.code, item, chainOf.get(item.id) ?? [], events.length),
    ),
  );
};

/** The name of a paper may name a person: it is told by its place in the list. */
function ofItem(
  subject: string,
  item: ItemRow,
  chain: readonly EntryRow[],
  events: number,
): readonly Finding[] {
  const what = `${item.kind} ${item.position}`;
  const wrong = (ledger: string, projection: string): Finding => ({
    subject,
    ledger: `${what}: ${ledger}`,
    projection,
  });
  const births = chain.filter(({ type }) => type === "born").length;
  const held = heldBy({ kind: item.holder_kind, id: item.holder_id });
  const { states: holder, problem } = folded(() =>
    chain.length === 0 ? null : holderAfter(chain.map(custodyEntry)),
  );
  const found = problem === null ? heldBy(holder) : held;
  const astray = chain.find(
    (entry, index) =>
      entry.seq !== index + 1 ||
      entry.dossier_id !== item.dossier_id ||
      (entry.dossier_seq ?? 0) > events ||
      entry.recorded_at < (chain[index - 1]?.recorded_at ?? entry.recorded_at),
  );
  return [
    ...(births === (item.shown ? 0 : 1) ? [] : [wrong(`${births} births`, item.shown ? "only shown" : held)]),
    ...(problem === null ? [] : [wrong(problem, held)]),
    ...(found === held ? [] : [wrong(found, held)]),
    ...(item.custody_seq === chain.length
      ? []
      : [wrong(`${chain.length} entries`, `${item.custody_seq} entries`)]),
    ...(astray ? [wrong(`entry ${astray.seq} is out of order or of another dossier`, held)] : []),
  ];
}
