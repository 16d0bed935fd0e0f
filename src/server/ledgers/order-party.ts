import type { PartyDetails } from "#domain/person/party.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { provinceOfCommune } from "../units/load-communes.ts";
import type { Reference } from "../units/reference.ts";
import type { OrderParty } from "./sealed-order.ts";

/** The applicant as the recipient of a result. */
export function applicantParty(applicant: PartyDetails | null): OrderParty {
  return {
    name: applicant?.name ?? "",
    address: applicant?.address.line ?? "",
    phone: applicant?.phone ?? "",
    email: applicant?.email ?? "",
    communeCode: applicant?.address.communeCode ?? null,
  };
}

/** What nobody can be sent anything without: a commune of today, and a phone for the courier. */
export function missingOf(
  { communeCode, phone }: OrderParty,
  reference: Reference,
  day: PlainDate,
): ("commune" | "phone")[] {
  const stands = communeCode !== null && provinceOfCommune(reference, communeCode, day) !== undefined;
  return [...(stands ? [] : (["commune"] as const)), ...(phone === "" ? (["phone"] as const) : [])];
}
