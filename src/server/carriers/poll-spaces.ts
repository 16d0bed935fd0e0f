import type { Instant } from "#domain/shared/instant.ts";
import type { Deps } from "../deps.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { type FeedPlace, carrierFeed } from "./carrier-feed.ts";
import type { CarrierRegistry } from "./open-carriers.ts";
import { type PollEnd, pollCarrier } from "./poll-carrier.ts";

export interface PollWork {
  readonly deps: Pick<Deps, "db" | "reference" | "log">;
  readonly registry: CarrierRegistry;
  readonly now: () => Instant;
  readonly record: FeedPlace["record"];
}

/**
 * Asks every carrier of every space for what happened since the last time. One that fails keeps none of the others from
 * being asked; since when it fails is in its row of `carrier_feed`, and what went wrong with us in the log.
 */
export async function pollSpaces({ deps, registry, now, record }: PollWork): Promise<readonly PollEnd[]> {
  const { db, reference, log } = deps;
  const ends: PollEnd[] = [];
  for (const space of reference.current().spaces) {
    const { unitIds, agencyIds } = placesOfSpace(reference.current(), space);
    const access = { places: [...unitIds, ...agencyIds] };
    for (const carrier of registry.of(space.id)) {
      const feed = carrierFeed({ db, space, access, carrier: carrier.name, now, record });
      try {
        ends.push(await pollCarrier({ carrier, feed, now }));
      } catch (error) {
        const name = error instanceof Error ? error.name : "Error";
        log.error({ err: error, carrier: carrier.name }, "what a carrier reported was not recorded");
        ends.push("failing");
        try {
          await feed.failed(`not recorded: ${name}`, now());
        } catch (unkept) {
          log.error({ err: unkept, carrier: carrier.name }, "that a carrier's feed fails was not kept");
        }
      }
    }
  }
  return ends;
}
