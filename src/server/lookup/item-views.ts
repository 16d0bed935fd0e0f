import type { DossierView } from "#contract/dossiers.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { counterToday, nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import type { Tx } from "../db/kysely.ts";
import { type HolderNames, type Naming, holderNames } from "../ledgers/holders.ts";
import { type Box, findOutermost } from "../ledgers/outermost.ts";
import { holderOf } from "../ledgers/things.ts";
import type { PageRows } from "./page-store.ts";

/** Who holds each paper of a dossier now, and in what. */
export interface PapersHeld {
  readonly names: HolderNames;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Reads where the papers of a dossier are: in a packet or bag, whoever has the outermost one. */
export async function loadPapersHeld(tx: Tx, naming: Naming, { items }: PageRows): Promise<PapersHeld> {
  const boxes = await findOutermost(
    tx,
    naming,
    items.flatMap(({ holder_kind: kind, holder_id: id }) =>
      kind === "container" && id !== null ? [id] : [],
    ),
  );
  const holders = items.map((row) => heldBy(row, boxes));
  return { boxes, names: await holderNames(tx, naming, holders) };
}

function heldBy(
  { holder_kind: kind, holder_id: id }: HeldItem,
  boxes: ReadonlyMap<string, Box>,
): Holder | null {
  if (kind === null) return null;
  return kind === "container" ? (boxes.get(id ?? "")?.holder ?? null) : holderOf(kind, id);
}

/** The papers of a dossier and who holds each of them now, in words. */
export function itemViews(
  { dossier, items }: PageRows,
  reference: Reference,
  held: PapersHeld,
): DossierView["items"] {
  const { papers = [] } = reference.versionsById.get(dossier.procedure_version_id)?.content ?? {};
  const toShow = new Set(papers.flatMap(({ id, kind }) => (kind === "show" ? [id] : [])));
  return items.map((row) => ({
    itemId: row.id,
    name: row.name,
    kind: row.kind === "result" ? "result" : "paper",
    originals: row.originals,
    copies: row.copies,
    shown: row.shown,
    toShow: row.paper_id !== null && toShow.has(row.paper_id),
    originalsBack: row.originals_back,
    holder: holderView(row, reference, held),
    inside: boxView(row, held),
  }));
}

function holderView(
  row: HeldItem,
  reference: Reference,
  { names, boxes }: PapersHeld,
): DossierView["items"][number]["holder"] {
  const holder = heldBy(row, boxes);
  if (holder === null) return null;
  const { kind, name } = names(holder);
  return { kind, name: kind === "citizen" ? null : name, now: holderToday(kind, holder.id ?? "", reference) };
}

/** Papers stay where they lie while units are reorganised: who keeps them today, when that is another place. */
function holderToday(kind: Holder["kind"], id: string, reference: Reference): string | null {
  if (kind === "unit" || kind === "agency") return nameToday(id, reference);
  const counter = kind === "counter" ? counterToday(id, reference) : undefined;
  if (!counter) return null;
  // A counter that closed for good left its papers to the unit that goes on.
  if (counter.id === id) return nameToday(counter.unit.id, reference);
  const { label, receptionPoint: point, unit } = counter;
  const before = reference.counters.get(id);
  // As a rule the same desk at the same address, which belongs to another unit now: the unit says enough.
  return before?.label === label && before.receptionPoint.name === point.name
    ? unit.name
    : `${label}, ${point.name}, ${unit.name}`;
}

function boxView(
  { holder_kind: kind, holder_id: id }: HeldItem,
  { boxes }: PapersHeld,
): DossierView["items"][number]["inside"] {
  const box = kind === "container" ? boxes.get(id ?? "") : undefined;
  return box ? { containerId: box.id, code: box.code } : null;
}

interface HeldItem {
  readonly holder_kind: string | null;
  readonly holder_id: string | null;
}
