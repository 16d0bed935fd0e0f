import { createHash } from "node:crypto";
import type { PortalChannel, PortalPaper, PortalRecord } from "#domain/catalogue/portal-record.ts";

/** SHA-256 as the reader of records asks for it. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A record as the portal writes them, whole and plain; what a test is about, it changes. */
export function portalRecord(
  changes: Partial<PortalRecord> & Readonly<Record<string, unknown>> = {},
): PortalRecord {
  return {
    code: "1.900001",
    name: "Cấp giấy xác nhận thử nghiệm",
    field: "Thử nghiệm phần mềm",
    levels: ["Cấp xã"],
    publishedBy: "1/QĐ-BTN",
    agency: "Ủy ban nhân dân cấp xã",
    channels: [channelOf({})],
    papers: [paperOf({})],
    results: [{ code: "KQ.900001", name: "Giấy xác nhận" }],
    legalBases: "Luật Thử nghiệm1/2025/QH15",
    requirements: null,
    steps: "Nộp hồ sơ.",
    ...changes,
  };
}

export function channelOf(changes: Partial<PortalChannel>): PortalChannel {
  return {
    channel: "direct",
    limit: { amount: 3, unit: "Ngày làm việc" },
    feeAndNotes: "Miễn phí",
    ...changes,
  };
}

export function paperOf(changes: Partial<PortalPaper>): PortalPaper {
  return { kind: "submit", name: "Tờ khai", originals: 1, copies: 0, ...changes };
}
