import type { ThingRef } from "#contract/custody.ts";
import type { Holder, Thing } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Custodian } from "./custodian.ts";

/** A thing as it stands, held until the transaction ends. */
export interface HeldThing {
  readonly thing: Thing;
  readonly id: string;
  /** `packet` or `bag` of a container; `paper` or `result`. */
  readonly kind: string;
  readonly code: string | null;
  /** Null when it was put away, struck or never was in anybody's hands. */
  readonly holder: Holder | null;
  readonly seal: string | null;
  readonly offered: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly dossierId: string | null;
  readonly scope: readonly string[];
}

interface ThingRow extends Omit<HeldThing, "holder"> {
  readonly holderKind: Holder["kind"] | null;
  readonly holderId: string | null;
}

/**
 * The named things as they stand, locked in the order of their keys so that two who move the same never wait for each
 * other in a circle; those that nobody may see are left out.
 */
export async function lockThings(tx: Tx, refs: readonly ThingRef[]): Promise<readonly HeldThing[]> {
  const boxes = refs.filter(({ thing }) => thing === "container").map(({ id }) => id);
  const papers = refs.filter(({ thing }) => thing === "item").map(({ id }) => id);
  const containers = boxes.length === 0 ? [] : await lockContainers(tx, boxes);
  const items = papers.length === 0 ? [] : await lockItems(tx, papers);
  return [...containers, ...items].map(({ holderKind, holderId, ...row }) => ({
    ...row,
    holder: holderKind === null ? null : holderOf(holderKind, holderId),
  }));
}

/** A holder from its two columns. */
export function holderOf(kind: string, id: string | null): Holder {
  return { kind, id: id === null ? null : asId(id) } as Holder;
}

/** What is asked beside a locked row would be answered from before the lock was waited for: so it is asked afterwards. */
const OFFERED = sql`exists (select from manifest_line l where l.thing_id = t.id and l.outcome = 'offered')`;

async function lockContainers(tx: Tx, ids: readonly string[]): Promise<readonly ThingRow[]> {
  const wanted = sql`t.id = any (${[...ids]}::uuid[])`;
  await sql`select from container t where ${wanted} order by t.id for update`.execute(tx);
  const { rows } = await sql<ThingRow>`
    select 'container' as thing, t.id, t.kind, t.code, t.holder_kind as "holderKind", t.holder_id as "holderId", t.seal,
      ${OFFERED} as offered, 0 as originals, 0 as copies, t.dossier_id as "dossierId", t.scope
    from container t where ${wanted}`.execute(tx);
  return rows;
}

async function lockItems(tx: Tx, ids: readonly string[]): Promise<readonly ThingRow[]> {
  const wanted = sql`t.id = any (${[...ids]}::uuid[])`;
  await sql`select from item t where ${wanted} order by t.id for update`.execute(tx);
  const { rows } = await sql<ThingRow>`
    select 'item' as thing, t.id, t.kind, null as code, t.holder_kind as "holderKind", t.holder_id as "holderId",
      null as seal, ${OFFERED} as offered, t.originals, t.copies, t.dossier_id as "dossierId", t.scope
    from item t where ${wanted}`.execute(tx);
  return rows;
}

type HoldRefusal = "not_found" | "not_holder" | "thing_offered" | "thing_inside" | "thing_named_twice";

/**
 * The named things, if this person may move all of them: each is there, in no container, on no unanswered bảng kê, and
 * with somebody or somewhere that this person answers for.
 */
export async function takeInHand(
  tx: Tx,
  custodian: Custodian,
  refs: readonly ThingRef[],
): Promise<Result<readonly HeldThing[], HoldRefusal>> {
  if (new Set(refs.map(({ id }) => id)).size < refs.length) return refuse("thing_named_twice");
  const things = await lockThings(tx, refs);
  if (things.length < refs.length) return refuse("not_found");
  for (const { holder, offered } of things) {
    if (holder === null) return refuse("not_found");
    if (holder.kind === "container") return refuse("thing_inside");
    if (!custodian.answers(holder)) return refuse("not_holder");
    if (offered) return refuse("thing_offered");
  }
  return done(things);
}
