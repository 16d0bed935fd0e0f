import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { type PostalPartyInput, orderPostalService } from "#contract/postal.ts";
import type { Static } from "typebox";
import { readPhone } from "#domain/person/phone.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { type DossierRecord, holdDossier } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";
import { openOrder } from "./open-order.ts";
import { servicesOf } from "../ledgers/postal-services.ts";
import { quoteDossier } from "./quote-dossier.ts";
import type { OrderParties, OrderParty } from "../ledgers/sealed-order.ts";
import { typedNumber } from "./waybill-numbers.ts";

/**
 * Orders the post for a dossier at the price that was shown. The dossier is held, so that of two orders at once the second
 * finds the first one's shipment.
 */
export const orderPostalServiceRoute = bind(orderPostalService, (context) => {
  const { actor, body, deps, params, reference, now } = context;
  return context.write(async (tx, space) => {
    const dossier = await holdDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const fit = fits(dossier, body, { reference, carriers: deps.carriers(space.id) });
    if (!fit.ok) return fit;
    const quoted = await quoteOf(tx, dossier, body, { reference, now });
    if (!quoted.ok) return quoted;
    const parties = partiesOf(body, dossier, reference);
    if (!parties.ok) return parties;
    const typed = await slipNumber(tx, body.waybill, now);
    if (!typed.ok) return typed;
    const { quote, days } = quoted.value;
    const opened = await openOrder(
      tx,
      {
        dossier,
        service: body.service,
        source: "counter",
        parties: parties.value,
        quote,
        days,
        payment: body.payment,
        codAmount: body.codAmount ?? 0,
        carrier: fit.value,
        waybill: typed.value.number,
        orderedBy: actor.accountId,
      },
      { deps, reference, now },
    );
    if (!opened.ok) return opened;
    const { orderId, shipments } = opened.value;
    return done({ orderId, shipments: [...shipments], warning: typed.value.warning });
  });
});

/** The number of a slip that was filled in by hand; without one the next of a range or pool is given. */
async function slipNumber(tx: Tx, typed: string | undefined, now: Instant) {
  return typed === undefined ? done({ number: null, warning: null }) : typedNumber(tx, typed, now);
}

type Body = Static<(typeof orderPostalService)["body"]>;

/** @returns the carrier, when it is set up here and the service may be ordered for this dossier */
function fits(
  dossier: DossierRecord,
  { carrier = OWN_CARRIER, service }: Body,
  { reference, carriers }: { readonly reference: Reference; readonly carriers: readonly string[] },
) {
  if (!carriers.includes(carrier)) return refuse("carrier_unknown", { carrier });
  return servicesOf(dossier, reference).includes(service) ? done(carrier) : unfit(dossier, service);
}

function unfit(dossier: DossierRecord, service: Body["service"]) {
  return service === "return"
    ? refuse("result_not_to_post")
    : refuse("procedure_not_postal", { code: dossier.procedure_code });
}

/** The price now, refused when it is not the one that was shown. */
async function quoteOf(
  tx: Tx,
  dossier: DossierRecord,
  { service, weightGrams, citizen, discountId, saidTotal }: Body,
  facing: { readonly reference: Reference; readonly now: Instant },
) {
  const { communeCode, oldCommuneCode } = citizen;
  const asked = { service, weightGrams, discountId, communeCode, oldCommuneCode };
  const quoted = await quoteDossier(tx, dossier, asked, facing);
  if (!quoted.ok) return quoted;
  const { total } = quoted.value.quote;
  return total === saidTotal ? quoted : refuse("quote_changed", { total, said: saidTotal });
}

function partiesOf(
  { citizen, proxy }: Body,
  dossier: DossierRecord,
  reference: Reference,
): Result<OrderParties, "phone_unreadable" | "authorisation_missing"> {
  const read = citizenOf(citizen);
  if (!read.ok) return read;
  // Whoever takes a result in somebody's place shows a power of attorney; without one nobody can be named.
  if (proxy && (proxy.paper.trim() === "" || proxy.identityNumber.trim() === ""))
    return refuse("authorisation_missing");
  const kept = proxy && {
    name: tidyText(proxy.name),
    identityNumber: proxy.identityNumber.trim(),
    paper: tidyText(proxy.paper),
  };
  return done({ citizen: read.value, unit: unitParty(dossier, reference), proxy: kept ?? null });
}

function citizenOf(citizen: PostalPartyInput): Result<OrderParty, "phone_unreadable"> {
  const phone = readPhone(citizen.phone);
  if (!phone.ok) return refuse("phone_unreadable");
  return done({
    name: tidyText(citizen.name),
    address: tidyText(citizen.address),
    phone: phone.value.number,
    email: citizen.email?.trim() ?? "",
    communeCode: citizen.communeCode,
  });
}

/** The one-stop unit's end, as it stands on the slip. */
export function unitParty(dossier: DossierRecord, reference: Reference): OrderParty {
  const unit = reference.units.get(reference.heirOf(dossier.received_at_unit_id));
  const point = [...reference.counters.values()].find((counter) => counter.unit.id === unit?.id);
  return {
    name: unit?.name ?? "",
    address: point?.receptionPoint.address ?? unit?.place ?? "",
    phone: "",
    email: "",
    communeCode: reference.agencies.get(unit?.agencyId ?? "")?.administrativeUnitCode ?? null,
  };
}
