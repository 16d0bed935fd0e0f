import type { ConsultationView } from "#contract/linked.ts";
import type { Tone } from "#web/ui/notice.tsx";

/** The colour beside the word of a consultation's state. */
export const CONSULTATION_TONES: Readonly<Record<ConsultationView["state"], Tone | "quiet">> = {
  open: "warning",
  answered: "success",
  withdrawn: "quiet",
  lapsed: "quiet",
};
