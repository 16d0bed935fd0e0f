import type { Instant } from "#domain/shared/instant.ts";
import type { CarrierSettings } from "../carrier-settings.ts";
import type { Carrier } from "./carrier.ts";
import { ngspCarrier } from "./ngsp/ngsp-carrier.ts";

/** The carriers outside, by space. A new kind of carrier is a folder beside `ngsp` and a line here. */
export interface CarrierRegistry {
  /** Those whose feeds are asked for a space. */
  readonly of: (spaceId: string) => readonly Carrier[];
}

/** Opens what the settings name; a carrier of one space is made once, because it keeps its token. */
export function openCarrierRegistry({ ngsp }: CarrierSettings, now: () => Instant): CarrierRegistry {
  const made = new Map<string, readonly Carrier[]>();
  return {
    of: (spaceId) => {
      const kept = made.get(spaceId);
      if (kept) return kept;
      const customerCode = ngsp?.customers.get(spaceId) ?? ngsp?.customers.get("*");
      const carriers = ngsp && customerCode ? [ngspCarrier({ ...ngsp, customerCode, now })] : [];
      made.set(spaceId, carriers);
      return carriers;
    },
  };
}
