import type { SlipForm } from "#domain/dossier/register.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";

/** What went to the agency and is still there; results that came back and are still at the desk. */
const MOVED_BY = {
  dossierHandOver: {
    type: "dossier.forwarded",
    statuses: ["forwarded", "processing", "awaitingSupplement", "awaitingPayment", "awaitingApproval"],
  },
  resultHandOver: { type: "dossier.approved", statuses: ["finished"] },
} as const satisfies Record<SlipForm, { type: string; statuses: readonly string[] }>;

/** How long somebody may think of a slip: what moved before was handed over by other papers. */
const DAYS_BACK = 14;

export interface SlipRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly at: Instant;
  readonly dueAt: Instant | null;
  readonly outcome: "granted" | "refused" | null;
  readonly feeDue: number | null;
  readonly returnMethod: string;
  readonly originals: number;
  readonly copies: number;
  readonly address: string;
}

interface Wanted {
  readonly form: SlipForm;
  readonly units: readonly string[];
  readonly since: Instant;
  /** Only these; all of them when it is left out. */
  readonly ids?: readonly string[];
  readonly limit: number;
}

/** The moment from which on what moved may be put on a slip. */
export function slipSince(now: Instant): Instant {
  return new Date(Date.parse(now) - DAYS_BACK * 86_400_000).toISOString() as Instant;
}

/** What moved and is on no slip since, the first first. */
export async function findMoved(
  tx: Tx,
  ring: KeyRing,
  { form, units, since, ids, limit }: Wanted,
): Promise<readonly SlipRow[]> {
  const { type, statuses } = MOVED_BY[form];
  const { rows } = await sql<Omit<SlipRow, "address"> & { partyId: string | null; sealed: Buffer }>`
    select d.id as "dossierId", d.code, d.procedure_name as "procedureName", d.applicant_name as applicant,
      d.received_at_unit_id as "unitId", d.deciding_agency_id as "agencyId", moved.at, d.due_at as "dueAt", d.outcome,
      d.fee_due as "feeDue", d.return_method as "returnMethod", papers.originals, papers.copies,
      p.id as "partyId", p.sealed
    from dossier d
    cross join lateral (
      select max(e.recorded_at) as at from dossier_event e where e.dossier_id = d.id and e.type = ${type}) moved
    cross join lateral (
      select coalesce(sum(i.originals), 0)::integer as originals, coalesce(sum(i.copies), 0)::integer as copies
      from item i where i.dossier_id = d.id and i.kind = 'paper' and not i.struck and not i.shown
        and i.holder_kind is distinct from 'citizen') papers
    left join party p on p.dossier_id = d.id and p.role = 'applicant' and p.until_seq is null
    where d.received_at_unit_id = any (${[...units]}::uuid[]) and d.business_status <> 'returned'
      and d.business_status = any (${[...statuses]}::text[]) and moved.at >= ${since}::timestamptz
      and ${ids === undefined ? sql`true` : sql`d.id = any (${[...ids]}::uuid[])`}
      and not exists (
        select from unit_form_dossier u join unit_form f on f.id = u.form_id
        where u.dossier_id = d.id and f.form = ${form} and f.issued_at >= moved.at)
    order by moved.at, d.code limit ${limit}`.execute(tx);
  return rows.map(({ partyId, sealed, ...row }) => {
    if (partyId === null) return { ...row, address: "" };
    const { details } = unseal<{ details: PartyDetails }>(ring, `party:${partyId}`, sealed);
    return { ...row, address: details.address.line };
  });
}

/** Holds dossiers until the transaction ends, so that of two slips at once the second finds what the first named. */
export async function holdDossiers(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select id from dossier where id = any (${[...ids]}::uuid[]) order by id for no key update`.execute(
    tx,
  );
}

export async function writeSlipRows(tx: Tx, formId: string, ids: readonly string[]): Promise<void> {
  await tx
    .insertInto("unit_form_dossier")
    .values(ids.map((dossierId) => ({ form_id: formId, dossier_id: dossierId })))
    .execute();
}
