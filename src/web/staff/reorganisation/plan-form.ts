import type { PlanInput, findHeirs } from "#contract/reorganisations.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import type { ReorganisationShape } from "#domain/unit/reorganisation.ts";
import type { Words } from "#web/text/words.ts";
import type { AnswerOf } from "../api.ts";
import { type DecisionForm, NO_DECISION, decisionProblems } from "../decision-fields.tsx";

/** A unit that ends, with its points and what its heir may take over from it. */
export type EndingUnit = AnswerOf<typeof findHeirs>;

/** A unit that goes on: a new one, or one that stands. */
export interface HeirForm {
  readonly ref: `new:${number}`;
  readonly kind: "new" | "standing";
  readonly standing: { readonly key: string; readonly name: string } | null;
  readonly name: string;
  readonly governingBody: string;
  readonly administrativeUnit: string;
  readonly agency: "new" | "standing";
  readonly agencyName: string;
  readonly code2018: string;
  readonly code2025: string;
  readonly codeSource: string;
}

export interface PlanForm {
  readonly shape: ReorganisationShape;
  readonly title: string;
  readonly effectiveOn: string;
  readonly decision: DecisionForm;
  readonly units: readonly EndingUnit[];
  /** The first is the main one. */
  readonly heirs: readonly HeirForm[];
  /** Points that do not go on with the main heir: the `ref` of another one, or that they close. */
  readonly points: Readonly<Record<string, string>>;
}

/** Said of a point that closes. */
export const CLOSES = "closes";

export function newHeir(number: number): HeirForm {
  return {
    ref: `new:${number}`,
    kind: "new",
    standing: null,
    name: "",
    governingBody: "",
    administrativeUnit: "",
    agency: "new",
    agencyName: "",
    code2018: "",
    code2025: "",
    codeSource: "",
  };
}

export const EMPTY_PLAN: PlanForm = {
  shape: "merge",
  title: "",
  effectiveOn: "",
  decision: NO_DECISION,
  units: [],
  heirs: [newHeir(1)],
  points: {},
};

/** Another shape has other heirs: a unit that ends for good goes up into one that stands, the others begin anew. */
export function withShape(form: PlanForm, shape: ReorganisationShape): PlanForm {
  const [main = newHeir(1)] = form.heirs;
  const kind = shape === "abolish" ? "standing" : "new";
  const heirs = [prefilled({ ...main, kind }, shape, form.units[0])];
  return {
    ...form,
    shape,
    heirs: shape === "split" ? [...heirs, newHeir(2)] : heirs,
    units: shape === "merge" ? form.units : form.units.slice(0, 1),
    points: {},
  };
}

export function withUnit(form: PlanForm, unit: EndingUnit): PlanForm {
  const kept = form.shape === "merge" ? form.units.filter(({ key }) => key !== unit.key) : [];
  const units = [...kept, unit];
  return { ...form, units, heirs: form.heirs.map((heir) => prefilled(heir, form.shape, units[0])) };
}

/** What the heir as a rule takes over: the place of the first unit, and for a renaming its agency too. */
function prefilled(heir: HeirForm, shape: ReorganisationShape, unit: EndingUnit | undefined): HeirForm {
  if (!unit) return heir;
  const renames = shape === "rename";
  return {
    ...heir,
    administrativeUnit: heir.administrativeUnit || unit.administrativeUnit,
    governingBody: heir.governingBody || (renames ? unit.governingBody : ""),
    agency: renames && heir.name === "" ? "standing" : heir.agency,
  };
}

/** The plan as the routes take it. */
export function planInput(form: PlanForm): PlanInput {
  const [main] = form.heirs;
  const keyOf = (ref: string) => {
    const heir = form.heirs.find((one) => one.ref === ref);
    return heir?.kind === "standing" ? (heir.standing?.key ?? "") : ref;
  };
  const mainKey = main ? keyOf(main.ref) : "";
  return {
    shape: form.shape,
    effectiveOn: form.effectiveOn,
    units: form.units.map(({ key, points }) => ({
      unit: key,
      heir: mainKey,
      points: points.flatMap((point) => {
        const chosen = form.points[point.key];
        if (chosen === undefined || chosen === main?.ref) return [];
        return [{ point: point.key, heir: chosen === CLOSES ? null : keyOf(chosen) }];
      }),
    })),
    newUnits: form.heirs.filter(({ kind }) => kind === "new").map((heir) => newUnit(heir, form.units[0])),
  };
}

function newUnit(heir: HeirForm, unit: EndingUnit | undefined): PlanInput["newUnits"][number] {
  const { ref, name, governingBody, administrativeUnit } = heir;
  const coded = heir.code2018.trim() !== "" || heir.code2025.trim() !== "";
  return {
    ref,
    name: name.trim(),
    governingBody: governingBody.trim(),
    administrativeUnit,
    calendar: unit?.calendar ?? "",
    agency:
      heir.agency === "standing"
        ? { kind: "standing", key: unit?.agency ?? "" }
        : {
            kind: "new",
            name: heir.agencyName.trim(),
            agencyKind: unit?.agencyKind ?? "",
            ...(heir.code2018.trim() !== "" && { code2018: heir.code2018.trim() }),
            ...(heir.code2025.trim() !== "" && { code2025: heir.code2025.trim() }),
            // Whoever types an identifier has it from somewhere, but nobody has confirmed it here.
            ...(coded && { codeMark: "inference", codeSource: heir.codeSource.trim() }),
          },
  };
}

export type HeirProblems = Readonly<
  Partial<
    Record<"standing" | "name" | "governingBody" | "administrativeUnit" | "agencyName" | "codeSource", string>
  >
>;

export interface PlanProblems {
  readonly title?: string;
  readonly effectiveOn?: string;
  readonly units?: string;
  readonly decision: ReturnType<typeof decisionProblems>;
  readonly heirs: readonly HeirProblems[];
}

/** What is missing before a plan can be looked at or kept. */
export function planProblems(form: PlanForm, text: Words): PlanProblems {
  const { missing, notADay } = text.reorganisation.form;
  return {
    ...(form.title.trim() === "" && { title: missing }),
    ...(parsePlainDate(form.effectiveOn) === undefined && {
      effectiveOn: form.effectiveOn.trim() === "" ? missing : notADay,
    }),
    ...(form.units.length === 0 && { units: missing }),
    decision: decisionProblems(form.decision, text),
    heirs: form.heirs.map((heir) => heirProblems(heir, missing)),
  };
}

function heirProblems(heir: HeirForm, missing: string): HeirProblems {
  if (heir.kind === "standing") return heir.standing ? {} : { standing: missing };
  const empty = (["name", "governingBody", "administrativeUnit"] as const).filter(
    (part) => heir[part].trim() === "",
  );
  const newAgency = heir.agency === "new";
  const coded = heir.code2018.trim() !== "" || heir.code2025.trim() !== "";
  return {
    ...Object.fromEntries(empty.map((part) => [part, missing])),
    ...(newAgency && heir.agencyName.trim() === "" && { agencyName: missing }),
    ...(newAgency && coded && heir.codeSource.trim() === "" && { codeSource: missing }),
  };
}

export function isComplete({ title, effectiveOn, units, decision, heirs }: PlanProblems): boolean {
  const said = [title, effectiveOn, units, ...Object.values(decision), ...heirs.flatMap(Object.values)];
  return said.every((problem) => problem === undefined);
}
