import { toSVG } from "bwip-js/node";
import { PrintError } from "./print-error.ts";

/** A Code 128 as vector drawing, and how many modules (narrowest bars) it is wide. */
export interface Barcode {
  readonly svg: string;
  readonly modules: number;
}

/** What every scanner types back unchanged; Code 128 could hold more, by conventions that scanners differ in. */
const PLAIN_ASCII = /^[\x20-\x7e]+$/u;

/**
 * The QR code of a text, medium error correction (15 % may be damaged), without a quiet zone.
 * @param what names it in a refusal
 * @throws PrintError `unprintable_data` when the text does not fit into a QR code.
 */
export function qrCode(text: string, what = "track address"): string {
  const options = { bcid: "qrcode", text, eclevel: "M", scale: 1 };
  return draw(what, () => toSVG(options));
}

/** @throws PrintError `unprintable_data` when the code is empty or holds more than plain ASCII. */
export function barcode(code: string, what = "dossier code"): Barcode {
  if (!PLAIN_ASCII.test(code)) throw new PrintError("unprintable_data", `The ${what} is not plain ASCII`);
  const svg = draw(what, () => toSVG({ bcid: "code128", text: code, height: 10, scale: 1 }));
  const width = /viewBox="0 0 (\d+) /u.exec(svg)?.[1];
  if (width === undefined) throw new PrintError("typesetting_failed", "The barcode drawing names no width");
  return { svg, modules: Number(width) };
}

function draw(what: string, make: () => string): string {
  try {
    return make();
  } catch {
    // The message of the drawing library may quote the text; what failed is enough.
    throw new PrintError("unprintable_data", `The ${what} cannot be drawn as a code`);
  }
}
