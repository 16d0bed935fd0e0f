import type { CorrectableForm } from "#contract/correcting.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { provinceOfCommune } from "../units/load-communes.ts";
import type { Reference } from "../units/reference.ts";

type People = Pick<CorrectableForm, "applicant" | "submitter">;

/** A form with its addresses whole: the province comes with the commune, and a commune that has gone stays behind. */
export function withProvinces<Form extends People>(body: Form, reference: Reference, today: PlainDate) {
  const withAddress = <Party extends { readonly address: string; readonly communeCode?: string }>(
    party: Party,
  ) => {
    const code = party.communeCode ?? "";
    const provinceCode = provinceOfCommune(reference, code, today);
    const place = provinceCode === undefined ? {} : { communeCode: code, provinceCode };
    return { ...party, address: { line: party.address, ...place } };
  };
  return {
    ...body,
    applicant: withAddress(body.applicant),
    submitter: body.submitter ? withAddress(body.submitter) : null,
  };
}
