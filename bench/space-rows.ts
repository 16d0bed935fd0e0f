import type pg from "pg";

/** The schema that a generated space is written into. */
export const SCHEMA = "space_dong_thap";
/** Dossiers that are modelled on each other: as many as were really received. */
export const NAMES = 100_000;

/** How a generated space is laid out. */
export interface SpacePlan {
  readonly dossiers: number;
  /** Units in all; see bench.unit. */
  readonly units: number;
  /** Units that the load asks for. Where a space is small they hold half of it, so that their pages are full. */
  readonly asked: number;
}

/** The share of dossiers that are open: every other one of the newest six in a hundred. */
export const OPEN_SHARE = 0.03;

/**
 * The rows of a space as SQL over `n`, the number of a dossier: the same number gives the same id, moment, unit
 * and status in every table. Ids are ordered by the moment of receipt, as the program's own are.
 */
function rowSource({ dossiers, units, asked }: SpacePlan): string {
  const isSmall = asked < units;
  const openUnit = isSmall ? `(n / 2) % ${asked}` : `(hashint4(n) & 2147483647) % ${units}`;
  const closedUnit = isSmall
    ? `case when n % 2 = 0 then (n / 2) % ${asked} else (hashint4(n) & 2147483647) % ${units} end`
    : `(hashint4(n) & 2147483647) % ${units}`;
  const status = isSmall
    ? `'received'`
    : `(array['received','received','received','received','received','received','received','received','received',
        'forwarded','forwarded','forwarded','processing','processing','processing','processing','awaitingApproval',
        'awaitingApproval','finished','finished'])[(n / 2) % 20 + 1]`;
  return `(
    select n, received_at, is_open, unit.unit_id, unit.agency_id, unit.counter_id, unit.point_id, name.name, name.key,
      template.id as template_id, case when is_open then ${status} else 'returned' end as status,
      (lpad(to_hex((extract(epoch from received_at) * 1000)::bigint), 12, '0') || '7000' || '8'
        || lpad(to_hex(n), 15, '0'))::uuid as id,
      'H99.' || unit.number || '-' || to_char(received_at, 'YYMMDD') || '-' || n as code
    from (
      select n, date_trunc('milliseconds', timestamptz '2021-11-20' + n * (interval '5 years' / ${dossiers})) as received_at,
        n > ${dossiers} * 0.94 and n % 2 = 0 as is_open
      from generate_series(1, ${dossiers}) as n
    ) as numbered
    join bench.unit on unit.number = case when is_open then ${openUnit} else ${closedUnit} end
    join bench.name on name.number = (n::bigint * 7919) % ${NAMES}
    join bench.template on template.number = n % (select count(*) from bench.template)
  ) as made`;
}

/** What each table takes from its template's row, but for these columns. */
const CHANGED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dossier: {
    id: "made.id",
    code: "made.code",
    version: "2",
    helped_at_unit_id: "made.unit_id",
    received_at_unit_id: "made.unit_id",
    deciding_agency_id: "made.agency_id",
    reception_point_id: "made.point_id",
    counter_id: "made.counter_id",
    received_at: "made.received_at",
    due_at: "made.received_at + interval '5 days'",
    business_status: "made.status",
    delivery_status:
      "case made.status when 'returned' then 'handedOver' when 'finished' then 'readyAtUnit' else 'notReady' end",
    applicant_name: "made.name",
    scope: "array[made.unit_id, made.agency_id]",
  },
  dossier_event: {
    dossier_id: "made.id",
    counter_id: "made.counter_id",
    occurred_at: "made.received_at + (row.seq - 1) * interval '1 day'",
    recorded_at: "made.received_at + (row.seq - 1) * interval '1 day'",
    scope: "array[made.unit_id, made.agency_id]",
  },
  party: {
    // A dossier's number again, in other places of the id.
    id: "overlay(made.id::text placing 'a' from 20 for 1)::uuid",
    dossier_id: "made.id",
    number_index: "decode(md5(made.n::text) || md5('n' || made.n), 'hex')",
    phone_index: "decode(md5('p' || made.n) || md5('q' || made.n), 'hex')",
    scope: "array[made.unit_id, made.agency_id]",
  },
  item: {
    id: "overlay(made.id::text placing case row.position when 0 then '9' else 'b' end from 20 for 1)::uuid",
    dossier_id: "made.id",
    holder_kind: "case when made.is_open then 'counter' else 'citizen' end",
    holder_id: "case when made.is_open then made.counter_id end",
    custody_seq: "1",
    scope: "array[made.unit_id, made.agency_id]",
  },
  custody_entry: {
    thing_id:
      "overlay(made.id::text placing case item.position when 0 then '9' else 'b' end from 20 for 1)::uuid",
    dossier_id: "made.id",
    to_id: "made.counter_id",
    occurred_at: "made.received_at",
    recorded_at: "made.received_at",
    scope: "array[made.unit_id, made.agency_id]",
  },
  dossier_search: {
    dossier_id: "made.id",
    unit_id: "made.unit_id",
    agency_id: "made.agency_id",
    received_at: "made.received_at",
    code: "made.code",
    name_key: "made.key",
  },
};

/** Where the model rows of a table come from, and for which dossiers. */
const MODELS: Readonly<Record<string, string>> = {
  dossier: "join bench.t_dossier as row on row.id = made.template_id",
  dossier_event: "join bench.t_dossier_event as row on row.dossier_id = made.template_id",
  party: "join bench.t_party as row on row.dossier_id = made.template_id",
  item: "join bench.t_item as row on row.dossier_id = made.template_id",
  custody_entry: `join bench.t_custody_entry as row on row.dossier_id = made.template_id
    join bench.t_item as item on item.id = row.thing_id where made.is_open`,
  dossier_search: "join bench.t_dossier_search as row on row.dossier_id = made.template_id",
};

export const GENERATED_TABLES = Object.keys(CHANGED);

/** The statement that fills one table. Columns that are not named above are those of the model, whatever they are. */
export async function fillStatement(
  client: pg.ClientBase | pg.Pool,
  table: string,
  plan: SpacePlan,
): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
    [SCHEMA, table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => CHANGED[table]?.[name] ?? `row.${name}`);
  return `insert into ${SCHEMA}.${table} (${names.join(", ")})
    select ${values.join(", ")} from ${rowSource(plan)} ${MODELS[table] ?? ""}`;
}
