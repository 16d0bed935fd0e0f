import { cancelReorganisation, changeReorganisation, planReorganisation } from "#contract/reorganisations.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { administratorBasis } from "../ledgers/administrator-basis.ts";
import {
  type ReorganisationAct,
  changePlan,
  settlePlan,
  writePlan,
} from "../ledgers/reorganisation-ledger.ts";
import { takeReferenceTurn } from "../units/save-places.ts";
import { loadPlaces } from "../units/stored-places.ts";
import { type StoredPlan, loadPlan } from "./plan-store.ts";
import { planOfInput, planWorld, soundPlan } from "./plan-world.ts";

type Any = Pick<Context<typeof planReorganisation>, "actor" | "reference" | "now">;

/** Who does it, by the post of an administrator of the space. */
export function reorganisationActOf({ actor, reference, now }: Any, space: Space): ReorganisationAct {
  return { basis: administratorBasis(actor, reference, space.id), actorId: actor.accountId, now };
}

/** Keeps a plan that is sound by the register as it stands. Nothing changes before its day. */
export const planReorganisationRoute = bind(planReorganisation, (context) =>
  context.write(async (tx, space) => {
    const { body, deps, now } = context;
    const plan = planOfInput(body.plan);
    await takeReferenceTurn(tx); // Two plans for one unit at once: the second one sees the first.
    const asked = { spaceId: space.id, today: localTime(now).day, applying: false };
    const sound = soundPlan(plan, await planWorld(tx, await loadPlaces(tx), asked));
    if (!sound.ok) return sound;
    const id = deps.newId();
    const { title, decision } = body;
    await writePlan(tx, reorganisationActOf(context, space), {
      id,
      spaceId: space.id,
      title,
      decision,
      plan,
    });
    return done({ reorganisationId: id, version: 1 });
  }),
);

/** Changes a plan whose day has not come. */
export const changeReorganisationRoute = bind(changeReorganisation, (context) =>
  context.write(async (tx, space) => {
    const { body, params, now } = context;
    await takeReferenceTurn(tx);
    const seen = await seenPlan(tx, space, { id: params.reorganisationId, version: body.version });
    if (!seen.ok) return seen;
    const { id, version } = seen.value;
    const plan = planOfInput(body.plan);
    const asked = { spaceId: space.id, today: localTime(now).day, applying: false, id };
    const sound = soundPlan(plan, await planWorld(tx, await loadPlaces(tx), asked));
    if (!sound.ok) return sound;
    const { title, decision } = body;
    const changed = await changePlan(tx, reorganisationActOf(context, space), {
      id,
      version,
      title,
      decision,
      plan,
    });
    return changed === undefined ? refuse("reorganisation_changed") : done({ version: changed });
  }),
);

/** Calls a plan off, which changes nothing: nothing had been changed. */
export const cancelReorganisationRoute = bind(cancelReorganisation, (context) =>
  context.write(async (tx, space) => {
    const { body, params } = context;
    const seen = await seenPlan(tx, space, { id: params.reorganisationId, version: body.version });
    if (!seen.ok) return seen;
    const { id, version } = seen.value;
    const payload = { reason: body.reason.trim() };
    const act = reorganisationActOf(context, space);
    const cancelled = await settlePlan(tx, act, { id, version, status: "cancelled", payload });
    return cancelled === undefined ? refuse("reorganisation_changed") : done({ version: cancelled });
  }),
);

/** The plan that somebody saw, locked until the transaction is over. */
export async function seenPlan(
  tx: Tx,
  space: Space,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<StoredPlan, "not_found" | "reorganisation_settled" | "reorganisation_changed">> {
  const plan = await loadPlan(tx, { id, spaceId: space.id }, true);
  if (!plan) return refuse("not_found");
  if (plan.status !== "planned") return refuse("reorganisation_settled");
  return plan.version === version ? done(plan) : refuse("reorganisation_changed");
}
