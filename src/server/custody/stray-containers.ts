import type { ThingView } from "#contract/custody.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Naming } from "../ledgers/holders.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import type { ReadScan } from "./scan-store.ts";
import { viewThings } from "./thing-views.ts";

/** A packet or bag that lies here by mistake and that whoever counts could not see otherwise. */
export interface Stray {
  /** Which scan read it. */
  readonly at: number;
  readonly view: ThingView;
  /** Whose it is, who are told too. */
  readonly scope: readonly string[];
}

/**
 * Of the scans that read the label of a container and found none: those whose container is there, with somebody else of
 * the space. Nobody guesses such a code, so that the label was in hand. Told are its code and who should have it, nothing
 * of the dossier.
 */
export async function findStrays(
  tx: Tx,
  naming: Naming,
  scans: readonly ReadScan[],
  found: ReadonlySet<number>,
): Promise<readonly Stray[]> {
  const unread = scans.flatMap(({ box }, at) => (box === null || found.has(at) ? [] : [{ box, at }]));
  if (unread.length === 0) return [];
  const codes = unread.map(({ box }) => box);
  return acrossSpace(tx, naming, async () => {
    const { rows } = await sql<{ id: string; code: string; scope: string[] }>`
      select id, code, scope from container where code = any (${codes}::text[])`.execute(tx);
    const views = await viewThings(
      tx,
      naming,
      rows.map(({ id }) => ({ thing: "container", id })),
    );
    const byCode = new Map(views.map((view) => [view.code, view]));
    const scopes = new Map(rows.map(({ code, scope }) => [code, scope]));
    return unread.flatMap(({ box, at }) => {
      const view = byCode.get(box);
      return view ? [{ at, view: withoutDossier(view), scope: scopes.get(box) ?? [] }] : [];
    });
  });
}

function withoutDossier(view: ThingView): ThingView {
  return { ...view, dossierId: null, dossierCode: null, originals: 0, copies: 0, waybill: null };
}
