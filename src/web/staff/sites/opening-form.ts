import type { recordOpening } from "#contract/sites.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { EQUIPMENT, type Equipment, OPENING_FAULTS, type OpeningFault } from "#domain/site/site-opening.ts";
import type { Words } from "#web/text/words.ts";
import { type DecisionForm, NO_DECISION, decisionInput, decisionProblems } from "../decision-fields.tsx";
import type { InputOf } from "../api-request.ts";
import type { CallProblem } from "../api.ts";
import type { KeptPhoto } from "./use-photos.ts";

/** What is typed of an opening; counts are texts, empty where nothing was counted. */
export interface OpeningForm {
  readonly openedOn: string;
  readonly address: string;
  readonly counterIds: readonly string[];
  readonly decal: boolean;
  readonly decalSince: string;
  readonly counts: Readonly<Partial<Record<Equipment, string>>>;
  readonly otherEquipment: string;
  readonly present: string;
  readonly withDecision: boolean;
  readonly decision: DecisionForm;
  readonly photos: readonly KeptPhoto[];
}

/** A form for a site: its address of today. Which counters were open on the day is said by who was there. */
export function startOpening(address: string): OpeningForm {
  return {
    openedOn: "",
    address,
    counterIds: [],
    decal: false,
    decalSince: "",
    counts: {},
    otherEquipment: "",
    present: "",
    withDecision: false,
    decision: NO_DECISION,
    photos: [],
  };
}

export interface OpeningProblems {
  readonly openedOn?: string;
  readonly address?: string;
  readonly counterIds?: string;
  readonly decalSince?: string;
  readonly counts: Readonly<Partial<Record<Equipment, string>>>;
  readonly decision: ReturnType<typeof decisionProblems>;
}

const COUNT = /^\d{1,4}$/;

/** What is missing or unreadable before anything is sent. */
export function openingProblems(form: OpeningForm, text: Words): OpeningProblems {
  const { mandates, sites, common } = text;
  const unread = (day: string) => parsePlainDate(day) === undefined;
  const counts = EQUIPMENT.filter((kind) => {
    const count = form.counts[kind]?.trim() ?? "";
    return count !== "" && !COUNT.test(count);
  });
  return {
    ...(unread(form.openedOn) && {
      openedOn: form.openedOn.trim() === "" ? mandates.missing : common.dayProblem,
    }),
    ...(form.address.trim() === "" && { address: mandates.missing }),
    ...(form.counterIds.length === 0 && { counterIds: sites.openingFaults.counters_missing }),
    ...(form.decal &&
      form.decalSince.trim() !== "" &&
      unread(form.decalSince) && { decalSince: common.dayProblem }),
    counts: Object.fromEntries(counts.map((kind) => [kind, sites.opening.countProblem])),
    decision: form.withDecision ? decisionProblems(form.decision, text) : {},
  };
}

export function hasProblems({ counts, decision, ...fields }: OpeningProblems): boolean {
  return [fields, counts, decision].some((part) => Object.keys(part).length > 0);
}

/** The fields that the server found wrong, by the form's own names. */
export function refusedFields(problem: CallProblem | null, { sites }: Words): Partial<OpeningProblems> {
  if (problem?.kind !== "refused" || problem.code !== "opening_invalid") return {};
  const { findings } = problem.details;
  const faults = (Array.isArray(findings) ? (findings as readonly string[]) : []).flatMap((finding) => {
    const [code] = finding.split(" ");
    return OPENING_FAULTS.filter((fault) => fault === code);
  });
  return Object.fromEntries(faults.map((fault) => [FIELD_OF[fault], sites.openingFaults[fault]]));
}

const FIELD_OF = {
  opened_ahead: "openedOn",
  point_not_there: "openedOn",
  address_missing: "address",
  counters_missing: "counterIds",
  counter_elsewhere: "counterIds",
  decal_since_ahead: "decalSince",
  decal_since_without_decal: "decalSince",
} as const satisfies Record<OpeningFault, keyof OpeningProblems>;

/** The form as the route takes it; only for one without problems. */
export function openingBody(form: OpeningForm): InputOf<typeof recordOpening>["body"] {
  const { openedOn, address, counterIds, decal, decalSince, counts, photos } = form;
  return {
    openedOn,
    address: address.trim(),
    counterIds: [...counterIds],
    decal,
    decalSince: decal && decalSince.trim() !== "" ? decalSince : null,
    equipment: EQUIPMENT.map((kind) => ({ kind, count: Number(counts[kind]?.trim() ?? "") })).filter(
      ({ count }) => count > 0,
    ),
    otherEquipment: form.otherEquipment.trim(),
    present: form.present.trim(),
    ...(form.withDecision && { decision: decisionInput(form.decision) }),
    photos: [...photos],
  };
}
