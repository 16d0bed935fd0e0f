import type { NoticeView } from "#contract/dossiers.ts";
import { type NoticeChannel, maskAddress } from "#domain/notice/notice.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

/** What the citizen was told by messages, the newest first; of each address only so much that it is known again. */
export async function noticeViews(tx: Tx, ring: KeyRing, dossierId: string): Promise<NoticeView[]> {
  const rows = await tx
    .selectFrom("notice")
    .selectAll()
    .where("dossier_id", "=", dossierId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    noticeId: row.id,
    kind: row.kind as NoticeView["kind"],
    channel: row.channel as NoticeView["channel"],
    state: row.state as NoticeView["state"],
    problem: row.problem as NoticeView["problem"],
    seq: row.seq,
    to: maskAddress(row.channel as NoticeChannel, unseal(ring, `notice:${row.id}`, row.recipient_sealed)),
    createdAt: row.created_at,
    attempts: row.attempts,
    triedAt: row.tried_at,
    sentAt: row.sent_at,
    answer: row.answer,
  }));
}
