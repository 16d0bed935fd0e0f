import { aForm } from "./forms.ts";
import type { Client, Reply } from "./test-app.ts";

/** What to bring, and why. */
export const ASK = {
  kind: "ask",
  papers: [{ name: "Bản chính giấy tờ làm cơ sở để chứng thực", originals: 1, copies: 0 }],
  reason: "Chưa có bản chính để đối chiếu",
} as const;
export const REFUSE = { kind: "refuse", reason: "Không thuộc thẩm quyền của xã" } as const;

/** A dossier that was handed in and not received. */
export interface Lodged {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  readonly status: string;
  readonly formIssueId: string;
}

/** The form of the counter without its papers, and what the counter answers. */
export async function aLodging(
  by: Client,
  changes: Record<string, unknown> = {},
  procedure?: string,
): Promise<Record<string, unknown>> {
  const {
    papers: _papers,
    furtherPapers: _further,
    besidesOpen: _besides,
    ...form
  } = await aForm(by, procedure);
  return { ...form, answer: ASK, ...changes };
}

/** Lodges a dossier, and fails loudly when the counter does not. */
export async function lodge(by: Client, changes: Record<string, unknown> = {}): Promise<Lodged> {
  const answer = await by.send("POST", "/lodgings", await aLodging(by, changes));
  if (answer.status !== 200) throw new Error(`not lodged: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as Lodged;
}

/** Receives what was lodged, with every paper that the procedure asks for. */
export async function accept(
  by: Client,
  { dossierId }: Pick<Lodged, "dossierId">,
  version = 2,
  changes: Record<string, unknown> = {},
): Promise<Reply> {
  const { procedureVersionId: _version, channel: _channel, besidesOpen: _besides, ...form } = await aForm(by);
  return by.send("POST", `/dossiers/${dossierId}/acceptance`, { version, ...form, ...changes });
}
