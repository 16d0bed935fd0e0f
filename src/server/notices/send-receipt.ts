import { dossierEvent, mayDeliverReceipt } from "#domain/dossier/dossier-event.ts";
import {
  NOTICE_ATTEMPTS_MAX,
  type CarrierAnswer,
  type NoticeChannel,
  afterAttempt,
  carriesPaper,
  chooseChannel,
  isNews,
} from "#domain/notice/notice.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal, unseal } from "../keys/seal.ts";
import { appendEvent, stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, holdDossier } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import type { ReceiptData } from "../print/receipt-data.ts";
import { openChannels } from "./carriers.ts";
import type { Carriers } from "./message.ts";
import { receiptMail, receiptSms } from "./receipt-words.ts";
import {
  type NoticeCause,
  type NoticeRow,
  addNotice,
  causeRecordedAt,
  claimNotice,
  dropNotice,
  findNotice,
  nameDelivery,
  settleNotice,
} from "./store.ts";

/** Mẫu 01 as it is kept, with what it says; undefined while there is none. */
export type OpenReceipt = (
  deps: Deps,
  space: Space,
  dossierId: string,
) => Promise<{ readonly data: ReceiptData; readonly content: Buffer } | undefined>;

export interface NoticeWork {
  readonly deps: Deps;
  readonly carriers: Carriers;
  readonly openReceipt: OpenReceipt;
}

/** A notice that the carrier did not take, or that another process is sending: the queue tries again. */
export class NoticeNotSent extends Error {
  override readonly name = "NoticeNotSent";
}

/**
 * Tells the citizen that the dossier is received, with Mẫu 01, because of its event `seq`. Done again, at once, by two
 * processes or after a crash, it sends no second message; only a process that died between the mail server's yes and its
 * own note of it leaves a message that is sent again, under the same Message-ID.
 *
 * @throws NoticeNotSent when it must be tried again
 * @rule NOTICE-01
 */
export async function sendReceiptNotice(
  work: NoticeWork,
  space: Space,
  { dossierId, seq }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const cause = { dossierId: String(dossierId), seq: Number(seq), kind: "receipt" } as const;
  const notice = await openNotice(work, space, cause);
  if (!notice) return;
  const sent = notice.state === "sent" || (await send(work, space, notice));
  if (sent && carriesPaper(notice.channel as NoticeChannel)) await markDelivered(work, space, notice);
}

/** The notice as it stands, made when there is none yet; undefined when there is nothing to do. */
function openNotice(
  { deps, carriers }: NoticeWork,
  space: Space,
  cause: NoticeCause,
): Promise<NoticeRow | undefined> {
  return withDossier(deps, space, cause, async (tx, dossier) => {
    const found = await findNotice(tx, cause);
    if (found?.state === "sent") return found;
    const recordedAt = await causeRecordedAt(tx, cause);
    invariant(recordedAt, "a notice has its event");
    const now = deps.clock.now();
    const inVain = !mayDeliverReceipt(stateOfRow(dossier))
      ? "notNeeded"
      : isNews(recordedAt, now)
        ? null
        : "tooLate";
    if (inVain === null) return found ?? planNotice(tx, deps, carriers, dossier, cause);
    if (found) await dropNotice(tx, found.id, inVain);
    return undefined;
  });
}

async function planNotice(
  tx: Tx,
  { ring, newId, clock }: Deps,
  carriers: Carriers,
  dossier: DossierRecord,
  cause: NoticeCause,
): Promise<NoticeRow | undefined> {
  const { submitter, applicant } = await readParties(tx, ring, dossier.id);
  const way = chooseChannel(submitter ?? applicant ?? {}, openChannels(carriers));
  if (!way) return undefined;
  const id = newId();
  const recipientSealed = seal(ring, `notice:${id}`, way.address);
  await addNotice(tx, {
    ...cause,
    id,
    channel: way.channel,
    recipientSealed,
    scope: dossier.scope,
    now: clock.now(),
  });
  return findNotice(tx, cause);
}

