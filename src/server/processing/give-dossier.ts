import { assignDossier } from "#contract/queue.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import type { Approval } from "./approve-outcome.ts";
import { isOfficerAt } from "./store.ts";

/** Who is to have which dossier. */
export interface Assigning extends Approval {
  readonly toAccountId: string;
}

/**
 * The approver says whose a dossier is, within the transaction of the act. Not taken yet it waits for that person, who
 * takes it like every other; in work it goes on there. Refused when the person is no case officer of the agency today.
 */
export function assign(tx: Tx, asked: Assigning, facts: MandateFacts) {
  const { reference, toAccountId, now } = asked;
  return moveDossier<"assignee_not_officer">(tx, { ...asked, move: "assign" }, facts, async (dossier) => {
    const places = reference.lineOf(reference.heirOf(dossier.deciding_agency_id));
    const isOfficer = toAccountId !== "" && (await isOfficerAt(tx, toAccountId, places, localTime(now).day));
    if (!isOfficer) return refuse("assignee_not_officer");
    return done({ event: dossierEvent("dossier.assigned", { toAccountId: asId(toAccountId) }) });
  });
}

export const assignDossierRoute = bind(assignDossier, (context) =>
  context.act((tx, _space, facts) => assign(tx, { ...context, ...context.params, ...context.body }, facts)),
);
