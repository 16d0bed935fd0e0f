import { ADDRESS_FIELDS, type Address, type AddressInput, readAddress } from "./address.ts";
import { readEmail } from "./email.ts";
import type { FieldNotes } from "./findings.ts";
import { readPhone } from "./phone.ts";
import { isEmpty, type Typed } from "./written-text.ts";

export const CONTACT_FIELDS = [...ADDRESS_FIELDS, "phone", "email"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** How somebody can be reached, as a form holds it. */
export interface ContactInput {
  readonly address?: AddressInput | null | undefined;
  readonly phone?: Typed;
  readonly email?: Typed;
}

export interface Contact {
  readonly address: Address;
  /** As dialled: `0…`, or a foreign number with its `+`. */
  readonly phone: string | null;
  readonly email: string | null;
}

/** Address, phone and e-mail. Only the address is required; no phone warns, since the citizen cannot be told. */
export function readContact(input: ContactInput, findings: FieldNotes<ContactField>): Contact | undefined {
  const address = readAddress(input.address, findings);
  const phone = isEmpty(input.phone) ? null : findings.take("phone", readPhone(input.phone ?? ""));
  const email = isEmpty(input.email) ? null : findings.take("email", readEmail(input.email ?? ""));
  findings.warn("phone", phone === null ? ["phone_missing"] : (phone?.warnings ?? []));
  return address && { address, phone: phone?.number ?? null, email: email ?? null };
}
