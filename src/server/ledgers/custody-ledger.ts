import type { CustodyEntry, Holder, Thing } from "#domain/custody/custody.ts";
import { RECOVERED_POSITION } from "#domain/postal/close-delivery.ts";
import { asId } from "#domain/shared/id.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { ActRecord } from "./dossier-ledger.ts";

/** Entries that an event of a dossier makes, as rows of the ledger. */
export function custodyRow(
  act: ActRecord,
  dossierSeq: number,
  entry: CustodyEntry,
  seq: number,
): Selectable<Database["custody_entry"]> {
  return {
    ...entryRow("item", entry, seq),
    dossier_id: act.dossierId,
    dossier_seq: dossierSeq,
    act_id: null,
    actor_id: act.actorId,
    occurred_at: act.occurredAt,
    recorded_at: act.recordedAt,
    scope: [...act.scope],
  };
}

/** What an entry says of itself, whatever made it. */
function entryRow(thing: Thing, entry: CustodyEntry, seq: number) {
  const from = entry.type === "born" ? NOBODY : entry.from;
  const to = entry.to ?? NOBODY;
  return {
    thing,
    thing_id: entry.thingId,
    seq,
    type: entry.type,
    from_kind: from.kind,
    from_id: from.id,
    to_kind: to.kind,
    to_id: to.id,
    ...NOTHING_MORE,
    ...saidBeside(entry),
  };
}

const NOBODY = { kind: null, id: null } as const;
const NOTHING_MORE = { signature_file_id: null, seal: null, originals: null, copies: null } as const;

/** What some types of entries say beside from whom to whom. */
function saidBeside(entry: CustodyEntry) {
  switch (entry.type) {
    case "handedOver":
    case "originalsBack":
      return { signature_file_id: entry.signatureFileId };
    case "sealed":
    case "opened":
      return { seal: entry.seal };
    case "recounted":
    case "packed":
    case "unpacked":
      return { originals: entry.originals, copies: entry.copies };
    case "born":
    case "succeeded":
    case "placed":
    case "struck":
      return {};
  }
}

/** A paper as the item says where it is. */
export interface HeldItem {
  readonly id: string;
  readonly holder_kind: string | null;
  readonly holder_id: string | null;
  readonly custody_seq: number;
}

/** The papers of a dossier go on from a holder who was stopped or left: the ledger's rows, without a signature. */
export function successionRows(
  act: ActRecord,
  dossierSeq: number,
  items: readonly HeldItem[],
  to: Holder,
): NonNullable<Rows["custody_entry"]> {
  return items.map((item) =>
    custodyRow(
      act,
      dossierSeq,
      {
        thingId: item.id,
        type: "succeeded",
        from: { kind: item.holder_kind, id: item.holder_id } as Holder,
        to,
      },
      item.custody_seq + 1,
    ),
  );
}

/** Who may hold what is handed to the citizen: not the citizen, nor the agency that took a result with an error back. */
const HOLDING = {
  paper: ["person", "counter", "place", "unit", "agency"],
  result: ["person", "counter", "place", "unit"],
} as const satisfies Record<"paper" | "result", readonly Holder["kind"][]>;

/** What of a dossier, and of its parts, is not with the citizen. */
const held = (dossierId: string, kind: "paper" | "result") =>
  sql`kind = ${kind} and not struck and holder_kind is not null and holder_kind <> 'citizen'
    and dossier_id in (select ${dossierId}::uuid union all select id from dossier where whole_id = ${dossierId}::uuid)`;

