import { type ImportKind, type ImportRow, importPlaces, previewPlaceImport } from "#contract/places.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { actOf } from "./keep-places.ts";
import { fingerprint } from "./place-view.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";
import { takeReferenceTurn } from "../units/save-places.ts";

/** So many rows are shown before an import; all are counted, and all faults of a usual file are among them. */
const ROWS_SHOWN_MAX = 500;

export const previewPlaceImportRoute = bind(previewPlaceImport, async (context) => {
  const { query, body } = context;
  const bytes = bytesOf(body);
  const plan = await context.read((tx, space) => planImport(tx, query.kind, bytes, space.id));
  if (!plan.ok) return plan;
  const worth = plan.value.rows.filter(({ outcome, tidied }) => outcome !== "unchanged" || tidied.length > 0);
  const shown = [
    ...worth.filter(({ outcome }) => outcome === "refused"),
    ...worth.filter(({ outcome }) => outcome !== "refused"),
  ].slice(0, ROWS_SHOWN_MAX);
  return done({
    counts: plan.value.counts,
    rows: shown,
    more: worth.length - shown.length,
    plan: planName(query.kind, bytes, plan.value),
  });
});

export const importPlacesRoute = bind(importPlaces, async (context) => {
  const { query, body } = context;
  const bytes = bytesOf(body);
  return context.write(async (tx, space) => {
    await takeReferenceTurn(tx);
    const plan = await planImport(tx, query.kind, bytes, space.id);
    if (!plan.ok) return plan;
    const { counts } = plan.value;
    if (counts.refused > 0) return refuse("import_rows_refused", { rows: counts.refused });
    if (planName(query.kind, bytes, plan.value) !== query.plan) return refuse("place_changed");
    await plan.value.save(tx, actOf(context, space, query.reason));
    return done({ counts });
  });
});

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}

/** Two plans with one name do the same: the same file against the same places. */
function planName(kind: ImportKind, bytes: Uint8Array, { rows }: ImportPlan): string {
  const effects = rows.map(({ line, outcome, differences }: ImportRow) => [line, outcome, differences]);
  return fingerprint(`${kind} ${fingerprint(bytes)} ${JSON.stringify(effects)}`);
}
