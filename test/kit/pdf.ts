import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const run = promisify(execFile);

/** The text of a PDF as a reader program sees it. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file) => (await run("pdftotext", ["-layout", file, "-"])).stdout);
}

/** The text of each page, without white space, which a reader program puts between letters of two fonts too. */
export async function pdfPages(pdf: Uint8Array): Promise<readonly string[]> {
  const pages = (await pdfText(pdf)).split("\f").slice(0, -1);
  return pages.map((page) => page.normalize("NFC").replace(/\s+/gu, ""));
}

/** What the QR on the first page holds. */
export async function qrOfPdf(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file, folder) => {
    await run("pdftoppm", ["-r", "200", "-png", "-f", "1", "-l", "1", file, path.join(folder, "page")]);
    const picture = (await readdir(folder)).find((name) => name.endsWith(".png")) ?? "";
    // The reader would fetch its program from outside; it is here.
    const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(wasm)).buffer } });
    const found = await readBarcodes(await readFile(path.join(folder, picture)), { formats: ["QRCode"] });
    return found[0]?.text ?? "";
  });
}

async function withFile<T>(
  content: Uint8Array,
  use: (file: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "motcua-pdf-"));
  try {
    const file = path.join(folder, "document.pdf");
    await writeFile(file, content);
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
