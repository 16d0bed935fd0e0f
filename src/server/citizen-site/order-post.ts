import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import type { PostAnswer, PostForm, PostProblem } from "#contract/track.ts";
import type { QuoteView } from "#contract/postal.ts";
import { readPhone } from "#domain/person/phone.ts";
import { localTime } from "#domain/shared/instant.ts";
import { invariant, type Result } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { type DossierRecord, holdDossier } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { addressOffers } from "../map/find-addresses.ts";
import { cancelOrder } from "../postal/cancel-order.ts";
import { openOrder } from "../postal/open-order.ts";
import { unitParty } from "../postal/place-order.ts";
import { quoteDossier } from "../postal/quote-dossier.ts";
import type { OrderParties, OrderParty } from "../ledgers/sealed-order.ts";
import { applicantParty, missingOf } from "../ledgers/order-party.ts";
import { type ProofInput, type ProofRefusal, openWithSecret } from "../lookup/citizen-proof.ts";
import { hasPapersToCome, servicesLeft } from "../ledgers/postal-services.ts";

/** What a citizen's papers weigh until somebody has weighed them: the lightest step of the tariff. */
const GRAMS = 100;

/** The three steps of the page: what it costs, the order at that price, and taking it back. */
export type PostStep =
  | { readonly step: "quote"; readonly form: PostForm }
  | { readonly step: "order"; readonly form: PostForm; readonly saidTotal: number }
  | { readonly step: "cancel"; readonly orderId: string; readonly version: number };

/** The dossier, held, and what an order of it goes by. */
interface Facing {
  readonly tx: Tx;
  readonly deps: Deps;
  readonly dossier: DossierRecord;
  readonly input: ProofInput;
}

/**
 * A step of the citizen's own order, with the proof and the bounds of the look-up. The dossier is held, so that of two
 * presses one orders; nothing of the address of the dossier is said to whoever asks.
 *
 * @rule POSTAL-ORDER-01
 */
export async function postForCitizen<View>(
  deps: Deps,
  input: ProofInput & { readonly asked: PostStep },
  view: (tx: Tx, dossier: DossierRecord) => Promise<View>,
): Promise<Result<{ readonly dossier: View; readonly answer: PostAnswer }, ProofRefusal>> {
  const { asked } = input;
  return openWithSecret(deps, input, "POST /post", async (tx, { id }) => {
    const dossier = await holdDossier(tx, id);
    invariant(dossier, "a dossier that was proven is there");
    const facing = { tx, deps, dossier, input };
    const answer =
      asked.step === "cancel" ? await takeBack(facing, asked) : await orderOrQuote(facing, asked);
    return { dossier: await view(tx, dossier), answer };
  });
}

async function takeBack(
  { tx, deps, input }: Facing,
  { orderId, version }: Extract<PostStep, { step: "cancel" }>,
): Promise<PostAnswer> {
  const cancelled = await cancelOrder(
    tx,
    { orderId, version, reason: "citizen", cancelledBy: null },
    { deps, reference: deps.reference.current(), now: input.now },
  );
  return { kind: cancelled.ok ? "cancelled" : "notCancelled" };
}

/** Where the courier goes and whom he may give it to. */
interface Recipient {
  readonly citizen: OrderParty;
  readonly proxy: OrderParties["proxy"];
  /** As it is written today; null for the address of the dossier. */
  readonly address: string | null;
}

async function orderOrQuote(
  facing: Facing,
  asked: Exclude<PostStep, { step: "cancel" }>,
): Promise<PostAnswer> {
  const { tx, deps, dossier, input } = facing;
  const { form } = asked;
  const reference = deps.reference.current();
  const offered = await servicesLeft(tx, dossier, { reference, toSend: hasPapersToCome(dossier) });
  // The second press of one order, or what the counter ordered meanwhile.
  if (!offered.includes(form.service)) {
    const isUnderWay = await hasLiveWay(tx, dossier.id);
    return isUnderWay ? { kind: "orderedAlready" } : refusal(form, "notByPost");
  }
  const found = await recipientOf(facing, form);
  if ("kind" in found) return found;
  const { communeCode } = found.citizen;
  invariant(communeCode, "whoever was found has a commune of today");
  const discount = form.discountId === "" ? {} : { discountId: form.discountId };
  const quoted = await quoteDossier(
    tx,
    dossier,
    { service: form.service, weightGrams: GRAMS, communeCode, ...discount },
    { reference, now: input.now },
  );
  if (!quoted.ok) return refusal(form, quoted.code === "procedure_not_postal" ? "notByPost" : "unquotable");
  const price = { kind: "quoted", form, quoted: quoted.value, address: found.address } as const;
  if (asked.step === "quote") return { ...price, changed: false };
  if (asked.saidTotal !== quoted.value.quote.total) return { ...price, changed: true };
  return place(facing, form, { recipient: found, quoted: quoted.value });
}

