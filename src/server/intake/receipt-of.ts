import { checkPapers } from "#domain/catalogue/required-papers.ts";
import type { Channel, ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { feesInWords } from "../print/fee-words.ts";
import { limitWords } from "../print/limit-words.ts";
import type { AuthorisingParty, ReceiptData, ReceiptParty } from "../print/receipt-data.ts";
import type { Reference } from "../units/reference.ts";

/**
 * What Mẫu 01 says of a dossier, gathered from its rows. Made once when the dossier is received and kept;
 * the form set, paper size and copies are those in force on that day.
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
    returnPlace: returnPlace(dossier, counter.receptionPoint),
    feeNote: feesInWords(content.channels.find(({ channel }) => channel === dossier.channel)?.fees ?? []),
    ...remarksOf(
      missingNote(content, dossier, papers),
      dossier.remarks_sealed &&
        unseal<string>(deps.ring, `dossier.remarks:${dossier.id}`, dossier.remarks_sealed),
    ),
    // An organisation signs by the person who represents it.
    submitterName: recipient.kind === "organisation" ? recipient.legalRepresentative : recipient.name,
    ...(await receiverOf(tx, dossier)),
    trackUrl: `${deps.publicUrl}/t/${encodeURIComponent(dossier.code)}/${secret}`,
    trackSecret: secret,
  };
}

function formOf(reference: Reference, dossier: DossierRecord) {
  const day = localTime(dossier.received_at).day;
  const form = reference.formSettings
    .filter(
      (setting) => setting.form === "mau01" && setting.validFrom <= day && (setting.validTo ?? day) >= day,
    )
    .at(-1);
  invariant(form, `a form set for Mẫu 01 is in force on ${day}`);
  const sequence = readDossierCode(dossier.code);
  return {
    formSet: "TT03_2025" as const,
    paperSize: form.paperSize,
    copies: form.copies,
    ...(sequence.ok && { receiptNumber: String(sequence.value.sequence) }),
    // The kind code of Mẫu 01 is blank in the source (domain study, 1.2): the unit's own short name stands alone.
    numberSuffix: "/TTPVHCC",
    dossierCode: dossier.code,
  };
}

function placeOf({ unit }: { readonly unit: { governingBody: string; name: string; place: string } }) {
  const place = unit.place.replace(/^(Xã|Phường|Thị trấn|Tỉnh|Thành phố)\s+/u, "");
  return { governingBody: unit.governingBody, unitName: unit.name, place };
}

function receiptParty(party: PartyDetails): ReceiptParty {
  return {
    kind: party.kind,
    name: party.name,
    identityNumber: party.kind === "person" ? party.identityNumber : party.taxCode,
    address: party.address.line,
    ...(party.phone && { phone: party.phone }),
    ...(party.email && { email: party.email }),
  };
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

function remarksOf(...notes: readonly (string | null | undefined)[]): { readonly remarks?: string } {
  const remarks = notes.filter(Boolean).join("\n");
  return remarks === "" ? {} : { remarks };
}

function datesOf(dossier: DossierRecord) {
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

function returnPlace(dossier: DossierRecord, point: { name: string; address: string }): string {
  if (dossier.return_method === "postal") return "Qua dịch vụ bưu chính công ích, đến địa chỉ đã đăng ký";
  if (dossier.return_method === "electronic")
    return "Bản điện tử, qua tài khoản trên Cổng Dịch vụ công quốc gia";
  return `${point.name}, ${point.address}`;
}

/** Who received, as what, by which decision: the citizen may know it as well as the auditor. */
async function receiverOf(tx: Tx, dossier: DossierRecord) {
  const event = await tx
    .selectFrom("dossier_event as event")
    .innerJoin("nation.account as actor", "actor.id", "event.actor_id")
    .select(["event.basis_kind as kind", "event.basis_id as id", "actor.full_name as name"])
    .where("event.dossier_id", "=", dossier.id)
    .where("event.seq", "=", 1)
    .executeTakeFirstOrThrow();
  const basis = { kind: event.kind, id: event.id } as Parameters<Awaited<ReturnType<typeof basisTitles>>>[0];
  const title = (await basisTitles(tx, [basis]))(basis);
  const byMandate = basis.kind === "mandate";
  return {
    receiverName: event.name,
    receiverRole: byMandate ? "Nhân viên bưu điện" : "Công chức một cửa",
    basisNote: byMandate ? `Theo ${title}` : `Công chức của ${title}`,
  };
}
