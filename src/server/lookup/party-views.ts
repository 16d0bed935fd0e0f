import type { DossierView, PartyView } from "#contract/dossiers.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-payloads.ts";
import type { ProxyDetails } from "#domain/dossier/return-result.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { invariant } from "#domain/shared/result.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { openParties } from "../ledgers/sealed-parties.ts";
import type { History, PageRows } from "./page-store.ts";

/** The people of a dossier: applicant, submitter with the right to act, and who collected the result. */
export function partyViews(
  ring: KeyRing,
  { parties: rows, history }: PageRows,
): Pick<DossierView, "applicant" | "submitter" | "authorisation" | "collection"> {
  const parties = openParties(ring, rows);
  invariant(parties.applicant, "a dossier has an applicant");
  return {
    applicant: partyView(parties.applicant),
    submitter: parties.submitter ? partyView(parties.submitter) : null,
    authorisation: parties.authorisation,
    collection: collectionView(history, parties.proxy),
  };
}

/** How the result left the house, from the event that says so; null until then. */
function collectionView(history: History, proxy: ProxyDetails | null): DossierView["collection"] {
  const event = history.find(({ type }) => type === "dossier.returned" || type === "dossier.handedOver");
  if (!event) return null;
  const payload = event.payload as DossierEventPayloads["dossier.returned"];
  if ("shipmentId" in payload) {
    const { shipmentId, collector } = payload;
    return { shipmentId, collector, identityProof: null, signatureFileId: null, proxy: null };
  }
  const { collector, identityProof, signatureFileId } = payload;
  return {
    shipmentId: null,
    collector: collector as NonNullable<DossierView["collection"]>["collector"],
    identityProof: identityProof as NonNullable<DossierView["collection"]>["identityProof"],
    signatureFileId,
    proxy: proxy && { name: proxy.name, number: proxy.identityNumber, authorisation: proxy.authorisation },
  };
}

function partyView(party: PartyDetails): PartyView {
  const shared = {
    kind: party.kind,
    name: party.name,
    address: party.address.line,
    communeCode: party.address.communeCode,
    phone: party.phone,
    email: party.email,
  };
  if (party.kind === "person") {
    const { identityNumber: number, birthDate, sex } = party;
    return { ...shared, number, birthDate, sex, legalRepresentative: null, branchName: null };
  }
  const { taxCode: number, legalRepresentative, branchName } = party;
  return { ...shared, number, birthDate: null, sex: null, legalRepresentative, branchName };
}
