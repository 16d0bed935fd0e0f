import { readDraft } from "#contract/drafts.ts";
import { type CallResult, call } from "../api.ts";
import type { IntakeStart } from "./counter-page.tsx";
import { formOfDraft } from "./draft-content.ts";

/** Reads a draft and makes of it the beginning of a form. */
export async function openDraft(draftId: string, title: string): Promise<CallResult<IntakeStart>> {
  const result = await call(readDraft, { params: { draftId } });
  if (!result.ok) return result;
  const { form, whole } = formOfDraft(result.value.content);
  const draft = { draftId, version: result.value.version, title, form, whole };
  return { ok: true, value: { procedureCode: form.procedureCode, draft } };
}
