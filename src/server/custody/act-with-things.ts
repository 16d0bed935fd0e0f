import type { Result } from "#domain/shared/result.ts";
import type { Context } from "../http/context.ts";
import type { RouteContract } from "#contract/route.ts";
import type { Space, Tx } from "../db/kysely.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { type Custodian, custodianOf } from "../ledgers/custodian.ts";

/** What every act with things is given: who acts and what that person answers for. */
export interface Hands {
  readonly tx: Tx;
  readonly space: Space;
  readonly custodian: Custodian;
  readonly mandates: MandateFacts;
}

type Acting = Pick<
  Context<RouteContract & { readonly permission: "custody.hold" }>,
  "act" | "now" | "reference"
> & {
  readonly actor: Parameters<typeof custodianOf>[1];
};

/** Runs an act with things in one transaction: once per key, by rights that still hold when it is written. */
export async function actWithThings<T, Code extends string>(
  context: Acting,
  run: (hands: Hands) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | "right_suspended" | "mandates_changed">> {
  return context.act(async (tx, space, facts): Promise<Result<T, Code | "right_suspended">> => {
    const custodian = await custodianOf(tx, context.actor, facts, context);
    return custodian.ok ? run({ tx, space, custodian: custodian.value, mandates: facts }) : custodian;
  });
}
