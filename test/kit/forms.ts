import type { Client, Reply } from "./test-app.ts";

/** A person as the form holds one: plausible, invented. */
export const AN_APPLICANT = {
  kind: "person",
  name: "Nguyễn Thị Hồng Nhung",
  identityNumber: "087190001234",
  birthDate: "1990-05-12",
  sex: "female",
  address: "Ấp 1, xã Bình Thành, tỉnh Đồng Tháp",
  phone: "0912345678",
} as const;

/** The version in force of a procedure, with the papers that it always asks for. */
export async function aForm(client: Client, code = "2.000635"): Promise<Record<string, unknown>> {
  const { body } = await client.get(`/procedures/${code}`);
  const content = body["content"] as {
    papers: { id: string; kind: string; originals: number; copies: number }[];
  };
  return {
    procedureVersionId: body["versionId"],
    channel: "direct",
    applicant: AN_APPLICANT,
    papers: content.papers.map((paper) => ({
      paperId: paper.id,
      originals: paper.kind === "show" ? 0 : Math.max(paper.originals, paper.copies === 0 ? 1 : 0),
      copies: paper.kind === "show" ? 0 : paper.copies,
      shown: paper.kind === "show",
    })),
    furtherPapers: [],
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
    // Tests receive one person again and again; what the counter says of that has tests of its own.
    besidesOpen: true,
  };
}

/** Takes a dossier in, and fails loudly when the counter does not. */
export async function receive(client: Client, changes: Record<string, unknown> = {}): Promise<Reply> {
  const answer = await client.send("POST", "/dossiers", { ...(await aForm(client)), ...changes });
  if (answer.status !== 200) throw new Error(`the dossier was not taken in: ${JSON.stringify(answer.body)}`);
  return answer;
}
