import type { orderPostalService, readDossierPost } from "#contract/postal.ts";
import { type PhoneWarning, readPhone } from "#domain/person/phone.ts";
import type { PostalPayment } from "#domain/postal/order-terms.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import type { Static } from "typebox";

/** What an order of the post begins with: whom the dossier is for, and what may be ordered. */
export type OrderBegin = Static<typeof readDossierPost.response>;

/** The lightest step of the table: what one dossier weighs as a rule. */
const LIGHTEST_GRAMS = "100";

/** Most who come want the result sent. */
function beginWith(services: readonly PostalService[]): PostalService {
  return services.includes("return") ? "return" : (services[0] ?? "return");
}

/** The form as it opens: the citizen as the dossier knows him, the postage paid at the door. */
export function emptyOrder({ citizen, services, carriers }: OrderBegin) {
  return {
    service: beginWith(services),
    grams: LIGHTEST_GRAMS,
    name: citizen.name,
    address: citizen.address,
    communeCode: citizen.communeCode ?? "",
    phone: citizen.phone,
    payment: "recipientPays" as PostalPayment,
    discountId: "",
    carrier: carriers[0] ?? "",
    waybill: "",
    withProxy: false,
    proxyName: "",
    proxyNumber: "",
    proxyPaper: "",
  };
}
export type OrderForm = ReturnType<typeof emptyOrder>;

/** The form as the order takes it, at the total that was shown, in đồng. */
export function orderBody(form: OrderForm, saidTotal: number): Static<(typeof orderPostalService)["body"]> {
  const { name, address, phone, communeCode, discountId } = form;
  return {
    service: form.service,
    weightGrams: gramsOf(form),
    citizen: { name, address, phone, communeCode },
    payment: form.payment,
    carrier: form.carrier,
    saidTotal,
    ...(discountId !== "" && { discountId }),
    ...(form.waybill.trim() !== "" && { waybill: form.waybill.trim() }),
    ...(form.withProxy && {
      proxy: { name: form.proxyName, identityNumber: form.proxyNumber, paper: form.proxyPaper },
    }),
  };
}

/** What is no number weighs nothing, which the price refuses with its sentence. */
export function gramsOf({ grams }: Pick<OrderForm, "grams">): number {
  return /^\d{1,6}$/.test(grams.trim()) ? Number(grams) : 0;
}

/** What is still missing of a field, or cannot be read. */
export type OrderProblem = "missing" | "communeMissing" | "phoneUnreadable" | "proxyPaperMissing";
export type OrderProblems = Partial<Record<keyof OrderForm, OrderProblem>>;

const WITH_PROXY = ["proxyName", "proxyNumber"] as const;

/**
 * Everything that keeps an order from being placed, by field: said all at once, beside the fields.
 *
 * @example orderProblems({ ...form, phone: "" }) → { phone: "phoneUnreadable" }
 */
export function orderProblems(form: OrderForm): OrderProblems {
  const isEmpty = (field: "name" | "address" | (typeof WITH_PROXY)[number]) => form[field].trim() === "";
  return {
    ...(isEmpty("name") && { name: "missing" }),
    ...(form.communeCode === "" && { address: isEmpty("address") ? "missing" : "communeMissing" }),
    ...(!readPhone(form.phone).ok && { phone: "phoneUnreadable" }),
    ...(form.withProxy && Object.fromEntries(WITH_PROXY.filter(isEmpty).map((field) => [field, "missing"]))),
    ...(form.withProxy && form.proxyPaper.trim() === "" && { proxyPaper: "proxyPaperMissing" }),
  };
}

/** What to look at twice in a number that was typed; nothing while it cannot be read. */
export function phoneWarnings(typed: string): readonly PhoneWarning[] {
  const read = readPhone(typed);
  return read.ok ? read.value.warnings : [];
}
