/** Marks that nobody sees and that a copied page leaves behind: zero width, direction, soft hyphen, controls. */
const INVISIBLE = /(?![\n\t\r])[\p{Cc}\p{Cf}]/gu;

/** Halves of a pair: a text with one cannot be stored. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text of the portal as one line that a version may hold: NFC, one space between words, nothing invisible.
 * @example cleanLine("Tờ  khai\u200b \n(mẫu)") → "Tờ khai (mẫu)"
 */
export function cleanLine(text: string): string {
  return visible(text).replace(/\s+/gu, " ").trim();
}

/** The same with its line breaks, one at a time. */
export function cleanLines(text: string): string {
  return visible(text)
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

function visible(text: string): string {
  return text
    .replace(LONE_SURROGATE, "")
    .replace(/\r\n?/g, "\n")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(INVISIBLE, "");
}

const ABSENT = /^(?:không(?: có| quy định| yêu cầu)?|không có thông tin.*|chưa có|[\p{P}\p{S}\s]*)[.;]?$/isu;

/**
 * True where the portal says that it says nothing: "Không có thông tin" (also with the captions of the page that
 * were copied after it), "Không", a dash.
 * @example isAbsent("Không có thông tin") → true
 */
export function isAbsent(text: string): boolean {
  return ABSENT.test(text.trim());
}
