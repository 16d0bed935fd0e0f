import { barcode, type Barcode, qrCode } from "./codes-svg.ts";
import { PrintError } from "./print-error.ts";

/** The way to the public page of a dossier, as the foot of a form shows it. */
export interface TrackView {
  readonly trackHost: string;
  readonly trackSecret: string;
  readonly qrSvg: string;
  readonly barcode: Barcode;
}

/**
 * @param line makes a text printable
 * @throws PrintError `unprintable_data` when the track address or the dossier code cannot be printed.
 */
export function trackView(
  data: { readonly trackUrl: string; readonly trackSecret: string; readonly dossierCode: string },
  line: (text: string) => string,
): TrackView {
  return {
    trackHost: line(hostOf(data.trackUrl)),
    trackSecret: inGroups(line(data.trackSecret)),
    qrSvg: qrCode(data.trackUrl),
    barcode: barcode(data.dossierCode),
  };
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) throw new PrintError("unprintable_data", "The track address is not a URL");
  return new URL(url).host;
}

/** @example inGroups("K7QM2XPDR4") → "K7QM-2XPD-R4" */
function inGroups(secret: string): string {
  return (secret.replace(/[\s-]/gu, "").match(/.{1,4}/gu) ?? []).join("-");
}
