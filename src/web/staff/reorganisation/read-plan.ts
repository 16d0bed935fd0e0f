import { findHeirs } from "#contract/reorganisations.ts";
import { call } from "../api.ts";
import { NO_DECISION } from "../decision-fields.tsx";
import { CLOSES, EMPTY_PLAN, type HeirForm, type PlanForm, newHeir } from "./plan-form.ts";
import type { ReorganisationView } from "./reorganisation-page.tsx";

/** A kept plan as the form has it; its units are asked for, and one that has gone is left out. */
export async function readPlanForm(view: ReorganisationView): Promise<PlanForm> {
  const { plan } = view;
  const asked = await Promise.all(
    plan.units.map(({ unit }) => call(findHeirs, { params: { key: unit }, query: { on: plan.effectiveOn } })),
  );
  const units = asked.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const main = plan.units[0]?.heir ?? "";
  const others = plan.units.flatMap(({ points }) => points.flatMap(({ heir }) => heir ?? []));
  const keys = [...new Set([main, ...others])];
  const named = new Map(
    await Promise.all(
      keys
        .filter((key) => !key.startsWith("new:"))
        .map(async (key) => {
          const answer = await call(findHeirs, { params: { key }, query: {} });
          return [key, answer.ok ? answer.value.name : key] as const;
        }),
    ),
  );
  const heirs = keys.map((key, at) => heirForm(view, key, named.get(key), at + 1));
  const refOf = (key: string) => heirs[keys.indexOf(key)]?.ref ?? CLOSES;
  return {
    ...EMPTY_PLAN,
    shape: plan.shape,
    title: view.title,
    effectiveOn: plan.effectiveOn,
    decision: { ...NO_DECISION, ...view.decision },
    units,
    heirs,
    points: Object.fromEntries(
      plan.units.flatMap(({ points }) =>
        points.map(({ point, heir }) => [point, heir === null ? CLOSES : refOf(heir)]),
      ),
    ),
  };
}

function heirForm(
  { plan }: ReorganisationView,
  key: string,
  name: string | undefined,
  number: number,
): HeirForm {
  const empty = newHeir(number);
  const unit = plan.newUnits.find(({ ref }) => ref === key);
  if (!unit) return { ...empty, kind: "standing", standing: { key, name: name ?? key } };
  const { agency } = unit;
  return {
    ...empty,
    name: unit.name,
    governingBody: unit.governingBody,
    administrativeUnit: unit.administrativeUnit,
    agency: agency.kind,
    ...(agency.kind === "new" && {
      agencyName: agency.name,
      code2018: agency.code2018 ?? "",
      code2025: agency.code2025 ?? "",
      codeSource: agency.codeSource ?? "",
    }),
  };
}
