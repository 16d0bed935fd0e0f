import type { ProxyDetails } from "#domain/dossier/return-result.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { PartyDetails, PersonDetails } from "#domain/person/party.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

export interface OpenedParties {
  readonly applicant: PartyDetails | null;
  readonly submitter: PersonDetails | null;
  readonly authorisation: Authorisation | null;
  readonly proxy: ProxyDetails | null;
}

/** The people of a dossier as they stand now, unsealed. Whoever calls this has logged the read. */
export async function readParties(tx: Tx, ring: KeyRing, dossierId: string): Promise<OpenedParties> {
  const rows = await tx
    .selectFrom("party")
    .select(["id", "role", "sealed"])
    .where("dossier_id", "=", dossierId)
    .where("until_seq", "is", null)
    .execute();
  const open = (role: string) => {
    const row = rows.find((candidate) => candidate.role === role);
    return (
      row &&
      unseal<{ details: PartyDetails | ProxyDetails; authorisation?: Authorisation }>(
        ring,
        `party:${row.id}`,
        row.sealed,
      )
    );
  };
  const submitter = open("submitter");
  return {
    applicant: (open("applicant")?.details as PartyDetails | undefined) ?? null,
    submitter: (submitter?.details as PersonDetails | undefined) ?? null,
    authorisation: submitter?.authorisation ?? null,
    proxy: (open("proxy")?.details as ProxyDetails | undefined) ?? null,
  };
}
