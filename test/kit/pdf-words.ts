import { execFileSync } from "node:child_process";

const VOWELS = [
  "aàáảãạ",
  "ăằắẳẵặ",
  "âầấẩẫậ",
  "eèéẻẽẹ",
  "êềếểễệ",
  "iìíỉĩị",
  "oòóỏõọ",
  "ôồốổỗộ",
  "ơờớởỡợ",
].concat(["uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"]);
const LETTERS = VOWELS.map((vowel) => vowel.normalize("NFC")).join("") + "đ";
/** The Vietnamese letters with a mark, in both cases: 134. */
export const MARKED = Array.from(LETTERS + LETTERS.toUpperCase()).filter((letter) => !/[a-z]/iu.test(letter));

/** What a program of poppler says of a PDF. */
export function poppler(tool: string, args: readonly string[], pdf: Uint8Array): Buffer {
  const options = { input: pdf, stdio: ["pipe", "pipe", "ignore"] as const, maxBuffer: 64 * 1024 * 1024 };
  return execFileSync(tool, [...args], { ...options, stdio: [...options.stdio] });
}

/** What a person can read in the PDF, without the white space that line breaks add. */
export function read(pdf: Uint8Array, ...args: string[]): string {
  return squeezed(poppler("pdftotext", [...args, "-", "-"], pdf).toString("utf8"));
}

/** A text without white space and without the places where a long word may break. */
export function squeezed(text: string): string {
  return text.normalize("NFC").replace(/[\s\u200b]+/gu, "");
}

/** The properties of a PDF, as pdfinfo names them. */
export function info(pdf: Uint8Array): Record<string, string> {
  const lines = poppler("pdfinfo", ["-"], pdf).toString("utf8").split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/:\s+/u, 2) as [string, string]));
}

export interface Word {
  readonly page: number;
  readonly text: string;
  readonly box: readonly [number, number, number, number];
}

/** The words of a PDF with their places, in points from the upper left corner of their page. */
export function words(pdf: Uint8Array): Word[] {
  const html = poppler("pdftotext", ["-bbox", "-", "-"], pdf).toString("utf8");
  return html.split("<page ").flatMap((part, page) =>
    Array.from(
      part.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/gu),
      (found) => ({
        page,
        text: found[5] ?? "",
        box: [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])] as const,
      }),
    ),
  );
}

/** Pairs of words of one page that lie on each other by more than what close lines share. */
export function overlaps(found: readonly Word[]): string[] {
  return found.flatMap((one, index) =>
    found
      .slice(index + 1)
      .filter(({ page, box }) => {
        const width = Math.min(one.box[2], box[2]) - Math.max(one.box[0], box[0]);
        const height = Math.min(one.box[3], box[3]) - Math.max(one.box[1], box[1]);
        return (
          page === one.page && width > 1 && height > 0.4 * Math.min(one.box[3] - one.box[1], box[3] - box[1])
        );
      })
      .map((other) => `${one.text} / ${other.text}`),
  );
}
