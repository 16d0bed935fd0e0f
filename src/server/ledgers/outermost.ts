import type { Holder } from "#domain/custody/custody.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Naming } from "./holders.ts";
import { acrossSpace } from "./in-hand.ts";
import { holderOf } from "./things.ts";

/** A packet or bag that something lies in itself, with whoever has the outermost one. */
export interface Box {
  readonly id: string;
  readonly code: string;
  /** Null for what was put away. */
  readonly holder: Holder | null;
}

/**
 * Who has the outermost container around each of these, by id. Whoever may see a paper may know where it is, also in a bag
 * of somebody else.
 */
export async function findOutermost(
  tx: Tx,
  naming: Pick<Naming, "reference" | "space">,
  containers: readonly string[],
): Promise<ReadonlyMap<string, Box>> {
  const ids = [...new Set(containers)];
  if (ids.length === 0) return new Map();
  const rows = await acrossSpace(tx, naming, async () => {
    const up = await sql<{ id: string; code: string; kind: string | null; holderId: string | null }>`
      with recursive up as (
        select id, code, holder_kind, holder_id from container where id = any (${ids}::uuid[])
        union all
        select up.id, up.code, c.holder_kind, c.holder_id from up join container c on c.id = up.holder_id
        where up.holder_kind = 'container')
      select id, code, holder_kind as kind, holder_id as "holderId" from up
      where holder_kind is distinct from 'container'`.execute(tx);
    return up.rows;
  });
  return new Map(
    rows.map(({ id, code, kind, holderId }) => [
      id,
      { id, code, holder: kind === null ? null : holderOf(kind, holderId) },
    ]),
  );
}
