import { type CustodyEntry, type Holder, holderAfter } from "#domain/custody/custody.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Selectable } from "kysely";
import type { Database } from "../db/schema.gen.ts";
import type { DossierCheck, Finding } from "./finding.ts";
import { amongIds, folded } from "./load-histories.ts";

type EntryRow = Pick<
  Selectable<Database["custody_entry"]>,
  | "item_id"
  | "seq"
  | "type"
  | "dossier_id"
  | "dossier_seq"
  | "from_kind"
  | "from_id"
  | "to_kind"
  | "to_id"
  | "signature_file_id"
  | "recorded_at"
>;
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
  const entries = await tx
    .selectFrom("custody_entry")
    .select([
      "item_id",
      "seq",
      "type",
      "dossier_id",
      "dossier_seq",
      "from_kind",
      "from_id",
      "to_kind",
      "to_id",
      "signature_file_id",
      "recorded_at",
    ])
    .where("item_id", "=", amongIds(items.map(({ id }) => id)))
    .orderBy("item_id")
    .orderBy("seq")
    .execute();
  const chainOf = groupBy(entries, (entry) => entry.item_id);
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
      entry.dossier_seq > events ||
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

function heldBy(holder: Pick<Holder, "kind"> | { kind: string | null; id: string | null } | null): string {
  if (holder === null || holder.kind === null) return "held by nobody";
  const { kind, id } = { id: null, ...holder };
  return id === null ? `held by ${kind}` : `held by ${kind} ${id}`;
}

function custodyEntry(row: EntryRow): CustodyEntry {
  const whole = {
    itemId: row.item_id,
    type: row.type,
    to: row.to_kind === null ? null : { kind: row.to_kind, id: row.to_id },
    ...(row.type !== "born" && { from: { kind: row.from_kind, id: row.from_id } }),
    ...((row.type === "handedOver" || row.type === "originalsBack") && {
      signatureFileId: row.signature_file_id,
    }),
  };
  return whole as unknown as CustodyEntry;
}
