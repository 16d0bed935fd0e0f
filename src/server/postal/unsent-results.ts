import type { PartyDetails } from "#domain/person/party.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { provinceOfCommune } from "../units/load-communes.ts";
import type { Reference } from "../units/reference.ts";
import type { OrderParty } from "./sealed-order.ts";

/** Ready results that the citizen wants by post and that no way back was ever ordered for, the oldest first. */
export async function findUnsent(
  tx: Tx,
  { places, limit }: { readonly places: readonly string[]; readonly limit: number },
): Promise<readonly DossierRecord[]> {
  const { rows } = await sql<DossierRecord>`
    select d.* from dossier d
    where d.business_status = 'finished' and d.return_method = 'postal' and d.whole_id is null
      and d.received_at_unit_id = any (${[...places]}::uuid[])
      and not exists (select from shipment s where s.dossier_id = d.id and s.leg = 'return' and s.state <> 'cancelled')
    order by d.due_at, d.id limit ${limit}`.execute(tx);
  return rows;
}

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
