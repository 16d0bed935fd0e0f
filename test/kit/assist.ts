import type { Client, Reply, TestApp } from "./test-app.ts";
import { receive } from "./forms.ts";
import { passed } from "./steps.ts";

/** From the next act on, the pilot's clerks act under this autonomy. */
export async function actUnder(app: TestApp, autonomy: "assist" | "supervised"): Promise<void> {
  await app.owner.query(
    `with changed as (update space_dong_thap.mandate set autonomy = '${autonomy}')
     update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
  );
}

/** A dossier that waits: its id and code. */
export async function takeIn(
  clerk: Client,
  changes: Record<string, unknown> = {},
): Promise<{ readonly dossierId: string; readonly code: string }> {
  const { body } = await receive(clerk, changes);
  if (body["status"] !== "awaitingConfirmation") throw new Error("it does not wait");
  return { dossierId: String(body["dossierId"]), code: String(body["code"]) };
}

/** Confirms, and fails loudly when one of them is refused. */
export async function confirm(by: Client, dossiers: readonly Wanted[]): Promise<void> {
  const results = resultsOf(passed(await by.send("POST", "/confirmations", { dossiers })));
  const refused = results.filter(({ refusal }) => refusal !== null);
  if (refused.length > 0) throw new Error(`not confirmed: ${JSON.stringify(refused)}`);
}

export interface Wanted {
  readonly dossierId: string;
  readonly version: number;
}

export interface Confirmed {
  readonly dossierId: string;
  readonly status: string | null;
  readonly version: number | null;
  readonly refusal: { readonly code: string } | null;
}

export function resultsOf(reply: Reply): readonly Confirmed[] {
  return reply.body["results"] as readonly Confirmed[];
}
