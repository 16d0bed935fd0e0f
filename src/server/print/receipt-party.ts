import type { PartyDetails } from "#domain/person/party.ts";
import type { ReceiptParty } from "./receipt-data.ts";

/** A person or organisation as forms name one. */
export function receiptParty(party: PartyDetails): ReceiptParty {
  return {
    kind: party.kind,
    name: party.name,
    identityNumber: party.kind === "person" ? party.identityNumber : party.taxCode,
    address: party.address.line,
    ...(party.phone && { phone: party.phone }),
    ...(party.email && { email: party.email }),
  };
}

/** Who signs for a party: an organisation by the person who represents it. */
export function signerOf(party: PartyDetails): string {
  return party.kind === "organisation" ? party.legalRepresentative : party.name;
}

/** A commune as the line of place and date writes it. @example placeInHead("Xã Bình Thành") → "Bình Thành" */
export function placeInHead(commune: string): string {
  return commune.replace(/^(Xã|Phường|Thị trấn|Tỉnh|Thành phố)\s+/u, "");
}
