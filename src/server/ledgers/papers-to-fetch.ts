import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

/** A paper that travels to the agency, by how many sheets are meant. */
export interface PaperToFetch {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

interface Row {
  readonly dossierId: string;
  readonly listed: readonly PaperToFetch[];
  readonly formId: string | null;
  readonly form: string | null;
}

const ASKED: RawBuilder<unknown> = sql`('dossier.supplementAsked', 'dossier.supplementAskedBeforeReceipt')`;

/** Still to come, or with the citizen: nobody is sent to a door for what lies at a counter already. */
const AT_THE_DOOR = sql`(i.holder_kind is null or i.holder_kind = 'citizen')`;

/**
 * What a courier who is sent for the papers of a dossier is to get: what the citizen was last asked for while that is
 * awaited, else what the dossier lists and the citizen has.
 *
 * @param tx sees every place of the space: a courier sees no dossier
 * @returns by dossier; none where nothing is listed
 */
export function papersToFetch(
  tx: Tx,
  ring: KeyRing,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PaperToFetch[]>> {
  return listPapers(tx, ring, dossierIds, AT_THE_DOOR);
}

/** What travels to the agency by a slip: as {@link papersToFetch}, and also what a counter of the post sends on. */
export async function papersToSend(
  tx: Tx,
  ring: KeyRing,
  dossierId: string,
): Promise<readonly PaperToFetch[]> {
  return (await listPapers(tx, ring, [dossierId], sql`true`)).get(dossierId) ?? [];
}

async function listPapers(
  tx: Tx,
  ring: KeyRing,
  dossierIds: readonly string[],
  which: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, readonly PaperToFetch[]>> {
  if (dossierIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select d.id as "dossierId", asked.id as "formId", encode(asked.sealed, 'base64') as form,
      coalesce((select jsonb_agg(jsonb_build_object('name', i.name, 'originals', i.originals, 'copies', i.copies)
          order by i.position) from item i
        where i.dossier_id = d.id and i.kind = 'paper' and not i.struck and i.originals + i.copies > 0 and ${which}), '[]') as listed
    from dossier d
    left join lateral (
      select f.id, f.sealed from dossier_event e join form_issue f on f.dossier_id = e.dossier_id and f.seq = e.seq
      where e.dossier_id = d.id and e.type in ${ASKED}
        and d.business_status in ('toBeSupplemented', 'awaitingSupplement')
      order by e.seq desc limit 1) asked on true
    where d.id = any (${[...dossierIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.dossierId, askedFor(ring, row) ?? row.listed]));
}

function askedFor(ring: KeyRing, { formId, form }: Row): readonly PaperToFetch[] | null {
  if (form === null) return null;
  const { papers = [] } = unseal<{ readonly papers?: readonly PaperToFetch[] }>(
    ring,
    `form:${formId}`,
    Buffer.from(form, "base64"),
  );
  return papers.map(({ name, originals, copies }) => ({ name, originals, copies }));
}
