import { previewIntake } from "#contract/catalogue.ts";
import type { AnswerOf } from "../api.ts";
import { type Read, useRead } from "../use-read.ts";
import type { IntakeForm } from "./intake-form.ts";

export type IntakePreview = Read<AnswerOf<typeof previewIntake>>;

/** Why this clerk may not take it in here. */
export type Refusal = NonNullable<AnswerOf<typeof previewIntake>["permit"]["refusal"]>;

/** The date moves on with the clock, so the preview is asked again from time to time. */
const REFRESH_MS = 60_000;

/** Whether this clerk may take it in at this counter now, and which date it would get. */
export function useIntakePreview(code: string, form: Pick<IntakeForm, "channel" | "case">): IntakePreview {
  const query = { channel: form.channel, ...(form.case !== null && { case: form.case }) };
  return useRead(
    previewIntake,
    { params: { code }, query },
    { keepPrevious: true, refetchEveryMs: REFRESH_MS },
  );
}
