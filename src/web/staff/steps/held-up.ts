import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import type { ShownPermit } from "../dossiers/permit-words.tsx";

type Held = Pick<DossierView, "steps" | "consultations" | "parts" | "partOf"> & {
  readonly units: Pick<DossierView["units"], "resultStillAt">;
};

/**
 * What holds a move up although there is a right to it, as the server would refuse it: steps that are not done and
 * answers that are awaited for the outcome, parts under way for the approval and the return, and the whole that a part
 * is returned with. Null when nothing does.
 * @example heldUp(dossier, "recordOutcome") → steps_open with their names
 */
export function heldUp(dossier: Held, move: Move): ShownPermit["refusal"] {
  if (move === "recordOutcome") return outcomeHeld(dossier);
  const { resultStillAt } = dossier.units;
  if (move === "returnResult" && resultStillAt !== null)
    return { code: "result_not_here", details: { unit: resultStillAt } };
  if (WITH_WHOLE.includes(move) && dossier.partOf !== null && !dossier.partOf.ended)
    return { code: "part_of_another", details: { code: dossier.partOf.code } };
  return AFTER_PARTS.includes(move) ? partsHeld(dossier) : null;
}

/** What the citizen does once, with the whole. */
const WITH_WHOLE: readonly Move[] = [
  "chooseCollection",
  "takeOverResult",
  "returnResult",
  "handOver",
  "askWithdrawal",
];
const AFTER_PARTS: readonly Move[] = ["approve", "returnResult", "handOver"];

function outcomeHeld({ steps, consultations }: Held): ShownPermit["refusal"] {
  if (steps !== null && !steps.allDone) {
    // Those that wait for others are not what somebody would do next.
    const open = steps.steps.filter(({ state }) => isOpen(state)).map(({ name }) => name);
    return { code: "steps_open", details: { steps: open } };
  }
  const agencies = consultations
    .filter(({ state, overdue }) => state === "open" && !overdue)
    .map(({ agencyName }) => agencyName);
  return agencies.length === 0 ? null : { code: "consultation_open", details: { agencies } };
}

function partsHeld({ parts }: Held): ShownPermit["refusal"] {
  const open = (parts?.parts ?? [])
    .filter(({ needed, state }) => needed && (state === "open" || state === "waiting"))
    .map(({ name }) => name.vi);
  return open.length === 0 ? null : { code: "parts_open", details: { parts: open } };
}
