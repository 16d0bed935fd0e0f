import type { HolderView } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { Reference } from "../units/reference.ts";
import { openOutsider } from "./custody-code.ts";
import { acrossSpace } from "./in-hand.ts";

/** What names are asked with. */
export interface Naming {
  readonly reference: Reference;
  readonly space: Space;
  readonly ring: KeyRing;
}

/** Holders as people read them. */
export type HolderNames = (holder: Holder) => HolderView;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly responsible: string | null;
}

/**
 * The names of holders, whatever their number in the same few statements. Somebody without an account is named to whoever
 * may see the hand-over: whoever calls this has logged the read.
 */
export async function holderNames(
  tx: Tx,
  naming: Naming,
  holders: readonly (Holder | null)[],
): Promise<HolderNames> {
  const { reference, ring } = naming;
  const asked = (kind: Holder["kind"]) => [
    ...new Set(holders.flatMap((holder) => (holder?.kind === kind && holder.id !== null ? [holder.id] : []))),
  ];
  const outsiders = await nameOutsiders(tx, ring, asked("outsider"));
  // A shelf of another unit is called by its name, as its unit is.
  const others = await nameOthers(tx, naming, {
    people: asked("person"),
    places: asked("place"),
    boxes: asked("container"),
  });
  const byId = new Map([...outsiders, ...others].map((one) => [one.id, one]));
  return (holder) => {
    const found = byId.get(holder.id ?? "");
    return {
      kind: holder.kind,
      id: holder.id,
      name: found?.name ?? placeName(holder, reference),
      responsible: found?.responsible ?? null,
    };
  };
}

async function nameOutsiders(tx: Tx, ring: KeyRing, ids: readonly string[]): Promise<readonly Named[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("custody_outsider")
    .select(["id", "sealed"])
    .where("id", "in", [...ids])
    .execute();
  return rows.map((row) => ({ id: row.id, name: openOutsider(ring, row).name, responsible: null }));
}

async function nameOthers(
  tx: Tx,
  naming: Naming,
  { people, places, boxes }: Readonly<Record<"people" | "places" | "boxes", string[]>>,
): Promise<readonly Named[]> {
  if (people.length + places.length + boxes.length === 0) return [];
  return acrossSpace(tx, naming, async () => {
    const { rows } = await sql<Named>`
      select id, full_name as name, null as responsible from nation.account where id = any (${people}::uuid[])
      union all
      select p.id, p.name, a.full_name from custody_place p join nation.account a on a.id = p.responsible_id
      where p.id = any (${places}::uuid[])
      union all
      select id, code, null from container where id = any (${boxes}::uuid[])`.execute(tx);
    return rows;
  });
}

/** Places of the reference data; empty for the citizen. */
function placeName({ kind, id }: Holder, { counters, units, agencies, postOfficeNames }: Reference): string {
  const key = id ?? "";
  if (kind === "counter") {
    const counter = counters.get(key);
    return counter ? `${counter.label}, ${counter.receptionPoint.name}` : "";
  }
  if (kind === "unit") return units.get(key)?.name ?? "";
  if (kind === "agency") return agencies.get(key)?.name ?? "";
  return kind === "postOffice" ? (postOfficeNames.get(key) ?? "") : "";
}
