import { randomUUID } from "node:crypto";

/** Asks the API as a person with a session. @throws with the answer when it is not a success */
export async function ask<T>(base: string, cookie: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      cookie,
      ...(body !== undefined && { "content-type": "application/json", "idempotency-key": randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${text.slice(0, 400)}`);
  return JSON.parse(text) as T;
}

/** Takes a dossier in at the counter, with the papers that its procedure always asks for. */
export async function receiveDossier(
  base: string,
  cookie: string,
  procedureCode: string,
  applicantName: string,
): Promise<{ readonly dossierId: string; readonly code: string }> {
  const procedure = await ask<ProcedureAnswer>(base, cookie, `/procedures/${procedureCode}`);
  return ask(base, cookie, "/dossiers", {
    procedureVersionId: procedure.versionId,
    channel: "direct",
    applicant: {
      kind: "person",
      name: applicantName,
      identityNumber: "087190001234",
      birthDate: "1990-05-12",
      sex: "female",
      address: "Ấp 1, xã Đo lường, tỉnh Đồng Tháp",
      phone: "0912345678",
    },
    papers: procedure.content.papers.map(({ id, kind, originals, copies }) => ({
      paperId: id,
      originals: kind === "show" ? 0 : Math.max(originals, copies === 0 ? 1 : 0),
      copies: kind === "show" ? 0 : copies,
      shown: kind === "show",
    })),
    furtherPapers: [],
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
  });
}

interface ProcedureAnswer {
  readonly versionId: string;
  readonly content: {
    readonly papers: readonly { id: string; kind: string; originals: number; copies: number }[];
  };
}
