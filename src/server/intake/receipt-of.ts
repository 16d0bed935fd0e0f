import { checkPapers } from "#domain/catalogue/required-papers.ts";
import type { Channel, ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { ReceiptDelivery } from "#domain/dossier/dossier-payloads.ts";
import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import { formSettingOn } from "../ledgers/form-ledger.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { feesInWords } from "../print/fee-words.ts";
import { limitWords } from "../print/limit-words.ts";
import type { AuthorisingParty, ReceiptData } from "../print/receipt-data.ts";
import { placeInHead, receiptParty, signerOf } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";
import { pointOfUnit } from "../units/units-of-province.ts";

/**
 * What Mẫu 01 says of a dossier, gathered from its rows. Made once when the dossier is received and kept;
 * the form set, paper size and copies are those in force on that day. Before a confirmation it is the slip that says
 * the dossier waits.
 */
export async function receiptOf(
  tx: Tx,
  deps: Deps,
  reference: Reference,
  dossier: DossierRecord,
): Promise<ReceiptData> {
  const parties = await readParties(tx, deps.ring, dossier.id);
  invariant(parties.applicant, "a dossier has an applicant");
  const recipient = parties.submitter ?? parties.applicant;
  const secret = unseal<string>(deps.ring, `dossier.track:${dossier.id}`, dossier.track_secret_sealed);
  const counter = reference.counters.get(dossier.counter_id ?? "");
  invariant(counter, "the counter of a dossier is there");
  const content = reference.versionsById.get(dossier.procedure_version_id)?.content;
  invariant(content, "the procedure version of a dossier is there");
  const papers = await papersOf(tx, dossier);
  return {
    ...formOf(reference, dossier),
    ...placeOf(counter),
    recipient: receiptParty(recipient),
    ...(parties.authorisation && { authorisedBy: authorising(parties.applicant, parties.authorisation) }),
    requestContent: { procedureName: dossier.procedure_name, procedureCode: dossier.procedure_code },
    papers: papers.map(({ name, originals, copies, shown }) => ({
      name,
      originals,
      copies,
      shownOnly: shown,
    })),
    dossierSets: dossier.dossier_sets,
    ...datesOf(dossier),
    returnPlace: returnPlace(dossier, counter.receptionPoint, reference),
    feeNote: feesInWords(content.channels.find(({ channel }) => channel === dossier.channel)?.fees ?? []),
    ...remarksOf(
      elsewhereNote(dossier, reference, content.deciding, counter),
      missingNote(content, dossier, papers),
      dossier.remarks_sealed &&
        unseal<string>(deps.ring, `dossier.remarks:${dossier.id}`, dossier.remarks_sealed),
    ),
    submitterName: signerOf(recipient),
    ...(await receiverOf(tx, dossier)),
    ...waitingOf(dossier, counter.unit.name, await lastCorrection(tx, dossier.id)),
    trackUrl: `${deps.publicUrl}/t/${encodeURIComponent(dossier.code)}/${secret}`,
    trackSecret: secret,
  };
}

function formOf(reference: Reference, dossier: DossierRecord) {
  const day = localTime(dossier.received_at).day;
  const form = formSettingOn(reference, "mau01", day);
  const formSet = form.formSet as FormSet;
  const sequence = readDossierCode(dossier.code);
  return {
    formSet,
    paperSize: form.paperSize,
    copies: form.copies,
    ...(sequence.ok && { receiptNumber: String(sequence.value.sequence) }),
    // The kind code of Mẫu 01 is blank in the source (domain study, 1.2): the unit's own short name stands alone. That of
    // 2018 is recalled.
    numberSuffix: formSet === "TT01_2018" ? "/TNHS" : "/TTPVHCC",
    dossierCode: dossier.code,
  };
}

function placeOf({ unit }: { readonly unit: { governingBody: string; name: string; place: string } }) {
  return { governingBody: unit.governingBody, unitName: unit.name, place: placeInHead(unit.place) };
}

function authorising(applicant: PartyDetails, authorisation: Authorisation): AuthorisingParty {
  const number = authorisation.number ? ` số ${authorisation.number}` : "";
  return {
    ...receiptParty(applicant),
    paper: `Giấy ủy quyền${number} ngày ${formatDay(authorisation.date)}`,
  };
}

async function papersOf(tx: Tx, dossier: DossierRecord) {
  return tx
    .selectFrom("item")
    .select(["name", "originals", "copies", "shown", "paper_id"])
    .where("dossier_id", "=", dossier.id)
    .where("kind", "=", "paper")
    .where("struck", "=", false)
    .orderBy("position")
    .execute();
}

/** What the person still owes and why the dossier was taken in all the same: both sign for it. */
function missingNote(
  content: ProcedureContent,
  dossier: DossierRecord,
  papers: Awaited<ReturnType<typeof papersOf>>,
): string | undefined {
  if (dossier.missing_papers_reason === null) return undefined;
  const received = papers.flatMap(({ paper_id, ...paper }) =>
    paper_id === null ? [] : [{ ...paper, paperId: paper_id }],
  );
  const checked = checkPapers(content, dossier.channel as Channel, received);
  const names = checked.ok ? checked.value.missing.map(({ name }, index) => `(${index + 1}) ${name}`) : [];
  const missing = names.length === 0 ? "" : `Còn thiếu: ${names.join("; ")}. `;
  return `${missing}Lý do vẫn tiếp nhận: ${dossier.missing_papers_reason}`;
}

/**
 * Where it is decided and where somebody was helped, when that is not the unit's own place: three places are kept apart,
 * and what goes elsewhere in the province is collected here unless the citizen chose another unit.
 */
function elsewhereNote(
  { deciding_agency_id, helped_at_unit_id, received_at_unit_id }: DossierRecord,
  { agencies, units }: Reference,
  deciding: ProcedureContent["deciding"],
  { unit }: { readonly unit: { readonly agencyId: string } },
): string | undefined {
  const agency = agencies.get(deciding_agency_id);
  const isOther =
    agency?.kind === "communeCommittee" && deciding === "commune" && deciding_agency_id !== unit.agencyId;
  const helped = helped_at_unit_id === received_at_unit_id ? undefined : units.get(helped_at_unit_id);
  const notes = [
    ...(isOther
      ? [`Cơ quan giải quyết: ${agency.name} (tiếp nhận không phụ thuộc địa giới hành chính).`]
      : []),
    ...(helped ? [`Nơi hướng dẫn: ${helped.name}.`] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(" ");
}

function remarksOf(...notes: readonly (string | null | undefined)[]): { readonly remarks?: string } {
  const remarks = notes.filter(Boolean).join("\n");
  return remarks === "" ? {} : { remarks };
}

function datesOf(dossier: DossierRecord) {
  invariant(dossier.due_at, "what was taken in has a date");
  const explanation = dossier.due_explanation as DueDateExplanation;
  return {
    timeLimitText: limitWords(explanation.limit),
    receivedAt: instant(dossier.received_at),
    dueAt: instant(dossier.due_at),
    dueProvisional: dossier.due_provisional,
    ...(dossier.due_provisional && { dueNote: provisionalNote(explanation) }),
  };
}

/** Which days are still to be decided: the citizen may ask again when they are. */
function provisionalNote({ provisionalBecause }: DueDateExplanation): string {
  return `Ngày hẹn có thể đổi vì chưa có quyết định về ngày nghỉ: ${provisionalBecause.map(formatDay).join(", ")}.`;
}

function returnPlace(
  dossier: DossierRecord,
  point: { name: string; address: string },
  reference: Reference,
): string {
  if (dossier.return_method === "postal") return "Qua dịch vụ bưu chính công ích, đến địa chỉ đã đăng ký";
  if (dossier.return_method === "electronic")
    return "Bản điện tử, qua tài khoản trên Cổng Dịch vụ công quốc gia";
  const { receivedAt, collectedAt } = resultUnits(dossier);
  if (reference.heirOf(collectedAt) === reference.heirOf(receivedAt))
    return `${point.name}, ${point.address}`;
  return pointOfUnit(collectedAt, reference);
}

/** Who may confirm: an officer of the unit, or its head. */
async function postWords(tx: Tx, postId: string): Promise<string> {
  const post = await tx
    .selectFrom("nation.staff_post")
    .select("role")
    .where("id", "=", postId)
    .executeTakeFirst();
  return post?.role === "unitHead" ? "Trưởng bộ phận một cửa" : "Công chức một cửa";
}

const MAU_01 = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";
const HOW_IT_COMES: Readonly<Record<ReceiptDelivery, string>> = {
  counter: `mời Ông (Bà) đến quầy để nhận ${MAU_01}`,
  post: `${MAU_01} được gửi qua bưu điện đến địa chỉ đã khai`,
  message: `${MAU_01} được gửi qua thư điện tử, hoặc Ông (Bà) được báo bằng tin nhắn đến số điện thoại đã khai`,
};

/** When the counter last put right what it had written down; null when it never did. */
async function lastCorrection(tx: Tx, dossierId: string): Promise<Instant | null> {
  const event = await tx
    .selectFrom("dossier_event")
    .select("recorded_at")
    .where("dossier_id", "=", dossierId)
    .where("type", "=", "dossier.corrected")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return event ? instant(event.recorded_at) : null;
}

/** Empty once the dossier is received. */
function waitingOf(
  dossier: DossierRecord,
  unitName: string,
  correctedAt: Instant | null,
): Pick<ReceiptData, "waiting"> {
  const { business, receiptDue } = stateOfRow(dossier);
  if (!isBeforeReceipt(business)) return {};
  if (business === "withdrawn" || receiptDue === null)
    return { waiting: { nextStep: "Người nộp đã nhận lại hồ sơ. Hồ sơ không được tiếp nhận." } };
  return {
    waiting: {
      ...(correctedAt !== null && { correctedAt }),
      nextStep:
        `Hồ sơ đang chờ công chức của ${unitName} xác nhận; khi được xác nhận, thời hạn tính từ lúc nhận hồ sơ. ` +
        `Sau khi xác nhận, ${HOW_IT_COMES[receiptDue]}. ` +
        "Nếu hồ sơ cần sửa đổi, bổ sung, nơi nhận hồ sơ sẽ liên hệ với Ông (Bà).",
    },
  };
}

/** What puts a dossier into the hands of the house: the opening, or the acceptance of what was lodged before. */
const RECEIVING = [
  "dossier.received",
  "dossier.takenIn",
  "dossier.accepted",
  "dossier.acceptanceTakenIn",
] as const satisfies readonly DossierEventType[];

/** Who received, as what, by which decision; and who confirmed it: the citizen may know it as well as the auditor. */
async function receiverOf(tx: Tx, dossier: DossierRecord) {
  const events = await tx
    .selectFrom("dossier_event as event")
    .innerJoin("nation.account as actor", "actor.id", "event.actor_id")
    .select(["event.seq", "event.type", "event.basis_kind", "event.basis_id", "event.recorded_at"])
    .select("actor.full_name as name")
    .where("event.dossier_id", "=", dossier.id)
    .where("event.type", "in", [...RECEIVING, "dossier.confirmed"])
    .orderBy("event.seq")
    .execute();
  const [opening, second] = events;
  invariant(opening, "somebody received the dossier");
  const basisOf = (event: typeof opening) => ({ kind: event.basis_kind, id: event.basis_id }) as Basis;
  const titleOf = await basisTitles(tx, events.map(basisOf));
  const byMandate = opening.basis_kind === "mandate";
  const receiver = {
    receiverName: opening.name,
    receiverRole: byMandate ? "Nhân viên bưu điện" : "Công chức một cửa",
    basisNote: byMandate ? `Theo ${titleOf(basisOf(opening))}` : `Công chức của ${titleOf(basisOf(opening))}`,
  };
  // A later confirmation is that of the returning.
  const waited = opening.type === "dossier.takenIn" || opening.type === "dossier.acceptanceTakenIn";
  if (!waited || !second) return receiver;
  const confirmedBy = {
    name: second.name,
    role: await postWords(tx, second.basis_id),
    basisNote: `Của ${titleOf(basisOf(second))}`,
    at: instant(second.recorded_at),
  };
  return { ...receiver, confirmedBy };
}
