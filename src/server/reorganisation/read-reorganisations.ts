import { listReorganisations, previewReorganisation, readReorganisation } from "#contract/reorganisations.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { type StoredPlan, findPlanHistory, findPlans, findSuccessions, loadPlan } from "./plan-store.ts";
import { planOfInput } from "./plan-world.ts";
import { previewPlan } from "./preview-plan.ts";

export const listReorganisationsRoute = bind(listReorganisations, async ({ read }) =>
  done({
    reorganisations: await read(async (tx, space) => (await findPlans(tx, space.id)).map(rowOf)),
  }),
);

/** A plan with its history; while it waits for its day also what it would do. */
export const readReorganisationRoute = bind(readReorganisation, async (context) => {
  const { params, reference, now, read } = context;
  return read(async (tx, space) => {
    const stored = await loadPlan(tx, { id: params.reorganisationId, spaceId: space.id });
    if (!stored) return refuse("not_found");
    const { id, plan, decision } = stored;
    const due = stored.effectiveOn <= localTime(now).day;
    const planned = stored.status === "planned";
    return done({
      ...rowOf(stored),
      decision,
      plan: plan as unknown as Parameters<typeof planOfInput>[0],
      due: due && planned,
      preview: planned ? await previewPlan(tx, { plan, space, reference, now, id, applying: due }) : null,
      history: await findPlanHistory(tx, id),
      successions: stored.status === "applied" ? await findSuccessions(tx, id) : [],
    });
  });
});

export const previewReorganisationRoute = bind(previewReorganisation, async (context) => {
  const { body, reference, now, read } = context;
  const plan = planOfInput(body.plan);
  const asked = { plan, reference, now, id: body.reorganisationId, applying: false };
  return done(await read((tx, space) => previewPlan(tx, { ...asked, space })));
});

function rowOf({ id, title, plan, status, version, effectiveOn, decision }: StoredPlan) {
  return {
    id,
    title,
    effectiveOn,
    shape: plan.shape,
    status,
    version,
    decisionNumber: decision.number,
    units: plan.units.length,
  };
}
