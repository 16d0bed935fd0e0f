import { cleanLine } from "./portal-text.ts";

/**
 * The end of a document's number: "47/2014/QH13", "53/2016/TT-BCA". The issuers are a closed list, since the next
 * title begins without a space ("53/2016/TT-BCALuật …").
 */
const ISSUERS =
  "BNNPTNT|BLĐTBXH|BVHTTDL|BNNMT|BKHCN|BKHĐT|BTTTT|BTNMT|BGDĐT|BGTVT|BDTTG|BTC|BCA|BTP|BXD|BYT|BNV|BCT|BQP|BNG|NHNN|VPCP|TTCP|UBDT|TTg|CP|TW";
const NUMBER = new RegExp(
  `\\d{1,4}/(?:\\d{4}/)?(?:QH\\d{2}|UBTVQH\\d{2}|(?:NĐ|TT|QĐ|NQ|CT|TTLT|VBHN|PL)(?:-(?:${ISSUERS}))+)`,
  "gu",
);

/**
 * The legal bases of a record, one a line. The portal glues titles and numbers into one text; it is parted after each
 * number, and a number that only repeats the one before is left out. What cannot be parted stays one text.
 * @example splitLegalBases("Luật 47/2014/QH13Thông tư về tạm trú53/2016/TT-BCA")
 *   → ["Luật 47/2014/QH13", "Thông tư về tạm trú 53/2016/TT-BCA"]
 */
export function splitLegalBases(glued: string): readonly string[] {
  const text = cleanLine(glued);
  const bases: string[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    const title = cleanLine(text.slice(from, match.index));
    from = end;
    if (title === "" && bases.at(-1)?.endsWith(match[0])) continue;
    bases.push(cleanLine(`${title} ${match[0]}`));
  }
  const rest = cleanLine(text.slice(from)).replace(/^[\p{P}\s]+$/u, "");
  return [...new Set(rest === "" ? bases : [...bases, rest])];
}
