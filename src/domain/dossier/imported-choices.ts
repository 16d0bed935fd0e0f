import type { Channel } from "../catalogue/procedure.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import type { ImportFindings } from "./import-findings.ts";
import type { ImportField, ImportFields } from "./imported-columns.ts";

const WORD_MAX = 100;

type ReturnMethod = "counter" | "postal" | "electronic";

/** KenhThucHien of the national portal: 1, 2, 3 [sourced]. */
const CHANNEL_WORDS = new Map<string, Channel>(
  Object.entries({
    "1": "direct",
    "2": "online",
    "3": "postal",
    direct: "direct",
    online: "online",
    postal: "postal",
    "truc tiep": "direct",
    "truc tuyen": "online",
    "buu chinh cong ich": "postal",
    "buu chinh": "postal",
  }),
);

/** HinhThuc of the national portal: 0 at the counter, 1 by post [sourced]. */
const RETURN_WORDS = new Map<string, ReturnMethod>(
  Object.entries({
    "0": "counter",
    "1": "postal",
    counter: "counter",
    postal: "postal",
    electronic: "electronic",
    "truc tiep": "counter",
    "tai quay": "counter",
    "buu chinh cong ich": "postal",
    "buu chinh": "postal",
    "ban dien tu": "electronic",
  }),
);

/** How the dossier came and how its result goes out; without a word, in person and at the counter. */
export function readChoices(fields: ImportFields, findings: ImportFindings) {
  const channelWord = findings.text("channel", fields.channel, WORD_MAX);
  const returnWord = findings.text("returnMethod", fields.returnMethod, WORD_MAX);
  const channel = channelWord === null ? "direct" : CHANNEL_WORDS.get(searchKey(channelWord));
  const returnMethod = returnWord === null ? "counter" : RETURN_WORDS.get(searchKey(returnWord));
  if (!channel) findings.reject("channel", "unknown_channel");
  if (!returnMethod) findings.reject("returnMethod", "unknown_return_method");
  return { channel: channel ?? "direct", returnMethod: returnMethod ?? "counter" };
}

/** What is still to be paid: the fee less what the other system has collected. */
export function readFeeDue(fields: ImportFields, findings: ImportFindings): number | null {
  const fee = readAmount("fee", fields.fee, findings);
  const paid = readAmount("feePaid", fields.feePaid, findings);
  return fee === null ? null : Math.max(0, fee - (paid ?? 0));
}

/** Whole đồng with or without points between the thousands: `8000`, `8.000 đ`, `1,250,000 VND`. */
function readAmount(field: ImportField, value: unknown, findings: ImportFindings): number | null {
  const written = findings.text(field, value, WORD_MAX);
  if (written === null) return null;
  const figures = /^(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,12})\s*(?:đ|₫|đồng|vnđ|vnd)?$/iu.exec(written)?.[1];
  if (figures !== undefined) return Number(figures.replace(/[.,]/g, ""));
  findings.reject(field, "not_an_amount");
  return null;
}
