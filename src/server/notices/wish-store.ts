import type { NoticeLanguage, NoticeWish, SendingChannel } from "#domain/notice/notice.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";
import { type KeyRing, blindIndex } from "../keys/key-ring.ts";

/**
 * By what a person is known whose wish is kept: the blind index of the number; who has none is known by the dossier
 * alone. Who handed the dossier in is told, else the applicant.
 */
export async function personOf(tx: Tx, ring: KeyRing, dossierId: string): Promise<Buffer> {
  const rows = await tx
    .selectFrom("party")
    .select(["role", "number_index"])
    .where("dossier_id", "=", dossierId)
    .where("until_seq", "is", null)
    .where("role", "in", ["submitter", "applicant"])
    .execute();
  const told = rows.find(({ role }) => role === "submitter") ?? rows[0];
  return told?.number_index ?? blindIndex(ring, "number", `dossier ${dossierId}`);
}

/** What a person wishes, the newest; undefined for who has said nothing. */
export async function findWish(tx: Tx, personIndex: Buffer): Promise<NoticeWish | undefined> {
  const row = await tx
    .selectFrom("notice_wish")
    .select(["channels", "language"])
    .where("person_index", "=", personIndex)
    .orderBy("wished_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { channels: row.channels as SendingChannel[], language: row.language as NoticeLanguage };
}

export interface NewWish extends NoticeWish {
  readonly id: string;
  readonly personIndex: Buffer;
  readonly dossierId: string;
  readonly recordedBy: string;
  readonly now: Instant;
}

export async function addWish(tx: Tx, wish: NewWish): Promise<void> {
  await tx
    .insertInto("notice_wish")
    .values({
      id: wish.id,
      person_index: wish.personIndex,
      channels: [...wish.channels],
      language: wish.language,
      dossier_id: wish.dossierId,
      wished_at: wish.now,
      recorded_by: wish.recordedBy,
    })
    .execute();
}
