import type { ThingRef } from "#contract/custody.ts";
import { readContainerCode, readSeal } from "#domain/custody/container.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A scanned code as what it may be: of a container, a seal, a dossier or one paper of it. */
export interface ReadScan {
  readonly code: string;
  readonly key: string;
  readonly box: string | null;
  readonly seal: string | null;
  readonly dossier: string | null;
  readonly number: number | null;
}

/** @example readScan(" H20.01-261123-0001/2 ") → a paper: the second of that dossier */
export function readScan(typed: string): ReadScan {
  const code = tidyText(typed);
  const box = readContainerCode(code)?.code ?? null;
  const read = readSeal(code);
  const seal = read.ok ? read.value : null;
  const paper = readPaper(code);
  const key = box ?? paper?.label ?? seal ?? code.toUpperCase();
  return { code, key, box, seal, dossier: paper?.dossier ?? null, number: paper?.number ?? null };
}

/** The label of a paper, or the slip of a dossier, which has no number. */
function readPaper(code: string) {
  const [, before = code, digits] = /^(.+)\/(\d{1,4})$/.exec(code) ?? [];
  const read = readDossierCode(before);
  if (!read.ok) return null;
  const { normalised: dossier } = read.value;
  const number = digits === undefined ? null : Number(digits);
  return { label: number === null ? dossier : `${dossier}/${number}`, dossier, number };
}

/** Which things bear the codes of so many scans, in one statement. What the citizen has is named by its own label alone. */
export async function findScanned(
  tx: Tx,
  scans: readonly ReadScan[],
): Promise<readonly (ThingRef & { readonly at: number })[]> {
  const column = <T>(value: (scan: ReadScan) => T) => scans.map(value);
  const { rows } = await sql<ThingRef & { at: number }>`
    with scan as materialized (
      select * from unnest(${column(({ box }) => box)}::text[], ${column(({ seal }) => seal)}::text[],
        ${column(({ dossier }) => dossier)}::text[], ${column(({ number }) => number)}::integer[])
        with ordinality as s (box, seal, dossier, number, at))
    select s.at::integer as at, 'container' as thing, c.id from scan s join container c on c.code = s.box
    union
    select s.at::integer, 'container', c.id from scan s join container c on c.seal = s.seal where s.box is null
    union
    select s.at::integer, 'item', i.id from scan s join dossier d on d.code = s.dossier
      join item i on i.dossier_id = d.id
    where i.custody_seq > 0 and i.holder_kind is not null
      and case when s.number is null then i.holder_kind <> 'citizen' else i.position + 1 = s.number end`.execute(
    tx,
  );
  return rows.map(({ at, thing, id }) => ({ at: at - 1, thing, id }));
}

/** More than somebody scans in one go. */
export const STOCK_MAX = 5000;

/** What the ledger has with a holder itself, what is in a packet there not named; one more than {@link STOCK_MAX} at most. */
export async function findStock(
  tx: Tx,
  holder: { readonly kind: string; readonly id: string | null },
): Promise<readonly ThingRef[]> {
  const { rows } = await sql<ThingRef>`
    select 'container' as thing, id from container where holder_kind = ${holder.kind} and holder_id = ${holder.id}::uuid
    union all
    select 'item', id from item where holder_kind = ${holder.kind} and holder_id = ${holder.id}::uuid
      and holder_kind <> 'citizen'
    limit ${STOCK_MAX + 1}`.execute(tx);
  return rows;
}
