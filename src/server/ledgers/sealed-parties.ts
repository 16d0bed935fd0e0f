import type { ProxyDetails } from "#domain/dossier/return-result.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { PartyDetails, PersonDetails } from "#domain/person/party.ts";
import type { Selectable } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

type PartyRow = Pick<Selectable<Database["party"]>, "id" | "role" | "sealed">;

export interface OpenedParties {
  readonly applicant: PartyDetails | null;
  readonly submitter: PersonDetails | null;
  readonly authorisation: Authorisation | null;
  readonly proxy: ProxyDetails | null;
}

/** The people of a dossier as they stand now, unsealed. Whoever calls this has logged the read. */
export async function readParties(tx: Tx, ring: KeyRing, dossierId: string): Promise<OpenedParties> {
  return openParties(ring, await partyRows(tx, dossierId).execute());
}

/** The rows that {@link openParties} opens. */
export function partyRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("party")
    .select(["id", "role", "sealed"])
    .where("dossier_id", "=", dossierId)
    .where("until_seq", "is", null);
}

/** {@link readParties} from rows that were read with others. */
export function openParties(ring: KeyRing, rows: readonly PartyRow[]): OpenedParties {
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
