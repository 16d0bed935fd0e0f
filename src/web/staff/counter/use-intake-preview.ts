import { type ProcedureView, previewIntake } from "#contract/catalogue.ts";
import type { AnswerOf } from "../api.ts";
import { useSession } from "../session/session.ts";
import { type Read, useRead } from "../use-read.ts";
import { useRight } from "../use-right.ts";
import type { IntakeForm } from "./intake-form.ts";
import { recordInput } from "./intake-input.ts";

export type IntakePreview = Read<AnswerOf<typeof previewIntake>>;

/** Why this clerk may not take it in here. */
export type Refusal = NonNullable<AnswerOf<typeof previewIntake>["permit"]["refusal"]>;

/** What was lodged before keeps the version of the procedure that it was lodged under. */
interface LodgedBefore {
  readonly versionId: string;
}

/** The date moves on with the clock, so the preview is asked again from time to time. */
const REFRESH_MS = 60_000;

/** Whether this clerk may take it in at this counter now, and which date it would get. */
export function useIntakePreview(
  { code, fieldCode }: ProcedureView["content"],
  form: Pick<IntakeForm, "channel" | "case" | "decidingAgencyId" | "handOverRecordId">,
  lodged?: LodgedBefore,
): IntakePreview {
  const query = {
    channel: form.channel,
    // What was asked for before the receipt and is now brought has no record of its own to name.
    ...(lodged === undefined && recordInput(form)),
    ...(form.case !== null && { case: form.case }),
    ...(form.decidingAgencyId !== "" && { decidingAgencyId: form.decidingAgencyId }),
    ...(lodged && { lodgedVersionId: lodged.versionId }),
  };
  const preview = useRead(
    previewIntake,
    { params: { code }, query },
    { keepPrevious: true, refetchEveryMs: REFRESH_MS },
  );
  const refusal = useRefusedNow({ code, fieldCode }, preview.readAt);
  const { data } = preview;
  // A right that has ended since the server was asked: the button knows it before it is pressed.
  if (!data?.permit.allowed || refusal === null) return preview;
  return { ...preview, data: { ...data, permit: { ...data.permit, allowed: false, basis: null, refusal } } };
}

/** Why this clerk may not take the procedure in any more, by what was heard since the server said yes; or null. */
function useRefusedNow(
  procedure: { readonly code: string; readonly fieldCode: string },
  saidAt: number,
): Refusal | null {
  const right = useRight();
  const { counter } = useSession();
  if (!counter) return null;
  const decided = right(
    {
      act: "receive",
      unitId: counter.unitId,
      decidingAgencyId: null,
      procedure,
      dossierId: null,
      preparedBy: null,
    },
    saidAt,
  );
  return decided && !decided.ok ? { code: decided.code, details: { ...decided.details } } : null;
}
