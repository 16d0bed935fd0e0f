import { applyReorganisation } from "#contract/reorganisations.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { applyPlan, takeTurns } from "./apply-plan.ts";
import { reorganisationActOf, seenPlan } from "./plan-reorganisation.ts";

/** Applies a plan by hand once its day has come; twice is once. */
export const applyReorganisationRoute = bind(applyReorganisation, (context) =>
  context.write(async (tx, space) => {
    const { params, body, deps } = context;
    await takeTurns(tx);
    const seen = await seenPlan(tx, space, { id: params.reorganisationId, version: body.version });
    if (!seen.ok) return seen;
    const version = await applyPlan(tx, seen.value, reorganisationActOf(context, space), deps.newId);
    return version.ok ? done({ version: version.value }) : version;
  }),
);
