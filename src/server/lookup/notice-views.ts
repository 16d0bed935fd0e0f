import type { NoticeView } from "#contract/dossiers.ts";
import type { TrackedDossier } from "#contract/track.ts";
import { type NoticeChannel, maskAddress } from "#domain/notice/notice.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { type PageRows, noticeRows } from "./page-store.ts";

/** What the citizen was told by messages, the newest first; of each address only so much that it is known again. */
export function noticeViews(ring: KeyRing, { notices }: Pick<PageRows, "notices">): NoticeView[] {
  return notices.map((row) => ({
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
    overtakenBy: row.overtaken_by_seq,
  }));
}

/** What reached the citizen, the newest first. */
export async function toldViews(tx: Tx, ring: KeyRing, dossierId: string): Promise<TrackedDossier["told"]> {
  const views = noticeViews(ring, { notices: await noticeRows(tx, dossierId).execute() });
  return views.flatMap(({ kind, channel, to, sentAt }) =>
    sentAt === null ? [] : [{ kind, channel, to, at: sentAt }],
  );
}