/** @returns whether it is sent; false when it was given up */
async function send(work: NoticeWork, space: Space, notice: NoticeRow): Promise<boolean> {
  const { deps } = work;
  if (notice.state === "givenUp") return false;
  const access = { places: [], dossierId: notice.dossier_id };
  const attempts = await inSpace(deps.db, space, access, (tx) =>
    claimNotice(tx, notice.id, deps.clock.now()),
  );
  if (attempts === undefined) throw new NoticeNotSent("another process is sending it");
  // More tries than there may be: those before died on the way, and so would this one.
  const answer = attempts > NOTICE_ATTEMPTS_MAX ? NO_ANSWER : await carry(work, space, notice);
  const state = afterAttempt(answer, attempts);
  await inSpace(deps.db, space, access, (tx) => settleNotice(tx, notice.id, state, answer, deps.clock.now()));
  if (state === "failed" && !answer.taken) throw new NoticeNotSent(answer.problem);
  return state === "sent";
}

async function carry(
  { deps, carriers, openReceipt }: NoticeWork,
  space: Space,
  { id, dossier_id: dossierId, channel, recipient_sealed: sealed }: NoticeRow,
): Promise<CarrierAnswer> {
  const receipt = await openReceipt(deps, space, dossierId);
  invariant(receipt, "a confirmed dossier has its Mẫu 01");
  const address = unseal<string>(deps.ring, `notice:${id}`, sealed);
  const { email, sms } = carriers;
  if (channel === "email" && email) return email(receiptMail(id, address, receipt));
  if (channel === "sms" && sms) return sms(receiptSms(id, address, receipt.data));
  // The way was there when the notice was made, and the settings have changed since.
  return NO_ANSWER;
}

const NO_ANSWER: CarrierAnswer = { taken: false, problem: "noAnswer", answer: null };

/**
 * The ledger says that Mẫu 01 has reached the citizen by message: by the right of the officer who confirmed it and so
 * had it sent. When somebody has handed it over meanwhile, that stands.
 */
async function markDelivered({ deps }: NoticeWork, space: Space, notice: NoticeRow): Promise<void> {
  const { dossier_id: dossierId, seq } = notice;
  await withDossier(deps, space, { dossierId }, async (tx, dossier) => {
    const state = stateOfRow(dossier);
    if (!mayDeliverReceipt(state)) return;
    const confirmation = await tx
      .selectFrom("dossier_event")
      .select(["basis_kind", "basis_id", "actor_id"])
      .where("dossier_id", "=", dossierId)
      .where("seq", "=", seq)
      .executeTakeFirstOrThrow();
    const { epoch } = await tx.selectFrom("mandate_epoch").select("epoch").executeTakeFirstOrThrow();
    const now = deps.clock.now();
    const act = {
      dossierId: dossier.id,
      basis: { kind: confirmation.basis_kind, id: confirmation.basis_id } as Basis,
      actorId: asId<AccountId>(confirmation.actor_id),
      counterId: null,
      requestId: `notice:${notice.id}`,
      occurredAt: now,
      recordedAt: now,
      scope: dossier.scope,
      mandateEpoch: epoch,
    } as const;
    const event = dossierEvent("dossier.receiptDelivered", { by: "message" });
    const next = await appendEvent(tx, act, state, event);
    invariant(next.ok, "a dossier that is held does not change");
    await nameDelivery(tx, notice.id, next.value.version);
  });
}

/** Runs while nobody else moves the dossier; undefined when it is not there. */
function withDossier<T>(
  { db }: Deps,
  space: Space,
  { dossierId }: Pick<NoticeCause, "dossierId">,
  run: (tx: Tx, dossier: DossierRecord) => Promise<T>,
): Promise<T | undefined> {
  return inSpace(db, space, { places: [], dossierId }, async (tx) => {
    const dossier = await holdDossier(tx, dossierId);
    return dossier && run(tx, dossier);
  });
}
