import { type Instant, localTime } from "#domain/shared/instant.ts";
import { barcode, type Barcode, qrCode } from "./codes-svg.ts";
import type { Coverage } from "./font-coverage.ts";
import { PrintError } from "./print-error.ts";
import { printableLine, printableLines } from "./printable-text.ts";
import type { ReceiptData, ReceiptParty } from "./receipt-data.ts";

const MOST_COPIES = 5;
/** For whom the first two copies are, as the slips in use print it (liên lưu, liên giao khách hàng). */
const COPY_OWNERS = ["Lưu tại Bộ phận Một cửa", "Giao người nộp hồ sơ"];

/** What the template `receipt.typ` reads: every text printable, every moment and number written out. */
export interface ReceiptView {
  readonly paperSize: "A5" | "A4";
  /** What each copy is called; empty when there is only one. */
  readonly copies: readonly { readonly short: string; readonly label: string }[];
  readonly governingBody: string;
  readonly unitName: string;
  readonly receiptNumber: string;
  readonly numberSuffix: string;
  readonly placeAndDate: string;
  readonly dossierCode: string;
  readonly recipient: PartyView;
  readonly authorisedBy: (PartyView & { readonly paper: string }) | null;
  readonly requestContent: string;
  readonly papers: readonly PaperView[];
  readonly dossierSets: string;
  readonly timeLimit: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly dueNote: string;
  readonly returnPlace: string;
  readonly registerBook: { readonly book: string; readonly number: string } | null;
  readonly feeNote: string;
  readonly originalsNote: string;
  readonly remarks: string;
  readonly submitterName: string;
  readonly receiverName: string;
  readonly receiverRole: string;
  readonly basisNote: string;
  readonly waiting: { readonly nextStep: string; readonly corrected: string | null } | null;
  readonly confirmedBy: {
    readonly name: string;
    readonly role: string;
    readonly notes: readonly string[];
  } | null;
  readonly trackHost: string;
  readonly trackSecret: string;
  readonly qrSvg: string;
  readonly barcode: Barcode;
  /** Year, month, day, hour, minute, second of the receipt in UTC: the date of the PDF. */
  readonly documentDate: readonly number[];
}

interface PartyView extends ReceiptParty {
  readonly phone: string;
  readonly email: string;
}

interface PaperView {
  readonly name: string;
  readonly originals: string;
  readonly copies: string;
  readonly shownOnly: boolean;
}

/**
 * The receipt as its template reads it.
 * @throws PrintError `unprintable_data` when a count, the track address or the dossier code cannot be printed.
 */
export function receiptView(data: ReceiptData, covers: Coverage): ReceiptView {
  const line = (text: string | undefined): string => printableLine(text ?? "", covers);
  const lines = (text: string | undefined): string => printableLines(text ?? "", covers);
  const party = (party: ReceiptParty): PartyView => ({
    kind: party.kind,
    name: line(party.name),
    identityNumber: line(party.identityNumber),
    address: line(party.address),
    phone: line(party.phone),
    email: line(party.email),
  });
  const { authorisedBy, registerBook, requestContent } = data;
  return {
    paperSize: data.paperSize,
    copies: copiesOf(data.copies),
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    receiptNumber: line(data.receiptNumber),
    numberSuffix: line(data.numberSuffix),
    placeAndDate: `${line(data.place)}, ${dayInWords(data.receivedAt)}`,
    dossierCode: line(data.dossierCode),
    recipient: party(data.recipient),
    authorisedBy: authorisedBy ? { ...party(authorisedBy), paper: line(authorisedBy.paper) } : null,
    requestContent: `${line(requestContent.procedureName)} (mã thủ tục: ${line(requestContent.procedureCode)})`,
    papers: data.papers.map((paper) => ({
      name: line(paper.name),
      originals: String(count(paper.originals, "originals of a paper")),
      copies: String(count(paper.copies, "copies of a paper")),
      shownOnly: paper.shownOnly,
    })),
    dossierSets: twoDigits(count(data.dossierSets, "sets of the dossier")),
    timeLimit: line(data.timeLimitText),
    receivedAt: momentInWords(data.receivedAt),
    dueAt: momentInWords(data.dueAt),
    dueNote: lines(dueNote(data)),
    returnPlace: line(data.returnPlace),
    registerBook: registerBook ? { book: line(registerBook.book), number: line(registerBook.number) } : null,
    feeNote: lines(data.feeNote),
    originalsNote: lines(data.originalsNote),
    remarks: lines(data.remarks),
    submitterName: line(data.submitterName),
    receiverName: line(data.receiverName),
    receiverRole: line(data.receiverRole),
    basisNote: line(data.basisNote),
    waiting: waiting(data, lines),
    confirmedBy: confirmedBy(data, line),
    trackHost: line(hostOf(data.trackUrl)),
    trackSecret: inGroups(line(data.trackSecret)),
    qrSvg: qrCode(data.trackUrl),
    barcode: barcode(data.dossierCode),
    documentDate: data.receivedAt.slice(0, 19).split(/\D/u).map(Number),
  };
}

function waiting({ waiting: still }: ReceiptData, lines: (text: string) => string): ReceiptView["waiting"] {
  if (!still) return null;
  const { nextStep, correctedAt } = still;
  const corrected =
    correctedAt && `Đã sửa lúc ${momentInWords(correctedAt)}. Phiếu này thay phiếu đã giao trước.`;
  return { nextStep: lines(nextStep), corrected: corrected ?? null };
}

function confirmedBy({ confirmedBy: by }: ReceiptData, line: (text: string) => string) {
  if (!by) return null;
  return {
    name: line(by.name),
    role: line(by.role),
    notes: [line(by.basisNote), `Xác nhận lúc ${momentInWords(by.at)}`],
  };
}

function copiesOf(copies: number): ReceiptView["copies"] {
  if (!Number.isSafeInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    throw new PrintError("unprintable_data", `A receipt has 1 to ${MOST_COPIES} copies, not ${copies}`);
  }
  if (copies === 1) return [{ short: "", label: "" }];
  return Array.from({ length: copies }, (_, index) => {
    const short = `Liên ${index + 1}`;
    const owner = COPY_OWNERS[index];
    return { short, label: owner === undefined ? short : `${short}: ${owner}` };
  });
}

function dueNote(data: ReceiptData): string {
  if (!data.dueProvisional) return data.dueNote ?? "";
  return data.dueNote === undefined ? "Ngày hẹn tạm tính." : `Ngày hẹn tạm tính: ${data.dueNote}`;
}

/** "08 giờ 30 phút, ngày 21 tháng 11 năm 2026" on the wall clock in Việt Nam. */
function momentInWords(at: Instant): string {
  const { minute } = localTime(at);
  return `${twoDigits(Math.floor(minute / 60))} giờ ${twoDigits(minute % 60)} phút, ${dayInWords(at)}`;
}

/** Days below 10 and the months 1 and 2 get a leading zero, as official papers write them (NĐ 30/2020) [recalled]. */
function dayInWords(at: Instant): string {
  const [year, month = "", day] = localTime(at).day.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function count(value: number, what: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new PrintError("unprintable_data", `The number of ${what} must be a whole number, 0 or more`);
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) throw new PrintError("unprintable_data", "The track address is not a URL");
  return new URL(url).host;
}

/** @example inGroups("K7QM2XPDR4") → "K7QM-2XPD-R4" */
function inGroups(secret: string): string {
  return (secret.replace(/[\s-]/gu, "").match(/.{1,4}/gu) ?? []).join("-");
}
