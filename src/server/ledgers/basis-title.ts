import type { Basis } from "#domain/mandate/may-act.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, formatDay } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** How people and rights are called where they are shown. */
export interface Words {
  readonly titleOf: (basis: Basis) => string;
  /** The name of the person behind an account; null for nobody, empty for one that was not asked for. */
  readonly nameOf: (accountId: string | null) => string | null;
}

/** Words for the rights that acts rest on: the decision behind a mandate, the post behind an office. */
export async function basisTitles(tx: Tx, bases: readonly Basis[]): Promise<(basis: Basis) => string> {
  return (await loadWords(tx, bases, [])).titleOf;
}

/** {@link basisTitles} and the names of people, by one statement however many there are. */
export async function loadWords(
  tx: Tx,
  bases: readonly Basis[],
  accountIds: readonly (string | null | undefined)[],
): Promise<Words> {
  const ids = (kind: Basis["kind"]) =>
    distinct(bases.flatMap((basis) => (basis.kind === kind ? basis.id : [])));
  const people = distinct(accountIds.flatMap((id) => id ?? []));
  if (bases.length === 0 && people.length === 0) return { titleOf: () => "", nameOf: emptyName };
  const { rows } = await sql<WordRow>`
    select 'mandate' as kind, mandate.id, decision.issuer as name, decision.number, decision.issued_on as day,
      null::timestamptz as at
    from mandate join mandate_decision decision on decision.id = mandate.decision_id
    where mandate.id = any(${ids("mandate")}::uuid[])
    union all
    select 'office', post.id, coalesce(unit.name, agency.name, ''), null, null, null
    from nation.staff_post post left join nation.one_stop_unit unit on unit.id = post.one_stop_unit_id
      left join nation.agency on agency.id = post.agency_id
    where post.id = any(${ids("office")}::uuid[])
    union all
    select 'assignment', assignment.id, head.full_name, null, null, assignment.given_at
    from assignment join nation.account head on head.id = assignment.given_by
    where assignment.id = any(${ids("assignment")}::uuid[])
    union all
    select 'account', id, full_name, null, null, null
    from nation.account where id = any(${people}::uuid[])`.execute(tx);
  const titles = new Map(rows.map((row) => [`${row.kind}:${row.id}`, titleOfRow(row)]));
  return {
    titleOf: ({ kind, id }) => titles.get(`${kind}:${id}`) ?? "",
    nameOf: (id) => (id === null ? null : (titles.get(`account:${id}`) ?? "")),
  };
}

function emptyName(accountId: string | null): string | null {
  return accountId === null ? null : "";
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

type WordRow = { readonly id: string; readonly name: string } & (
  | { readonly kind: "mandate"; readonly number: string; readonly day: PlainDate }
  | { readonly kind: "assignment"; readonly at: Instant }
  | { readonly kind: "office" | "account" }
);

function titleOfRow(row: WordRow): string {
  if (row.kind === "mandate") return `Quyết định số ${row.number} ngày ${formatDay(row.day)} của ${row.name}`;
  if (row.kind === "assignment") return `Giao việc ngày ${formatDay(localTime(row.at).day)} của ${row.name}`;
  return row.name;
}
