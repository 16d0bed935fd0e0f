/** How a guidance ended. */
export const GUIDANCE_OUTCOMES = [
  "answered",
  "toComeBack",
  "sentElsewhere",
  "appliedOnline",
  "dossierReceived",
] as const;
export type GuidanceOutcome = (typeof GUIDANCE_OUTCOMES)[number];

/** A line may be taken back for so long by whoever wrote it: long enough for a slip, too short to tidy figures. */
export const GUIDANCE_UNDO_MS = 15 * 60_000;
