import { openIncident } from "#contract/incidents.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { bind } from "../http/context.ts";
import { openIncidentOf } from "../ledgers/incident-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";

/** Opens an incident at the desk, for a citizen or because the post noticed it. */
export const openIncidentRoute = bind(openIncident, ({ actor, body, deps, params, reference, now, write }) =>
  write((tx) =>
    openIncidentOf(
      tx,
      {
        shipmentId: params.shipmentId,
        kind: body.kind,
        source: body.source,
        on: plainDate(body.on),
        words: tidyText(body.words),
      },
      {
        ring: deps.ring,
        newId: deps.newId,
        now,
        actorId: actor.accountId,
        calendar: postalCalendar(reference),
      },
    ),
  ),
);
