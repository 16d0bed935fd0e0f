import { type BeforeEvent, type ToldEvent, noticeOf } from "#domain/notice/notice-of-event.ts";
import type { Rows } from "../db/insert-rows.ts";
import { sha256 } from "../keys/key-ring.ts";
import type { ActRecord } from "./dossier-ledger.ts";

export const NOTICE_TOPIC = "dossier.notice";
/** What the topic was called when Mẫu 01 was all that was told; a restored backup may still hold it. */
export const RECEIPT_NOTICE_TOPIC = "dossier.receiptNotice";

/**
 * What must be done because of the event `seq`: the citizen is told, when it is something to be told of. Written in the
 * statement of the event, so that neither is there without the other.
 *
 * @rule NOTICE-02
 */
export function noticeTopics(
  act: Pick<ActRecord, "dossierId" | "recordedAt">,
  event: ToldEvent,
  seq: number,
  before: BeforeEvent | null,
): NonNullable<Rows["outbox"]> {
  const kind = noticeOf(event, before);
  if (kind === null) return [];
  const { dossierId, recordedAt } = act;
  return [
    {
      id: noticeTopicId(dossierId, seq),
      topic: NOTICE_TOPIC,
      payload: { dossierId, seq, kind },
      created_at: recordedAt,
      queued_at: null,
      lane: dossierId,
    },
  ];
}

/** The id of the row is that of its event, as a UUID of version 8: there is one, whoever writes it. */
export function noticeTopicId(dossierId: string, seq: number): string {
  const hex = sha256(Buffer.from(`${NOTICE_TOPIC}:${dossierId}:${seq}`)).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
