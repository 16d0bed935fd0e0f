import { type Static, Type } from "typebox";
import { Day, Line, OneOf, ShortText, Strict } from "./shapes.ts";

/** A person or an organisation as typed or scanned at the counter. The domain's readParty judges the content. */

const contact = {
  address: Line,
  /** The commune of today that the address was brought to; one that does not stand is not kept. */
  communeCode: Type.Optional(Type.String({ pattern: "^\\d{5}$" })),
  phone: Type.Optional(ShortText),
  email: Type.Optional(ShortText),
};

export const PersonInput = Strict({
  kind: Type.Literal("person"),
  name: ShortText,
  identityNumber: ShortText,
  birthDate: Type.Optional(Day),
  sex: Type.Optional(OneOf(["male", "female"])),
  ...contact,
});

const OrganisationInput = Strict({
  kind: Type.Literal("organisation"),
  name: ShortText,
  taxCode: ShortText,
  legalRepresentative: ShortText,
  branchName: Type.Optional(ShortText),
  ...contact,
});

export const PartyInput = Type.Union([PersonInput, OrganisationInput]);
export type PartyInput = Static<typeof PartyInput>;

/** The power of attorney of a submitter who is not the applicant (giấy ủy quyền). */
export const AuthorisationInput = Strict({
  number: Type.Optional(ShortText),
  date: Type.Optional(Day),
  certifiedBy: Type.Optional(ShortText),
  relation: Type.Optional(ShortText),
  scope: Line,
});
export type AuthorisationInput = Static<typeof AuthorisationInput>;
