import { localTime } from "#domain/shared/instant.ts";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { serverNow } from "../server-clock.ts";
import { forgetIncidents } from "./forget-incidents.ts";

/** Today, by the server's clock, as a form begins with it. */
export function todayThere(): string {
  return localTime(serverNow()).day;
}

/** What comes after an act on an incident that went through: it is said, the dialog closes, and what was read is old. */
export function useRecorded(
  onClose: () => void,
): (result: { readonly ok: boolean } | undefined) => Promise<void> {
  const { incidents: text } = useText();
  return async (result) => {
    if (!result?.ok) return;
    showToast({ text: text.recorded });
    onClose();
    await forgetIncidents();
  };
}
