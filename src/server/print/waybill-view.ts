import { type Dong, dong, formatDong } from "#domain/shared/money.ts";
import type { QuoteLine } from "#domain/postal/tariff.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { type CodeView, type SignerView, codeView, documentDate, sheets, signer } from "./custody-parts.ts";
import { type CustodyTexts, type PaperWords, custodyText } from "./custody-texts.ts";
import { type CopyName, copiesOf } from "./copy-names.ts";
import type { Coverage } from "./font-coverage.ts";
import { momentInCell } from "./moment-words.ts";
import { printableLine } from "./printable-text.ts";
import type { WaybillData, WaybillParty } from "./waybill-data.ts";

type Line = (text: string) => string;

interface FieldView {
  readonly label: string;
  readonly value: string;
}

/** What the template `waybill.typ` reads. */
export interface WaybillView {
  readonly copies: readonly CopyName[];
  readonly title: string;
  readonly operator: string;
  readonly office: string;
  readonly code: CodeView;
  readonly parties: readonly { readonly title: string; readonly fields: readonly FieldView[] }[];
  readonly fields: readonly FieldView[];
  readonly price: { readonly title: string; readonly lines: readonly FieldView[]; readonly total: FieldView };
  readonly payment: readonly FieldView[];
  readonly papers: {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  readonly result: FieldView | null;
  readonly terms: readonly FieldView[];
  readonly closing: string;
  readonly signatures: readonly SignerView[];
  readonly footer: string;
  readonly documentDate: readonly number[];
}

const COPIES = 2;

/**
 * The phiếu gửi hồ sơ as its template reads it, with everything that Thông tư 17/2017/TT-BTTTT Điều 9 asks for.
 *
 * @rule WAYBILL-01
 * @throws PrintError `unprintable_data` when the number cannot be a code, or a signature or a count is none.
 */
export function waybillView(data: WaybillData, texts: CustodyTexts, covers: Coverage): WaybillView {
  const line: Line = (text) => printableLine(text, covers);
  const { text, say } = custodyText(texts, "waybill");
  const { payment } = data;
  return {
    copies: copiesOf(COPIES, text.copyOwners),
    title: text.title,
    operator: line(data.operator),
    office: line(data.office),
    code: codeView(data.trackingNumber, say),
    parties: [
      { title: say("sender"), fields: partyFields(data.sender, say, line) },
      {
        title: say("recipient"),
        fields: [...partyFields(data.recipient, say, line), ...proxyFields(data, say, line)],
      },
    ],
    fields: serviceFields(data, say, line),
    price: {
      title: say("priceHead"),
      lines: data.quote.lines.map((one) => priceLine(one, data, say, line)),
      total: { label: say("total"), value: formatDong(data.quote.total) },
    },
    payment: [
      {
        label: say("payment"),
        value: [say(payment.paid ? "paid" : "unpaid"), say(payment.how), say(payment.by)].join(", "),
      },
      { label: say("cod"), value: data.cod === 0 ? say("noCod") : formatDong(data.cod) },
    ],
    papers: papersOf(data, say, line),
    result:
      data.service === "send" ? null : { label: say("resultHead"), value: line(data.result) || say("blank") },
    terms: [
      { label: say("rightsHead"), value: say("rights") },
      { label: say("liabilityHead"), value: say("liability") },
    ],
    closing: say("closing"),
    signatures: [
      signer(say("senderSigns"), data.senderSigns, say, line),
      signer(say("clerkSigns"), data.clerkSigns, say, line),
      ...(data.recipientSigns ? [signer(say("recipientSigns"), data.recipientSigns, say, line)] : []),
    ],
    footer: `${text.title} ${line(data.trackingNumber)}`,
    documentDate: documentDate(data.acceptedAt),
  };
}

function partyFields(
  { name, address, phone, email }: WaybillParty,
  say: PaperWords,
  line: Line,
): FieldView[] {
  return [
    { label: "", value: line(name) },
    { label: say("address"), value: line(address) },
    { label: say("phoneLabel"), value: line(phone) },
    { label: say("email"), value: line(email) },
  ].filter(({ value }) => value !== "");
}

function proxyFields({ proxy }: WaybillData, say: PaperWords, line: Line): FieldView[] {
  if (proxy === null) return [];
  const identity = proxy.identityNumber && say("identity", { number: proxy.identityNumber });
  return [
    { label: say("proxy"), value: line([proxy.name, identity].filter(Boolean).join(", ")) },
    { label: say("proxyPaper"), value: line(proxy.paper) },
  ].filter(({ value }) => value !== "");
}

function serviceFields(data: WaybillData, say: PaperWords, line: Line): FieldView[] {
  const { due, procedure } = data;
  const quality =
    due === null
      ? say("qualityWithoutDay")
      : say("quality", { day: formatDay(due.on), days: String(due.days) });
  return [
    { label: say("service"), value: say(data.service) },
    {
      label: say("procedure"),
      value: line([procedure.name, procedure.code && `(${procedure.code})`].join(" ")),
    },
    { label: say("dossierCode"), value: line(data.dossierCode) },
    { label: say("acceptedAt"), value: momentInCell(data.acceptedAt) },
    { label: say("weight"), value: say("grams", { grams: grams(data.quote.weightGrams) }) },
    { label: say("pickUp"), value: line(data.pickUpPlace) },
    { label: say("deliver"), value: line(data.deliverPlace) },
    { label: say("manner"), value: say(MANNERS[data.manner]) },
    { label: say("packet"), value: packetWords(data, say, line) },
    { label: say("dueOn"), value: quality },
  ].filter(({ value }) => value !== "");
}

const MANNERS = {
  fetched: "mannerFetched",
  atCounter: "mannerAtCounter",
  delivered: "mannerDelivered",
} as const satisfies Record<WaybillData["manner"], string>;

function packetWords({ packet }: WaybillData, say: PaperWords, line: Line): string {
  if (packet === null) return "";
  const { code, seal, papers, sheets: count } = packet;
  const amounts = { code: line(code), papers: String(papers), sheets: String(count) };
  return seal === null ? say("packetOpen", amounts) : say("packetSealed", { ...amounts, seal: line(seal) });
}

/** @example grams(1500) → "1.500" */
function grams(weight: number): string {
  return String(weight).replace(/\B(?=(\d{3})+$)/gu, ".");
}

function priceLine(one: QuoteLine, data: WaybillData, say: PaperWords, line: Line): FieldView {
  return { label: priceLabel(one, data, say, line), value: signedDong(one.amount) };
}

function priceLabel(
  one: QuoteLine,
  { quote, discountName }: WaybillData,
  say: PaperWords,
  line: Line,
): string {
  const zone = say(quote.zone);
  switch (one.key) {
    case "step":
      return say("step", { leg: say(one.leg), zone, grams: grams(one.upToGrams) });
    case "further":
      return say("further", {
        leg: say(one.leg),
        times: String(one.times),
        grams: grams(one.perGrams),
        each: formatDong(one.each),
      });
    case "discount":
      return say("discount", {
        percent: String(one.percent),
        name: discountName === "" ? "" : ` (${line(discountName)})`,
      });
    case "vat":
      return say("vat", { percent: String(one.percent) });
  }
}

/** @example signedDong(-13000) → "−13.000 đ" */
function signedDong(amount: number): string {
  const size: Dong = dong(Math.abs(amount));
  return amount < 0 ? `−${formatDong(size)}` : formatDong(size);
}

function papersOf({ papers, service }: WaybillData, say: PaperWords, line: Line): WaybillView["papers"] {
  if (papers.length === 0) return null;
  return {
    title: say(service === "return" ? "resultHead" : "papersHead"),
    heads: [say("number"), say("paperName"), say("originals"), say("copies"), say("giveBack")],
    rows: papers.map((one, index) => [
      String(index + 1),
      line(one.name),
      sheets(one.originals),
      sheets(one.copies),
      one.giveBack ? say("giveBackYes") : "",
    ]),
  };
}
