import type { Client, Reply, TestApp } from "./test-app.ts";

/** The smallest files that are what they are. */
export const A_PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
export const A_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The people of the demo who bring a dossier from the counter to the citizen. */
export interface Desks {
  readonly clerk: Client;
  readonly officer: Client;
  readonly caseOfficer: Client;
  readonly approver: Client;
}

export async function openDesks(app: TestApp): Promise<Desks> {
  return {
    clerk: await app.signIn("lan.clerk", "Bình Tấn Quầy 1"),
    officer: await app.signIn("duc.officer", "xã Bình Thành Quầy 1"),
    caseOfficer: await app.signIn("ha.case"),
    approver: await app.signIn("thai.approver"),
  };
}

/** Keeps a file and gives its id. */
export async function upload(
  client: Client,
  dossierId: string,
  purpose: string,
  content: Buffer = A_PDF,
): Promise<string> {
  const url = `/dossiers/${dossierId}/files?purpose=${purpose}&name=tep.pdf`;
  return String(
    passed(await client.send("POST", url, content, { type: "application/octet-stream" })).body["fileId"],
  );
}

/** Statuses that a dossier can be brought to. */
export type Stage = "forwarded" | "processing" | "awaitingApproval" | "finished" | "returned";

/** Brings a dossier that was just received (version 1) to a status, each step by whom it belongs to. */
export async function bringTo(desks: Desks, dossierId: string, stage: Stage): Promise<void> {
  const steps: readonly [Stage, () => Promise<Reply>][] = [
    ["forwarded", () => desks.officer.send("POST", `/dossiers/${dossierId}/forwarding`, { version: 1 })],
    ["processing", () => desks.caseOfficer.send("POST", `/dossiers/${dossierId}/taking`, { version: 2 })],
    ["awaitingApproval", () => recordOutcome(desks.caseOfficer, dossierId, 3)],
    ["finished", () => desks.approver.send("POST", `/dossiers/${dossierId}/approval`, { version: 4 })],
    [
      "returned",
      async () =>
        desks.clerk.send(
          "POST",
          `/dossiers/${dossierId}/return`,
          await returnForm(desks.clerk, dossierId, 5),
        ),
    ],
  ];
  for (const [name, step] of steps) {
    passed(await step());
    if (name === stage) return;
  }
}

export async function recordOutcome(
  caseOfficer: Client,
  dossierId: string,
  version: number,
  note?: string,
): Promise<Reply> {
  const fileId = await upload(caseOfficer, dossierId, "result");
  const form = {
    version,
    outcome: "granted",
    fileId,
    number: "12/TLKT-BS",
    ...(note !== undefined && { note }),
  };
  return caseOfficer.send("POST", `/dossiers/${dossierId}/outcome`, form);
}

/** The form of a return with a drawn signature that was just kept. */
export async function returnForm(
  clerk: Client,
  dossierId: string,
  version: number,
): Promise<Record<string, unknown>> {
  const fileId = await upload(clerk, dossierId, "signature", A_PNG);
  return {
    version,
    collector: "applicant",
    identityProof: "identityCard",
    identityChecked: true,
    signature: { kind: "drawn", fileId },
    originals: [],
  };
}

/** The reply, when it is a 200. */
export function passed(reply: Reply): Reply {
  if (reply.status !== 200) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply;
}
