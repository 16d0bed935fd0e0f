import type { ManifestView } from "#contract/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Custodian } from "../ledgers/custodian.ts";
import { type Naming, holderNames } from "../ledgers/holders.ts";
import { holderOf } from "../ledgers/things.ts";

/** A bảng kê as it is stored, with the name of whoever offered it. */
export interface ManifestRow {
  readonly id: string;
  readonly number: string;
  readonly state: ManifestView["state"];
  readonly fromKind: string;
  readonly fromId: string | null;
  readonly toKind: string;
  readonly toId: string | null;
  readonly takenByKind: string | null;
  readonly takenById: string | null;
  readonly lines: number;
  readonly accepted: number | null;
  readonly offeredById: string;
  readonly offeredBy: string;
  readonly offeredAt: Instant;
  readonly settledAt: Instant | null;
  readonly offerSignatureId: string;
  readonly acceptSignatureId: string | null;
  readonly reason: Buffer | null;
}

export const MANIFEST_COLUMNS = sql`m.id, m.number, m.state, m.from_kind as "fromKind", m.from_id as "fromId",
  m.to_kind as "toKind", m.to_id as "toId", m.taken_by_kind as "takenByKind", m.taken_by_id as "takenById", m.lines,
  m.accepted, m.offered_by as "offeredById",
  coalesce((select full_name from nation.account where id = m.offered_by), '') as "offeredBy",
  m.offered_at as "offeredAt", m.settled_at as "settledAt", m.offer_signature_id as "offerSignatureId",
  m.accept_signature_id as "acceptSignatureId", m.reason_sealed as reason`;

/** Bảng kê as lists show them, with what this person may do; the same statements whatever their number. */
export async function viewManifests(
  tx: Tx,
  naming: Naming,
  rows: readonly ManifestRow[],
  { custodian, accountId }: { readonly custodian: Custodian; readonly accountId: string },
): Promise<readonly ManifestView[]> {
  const parties = rows.map((row) => ({
    from: holderOf(row.fromKind, row.fromId),
    to: holderOf(row.toKind, row.toId),
    takenBy: row.takenByKind === null ? null : holderOf(row.takenByKind, row.takenById),
  }));
  const names = await holderNames(
    tx,
    naming,
    parties.flatMap(({ from, to, takenBy }) => [from, to, takenBy]),
  );
  return rows.flatMap((row, index) => {
    const party = parties[index];
    if (!party) return [];
    const { from, to, takenBy } = party;
    const isOpen = row.state === "offered";
    const isGiver = row.offeredById === accountId;
    return {
      manifestId: row.id,
      number: row.number,
      state: row.state,
      from: names(from),
      to: names(to),
      takenBy: takenBy && names(takenBy),
      lines: row.lines,
      accepted: row.accepted,
      offeredBy: row.offeredBy,
      offeredAt: row.offeredAt,
      settledAt: row.settledAt,
      // Two people sign: nobody takes over what he or she gives.
      mayAccept: isOpen && !isGiver && custodian.answers(to),
      mayWithdraw: isOpen && (isGiver || custodian.answers(from)),
    };
  });
}
