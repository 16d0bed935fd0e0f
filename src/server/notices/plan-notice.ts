import { isAnswerOfWhole } from "#domain/notice/notice-of-event.ts";
import { DEFAULT_WISH, type NoticeChannel, type NoticeWish, chooseChannel } from "#domain/notice/notice.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal } from "../keys/seal.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { openChannels } from "./carriers.ts";
import type { Carriers } from "./message.ts";
import { type NoticeCause, type NoticeRow, addNotice, findNotice } from "./store.ts";
import { findWish, personOf } from "./wish-store.ts";

/**
 * Writes by which way a citizen is told, as he or she wishes. Where the house sends nothing at all, nothing is written:
 * people tell people. Where it does and no way leads to this one, the notice says so and waits for a person.
 *
 * @param tried ways that failed for this cause: the next wished one is taken, and where there is none, the notice that
 *   failed is the one that waits for a person
 * @returns the notice to send; undefined when there is none
 * @rule NOTICE-01
 */
export async function planNotice(
  tx: Tx,
  deps: Deps,
  carriers: Carriers,
  dossier: DossierRecord,
  cause: NoticeCause,
  tried: readonly NoticeChannel[] = [],
): Promise<NoticeRow | undefined> {
  const open = openChannels(carriers).filter((channel) => !tried.includes(channel));
  if (open.length === 0) return undefined;
  if (isAnswerOfWhole(cause.kind) && dossier.whole_id !== null) return undefined;
  const wish = (await findWish(tx, await personOf(tx, deps.ring, dossier.id))) ?? DEFAULT_WISH;
  const way = chooseChannel(await contactOf(tx, deps, dossier), open, wishedFor(cause, wish));
  if (!way && tried.length > 0) return undefined;
  await writeNotice(tx, deps, dossier, cause, { wish, way });
  return way ? findNotice(tx, cause) : undefined;
}

interface Chosen {
  readonly wish: NoticeWish;
  readonly way: ReturnType<typeof chooseChannel>;
}

async function writeNotice(
  tx: Tx,
  { ring, newId, clock }: Deps,
  dossier: DossierRecord,
  cause: NoticeCause,
  { wish, way }: Chosen,
): Promise<void> {
  const id = newId();
  await addNotice(tx, {
    ...cause,
    id,
    unitId: dossier.received_at_unit_id,
    channel: way?.channel ?? "person",
    language: wish.language,
    problem: way ? null : whyNoWay(wish),
    recipientSealed: seal(ring, `notice:${id}`, way?.address ?? ""),
    scope: dossier.scope,
    now: clock.now(),
  });
}

/** Who handed the dossier in is told, else the applicant. */
async function contactOf(tx: Tx, { ring }: Deps, dossier: DossierRecord) {
  const { submitter, applicant } = await readParties(tx, ring, dossier.id);
  return submitter ?? applicant ?? {};
}

function whyNoWay({ channels }: NoticeWish): "notWanted" | "noWay" {
  return channels.length === 0 ? "notWanted" : "noWay";
}

/** Who chose a message for Mẫu 01 gets one, whatever was wished otherwise. */
function wishedFor({ kind }: NoticeCause, { channels }: NoticeWish) {
  return kind === "receipt" && channels.length === 0 ? DEFAULT_WISH.channels : channels;
}
