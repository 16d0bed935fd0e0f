import { type Instant, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import type { Caller } from "./staff-sessions.ts";

interface Scene {
  readonly callerOf: (username: string) => Promise<Caller>;
  /** A result that was granted, as a PDF. */
  readonly result: Buffer;
  readonly now: Instant;
}

type Answer = Readonly<Record<string, unknown>>;

/** Invented, as everybody in the demo. */
const MOTHER = {
  kind: "person",
  name: "Nguyễn Thị Thanh Trúc",
  identityNumber: "087196004321",
  birthDate: "1996-08-20",
  sex: "female",
  address: "Ấp Bình Hòa, xã Bình Thành, tỉnh Đồng Tháp",
  phone: "0939112233",
} as const;

/**
 * A child is registered for birth, residence and health insurance at once (2.000986): the birth is decided, the police
 * has the residence in hand, the insurance card waits, and the department of health is asked for its opinion.
 */
export async function playInterlinked({ callerOf, result, now }: Scene): Promise<void> {
  const as = async (username: string, ...request: Parameters<Caller>) =>
    (await callerOf(username))(...request);
  const counter = (...request: Parameters<Caller>) => as("duc.officer", ...request);
  const { dossierId } = await counter("POST", "/dossiers", await formOf(counter));
  const whole = String(dossierId);
  const partOf = async (key: string) => {
    const { parts } = (await counter("GET", `/dossiers/${whole}`))["parts"] as { parts: readonly Part[] };
    return parts.find((part) => part.key === key)?.dossier?.dossierId ?? "";
  };
  const birth = await partOf("birth");
  await as("ha.case", "POST", `/dossiers/${birth}/taking`, { version: 1 });
  const place = `/dossiers/${birth}/files?purpose=result&name=${encodeURIComponent("Giấy khai sinh.pdf")}`;
  const { fileId } = await as("ha.case", "POST", place, result);
  const outcome = { version: 2, outcome: "granted", fileId, number: "112/2026" };
  await as("ha.case", "POST", `/dossiers/${birth}/outcome`, outcome);
  await as("thai.approver", "POST", `/dossiers/${birth}/approval`, { version: 3 });
  await as("chinh.case", "POST", `/dossiers/${await partOf("residence")}/taking`, { version: 1 });

  await counter("POST", `/dossiers/${whole}/forwarding`, { version: 2 });
  await as("tuyet.case", "POST", `/dossiers/${whole}/taking`, { version: 3 });
  await as("tuyet.case", "POST", `/dossiers/${whole}/consultations`, {
    version: 4,
    agencyId: referenceId("agency:department:health"),
    question: "Trẻ sinh tại nhà: trạm y tế có theo dõi ca sinh này không?",
    answerBy: addDays(localTime(now).day, 3),
  });
}

interface Part {
  readonly key: string;
  readonly dossier: { readonly dossierId: string } | null;
}

async function formOf(counter: Caller): Promise<object> {
  const { versionId, content } = await counter("GET", "/procedures/2.000986");
  const { papers } = content as { readonly papers: readonly Answer[] };
  return {
    procedureVersionId: versionId,
    channel: "direct",
    applicant: MOTHER,
    papers: papers
      .filter((paper) => paper["condition"] === undefined)
      .map(({ id, kind }) => ({
        paperId: id,
        originals: kind === "show" ? 0 : 1,
        copies: 0,
        shown: kind === "show",
      })),
    furtherPapers: [],
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
  };
}
