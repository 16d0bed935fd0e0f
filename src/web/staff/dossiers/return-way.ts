import type { DossierView } from "#contract/dossiers.ts";
import { isUnderWay } from "#domain/postal/shipment-standing.ts";
import type { Words } from "#web/text/words.ts";

type Returned = Pick<DossierView, "returnMethod" | "postalReturn" | "resultAway" | "statuses">;

/** How the citizen gets the result: an order of the post that is under way says more than what was wished at the intake. */
export function returnWay({ returnMethod, postalReturn }: Returned, { lists, dossiers }: Words): string {
  return postalReturn === null
    ? lists.returnMethods[returnMethod]
    : dossiers.page.returnOrdered(postalReturn.number);
}

/** Whether the result can be handed over, as far as it is ready: what the post carries lies at no counter. */
export function deliveryWords(
  { statuses, postalReturn, resultAway }: Returned,
  { lists, dossiers: { page } }: Words,
): string {
  if (!resultAway) return lists.deliveryStatuses[statuses.delivery];
  return postalReturn !== null && isUnderWay(postalReturn.state) ? page.resultWithPost : page.resultAway;
}
