import type { CallProblem, CallResult } from "../api.ts";
import { forgetDossiers } from "./forget-dossiers.ts";

/**
 * After an act was sent: done, or read again what somebody else changed first. Nothing typed is touched.
 */
export function settle(result: CallResult<unknown> | undefined, onDone: () => void): void {
  if (result === undefined) return;
  if (result.ok) onDone();
  else if (isStale(result.problem)) void forgetDossiers();
}

/** Whether the dossier on the screen is older than the one with the server. */
export function isStale(problem: CallProblem | null): boolean {
  return problem?.kind === "refused" && ["dossier_changed", "move_not_allowed"].includes(problem.code);
}
