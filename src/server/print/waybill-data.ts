import type { PostalService, Quote } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Dong } from "#domain/shared/money.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { PaperParty } from "./custody-data.ts";

/** Sender or recipient; what is not known is empty. */
export interface WaybillParty {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

/** Phiếu gửi hồ sơ: one shipment of the public postal service, with the force of a written contract. */
export interface WaybillData {
  readonly paper: "waybill";
  /** Stands on it as barcode and QR code: plain ASCII. */
  readonly trackingNumber: string;
  /** The dossier that it carries; empty before there is one. */
  readonly dossierCode: string;
  /** "Bưu điện tỉnh Đồng Tháp", and the post office that accepted it. */
  readonly operator: string;
  readonly office: string;
  readonly sender: WaybillParty;
  readonly recipient: WaybillParty;
  /** Who may take it in the recipient's place, and the power of attorney. */
  readonly proxy: { readonly name: string; readonly identityNumber: string; readonly paper: string } | null;
  readonly service: PostalService;
  readonly procedure: { readonly name: string; readonly code: string };
  /** The day sent, J. */
  readonly acceptedAt: Instant;
  /** Where it is taken in and where delivered. */
  readonly pickUpPlace: string;
  readonly deliverPlace: string;
  /** How it is served: fetched at the sender's, handed in at a counter of the post, or delivered at the door. */
  readonly manner: "fetched" | "atCounter" | "delivered";
  /** What travels; null while nobody packed it. */
  readonly packet: {
    readonly code: string;
    readonly seal: string | null;
    readonly papers: number;
    readonly sheets: number;
  } | null;
  /** As it was quoted; its discount's name, where it has one. */
  readonly quote: Quote;
  readonly discountName: string;
  readonly payment: {
    readonly by: "bySender" | "byRecipient";
    readonly how: "cash" | "transfer";
    readonly paid: boolean;
  };
  /** What is collected at delivery, apart from the postage. */
  readonly cod: Dong;
  /** J+n; null where the post publishes the time itself. */
  readonly due: { readonly on: PlainDate; readonly days: number } | null;
  readonly papers: readonly WaybillPaper[];
  /** The result that is sent back; empty while it is not known. */
  readonly result: string;
  readonly senderSigns: PaperParty;
  readonly clerkSigns: PaperParty;
  /** At the door of the citizen; null of what is counted at the agency, by a biên bản. */
  readonly recipientSigns: PaperParty | null;
}

export interface WaybillPaper {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** The originals are to be given back to the sender. */
  readonly giveBack: boolean;
}
