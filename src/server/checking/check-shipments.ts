import { shipmentJourney } from "#domain/postal/shipment-journey.ts";
import { loadLiveness } from "../ledgers/live-shipments.ts";
import { loadJourneys, standingOf } from "../ledgers/shipment-ledger.ts";
import { type Finding, type SpaceCheck, shown } from "./finding.ts";

const BATCH = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** A shipment stands where its reports say, and is live until nothing comes after or another one of its way is. */
export const checkShipments: SpaceCheck = async (tx) => {
  const found: Finding[] = [];
  let after = FIRST_ID;
  for (;;) {
    const rows = await tx
      .selectFrom("shipment")
      .select([
        "id",
        "order_number",
        "state",
        "state_since",
        "live",
        "accepted_on",
        "attempts",
        "invitations",
      ])
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return found;
    const ids = rows.map(({ id }) => id);
    const journeys = await loadJourneys(tx, ids);
    const liveness = new Map((await loadLiveness(tx, ids)).map(({ id, live }) => [id, live]));
    for (const { id, order_number, ...columns } of rows) {
      const told = { ...standingOf(journeys.get(id) ?? shipmentJourney([])), live: liveness.get(id) };
      for (const [name, value] of Object.entries(told)) {
        const kept = columns[name as keyof typeof columns];
        if (shown(kept) !== shown(value))
          found.push({
            subject: `shipment ${order_number}`,
            ledger: `${name} ${shown(value)}`,
            projection: `${name} ${shown(kept)}`,
          });
      }
    }
    after = last.id;
  }
};
