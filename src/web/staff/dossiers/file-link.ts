import { readFile } from "#contract/files.ts";
import { printReceipt } from "#contract/intake.ts";
import { API_PREFIX } from "#contract/route.ts";
import { requestOf } from "../api-request.ts";

/** The address of a dossier's file: the browser opens it itself, with the session's cookie. */
export function fileLink(dossierId: string, fileId: string): string {
  return API_PREFIX + requestOf(readFile, { params: { dossierId, fileId } }, "").url;
}

/** The address of the receipt (Mẫu 01) as PDF. */
export function receiptLink(dossierId: string): string {
  return API_PREFIX + requestOf(printReceipt, { params: { dossierId } }, "").url;
}
