import { type ContainerFacts, type ContainerRefusal, mayOpenly } from "#domain/custody/container.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Custodian } from "../ledgers/custodian.ts";
import { type HeldThing, lockThings } from "../ledgers/things.ts";

/** A container in the hands of whoever acts. */
export type HeldContainer = HeldThing & { readonly holder: Holder; readonly code: string };

type InHand = "not_found" | "not_holder" | Exclude<ContainerRefusal, "container_sealed">;

/** The container, locked, if this person may work on it: it is in his or her hands and on its way to nobody. */
export async function containerInHand(
  tx: Tx,
  custodian: Custodian,
  id: string,
): Promise<Result<HeldContainer, InHand>> {
  const [container] = await lockThings(tx, [{ thing: "container", id }]);
  if (!container) return refuse("not_found");
  const may = mayOpenly(factsOf(container));
  if (!may.ok && may.code !== "container_sealed") return refuse(may.code);
  const { holder, code } = container;
  invariant(holder && code !== null, "a container that is there has a holder and a code");
  return custodian.answers(holder) ? done({ ...container, holder, code }) : refuse("not_holder");
}

/** {@link containerInHand} for what needs it open. */
export async function openInHand(
  tx: Tx,
  custodian: Custodian,
  id: string,
): Promise<Result<HeldContainer, InHand | "container_sealed">> {
  const found = await containerInHand(tx, custodian, id);
  if (!found.ok) return found;
  return found.value.seal === null ? found : refuse("container_sealed");
}

function factsOf({ kind, seal, holder, offered }: HeldThing): ContainerFacts {
  return { kind: kind === "bag" ? "bag" : "packet", seal, holder, offered };
}

/** Whether nothing lies in a container, also nothing that whoever asks may not see. */
export async function isEmpty(tx: Tx, containerId: string): Promise<boolean> {
  const { rows } = await sql<{ things: number }>`
    select things from container_sums(array[${containerId}::uuid])`.execute(tx);
  return rows[0]?.things === 0;
}

/** What lies in a container itself, not in a container within, locked. */
export async function contentsOf(tx: Tx, containerId: string): Promise<readonly HeldThing[]> {
  const inside = (table: "container" | "item") =>
    tx
      .selectFrom(table)
      .select("id")
      .where("holder_kind", "=", "container")
      .where("holder_id", "=", containerId)
      .execute();
  const [boxes, papers] = [await inside("container"), await inside("item")];
  return lockThings(tx, [
    ...boxes.map(({ id }) => ({ thing: "container" as const, id })),
    ...papers.map(({ id }) => ({ thing: "item" as const, id })),
  ]);
}
