import {
  type CarrierAnswer,
  NOTICE_ATTEMPTS_MAX,
  type NoticeChannel,
  type NoticeKind,
  type NoticeLanguage,
  afterAttempt,
  carriesPaper,
} from "#domain/notice/notice.ts";
import { type QuietHours, quietUntil } from "#domain/notice/quiet-hours.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { type OpenedReceipt, noticeMail, receiptMail, receiptMessage, shortMessage } from "./letter.ts";
import { markDelivered } from "./mark-delivered.ts";
import type { Attachment, Carriers } from "./message.ts";
import { loadNoticeFacts } from "./notice-facts.ts";
import { type Ways, behindWhich, endInVain, hasTries } from "./notice-order.ts";
import { planNotice } from "./plan-notice.ts";
import {
  type NoticeCause,
  type NoticeRow,
  causeOf,
  claimNotice,
  findNotice,
  settleNotice,
  triedWays,
} from "./store.ts";
import { withDossier } from "./with-dossier.ts";

/** What is opened from elsewhere in the program. */
export interface Papers {
  /** Mẫu 01 as it is kept, with what it says; undefined while there is none. */
  readonly openReceipt: (deps: Deps, space: Space, dossierId: string) => Promise<OpenedReceipt | undefined>;
  /** A form that was issued. */
  readonly openForm: (
    deps: Deps,
    space: Space,
    dossierId: string,
    formIssueId: string,
  ) => Promise<Attachment | undefined>;
}

export interface NoticeWork extends Papers, Ways {
  readonly quiet: QuietHours | null;
}

/** Nothing was done: it is for then, or for when another order of the outbox is done. */
export type PutOff = { readonly later: Instant } | { readonly behind: string };

/** A notice that the carrier did not take, or that another process is sending: the queue tries again. */
export class NoticeNotSent extends Error {
  override readonly name = "NoticeNotSent";
}

/**
 * Tells the citizen of an event `seq`, in the way that he or she wishes. Done again, at once, by two processes or after
 * a crash, it sends no second message; only a process that died between the mail server's yes and its own note of it
 * leaves a message that is sent again, under the same Message-ID.
 *
 * A way that refuses it, or never takes it, is given up, and the next one that is wished and open is tried: each once.
 * It waits for what was ordered before it for the same dossier.
 *
 * @param orderId the row of the outbox that orders it; without one it waits for nothing
 * @returns why it is put off: the quiet hours, or the order that comes first
 * @throws NoticeNotSent when it must be tried again
 * @rule NOTICE-01
 */
export async function sendNotice(
  work: NoticeWork,
  space: Space,
  payload: Readonly<Record<string, unknown>>,
  orderId?: string,
): Promise<PutOff | undefined> {
  const { dossierId, seq, kind, parcelEventId = null } = payload;
  const cause = {
    dossierId: String(dossierId),
    seq: Number(seq),
    kind: kind as NoticeKind,
    parcelEventId: parcelEventId as string | null,
  };
  const opened = await openNotice(work, space, cause, orderId);
  if (!opened) return undefined;
  const { notice, behind } = opened;
  const isSent = notice.state === "sent";
  const later = isSent ? null : quietUntil(work.deps.clock.now(), work.quiet);
  if (later !== null) return { later };
  if (behind !== null) return { behind };
  // What this way could not bring goes by the next one that is wished, each way once.
  if (!isSent && !(await send(work, space, notice))) return sendNotice(work, space, payload, orderId);
  const isMail = cause.kind === "receipt" && carriesPaper(notice.channel as NoticeChannel);
  if (isMail && notice.told_by === null) await markDelivered(work.deps, space, notice);
  return undefined;
}

interface OpenedNotice {
  readonly notice: NoticeRow;
  /** The order that must be done first; null: this is the next one. */
  readonly behind: string | null;
}

/** The notice as it stands, made when there is none yet; undefined when there is nothing to do. */
function openNotice(
  work: NoticeWork,
  space: Space,
  cause: NoticeCause,
  orderId: string | undefined,
): Promise<OpenedNotice | undefined> {
  return withDossier(work.deps, space, cause.dossierId, async (tx, dossier) => {
    const found = await findNotice(tx, cause);
    if (found?.state === "sent") return { notice: found, behind: null };
    if (found && !hasTries(found)) return undefined;
    if (await endInVain(tx, work, dossier, cause, found)) return undefined;
    const notice = await nextWay(tx, work, dossier, cause, found);
    if (!notice) return undefined;
    const behind = orderId === undefined ? null : await behindWhich(tx, work, dossier, orderId);
    return { notice, behind };
  });
}

/** The notice that still has tries, or the one by the next way; undefined when there is none. */
async function nextWay(
  tx: Tx,
  { deps, carriers }: Ways,
  dossier: DossierRecord,
  cause: NoticeCause,
  found: NoticeRow | undefined,
): Promise<NoticeRow | undefined> {
  if (found && found.state !== "givenUp") return found;
  return planNotice(tx, deps, carriers, dossier, cause, await triedWays(tx, cause));
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

const NO_ANSWER: CarrierAnswer = { taken: false, problem: "noAnswer", answer: null };

function carry(work: NoticeWork, space: Space, notice: NoticeRow): Promise<CarrierAnswer> {
  const told = {
    id: notice.id,
    address: unseal<string>(work.deps.ring, `notice:${notice.id}`, notice.recipient_sealed),
    kind: notice.kind as NoticeKind,
    language: notice.language as NoticeLanguage,
  };
  return told.kind === "receipt"
    ? carryReceipt(work, space, notice, told)
    : carryTurn(work, space, notice, told);
}

type Told = Parameters<typeof receiptMail>[0];

async function carryReceipt(
  { deps, carriers, openReceipt }: NoticeWork,
  space: Space,
  { dossier_id: dossierId, channel }: NoticeRow,
  told: Told,
): Promise<CarrierAnswer> {
  const receipt = await openReceipt(deps, space, dossierId);
  invariant(receipt, "a confirmed dossier has its Mẫu 01");
  if (channel === "email") return carriers.email?.(receiptMail(told, receipt)) ?? NO_ANSWER;
  return phoneOf(carriers, channel)?.(receiptMessage(told, receipt)) ?? NO_ANSWER;
}

async function carryTurn(
  { deps, carriers, openForm }: NoticeWork,
  space: Space,
  notice: NoticeRow,
  told: Told,
): Promise<CarrierAnswer> {
  const { dossier_id: dossierId, channel } = notice;
  const { facts, formIssueId } = await inSpace(deps.db, space, { places: [], dossierId }, async (tx) => {
    const dossier = await loadDossier(tx, dossierId);
    invariant(dossier, "a notice has its dossier");
    return loadNoticeFacts(tx, deps, dossier, causeOf(notice));
  });
  if (channel !== "email") return phoneOf(carriers, channel)?.(shortMessage(told, facts)) ?? NO_ANSWER;
  const form = formIssueId === null ? undefined : await openForm(deps, space, dossierId, formIssueId);
  return carriers.email?.(noticeMail(told, facts, form ?? null)) ?? NO_ANSWER;
}

/** Null when the way was there as the notice was made, and the settings have changed since. */
function phoneOf({ sms, zalo }: Carriers, channel: string): Carriers["sms"] {
  if (channel === "sms") return sms;
  return channel === "zalo" ? zalo : null;
}
