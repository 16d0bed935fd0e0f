import type { SurveyAnswer } from "#domain/site/survey.ts";
import type { Tone } from "#web/ui/notice.tsx";

/** How loudly an answer is shown. */
export const ANSWER_TONES: Readonly<Record<SurveyAnswer, Tone | "quiet">> = {
  met: "success",
  partly: "warning",
  notMet: "error",
  notApplicable: "quiet",
};
