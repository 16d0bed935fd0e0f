import type { WatchKind } from "#domain/watch/watch.ts";
import type { IconName } from "#web/ui/icons.tsx";
import type { Tone } from "#web/ui/notice.tsx";

/** A kind has a sign and a colour beside its word: neither stands alone. */
export const TASK_LOOK: Readonly<Record<WatchKind, { readonly tone: Tone; readonly icon: IconName }>> = {
  dueSoon: { tone: "warning", icon: "clock" },
  overdue: { tone: "error", icon: "warning" },
  supplementUnanswered: { tone: "warning", icon: "draft" },
  dutyUnanswered: { tone: "warning", icon: "file" },
  resultNotCollected: { tone: "info", icon: "returning" },
  stepIdle: { tone: "warning", icon: "pause" },
  consultationUnanswered: { tone: "warning", icon: "swap" },
};
