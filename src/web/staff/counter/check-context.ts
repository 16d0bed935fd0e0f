import type { ProcedureView } from "#contract/catalogue.ts";
import { localTime } from "#domain/shared/instant.ts";
import { serverNow } from "../server-clock.ts";
import type { CheckContext } from "./intake-checks.ts";

/** What the rules of the form are asked with today. */
export function contextOf(view: ProcedureView, draftId: string | null): CheckContext {
  const today = localTime(serverNow()).day;
  return { content: view.content, versionId: view.versionId, today, draftId };
}
