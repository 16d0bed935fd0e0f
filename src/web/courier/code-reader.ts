import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import program from "zxing-wasm/reader/zxing_reader.wasm?url";

/**
 * What a picture of the camera shows: the QR code or Code 128 of a label, read on the phone itself. The first call loads the
 * reader, which the worker of the page has kept.
 *
 * @returns null when there is none, or none that can be read
 */
export async function readCode(picture: ImageData): Promise<string | null> {
  prepareZXingModule({ overrides: { locateFile: () => program } });
  const [found] = await readBarcodes(picture, { formats: ["QRCode", "Code128"], maxNumberOfSymbols: 1 });
  return found === undefined || found.text === "" ? null : found.text;
}
