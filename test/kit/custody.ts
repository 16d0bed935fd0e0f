import { receive } from "./forms.ts";
import { A_PNG, passed } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";

type Purpose = "signature" | "photo" | "signedPaper";

/** Keeps a file for a hand-over. @returns its key */
export async function keepFile(by: Client, purpose: Purpose): Promise<string> {
  const kept = await by.send("POST", `/custody/files?purpose=${purpose}`, A_PNG, { type: "image/png" });
  if (kept.status !== 200) throw new Error(`a ${purpose} is kept: ${JSON.stringify(kept.body)}`);
  return String(kept.body["fileId"]);
}

/** A signature drawn on the screen a moment ago; each signs once. */
export async function sign(by: Client): Promise<{ readonly kind: "drawn"; readonly fileId: string }> {
  return { kind: "drawn", fileId: await keepFile(by, "signature") };
}

export interface Ref {
  readonly thing: "item" | "container";
  readonly id: string;
}

/** An empty packet or bag in the hands of whoever makes it. */
export async function makeContainer(
  by: Client,
  kind: "packet" | "bag" = "packet",
): Promise<Ref & { readonly code: string }> {
  const made = await by.send("POST", "/custody/containers", { kind });
  if (made.status !== 200) throw new Error(`a ${kind} is made: ${JSON.stringify(made.body)}`);
  return { thing: "container", id: String(made.body["containerId"]), code: String(made.body["code"]) };
}

/** Puts things into a container. */
export function pack(by: Client, into: Ref, things: readonly Ref[]): Promise<Reply> {
  return by.send("POST", `/custody/containers/${into.id}/packing`, { things: things.map(refOf) });
}

/** Offers things to somebody, signed. */
export async function offer(
  by: Client,
  things: readonly (Ref & { readonly seal?: string })[],
  to: { readonly kind: string; readonly id: string },
): Promise<Reply> {
  const named = things.map((thing) => ({ ...refOf(thing), ...(thing.seal && { seal: thing.seal }) }));
  return by.send("POST", "/custody/manifests", { things: named, to, signature: await sign(by) });
}

/** Accepts a bảng kê, signed: so many were counted. */
export async function accept(
  by: Client,
  manifestId: string,
  counted: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const body = { counted, signature: await sign(by), ...more };
  return by.send("POST", `/custody/manifests/${manifestId}/acceptance`, body);
}

/** The reference alone, as the contract takes it. */
export function refOf({ thing, id }: Ref): Ref {
  return { thing, id };
}

/** The papers of a new dossier, at the clerk's counter. */
export async function papersAtCounter(app: TestApp, clerk: Client): Promise<readonly Ref[]> {
  const { body } = passed(await receive(clerk, {}));
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.item where dossier_id = $1 and holder_kind = 'counter' order by position",
    [body["dossierId"]],
  );
  return rows.map(({ id }) => ({ thing: "item", id }));
}

let seals = 0;

/** A sealed packet with the papers of a new dossier, in the clerk's own hands. */
export async function sealedPacketOf(app: TestApp, clerk: Client) {
  const packet = await makeContainer(clerk);
  passed(await pack(clerk, packet, await papersAtCounter(app, clerk)));
  seals += 1;
  const seal = `NP-${process.pid}-${seals}`;
  passed(await clerk.send("POST", `/custody/containers/${packet.id}/sealing`, { seal }));
  return { ...packet, seal };
}

/** Who has a thing, as the projection says. @example "person 0192c1a0-…" */
export async function holderOf({ owner }: TestApp, { thing, id }: Ref): Promise<string> {
  const { rows } = await owner.query<{ kind: string; id: string | null }>(
    `select holder_kind as kind, holder_id as id from space_dong_thap.${thing} where id = $1`,
    [id],
  );
  return `${rows[0]?.kind} ${rows[0]?.id}`;
}
