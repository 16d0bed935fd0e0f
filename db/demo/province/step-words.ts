import type { COLLECTORS, IDENTITY_PROOFS } from "#contract/dossiers.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import type { Fate } from "./fates.ts";
import type { Residents } from "./invent-party.ts";
import {
  APPROVAL_NOTES,
  FORWARD_NOTES,
  GRANTED_NOTES,
  HAND_BACK_WORDS,
  SEND_BACK_REASONS,
} from "./phrases.ts";
import type { Neighbourhood } from "./places.ts";
import type { MixEntry } from "./procedure-mix.ts";
import type { Random } from "./random.ts";
import type { Step } from "./timeline.ts";

/** What is said with a step, as the body of its request has it, but for the version and the files. */
export type StepWords =
  | { readonly step: "confirm" | "withdraw"; readonly body: Record<string, never> }
  | { readonly step: "handBack"; readonly body: { readonly words: string } }
  | { readonly step: "forward"; readonly body: { readonly note?: string } }
  | { readonly step: "take"; readonly body: Record<string, never> }
  | {
      readonly step: "recordOutcome";
      readonly body: {
        readonly outcome: Fate["outcome"];
        readonly number?: string;
        readonly note?: string;
      };
    }
  | { readonly step: "sendBack"; readonly body: { readonly reason: string } }
  | { readonly step: "approve"; readonly body: { readonly note?: string } }
  | { readonly step: "returnResult"; readonly body: Collection };

interface Collection {
  readonly collector: (typeof COLLECTORS)[number];
  readonly identityProof: (typeof IDENTITY_PROOFS)[number];
  readonly identityChecked: true;
  /** No originals go back with the result: what was handed in stays in the file. */
  readonly originals: readonly [];
  readonly proxy?: { readonly name: string; readonly identityNumber: string; readonly authorisation: string };
}

export interface StepFacts {
  readonly random: Random;
  readonly residents: Residents;
  readonly place: Neighbourhood;
  readonly step: Step;
  readonly fate: Fate;
  readonly form: ReceiveDossierInput;
  readonly mix: MixEntry;
  /** The dossier's place in the plan. */
  readonly dossier: number;
}

/** What the person who does a step writes. */
export function wordsOf(facts: StepFacts): StepWords {
  const { random, step } = facts;
  switch (step) {
    case "confirm":
    case "withdraw":
      return { step, body: {} };
    case "handBack":
      return { step, body: { words: random.pick(HAND_BACK_WORDS) } };
    case "forward":
      return { step, body: random.chance(0.2) ? { note: random.pick(FORWARD_NOTES) } : {} };
    case "take":
      return { step, body: {} };
    case "recordOutcome":
      return { step, body: outcomeOf(facts) };
    case "sendBack":
      return { step, body: { reason: random.pick(SEND_BACK_REASONS) } };
    case "approve":
      return { step, body: random.chance(0.25) ? { note: random.pick(APPROVAL_NOTES) } : {} };
    case "returnResult":
      return { step, body: collectionOf(facts) };
  }
}

function outcomeOf({ random, fate: { outcome }, mix, dossier }: StepFacts) {
  if (outcome === "refused") return { outcome, note: mix.refusedBecause };
  const number = `${100 + dossier}/${mix.resultMark}`;
  return random.chance(0.2) ? { outcome, number, note: random.pick(GRANTED_NOTES) } : { outcome, number };
}

const BY_PROXY = 0.06;

function collectionOf({ random, residents, place, form }: StepFacts): Collection {
  const identityProof = random.weighted([
    ["identityCard", 62],
    ["receiptSlip", 26],
    ["electronicIdentity", 11],
    ["passport", 1],
  ] as const);
  const proof = { identityProof, identityChecked: true, originals: [] } as const;
  if (random.chance(BY_PROXY)) {
    const { name, identityNumber } = residents.person(place, { ages: [20, 60] });
    const authorisation = "Giấy ủy quyền lập tại quầy, có chữ ký hai bên";
    return { ...proof, collector: "proxy", proxy: { name, identityNumber, authorisation } };
  }
  return { ...proof, collector: form.submitter && random.chance(0.7) ? "submitter" : "applicant" };
}
