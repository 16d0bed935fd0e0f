import { useText } from "#web/text/use-text.ts";
import type { IntakePreview } from "./use-intake-preview.ts";

/** Why nothing may be received here, in one sentence; null when it may. The server decides in the end. */
export function useBarred(preview: IntakePreview): string | null {
  const text = useText();
  const { data, problem } = preview;
  if (problem?.kind === "refused") return text.refusals[problem.code](problem.details).what;
  if (!data) return problem ? null : text.intake.submitWaits;
  if (!data.permit.allowed && data.permit.refusal) {
    return text.refusals[data.permit.refusal.code](data.permit.refusal.details).what;
  }
  return data.dueRefusal === null ? null : text.refusals[data.dueRefusal]({}).what;
}
