import type { PartOfView, PartsView } from "#contract/linked.ts";
import type { TrackedDossier, TrackedPart } from "#contract/track.ts";
import { type BusinessStatus, hasEnded } from "#domain/dossier/dossier-state.ts";
import { partStates } from "#domain/dossier/interlinked.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seeDossier } from "../ledgers/consultation-ledger.ts";
import { ruleOn } from "../ledgers/interlinked-rules.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { type OpenedParts, type PartRow, type WholeRow, openedParts } from "../ledgers/part-ledger.ts";
import type { Reference } from "../units/reference.ts";
import { awaitedView } from "./awaited-view.ts";
import type { PageRows } from "./page-store.ts";

/** The parts of a dossier that is done as several, in the order of its rule; null for one that is worked as one. */
export function partsSeen(
  reference: Reference,
  dossier: DossierRecord,
  opened: OpenedParts | undefined,
): PartsView | null {
  if (!opened) return null;
  const { rule, parts } = opened;
  const states = partStates(rule, parts);
  return {
    latestDueAt: latestOf(dossier, parts),
    parts: rule.parts.map(({ key, name, procedureCode, needed, after }) => {
      const own = parts.find((part) => part.key === key);
      return {
        key,
        name,
        procedureCode,
        needed,
        after: [...after],
        state: states.get(key) ?? "waiting",
        dossier: own ? dossierOf(own, reference) : null,
      };
    }),
  };
}

function dossierOf({ agencyId, key: _key, outcome: _outcome, ...part }: PartRow, reference: Reference) {
  return { ...part, agencyName: reference.agencies.get(agencyId)?.name ?? "" };
}

/** The latest date of all that are under way: by then the citizen has the whole. */
function latestOf(dossier: DossierRecord, parts: readonly PartRow[]): Instant | null {
  const open = parts.filter(({ status }) => !isOver(status));
  const dates = [dossier.due_at, ...open.map(({ dueAt }) => dueAt)].flatMap((due) => due ?? []);
  return dates.toSorted().at(-1) ?? null;
}

function isOver(status: BusinessStatus): boolean {
  return hasEnded(status) || status === "finished" || status === "returnAwaitingConfirmation";
}

/** The whole that a dossier is a part of; null for one that stands alone. */
export function partOfView({ wholes: [whole] }: PageRows): PartOfView | null {
  return whole ? wholeView(whole) : null;
}

function wholeView({
  key,
  wholeId,
  code,
  procedureName,
  procedureCode,
  receivedOn,
  readable,
  status,
}: WholeRow) {
  const name = ruleOn(procedureCode, receivedOn)?.parts.find((part) => part.key === key)?.name;
  invariant(name, "a part has its rule");
  return { dossierId: wholeId, code, procedureName, key, name, readable, ended: hasEnded(status) };
}

/** The parts as the citizen reads them, each with what is awaited for it. */
export async function trackedParts(
  tx: Tx,
  deps: Deps,
  dossier: DossierRecord,
): Promise<Pick<TrackedDossier, "parts" | "latestDueAt">> {
  const seen = partsSeen(deps.reference.current(), dossier, await openedParts(tx, dossier));
  if (!seen) return { parts: [], latestDueAt: null };
  const parts: TrackedPart[] = [];
  for (const { name, state, dossier: own } of seen.parts) {
    parts.push({
      name,
      state,
      agency: own?.agencyName ?? null,
      status: own?.status ?? null,
      dueAt: own?.dueAt ?? null,
      awaited: own && state === "open" ? await awaitedOf(tx, deps, own.dossierId) : null,
    });
  }
  await seeDossier(tx, dossier.id);
  return { parts, latestDueAt: seen.latestDueAt };
}

async function awaitedOf(tx: Tx, { ring }: Deps, dossierId: string) {
  await seeDossier(tx, dossierId);
  const part = await loadDossier(tx, dossierId);
  return part ? awaitedView(tx, ring, part) : null;
}
