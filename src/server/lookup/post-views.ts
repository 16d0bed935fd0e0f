import type { TrackedPost } from "#contract/track.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import { mayCancel } from "#domain/postal/shipment-standing.ts";
import type { PostalService, Quote } from "#domain/postal/tariff.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { hasPapersToCome, servicesLeft } from "../ledgers/postal-services.ts";
import { applicantParty, missingOf } from "../ledgers/order-party.ts";

/** The post of a dossier as its citizen may order it, or take back what was ordered on the page. */
export async function trackedPost(
  tx: Tx,
  deps: Deps,
  dossier: DossierRecord,
  now: Instant,
): Promise<TrackedPost> {
  const reference = deps.reference.current();
  const services =
    dossier.imported_from === null
      ? await servicesLeft(tx, dossier, { reference, toSend: hasPapersToCome(dossier) })
      : [];
  return {
    services,
    addressKnown: services.length > 0 && (await isAddressKnown(tx, deps, dossier, now)),
    cancellable: await cancellableOf(tx, dossier.id),
  };
}

async function isAddressKnown(tx: Tx, deps: Deps, dossier: DossierRecord, now: Instant): Promise<boolean> {
  const { applicant } = await readParties(tx, deps.ring, dossier.id);
  return missingOf(applicantParty(applicant), deps.reference.current(), localTime(now).day).length === 0;
}

interface OrderRow {
  readonly orderId: string;
  readonly version: number;
  readonly service: PostalService;
  readonly quote: Quote | null;
  readonly shipments: readonly { readonly state: ShipmentState; readonly live: boolean }[];
}

async function cancellableOf(tx: Tx, dossierId: string): Promise<TrackedPost["cancellable"]> {
  const { rows } = await sql<OrderRow>`
    select o.id as "orderId", o.version, o.service, o.quote,
      (select jsonb_agg(jsonb_build_object('state', s.state, 'live', s.live)) from shipment s where s.order_id = o.id)
        as shipments
    from postal_order o
    where o.dossier_id = ${dossierId}::uuid and o.source = 'citizen' and o.cancelled_at is null
    order by o.ordered_at, o.id`.execute(tx);
  return rows
    .filter(({ shipments }) => mayCancel(shipments))
    .map(({ orderId, version, service, quote }) => ({
      orderId,
      version,
      service,
      total: quote?.total ?? null,
    }));
}
