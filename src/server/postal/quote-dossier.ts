import type { QuoteView } from "#contract/postal.ts";
import { travelClass } from "#domain/postal/postal-deadlines.ts";
import { discountsOf } from "#domain/postal/read-tariff.ts";
import { type PostalService, quotePostage, tariffOn } from "#domain/postal/tariff.ts";
import { zoneBetween } from "#domain/postal/zone.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { postalFacts } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import { type CitizenPlace, citizenPlace, unitPlace } from "./postal-places.ts";

export interface QuoteAsked extends CitizenPlace {
  readonly service: PostalService;
  readonly weightGrams: number;
  readonly discountId?: string | undefined;
}

export interface Facing {
  readonly reference: Reference;
  readonly now: Instant;
}

/**
 * What the post asks for a dossier and how long it has. The papers of a procedure that its catalogue entry takes by no post
 * are not sent in by it; a result may always come by post (inference: the choice was offered when the dossier came in).
 *
 * @rule TARIFF-01
 */
export async function quoteDossier(tx: Tx, dossier: DossierRecord, asked: QuoteAsked, facing: Facing) {
  const { reference, now } = facing;
  const day = localTime(now).day;
  const content = reference.versionsById.get(dossier.procedure_version_id)?.content;
  if (asked.service !== "return" && content?.postalEligible === false)
    return refuse("procedure_not_postal", { code: dossier.procedure_code });
  const at = { reference, day };
  const citizen = await citizenPlace(tx, asked, at);
  if (!citizen.ok) return citizen;
  const found = zoneBetween(
    await unitPlace(tx, dossier.received_at_unit_id, citizen.value, at),
    citizen.value,
  );
  const { prices, times } = await postalFacts();
  const tariff = tariffOn(prices.tariffs, day);
  if (!tariff) return refuse("tariff_missing");
  const offered = discountsOf(prices, citizen.value.province, day);
  const discounts = offered.filter(({ id }) => id === asked.discountId);
  if (asked.discountId !== undefined && discounts.length === 0) return refuse("discount_unknown");
  const { service, weightGrams } = asked;
  const quote = quotePostage({ service, zone: found.zone, weightGrams, discounts }, tariff);
  if (!quote.ok) return quote;
  // Which cities are of the first class no source here says: the longer time is taken.
  const { days } = times[travelClass(found, false)];
  return done<QuoteView>({
    quote: quote.value,
    days,
    doubt: found.doubt,
    tariff: { name: tariff.name, source: tariff.source, mark: tariff.mark },
    vatDecided: tariff.vat.mark !== "undecided",
    discounts: offered.map(({ id, name, percent, source }) => ({ id, name, percent, source })),
  }) satisfies Result<QuoteView, never>;
}
