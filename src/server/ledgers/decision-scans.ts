import type { ScanView } from "#contract/basis.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

type StoredScan = ScanView & { readonly decisionId: string };

/** The scans of decisions, in the order in which they were added. */
export async function findScans(tx: Tx, decisionIds: readonly string[]): Promise<readonly StoredScan[]> {
  if (decisionIds.length === 0) return [];
  const { rows } = await sql<StoredScan>`
    select s.decision_id as "decisionId", f.id as "fileId", f.name, f.media_type as "mediaType", f.bytes,
      encode(f.sha256, 'hex') as sha256, coalesce(a.full_name, '') as "addedBy", s.added_at as "addedAt"
    from decision_scan s
    join mandate_file f on f.id = s.file_id
    left join nation.account a on a.id = s.added_by
    where s.decision_id = any (${[...decisionIds]}::uuid[])
    order by s.decision_id, s.position`.execute(tx);
  return rows;
}

/** A scan as a route shows it. */
export function scanView({ decisionId: _decision, ...scan }: StoredScan): ScanView {
  return scan;
}

interface NewScan {
  readonly decisionId: string;
  readonly fileId: string;
  readonly addedBy: string;
  readonly now: Instant;
}

/**
 * Adds a scan behind those that are there. Two who add one to the same decision go one after the other.
 * @returns its position, or undefined when the same bytes are a scan of the decision already
 */
export async function writeScan(
  tx: Tx,
  { decisionId, fileId, addedBy, now }: NewScan,
): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${decisionId}, 0))`.execute(tx);
  const { rows } = await sql<{ known: boolean; last: number }>`
    select coalesce(bool_or(f.sha256 = (select sha256 from mandate_file where id = ${fileId}::uuid)), false) as known,
      coalesce(max(s.position), 0)::integer as last
    from decision_scan s join mandate_file f on f.id = s.file_id
    where s.decision_id = ${decisionId}::uuid`.execute(tx);
  const { known, last } = rows[0] ?? { known: false, last: 0 };
  if (known) return undefined;
  const position = last + 1;
  await tx
    .insertInto("decision_scan")
    .values({ decision_id: decisionId, file_id: fileId, position, added_by: addedBy, added_at: now })
    .execute();
  return position;
}
