import type { IssuedForm } from "#domain/dossier/issued-form.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import { type FormOrder, firstDayOf, formSetOn } from "../ledgers/form-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";

/** Who orders a form, as a route's context has it. */
interface Orderer {
  readonly reference: Reference;
  readonly actor: Pick<Actor, "posts">;
}

/** The form as it is ordered: in the set of its day, numbered by the body that issues it. */
export function orderForm(
  { reference, actor }: Orderer,
  dossier: DossierRecord,
  act: ActRecord,
  form: IssuedForm,
  content: object,
): FormOrder {
  const formSet = formSetOn(reference, form, localTime(act.recordedAt).day);
  return { form, formSet, unitId: issuerOf({ reference, actor }, dossier, act), content };
}

/**
 * {@link orderForm} of a form that not every set has: Mẫu 05 came with that of 2025, and before it there was none.
 * @returns `form_not_in_force` with the form and its first day
 */
export function orderNewerForm(
  orderer: Orderer,
  dossier: DossierRecord,
  act: ActRecord,
  form: IssuedForm,
  content: object,
): Result<FormOrder, "form_not_in_force"> {
  const from = firstDayOf(orderer.reference, form);
  if (localTime(act.recordedAt).day < from) return refuse("form_not_in_force", { from: formatDay(from) });
  return done(orderForm(orderer, dossier, act, form, content));
}

/**
 * The body whose head, number and signature a form has: the agency of the officer who acts by a post there, else the
 * unit that answers for the dossier today, for which its officers and the post act.
 *
 * @rule FORMS-01 (one body is ours; that the head of the agency signs Mẫu 04 is the form's)
 */
function issuerOf({ reference, actor }: Orderer, dossier: DossierRecord, { basis }: ActRecord): string {
  const post = basis.kind === "office" ? actor.posts.find(({ id }) => id === basis.id) : undefined;
  return post?.agencyId ?? reference.heirOf(dossier.received_at_unit_id);
}

/** The dates that Mẫu 04 names: that of the slip, and the one that holds when it is another. */
export function namedDates(
  dueAt: Instant,
  slip: Instant,
  extended: boolean,
): { readonly dueAt: Instant; readonly heldDueAt?: { readonly at: Instant; readonly extended: boolean } } {
  return slip === dueAt ? { dueAt } : { dueAt: slip, heldDueAt: { at: dueAt, extended } };
}
