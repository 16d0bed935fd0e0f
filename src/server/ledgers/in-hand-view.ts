import type { InHandView } from "#contract/hand-overs.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { findCashUnits } from "./cash-alone.ts";
import { countCustody } from "./custody-succession.ts";
import {
  type InHandDossier,
  type Leaver,
  acrossSpace,
  countDrafts,
  feeInHand,
  findInHand,
} from "./in-hand.ts";
import { findSuccessors } from "./successors.ts";

/** What would go on if somebody were stopped or left now, place by place, and who may take it over. */
export async function previewHandOver(
  tx: Tx,
  where: { readonly reference: Reference; readonly space: Space; readonly day: PlainDate },
  leaver: Leaver,
): Promise<{ inHand: InHandView; successors: { id: string; name: string; place: string }[] }> {
  const { found, custody } = await acrossSpace(tx, where, async () => ({
    found: await findInHand(tx, leaver),
    custody: await countCustody(tx, leaver),
  }));
  const cashUnits = await findCashUnits(tx, where, leaver, found);
  return {
    inHand: {
      places: placesIn(found, where.reference),
      papers: found.reduce((sum, { items }) => sum + items.length, 0),
      dossiers: found.length,
      ...custody,
      ...feesIn(found),
      cashAt: cashUnits.map((id) => where.reference.units.get(id)?.name ?? ""),
      drafts: await countDrafts(tx, leaver),
      assignments: leaver.target === "account" ? await countAssignments(tx, leaver, where.day) : 0,
    },
    successors: await findSuccessors(tx, where, leaver, found, cashUnits),
  };
}

/** More dossiers than somebody reads are summed up only. */
const FEE_LINES_MAX = 100;

function feesIn(found: readonly InHandDossier[]): Pick<InHandView, "fees" | "feeLines"> {
  const lines = found
    .filter(({ items }) => items.length > 0)
    .map((one) => ({ code: one.dossier.code, fee: feeInHand(one) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return {
    fees: {
      sum: lines.reduce((sum, { fee }) => sum + (fee ?? 0), 0),
      unfixed: lines.filter(({ fee }) => fee === null).length,
    },
    feeLines: lines.slice(0, FEE_LINES_MAX),
  };
}

type Counts = Omit<InHandView["places"][number], "placeId" | "place">;
const NONE: Counts = { papers: 0, paperDossiers: 0, matters: 0, steps: 0 };

function placesIn(found: readonly InHandDossier[], reference: Reference): InHandView["places"] {
  const places = new Map<string, InHandView["places"][number]>();
  const add = (placeId: string, more: Partial<Counts>) => {
    const place = reference.units.get(placeId)?.name ?? reference.agencies.get(placeId)?.name ?? "";
    const known = places.get(placeId) ?? { placeId, place, ...NONE };
    places.set(placeId, {
      ...known,
      papers: known.papers + (more.papers ?? 0),
      paperDossiers: known.paperDossiers + (more.paperDossiers ?? 0),
      matters: known.matters + (more.matters ?? 0),
      steps: known.steps + (more.steps ?? 0),
    });
  };
  for (const { dossier, items, matter, steps } of found) {
    if (items.length > 0) add(dossier.received_at_unit_id, { papers: items.length, paperDossiers: 1 });
    if (matter) add(dossier.deciding_agency_id, { matters: 1 });
    for (const { placeId } of steps) add(placeId, { steps: 1 });
  }
  return [...places.values()].toSorted((a, b) => a.place.localeCompare(b.place, "vi"));
}

async function countAssignments(tx: Tx, leaver: Leaver, day: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from assignment
    where account_id = ${leaver.targetId}::uuid and revoked_at is null and valid_to >= ${day}::date
      and unit_id = any (${[...leaver.unitIds]}::uuid[])`.execute(tx);
  return rows[0]?.count ?? 0;
}
