import { passed } from "./steps.ts";
import type { Client } from "./test-app.ts";

export const A_DECISION = {
  number: "468/QĐ-UBND",
  issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
  title: "Phê duyệt Đề án",
  issuedOn: "2025-12-20",
  source: "",
};

/** A programme that began with the year. */
export function aProgramme() {
  return {
    title: "Đề án chuyển giao dịch vụ hành chính công cho bưu điện",
    aim: "Giảm việc cho công chức một cửa",
    decision: A_DECISION,
    validFrom: "2026-01-01",
    validTo: null as string | null,
  };
}

export function aPhase() {
  return {
    part: "phase",
    label: "3",
    ordinal: 3,
    decision: { ...A_DECISION, number: "500/QĐ-UBND" },
    validFrom: "2026-02-01",
    validTo: "2026-12-31" as string | null,
  };
}

export function aGoal() {
  return {
    part: "goal",
    name: "Hồ sơ do bưu điện tiếp nhận",
    measure: "dossiersReceived",
    countedIn: "hồ sơ",
    target: 1000,
    targetDay: "2026-12-31",
  };
}

/** Writes a programme down and gives its id. */
export async function begin(by: Client, form: object = {}): Promise<string> {
  const begun = passed(await by.send("POST", "/programmes", { ...aProgramme(), ...form }));
  return String(begun.body["programmeId"]);
}

/** Adds a part to a programme, whatever its version is. */
export async function keepPart(
  by: Client,
  programmeId: string,
  content: object,
): Promise<{ readonly partId: string }> {
  const read = passed(await by.get(`/programmes/${programmeId}`)).body as { programme: { version: number } };
  const sent = { version: read.programme.version, partId: null, reason: "", content };
  const kept = passed(await by.send("POST", `/programmes/${programmeId}/parts`, sent));
  return { partId: String(kept.body["partId"]) };
}