async function hasLiveWay(tx: Tx, dossierId: string): Promise<boolean> {
  const live = await tx
    .selectFrom("shipment")
    .select("id")
    .where("dossier_id", "=", dossierId)
    .where("live", "=", true)
    .limit(1)
    .executeTakeFirst();
  return live !== undefined;
}

async function place(
  { tx, deps, dossier, input }: Facing,
  { service }: PostForm,
  { recipient, quoted }: { readonly recipient: Recipient; readonly quoted: QuoteView },
): Promise<PostAnswer> {
  const reference = deps.reference.current();
  const space = reference.spaceOf.get(dossier.received_at_unit_id);
  const opened = await openOrder(
    tx,
    {
      dossier,
      service,
      source: "citizen",
      parties: {
        citizen: recipient.citizen,
        unit: unitParty(dossier, reference),
        proxy: recipient.proxy,
      },
      quote: quoted.quote,
      days: quoted.days,
      // At the door either way: who sends pays when the courier fetches it, who receives when he brings it.
      payment: service === "return" ? "recipientPays" : "senderPays",
      codAmount: 0,
      carrier: deps.carriers(space?.id ?? "")[1] ?? OWN_CARRIER,
      waybill: null,
      orderedBy: null,
    },
    { deps, reference, now: input.now },
  );
  return { kind: opened.ok ? "ordered" : "orderedAlready" };
}

async function recipientOf(facing: Facing, form: PostForm): Promise<Recipient | PostAnswer> {
  const proxy = proxyOf(form);
  if (proxy === "missing") return refusal(form, "authorisationMissing");
  if (form.to === "other") {
    const found = await otherAddress(facing, form);
    return "kind" in found ? found : { ...found, proxy };
  }
  const { tx, deps, dossier, input } = facing;
  const citizen = applicantParty((await readParties(tx, deps.ring, dossier.id)).applicant);
  const missing = missingOf(citizen, deps.reference.current(), localTime(input.now).day);
  return missing.length > 0 ? refusal(form, "addressUnknown") : { citizen, proxy, address: null };
}

/** Whoever takes a result in somebody's place shows a power of attorney; without one nobody can be named. */
function proxyOf({ proxyName, proxyNumber, proxyPaper }: PostForm): OrderParties["proxy"] | "missing" {
  const [name, identityNumber, paper] = [tidyText(proxyName), proxyNumber.trim(), tidyText(proxyPaper)];
  if (name === "" && identityNumber === "" && paper === "") return null;
  return name === "" || identityNumber === "" || paper === "" ? "missing" : { name, identityNumber, paper };
}

async function otherAddress({ deps, input }: Facing, form: PostForm) {
  const [name, address] = [tidyText(form.name), tidyText(form.address)];
  if (name === "" || form.phone.trim() === "" || address === "") return refusal(form, "incomplete");
  const phone = readPhone(form.phone);
  if (!phone.ok) return refusal(form, "phoneUnreadable");
  const offers = await addressOffers(deps.db, address, localTime(input.now).day);
  const chosen =
    offers.find(({ communeCode }) => communeCode === form.communeCode) ??
    offers.find(({ certain }) => certain);
  if (!chosen) {
    const shown = offers.map(({ communeCode, address: today }) => ({ communeCode, address: today }));
    return refusal(form, offers.length === 0 ? "addressUnknown" : "addressSeveral", shown);
  }
  const citizen: OrderParty = {
    name,
    address: chosen.line === "" ? chosen.address : chosen.line,
    phone: phone.value.number,
    email: "",
    communeCode: chosen.communeCode,
  };
  return { citizen, address: chosen.address };
}

function refusal(
  form: PostForm,
  problem: PostProblem,
  offers: readonly { readonly communeCode: string; readonly address: string }[] = [],
) {
  return { kind: "refused", form, problem, offers } as const satisfies PostAnswer;
}