/** Whether what is asked about in {@link unlessAway} is away now: for a page, which holds nothing back. */
export function isAway(dossierId: string, kind: "paper" | "result"): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from item where ${held(dossierId, kind)} and (holder_kind in ('container', 'outsider', 'postOffice')
        or holder_kind = 'place'
          and not exists (select from custody_place p where p.id = item.holder_id and p.kind = 'shelf')
        or holder_kind = 'person'
          and exists (select from nation.staff_post p where p.account_id = item.holder_id and p.role = 'courier')
        or exists (select from manifest_line l where l.thing_id = item.id and l.outcome = 'offered')
        or kind = 'result' and holder_kind = 'agency' and not exists (select from item other
          where other.dossier_id = item.dossier_id and other.kind = 'result' and not other.struck
            and other.holder_kind = any (${[...HOLDING.result]}::text[]))))`;
}

/**
 * Refused while a paper or result of the dossier, or of its parts, is not at hand for an act of the dossier: it lies in a
 * packet, is offered to somebody, is with a courier or a post office, or in a place that is no shelf of whoever asks; or
 * a result went back to the agency, and nobody at the counter has another.
 *
 * @rule CUSTODY-01
 */
export async function unlessAway(
  tx: Tx,
  dossierId: string,
  kind: "paper" | "result",
): Promise<Result<null, "result_in_container">> {
  // Whoever packs or offers one of them meanwhile is waited for, and is seen.
  await sql`select from item where ${held(dossierId, kind)} order by id for update`.execute(tx);
  const { rows } = await sql<{ away: boolean }>`select ${isAway(dossierId, kind)} as away`.execute(tx);
  return rows[0]?.away === true ? refuse("result_in_container") : done(null);
}

async function moveItems(
  tx: Tx,
  act: ActRecord,
  kind: "paper" | "result",
  to: Holder,
): Promise<readonly HeldItem[]> {
  const items = await tx
    .selectFrom("item")
    .select(["id", "holder_kind", "holder_id", "custody_seq"])
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "in", HOLDING[kind])
    .forUpdate()
    .execute();
  await tx
    .updateTable("item")
    .set((set) => ({ holder_kind: to.kind, holder_id: to.id, custody_seq: set("custody_seq", "+", 1) }))
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "in", HOLDING[kind])
    .execute();
  return items;
}

/**
 * Moves every result, or every paper, of a dossier from whoever of the house holds it into the citizen's hands: the
 * items at once, the ledger's rows for the statement that writes the event. A paper only shown is held by nobody.
 */
export async function handItemsOver(
  tx: Tx,
  act: ActRecord,
  kind: "paper" | "result",
  dossierSeq: number,
  signatureFileId: string,
): Promise<Rows> {
  const to = { kind: "citizen", id: null } as const;
  const items = await moveItems(tx, act, kind, to);
  const entries = items.map((item) =>
    custodyRow(
      act,
      dossierSeq,
      {
        thingId: item.id,
        type: "handedOver",
        from: { kind: item.holder_kind, id: item.holder_id } as Holder,
        to,
        signatureFileId: asId(signatureFileId),
      },
      item.custody_seq + 1,
    ),
  );
  return { custody_entry: entries };
}

/** A paper whose originals are still here. */
export interface HeldOriginal extends HeldItem {
  readonly name: string;
  readonly copies: number;
}

/** The papers of a dossier whose originals the house still has, and offers to nobody; held until the transaction ends. */
export async function findHeldOriginals(tx: Tx, dossierId: string): Promise<readonly HeldOriginal[]> {
  const held = () =>
    tx
      .selectFrom("item")
      .select(["id", "name", "copies", "holder_kind", "holder_id", "custody_seq"])
      .where("dossier_id", "=", dossierId)
      .where("kind", "=", "paper")
      .where("struck", "=", false)
      .where("originals", ">", 0)
      // What was recovered from the citizen is the agency's.
      .where("position", "<", RECOVERED_POSITION)
      .where("originals_back", "=", false)
      .where("holder_kind", "in", HOLDING.paper);
  await held().orderBy("id").forUpdate().execute();
  return held()
    .where(
      sql<boolean>`not exists (select from manifest_line l where l.thing_id = item.id and l.outcome = 'offered')`,
    )
    .orderBy("position")
    .execute();
}

/**
 * Gives originals back to the citizen: a paper of which nothing else is here goes whole, of the others the copies stay.
 * The items at once, the ledger's rows for the statement that writes the event.
 */
export async function handOriginalsBack(
  tx: Tx,
  act: ActRecord,
  dossierSeq: number,
  items: readonly HeldOriginal[],
  signatureFileId: string,
): Promise<NonNullable<Rows["custody_entry"]>> {
  const citizen = { kind: "citizen", id: null } as const;
  const entries = items.map((item) => {
    const from = { kind: item.holder_kind, id: item.holder_id } as Holder;
    const signed = { thingId: item.id, from, signatureFileId: asId<never>(signatureFileId) };
    const entry: CustodyEntry =
      item.copies === 0
        ? { ...signed, type: "handedOver", to: citizen }
        : { ...signed, type: "originalsBack", to: from };
    return { item, to: entry.to, row: custodyRow(act, dossierSeq, entry, item.custody_seq + 1) };
  });
  for (const { item, to } of entries) {
    await tx
      .updateTable("item")
      .set({
        originals_back: true,
        holder_kind: to?.kind ?? null,
        holder_id: to?.id ?? null,
        custody_seq: item.custody_seq + 1,
      })
      .where("id", "=", item.id)
      .execute();
  }
  return entries.map(({ row }) => row);
}

/**
 * The results of a dossier go on within the house, and whoever takes them answers for them from then on: one with an
 * error goes back to the agency and is never handed over, one that is fetched elsewhere goes to the unit there.
 */
export async function passResults(
  tx: Tx,
  act: ActRecord,
  dossierSeq: number,
  to: Extract<Holder, { readonly kind: "agency" | "unit" }>,
): Promise<Rows> {
  const items = await moveItems(tx, act, "result", to);
  return { custody_entry: successionRows(act, dossierSeq, items, to) };
}
