import { type Space, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { readCustodyCode } from "../ledgers/custody-code.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import type { Carriers } from "./message.ts";
import { custodyCodeText } from "./words-vi.ts";

/**
 * Sends the code of a hand-over to whoever takes it over. Sent twice it is the same code, by the same id.
 *
 * @throws when the way does not take it now: the queue tries again while the code counts
 */
export async function sendCustodyCode(
  { deps, carriers }: { readonly deps: Deps; readonly carriers: Carriers },
  space: Space,
  codeId: string,
): Promise<void> {
  const { unitIds, agencyIds } = placesOfSpace(deps.reference.current(), space);
  const found = await inSpace(deps.db, space, { places: [...unitIds, ...agencyIds] }, (tx) =>
    readCustodyCode(tx, deps.ring, codeId, deps.clock.now()),
  );
  if (!found || !carriers.sms) return;
  const answer = await carriers.sms({ id: codeId, to: found.phone, text: custodyCodeText(found.code) });
  if (!answer.taken && answer.problem !== "refused")
    throw new Error("the code was not taken by the way of text messages");
}
