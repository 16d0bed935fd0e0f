/**
 * How far a step is: `waiting` for those before it, `open` to whoever has its role, `assigned` to somebody, `taken`
 * by somebody, `done`, or `dropped` because the dossier ended without it.
 */
export const STEP_STATES = ["waiting", "open", "assigned", "taken", "done", "dropped"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Somebody could do something with it now. */
export function isOpen(state: StepState): boolean {
  return state === "open" || state === "assigned" || state === "taken";
}
