import type { ScanView } from "#contract/basis.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

interface StoredScan extends ScanView {
  readonly decisionId: string;
  readonly position: number;
  readonly addedById: string;
  readonly withdrawn: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
}

/** Every scan that was ever added to some decisions, in that order; one that was taken back says so. */
export async function findAllScans(tx: Tx, decisionIds: readonly string[]): Promise<readonly StoredScan[]> {
  if (decisionIds.length === 0) return [];
  const { rows } = await sql<
    Omit<StoredScan, "withdrawn"> & { by: string; at: Instant | null; reason: string }
  >`
    select s.decision_id as "decisionId", s.position, f.id as "fileId", f.name, f.media_type as "mediaType", f.bytes,
      encode(f.sha256, 'hex') as sha256, coalesce(a.full_name, '') as "addedBy", s.added_by as "addedById",
      s.added_at as "addedAt", coalesce(who.full_name, '') as by, w.withdrawn_at as at, coalesce(w.reason, '') as reason
    from decision_scan s
    join mandate_file f on f.id = s.file_id
    left join nation.account a on a.id = s.added_by
    left join decision_scan_withdrawal w on w.decision_id = s.decision_id and w.position = s.position
    left join nation.account who on who.id = w.withdrawn_by
    where s.decision_id = any (${[...decisionIds]}::uuid[])
    order by s.decision_id, s.position`.execute(tx);
  return rows.map(({ by, at, reason, ...scan }) => ({
    ...scan,
    withdrawn: at === null ? null : { by, at, reason },
  }));
}

/** The scans of decisions that stand, in the order in which they were added. */
export async function findScans(tx: Tx, decisionIds: readonly string[]): Promise<readonly StoredScan[]> {
  return (await findAllScans(tx, decisionIds)).filter(({ withdrawn }) => withdrawn === null);
}

/** A scan as a route shows it. */
export function scanView({ fileId, name, mediaType, bytes, sha256, addedBy, addedAt }: StoredScan): ScanView {
  return { fileId, name, mediaType, bytes, sha256, addedBy, addedAt };
}

/** True when a mandate of one of some units was decided, or moved, by a decision. */
export async function isDecisionOf(tx: Tx, decisionId: string, unitIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select from mandate m where m.unit_id = any (${[...unitIds]}::uuid[]) and (
        m.decision_id = ${decisionId}::uuid
        or exists (
          select from mandate_event e where e.mandate_id = m.id and e.payload->>'decisionId' = ${decisionId}))
    ) as known`.execute(tx);
  return rows[0]?.known ?? false;
}

interface Withdrawal {
  readonly decisionId: string;
  readonly position: number;
  readonly withdrawnBy: string;
  readonly reason: string;
  readonly now: Instant;
}

/** Takes a scan back. @returns false when somebody else already did */
export async function writeScanWithdrawal(
  tx: Tx,
  { decisionId, position, withdrawnBy, reason, now }: Withdrawal,
): Promise<boolean> {
  const written = await tx
    .insertInto("decision_scan_withdrawal")
    .values({
      decision_id: decisionId,
      position,
      withdrawn_by: withdrawnBy,
      withdrawn_at: now,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("position")
    .executeTakeFirst();
  return written !== undefined;
}

interface NewScan {
  readonly decisionId: string;
  readonly fileId: string;
  readonly addedBy: string;
  readonly now: Instant;
}

/**
 * Adds a scan behind those that are there. Two who add one to the same decision go one after the other.
 * @returns its position, or undefined when the same bytes are a scan of the decision that stands
 */
export async function writeScan(
  tx: Tx,
  { decisionId, fileId, addedBy, now }: NewScan,
): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${decisionId}, 0))`.execute(tx);
  const { rows } = await sql<{ known: boolean; last: number }>`
    select coalesce(bool_or(s.file_id = ${fileId}::uuid or (w.position is null
        and f.sha256 = (select sha256 from mandate_file where id = ${fileId}::uuid))), false) as known,
      coalesce(max(s.position), 0)::integer as last
    from decision_scan s join mandate_file f on f.id = s.file_id
    left join decision_scan_withdrawal w on w.decision_id = s.decision_id and w.position = s.position
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
