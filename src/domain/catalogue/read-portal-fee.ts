import type { FeeKind } from "./procedure.ts";
import { cleanLine, cleanLines, isAbsent } from "./portal-text.ts";
import type { WarningKind } from "./warnings.ts";

/** What one entry says about money, and what is left of its text. */
export interface ReadFee {
  /** Undefined when the entry is silent about money. */
  readonly fee?: {
    readonly kind: FeeKind;
    /** Đồng, or null where no amount is certain. */
    readonly amount: number | null;
    readonly unit?: string;
    /** The words of the source, where they say more than the amount. */
    readonly text?: string;
  };
  readonly warning?: { readonly kind: WarningKind; readonly words: string };
  /** The rest: where to hand in, the case, the limit in words. */
  readonly rest: string;
}

const CURRENCY = "Việt Nam Đồng|VNĐ|VND|đồng|đ(?!\\p{L})|USD|EUR|Euro";
const LEAD = new RegExp(`^(?:((?:lệ )?phí)\\s*:\\s*)?(?:(\\d[\\d.,]*)\\s*)?(${CURRENCY})`, "iu");
const FREE = /^(?:((?:lệ )?phí)\s*:\s*)?miễn (?:lệ )?phí/iu;
const FOREIGN = /^(?:USD|EUR|Euro)$/iu;

/** Notes after "Miễn phí" that say the same once more. */
const FREE_AGAIN = /^(?:không(?: có| quy định| thu(?: phí| lệ phí)?)?|miễn (?:phí|lệ phí))?[.;]?$/iu;
const MONEY_WORD = /(?<!miễn )(?<!bưu )phí|mức thu|thu tiền|\d[\d.,]*\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|usd)/iu;
const AMOUNT = /(\d[\d.,]*)\s*(triệu|nghìn|ngàn)?\s*(?:Việt Nam Đồng|đồng|đ(?!\p{L})|vnđ|vnd|usd)/giu;
/** What makes an amount depend on something that is not known here; the second list counts within the note alone. */
const VARIES = /%|tối đa|tối thiểu|trở lên|trở đi|\+|\bx\b|giảm|bằng \d|hội đồng nhân dân/iu;
const NOTE_VARIES = /áp dụng|đối với|trường hợp|đến hết|từ ngày|theo quy định|thông tư/iu;
/** In a longer text money is never said plainly. */
const SURE_LENGTH_MAX = 4000;

/**
 * The fee of one entry. Sure are: "Miễn phí" where nothing beside it speaks of money; an amount of a thousand đồng or
 * more that is written whole and that no other amount and no condition stands beside; "Lệ phí: 0 đồng". Everything
 * else that speaks of money keeps its words and has no amount: the portal also writes "Miễn phí" where the provincial
 * council sets the fee, and cuts amounts ("20 VNĐ" for 20.000 đồng).
 * @example readPortalFee("8,000 VNĐ") → { fee: { kind: "unstated", amount: 8000 }, rest: "" }
 */
export function readPortalFee(feeAndNotes: string): ReadFee {
  const text = cleanLines(feeAndNotes);
  if (isAbsent(text)) return { rest: "" };
  if (text.length > SURE_LENGTH_MAX) return unclear(text, text);
  const free = FREE.exec(text);
  if (free) return readFree(text, free);
  const lead = LEAD.exec(text);
  if (lead) return readAmount(text, lead);
  return MONEY_WORD.test(text) ? unclear(text, text) : { rest: text };
}

function readFree(text: string, [whole, label]: RegExpExecArray): ReadFee {
  const { note, rest } = splitNote(text.slice(whole.length));
  if (!FREE_AGAIN.test(note) || MONEY_WORD.test(rest)) return unclear(text, rest);
  return { fee: { kind: kindOf(label), amount: 0 }, rest };
}

function readAmount(text: string, [whole, label, digits, currency]: RegExpExecArray): ReadFee {
  const { note, rest } = splitNote(text.slice(whole.length));
  if (FOREIGN.test(currency ?? ""))
    return { ...unclear(text, rest), warning: { kind: "feeForeign", words: text } };
  const beside = `${note} ${rest}`;
  const amount = sureAmount(digits ?? "", beside, label !== undefined);
  if (amount === undefined || (NOTE_VARIES.test(note) && !UNIT_ONLY.test(note))) return unclear(text, rest);
  const unit = unitIn(note);
  const fee = {
    kind: label === undefined ? kindIn(beside) : kindOf(label),
    amount,
    ...(unit === undefined ? {} : { unit }),
    ...textOf(UNIT_ONLY.test(note) ? "" : note),
  };
  return { fee, rest };
}

/** An amount that is written whole, with nothing beside it that could change it. */
function sureAmount(digits: string, beside: string, labelled: boolean): number | undefined {
  const amount = wholeAmount(digits);
  const others = [...beside.matchAll(AMOUNT)].map(([, other, scale]) =>
    scale ? undefined : wholeAmount(other ?? ""),
  );
  if (VARIES.test(beside) || others.some((other) => other !== amount)) return undefined;
  // A small number is a cut one; zero is written "Miễn phí" but for "Lệ phí: 0 đồng".
  return amount !== undefined && (amount >= 1000 || (amount === 0 && labelled)) ? amount : undefined;
}

function unclear(text: string, rest: string): ReadFee {
  return {
    fee: { kind: kindIn(text), amount: null, text },
    warning: { kind: "feeNotUnderstood", words: text },
    rest,
  };
}

const textOf = (text: string) => (text === "" ? {} : { text });

/** "8000", "8.000" and "8,000,000"; undefined for "1.5" or "20,00": a number that was cut is no number. */
function wholeAmount(digits: string): number | undefined {
  const bare = digits.replace(/[.,]+$/u, "");
  if (!/^\d{1,12}$|^\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,3}$/u.test(bare)) return undefined;
  return Number(bare.replaceAll(/[.,]/gu, ""));
}

/** The note in brackets that follows at once, and what comes after it. */
function splitNote(after: string): { readonly note: string; readonly rest: string } {
  const text = after.trimStart();
  if (!text.startsWith("(")) return { note: "", rest: cleanLines(text) };
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0) return { note: cleanLines(text.slice(1, at)), rest: cleanLines(text.slice(at + 1)) };
  }
  return { note: cleanLines(text.slice(1)), rest: "" };
}

/** "/trang", "40.000 đồng/Giấy chứng nhận." */
const UNIT_ONLY =
  /^(?:(?:phí|lệ phí)\s*:?\s*)?(?:(?:\d[\d.,]*\s*)?(?:đồng|đ|vnđ|vnd)\s*)?\/\s*([\p{L}][\p{L} ]{0,39})[.;]?$/iu;

function unitIn(note: string): string | undefined {
  const [, unit] = UNIT_ONLY.exec(note) ?? [];
  const name = unit === undefined ? undefined : cleanLine(unit).toLowerCase();
  return name === "hồ sơ" || name === "bộ hồ sơ" ? undefined : name;
}

function kindOf(label: string | undefined): FeeKind {
  if (label === undefined) return "unstated";
  return /^lệ/iu.test(label) ? "charge" : "fee";
}

/** The kind that a text names, where it names one alone. */
function kindIn(text: string): FeeKind {
  const charge = /lệ phí/iu.test(text);
  const fee = /(?<!lệ )(?<!miễn )(?<!bưu )phí/iu.test(text);
  if (charge === fee) return "unstated";
  return charge ? "charge" : "fee";
}
