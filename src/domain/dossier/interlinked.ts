import type { Mark } from "../catalogue/procedure.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { Outcome } from "./dossier-payloads.ts";
import { type BusinessStatus, hasEnded } from "./dossier-state.ts";

/** One procedure of several that are done as one (thủ tục hành chính liên thông). */
export interface PartRule {
  /** Stable within the rule, e.g. `residence`. */
  readonly key: string;
  /** What it is about, in Vietnamese and in English. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly procedureCode: string;
  /** Keys of the parts that must be granted before this one begins; none: it begins with the whole. */
  readonly after: readonly string[];
  /** The whole cannot be decided while it is under way. */
  readonly needed: boolean;
  readonly mark: Mark;
  readonly source: string;
}

/** Which procedures one dossier opens, on the days on which the rule holds. */
export interface InterlinkedRule {
  readonly procedureCode: string;
  readonly validFrom: PlainDate;
  /** The last day; null while it holds. */
  readonly validTo: PlainDate | null;
  readonly parts: readonly PartRule[];
  readonly mark: Mark;
  readonly source: string;
}

/**
 * Where a part stands. `waiting`: what it follows is not granted yet; `outside`: nobody in this system decides it, and
 * its agency has it by other ways; `fallen`: what it follows was refused or stopped, so that it never begins.
 */
export const PART_STATES = ["waiting", "open", "granted", "refused", "stopped", "fallen", "outside"] as const;
export type PartState = (typeof PART_STATES)[number];

/** How a part's own dossier ended. */
export const PART_ENDS = ["granted", "refused", "stopped"] as const;
export type PartEnd = (typeof PART_ENDS)[number];

/** A part's own dossier, as far as the whole asks about it. */
export interface PartDossier {
  readonly key: string;
  readonly status: BusinessStatus;
  readonly outcome: Outcome | null;
}

/** The rule of a procedure for what is received on a day. */
export function interlinkedRule(
  rules: readonly InterlinkedRule[],
  procedureCode: string,
  day: PlainDate,
): InterlinkedRule | undefined {
  return rules.find(
    (rule) =>
      rule.procedureCode === procedureCode &&
      rule.validFrom <= day &&
      (rule.validTo === null || day <= rule.validTo),
  );
}

const DECIDED: readonly BusinessStatus[] = ["finished", "returnAwaitingConfirmation", "returned"];

/** How a part's dossier ended; null while it is under way. @example partEnd("finished", "refused") → "refused" */
export function partEnd(status: BusinessStatus, outcome: Outcome | null): PartEnd | null {
  if (DECIDED.includes(status)) return outcome ?? "granted";
  return hasEnded(status) ? "stopped" : null;
}

/**
 * Where every part stands, in the order of the rule. A part without a dossier waits for what it follows, has fallen with
 * it, or is decided outside of this system: it would have been opened otherwise.
 *
 * @rule LINKED-02
 * @example partStates(rule, [{ key: "birth", status: "finished", outcome: "refused" }]).get("residence") → "fallen"
 */
export function partStates(
  { parts }: InterlinkedRule,
  dossiers: readonly PartDossier[],
): ReadonlyMap<string, PartState> {
  const states = new Map<string, PartState>();
  const stateOf = (part: PartRule): PartState => {
    const own = dossiers.find(({ key }) => key === part.key);
    if (own) return partEnd(own.status, own.outcome) ?? "open";
    const before = part.after.map((key) => states.get(key));
    if (before.some((state) => state === "refused" || state === "stopped" || state === "fallen"))
      return "fallen";
    return before.every((state) => state === "granted" || state === "outside") ? "outside" : "waiting";
  };
  for (const part of inOrder(parts)) states.set(part.key, stateOf(part));
  return states;
}

/** Each part after those that it follows; a rule with a ring is no rule, and is not read. */
export function inOrder(parts: readonly PartRule[]): readonly PartRule[] {
  const sorted: PartRule[] = [];
  while (sorted.length < parts.length) {
    const next = parts.filter(
      (part) => !sorted.includes(part) && part.after.every((key) => sorted.some((one) => one.key === key)),
    );
    if (next.length === 0) return [];
    sorted.push(...next);
  }
  return sorted;
}

/**
 * The parts that hold the whole up: it is not approved while one of them is under way or still to begin, nor returned.
 *
 * @rule LINKED-02
 */
export function partsInTheWay(rule: InterlinkedRule, dossiers: readonly PartDossier[]): readonly PartRule[] {
  const states = partStates(rule, dossiers);
  return rule.parts.filter(({ key, needed }) => {
    const state = states.get(key);
    return needed && (state === "open" || state === "waiting");
  });
}

/** The parts that begin when one was granted: all that they follow is granted now, and they are not there yet. */
export function partsToOpen(
  rule: InterlinkedRule,
  dossiers: readonly PartDossier[],
  granted: string,
): readonly PartRule[] {
  const states = partStates(rule, dossiers);
  return rule.parts.filter(
    ({ key, after }) =>
      after.includes(granted) &&
      !dossiers.some((one) => one.key === key) &&
      after.every((before) => states.get(before) === "granted" || states.get(before) === "outside"),
  );
}
