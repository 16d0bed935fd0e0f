import type { InternalProcedureView } from "#contract/steps.ts";
import type { Tone } from "#web/ui/notice.tsx";

/** The colour beside the word of how an internal procedure stands. */
export const PLAN_TONES: Readonly<Record<InternalProcedureView["state"], Tone | "quiet">> = {
  inForce: "success",
  future: "info",
  replaced: "quiet",
};
