import type { FormSet, IssuedForm } from "#domain/dossier/issued-form.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { ReceiptParty } from "./receipt-data.ts";

/**
 * All that a form says which an act issued (Mẫu 02 to 05), as plain data; its wording is that of the form set, in
 * `db/reference/form-texts.json`. Texts may hold anything that a person typed.
 */
export interface FormData {
  readonly form: IssuedForm;
  readonly formSet: FormSet;
  readonly paperSize: "A5" | "A4";
  /** 1 to 5, each on sheets of its own. */
  readonly copies: number;
  /** Only the copy of this number, such as the one that is sent to the citizen; else all. */
  readonly onlyCopy?: number;
  /** The body above the issuing one; empty for a committee, whose head has none. */
  readonly governingBody: string;
  /** The body that issues it: head, number and signature are its own. */
  readonly unitName: string;
  /** Its short name behind the number: "TTPVHCC", "UBND". */
  readonly unitSign: string;
  /** The place of its line of place and date: "Bình Thành". */
  readonly place: string;
  /** Its running number in the issuing body and year, from 1. */
  readonly number: number;
  readonly issuedAt: Instant;
  readonly dossierCode: string;
  readonly applicant: ReceiptParty;
  readonly request: { readonly procedureName: string; readonly procedureCode: string };
  /** The agency that decides: "UBND xã Bình Thành". */
  readonly agencyName: string;
  /** When the dossier was received; null before the receipt. */
  readonly receivedAt: Instant | null;
  readonly content: FormContent;
  /** Who issued it: name, as what, by which decision or of which unit. */
  readonly officer: { readonly name: string; readonly role: string; readonly basisNote: string };
  readonly submitterName: string;
  /** Whom the citizen asks; without a phone a blank is left to be filled by hand. */
  readonly contact: { readonly name: string; readonly phone?: string };
  readonly trackUrl: string;
  readonly trackSecret: string;
}

/** What the act itself said, sealed when it was issued: it is never asked again. */
export interface FormContent {
  readonly reason: string;
  /** What is asked for (Mẫu 02). */
  readonly papers?: readonly { readonly name: string; readonly originals: number; readonly copies: number }[];
  readonly answerBy?: PlainDate | null;
  /** Of a second request and each after it. */
  readonly legalBasis?: string | null;
  /** The date on the slip (Mẫu 04). */
  readonly dueAt?: Instant;
  /** The date that held when it was issued, where that is another than the slip's, and how it came about. */
  readonly heldDueAt?: { readonly at: Instant; readonly extended: boolean };
  /** The date that holds from now on; else {@link FormContent.expectedOn}. */
  readonly newDueAt?: Instant;
  /** When the result is expected, where the legal date stays as it is. */
  readonly expectedOn?: PlainDate;
  /** The citizen asked for it (Mẫu 05), and when. */
  readonly onRequest?: boolean;
  readonly askedAt?: Instant;
}
