import type { PartyView } from "#contract/dossiers.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { readParties } from "../ledgers/sealed-parties.ts";

/** The applicant and, when somebody else handed the dossier in, the submitter. */
export async function partyViews(
  tx: Tx,
  ring: KeyRing,
  dossierId: string,
): Promise<{ applicant: PartyView; submitter: PartyView | null }> {
  const parties = await readParties(tx, ring, dossierId);
  invariant(parties.applicant, "a dossier has an applicant");
  return {
    applicant: partyView(parties.applicant),
    submitter: parties.submitter ? partyView(parties.submitter) : null,
  };
}

function partyView(party: PartyDetails): PartyView {
  const shared = {
    kind: party.kind,
    name: party.name,
    address: party.address.line,
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
