import type { FormSet } from "#domain/dossier/issued-form.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type CopyName, copiesWanted } from "./copy-names.ts";
import type { Coverage } from "./font-coverage.ts";
import { dayInWords, momentInWords, twoDigits } from "./moment-words.ts";
import { PrintError } from "./print-error.ts";
import { printableLine, printableLines } from "./printable-text.ts";
import type { ReceiptData, ReceiptParty } from "./receipt-data.ts";
import { type TrackView, trackView } from "./track-view.ts";

/** What the template `receipt.typ` reads: every text printable, every moment and number written out. */
export interface ReceiptView extends TrackView {
  readonly formSet: FormSet;
  readonly paperSize: "A5" | "A4";
  readonly copies: readonly CopyName[];
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
    formSet: data.formSet,
    paperSize: data.paperSize,
    copies: copiesWanted(data),
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    receiptNumber: line(data.receiptNumber),
    numberSuffix: line(data.numberSuffix),
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.receivedAt).day)}`,
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
    ...trackView(data, line),
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

function dueNote(data: ReceiptData): string {
  if (!data.dueProvisional) return data.dueNote ?? "";
  return data.dueNote === undefined ? "Ngày hẹn tạm tính." : `Ngày hẹn tạm tính: ${data.dueNote}`;
}

function count(value: number, what: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new PrintError("unprintable_data", `The number of ${what} must be a whole number, 0 or more`);
}
