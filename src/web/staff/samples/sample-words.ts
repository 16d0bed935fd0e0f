import type { SampleView } from "#contract/samples.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import type { Words } from "#web/text/words.ts";

/** One act of the ledger by its place in it. */
export function keyOf({ dossierId, seq }: Pick<SampleView, "dossierId" | "seq">): string {
  return `${dossierId}:${seq}`;
}

/** What was done; a type that a newer program wrote is shown by its name. */
export function actWords({ type }: Pick<SampleView, "type">, { lists }: Words): string {
  const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
  return known === undefined ? type : lists.events[known];
}
