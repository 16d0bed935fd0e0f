import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { Instant } from "#domain/shared/instant.ts";

/**
 * All that Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" says, or the slip before it, as plain data. Whoever fills it decides what
 * the slip says; the printer decides only how it looks. Texts may hold anything that a person typed.
 */
export interface ReceiptData {
  /** Wording of TT 03/2025/TT-VPCP, Phụ lục I. Another form set is another template. */
  readonly formSet: FormSet;
  /** A5 was the rule of TT 01/2018 Điều 9; that TT 03/2025 keeps it is not confirmed, so it is a setting. */
  readonly paperSize: "A5" | "A4";
  /** How many copies, 1 to 5; each starts on a page of its own and says for whom it is. */
  readonly copies: number;
  /** Only the copy of this number, such as the one that is sent to the citizen; else all. */
  readonly onlyCopy?: number;
  /** The body above the unit, as the left head prints it: "UBND tỉnh Đồng Tháp". */
  readonly governingBody: string;
  /** The unit that receives: "Trung tâm Phục vụ hành chính công xã Bình Thành". */
  readonly unitName: string;
  /** The number of the slip, without its suffix; left out, a blank is printed to be filled by hand. */
  readonly receiptNumber?: string;
  /** What follows the number, "/TTPVHCC" or "/BPTNTKQ": the kind code of Mẫu 01 is not confirmed. */
  readonly numberSuffix: string;
  /** Where the slip is written, before its date: "Bình Thành". */
  readonly place: string;
  readonly dossierCode: string;
  /** The person who hands the dossier in. */
  readonly recipient: ReceiptParty;
  /** Whom the recipient acts for, when a power of attorney was shown. */
  readonly authorisedBy?: AuthorisingParty;
  readonly requestContent: { readonly procedureName: string; readonly procedureCode: string };
  readonly papers: readonly ReceiptPaper[];
  /** Number of identical sets of the dossier (bộ). */
  readonly dossierSets: number;
  /** "03 ngày làm việc". */
  readonly timeLimitText: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  /** The calendar behind the due date is not decided yet on a day that it touches. */
  readonly dueProvisional: boolean;
  /** What the person should know about the due date. */
  readonly dueNote?: string;
  readonly returnPlace: string;
  readonly registerBook?: { readonly book: string; readonly number: string };
  readonly feeNote: string;
  /** Which originals stay with the unit, or that all were given back. */
  readonly originalsNote?: string;
  readonly remarks?: string;
  readonly submitterName: string;
  readonly receiverName: string;
  /** "Nhân viên bưu điện". */
  readonly receiverRole: string;
  /** By which decision this person may receive: "Theo Quyết định số …". */
  readonly basisNote: string;
  /** The dossier waits for a civil servant: this is not Mẫu 01 yet, and the slip says so in its title. */
  readonly waiting?: {
    /** What happens now, and how Mẫu 01 will come. */
    readonly nextStep: string;
    /** When what was written down was last put right: this slip takes the place of the one before. */
    readonly correctedAt?: Instant;
  };
  /** The civil servant who confirmed what the receiver took in: Mẫu 01 then carries both names. */
  readonly confirmedBy?: {
    readonly name: string;
    /** "Công chức một cửa". */
    readonly role: string;
    readonly basisNote: string;
    readonly at: Instant;
  };
  /** The address that the QR holds. */
  readonly trackUrl: string;
  /** The secret that opens the look-up page without the QR; printed in groups of four. */
  readonly trackSecret: string;
}

export interface ReceiptParty {
  readonly kind: "person" | "organisation";
  readonly name: string;
  readonly identityNumber: string;
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface AuthorisingParty extends ReceiptParty {
  /** The paper that gives the power: "Giấy ủy quyền số 12 ngày 20/11/2026". */
  readonly paper: string;
}

export interface ReceiptPaper {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** Shown at the counter and taken home again; the counts are then not printed. */
  readonly shownOnly: boolean;
}
