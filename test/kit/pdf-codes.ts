import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { poppler } from "./pdf-words.ts";

/** A film of one picture, the head of the first page, as the camera of a test's browser takes it (MJPEG). */
export function filmOf(pdf: Uint8Array): Buffer {
  // Sides of even length: the film is taken apart in squares.
  const window = ["-x", "0", "-y", "0", "-W", "576", "-H", "352"];
  return poppler("pdftoppm", ["-r", "300", ...window, "-singlefile", "-jpeg", "-"], pdf);
}

export interface ScannedCode {
  readonly format: string;
  readonly text: string;
}

export interface Printed {
  readonly page?: number;
  readonly dpi?: number;
  /** In black dots alone, as a label printer does; else with shades, as a camera sees a page. */
  readonly inDots?: boolean;
}

/** What a scanner reads on one page of a PDF, the first at 200 dpi unless told: QR codes and Code 128, sorted. */
export async function codesOf(
  pdf: Uint8Array,
  { page = 1, dpi = 200, inDots = false }: Printed = {},
): Promise<ScannedCode[]> {
  // The reader would fetch its program from outside; it is here.
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const pages = ["-f", String(page), "-l", String(page)];
  const png = poppler(
    "pdftoppm",
    ["-r", String(dpi), ...pages, ...(inDots ? ["-mono"] : []), "-png", "-"],
    pdf,
  );
  const found = await readBarcodes(new Uint8Array(png), { formats: ["QRCode", "Code128"] });
  return found
    .map(({ format, text }) => ({ format, text }))
    .toSorted((one, other) => (one.format + one.text < other.format + other.text ? -1 : 1));
}
