import { readFile } from "#contract/files.ts";
import { printReceipt, printReceipts } from "#contract/intake.ts";
import { API_PREFIX } from "#contract/route.ts";
import { printForm } from "#contract/turns.ts";
import { requestOf } from "../api-request.ts";

/** The address of a dossier's file: the browser opens it itself, with the session's cookie. */
export function fileLink(dossierId: string, fileId: string): string {
  return API_PREFIX + requestOf(readFile, { params: { dossierId, fileId } }, "").url;
}

/** The address of the receipt (Mẫu 01) as PDF. */
export function receiptLink(dossierId: string): string {
  return API_PREFIX + requestOf(printReceipt, { params: { dossierId } }, "").url;
}

/** The address of several receipts as one PDF. */
export function receiptsLink(dossierIds: readonly string[]): string {
  return API_PREFIX + requestOf(printReceipts, { query: { dossierIds: dossierIds.join(",") } }, "").url;
}

/** The address of a form that was issued with an act, as PDF. */
export function formLink(dossierId: string, formIssueId: string): string {
  return API_PREFIX + requestOf(printForm, { params: { dossierId, formIssueId } }, "").url;
}
