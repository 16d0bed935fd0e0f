import { readDossierCode } from "#domain/dossier/dossier-code.ts";

/** The address in the QR of a receipt: …/t/<dossier code>/<secret>. */
const TRACKED = /\/t\/([^/\s]+)\//u;

/**
 * The dossier code that was typed, scanned from the bar code, or scanned from the receipt's QR; null when
 * the text is none. The secret that a QR holds is dropped here and goes nowhere.
 * @example scannedCode("https://motcua.example/t/H20.01.02-261123-0042/K7…") → "H20.01.02-261123-0042"
 */
export function scannedCode(text: string): string | null {
  const inAddress = TRACKED.exec(text)?.[1];
  const read = readDossierCode(inAddress === undefined ? text : decode(inAddress));
  return read.ok ? read.value.normalised : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A cut-off escape: the code is then not readable, which is what the caller says.
  }
}
