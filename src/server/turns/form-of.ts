import type { IssuedForm } from "#domain/dossier/issued-form.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type FormOrder, formSetOn } from "../ledgers/form-ledger.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";

/** The form as it is ordered: in the set of its day, numbered by the unit that answers for the dossier today. */
export function orderForm(
  reference: Reference,
  dossier: DossierRecord,
  act: ActRecord,
  form: IssuedForm,
  content: object,
): FormOrder {
  const formSet = formSetOn(reference, form, localTime(act.recordedAt).day);
  const unitId = reference.heirOf(dossier.received_at_unit_id);
  return { form, formSet, unitId, content };
}
