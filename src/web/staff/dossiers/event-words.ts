import type { DossierView } from "#contract/dossiers.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import type { Words } from "#web/text/words.ts";

type HistoryEvent = DossierView["events"][number];

/** A type that a newer program wrote is shown by its name rather than left out. */
export function eventWords({ type, imported }: HistoryEvent, { lists }: Words): string {
  const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
  if (known === "dossier.pastStepImported" && imported?.status)
    return `${lists.events[known]}: ${lists.businessStatuses[imported.status].plain}`;
  return known === undefined ? type : lists.events[known];
}
