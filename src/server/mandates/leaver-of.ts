import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Space, Tx } from "../db/kysely.ts";
import type { Leaver } from "../ledgers/in-hand.ts";
import { leavingOffice, leavingOperator, leavingPerson } from "../ledgers/leavers.ts";
import type { Reference } from "../units/reference.ts";

/** Whose hands are emptied by a suspension; a procedure has none. */
export async function leaverOf(
  tx: Tx,
  where: { readonly reference: Reference; readonly space: Space; readonly day: PlainDate },
  target: SuspensionTarget,
  targetId: string,
): Promise<Leaver | null> {
  switch (target) {
    case "account":
      return leavingPerson(where, targetId);
    case "postOffice":
      return leavingOffice(tx, where, targetId);
    case "operator":
      return leavingOperator(tx, where, targetId);
    case "procedure":
      return null;
  }
}
