import type { DifferenceKind } from "#domain/custody/difference.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Dong } from "#domain/shared/money.ts";

/** How somebody signed; `blank` leaves room for a pen. A drawing is a PNG of at most 300 KB. */
export type SignerProof =
  | { readonly kind: "drawn"; readonly png: Uint8Array | null; readonly at: Instant }
  | { readonly kind: "code" | "paper"; readonly at: Instant }
  | { readonly kind: "blank" };

/** Who gives, takes or looks on: a person, of an office where there is one. */
export interface PaperParty {
  /** Empty where nobody is named yet. */
  readonly name: string;
  /** Office, place or vehicle: "Bưu cục Bình Thành". */
  readonly office: string;
  readonly phone?: string;
  readonly proof: SignerProof;
}

/** Head and copies of each of these papers. */
interface CustodyPaperHead {
  /** 1 to 5, each on sheets of its own. */
  readonly copies: number;
  readonly governingBody: string;
  readonly unitName: string;
  /** Of its line of place and date. */
  readonly place: string;
  /** As it is printed: "BK-2026-000123"; null leaves a blank for a pen. */
  readonly number: string | null;
  readonly issuedAt: Instant;
  /** Where it happens: "Bưu cục Bình Thành". */
  readonly venue: string;
}

/** Bảng kê bàn giao: what one holder offers another. Its number stands on it as barcode and QR code too. */
export interface ManifestData extends CustodyPaperHead {
  readonly paper: "manifest";
  readonly number: string;
  readonly giver: PaperParty;
  readonly taker: PaperParty;
  readonly lines: readonly ManifestLine[];
  /** What became of the offer, and of how many lines of it the receiver took over. */
  readonly end:
    | { readonly state: "offered" | "refused" | "withdrawn" }
    | { readonly state: "accepted"; readonly at: Instant; readonly taken: number };
}

/** What is not known, or not for this reader, is left empty. */
export interface ManifestLine {
  readonly dossierCode: string;
  /** Number of the waybill, code of the packet or bag; each on a line of its own. */
  readonly codes: readonly string[];
  readonly seal: string;
  /** Name, address, phone of whose it is. */
  readonly person: string;
  readonly kind: "dossier" | "result" | "recovered" | "packet" | "bag";
  readonly originals: number;
  readonly copies: number;
  readonly cod: Dong;
  readonly note: string;
  /** The receiver did not find it: the signature is not for this line. */
  readonly missing: boolean;
  /** It lies in the bag of the line before: named, and counted with the bag. */
  readonly within: boolean;
}

/** Biên bản giao nhận: what was taken over, counted by both. */
export interface HandOverRecordData extends CustodyPaperHead {
  readonly paper: "handOverRecord";
  /** The bảng kê that it answers; null for none. */
  readonly manifestNumber: string | null;
  /** When the second of both signed; null while it is to be signed on paper. */
  readonly signedAt: Instant | null;
  /**
   * As what the post hands dossiers over: for the citizen, so that the signing is the submission, or for the agency that
   * received them before; null where results, or other papers, change hands.
   */
  readonly receivedAs: "postalForwarder" | "agentOfAgency" | null;
  readonly giver: PaperParty;
  readonly taker: PaperParty;
  readonly lines: readonly RecordLine[];
  readonly differences: readonly RecordDifference[];
  /** Fees that are handed over with it; null for a hand-over without money. */
  readonly money: Dong | null;
}

/** One dossier or packet that was taken over. */
export interface RecordLine {
  readonly dossierCode: string;
  readonly waybill: string;
  readonly container: string;
  readonly seal: string;
  readonly applicant: string;
  readonly originals: number;
  readonly copies: number;
  /** `sealed`: it was not opened, so that only the seal was looked at. `differs`: a difference of it stands below. */
  readonly state: "complete" | "incomplete" | "sealed" | "differs";
  /** Sheet by sheet, where it is listed. */
  readonly contents: readonly PaperCount[];
}

export interface PaperCount {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

export interface RecordDifference {
  readonly kind: DifferenceKind | "sheetsDiffer";
  /** The code that it is about. */
  readonly what: string;
  readonly found: string;
  /** What came of it; empty while nobody has said. */
  readonly agreed: string;
}

/** Biên bản kiểm kê, đóng gói lại: a packet that was torn or open, counted by two and sealed anew. */
export interface InventoryRecordData extends CustodyPaperHead {
  readonly paper: "inventoryRecord";
  readonly at: Instant;
  readonly dossierCode: string;
  readonly waybill: string;
  readonly container: string;
  readonly seal: string;
  readonly condition: string;
  readonly cause: string;
  readonly papers: readonly InventoryLine[];
  /** Null: the old one is used again. */
  readonly newContainer: string | null;
  readonly newSeal: string;
  readonly packer: PaperParty;
  readonly witness: PaperParty;
}

export interface InventoryLine {
  readonly name: string;
  readonly listed: { readonly originals: number; readonly copies: number };
  readonly found: { readonly originals: number; readonly copies: number };
  readonly note: string;
}
