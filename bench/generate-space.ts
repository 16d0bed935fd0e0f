import { Client, type Pool } from "pg";
import { receiveDossier, ask } from "./kit/http.ts";
import { peopleNames } from "./kit/names.ts";
import type { BenchServer } from "./kit/server.ts";
import { employ } from "./kit/staff.ts";
import { type BenchUnit, makeUnits } from "./kit/units.ts";
import { GENERATED_TABLES, NAMES, SCHEMA, type SpacePlan, fillStatement } from "./space-rows.ts";

/** While a space is written: nothing of it needs the log, since a table is emptied and filled in one transaction. */
export const LOADING_SETTINGS = [
  "wal_level = minimal",
  "max_wal_senders = 0",
  "max_wal_size = '8GB'",
  "checkpoint_timeout = '30min'",
  "autovacuum = off",
];
export const USUAL_SETTINGS = [
  "wal_level = replica",
  "max_wal_senders = 10",
  "max_wal_size = '1GB'",
  "checkpoint_timeout = '5min'",
  "autovacuum = on",
];

/** Procedures whose dossiers are the models: short and long limits, few and many papers. */
const MODEL_PROCEDURES = ["2.000635", "1.013855", "1.004873", "2.000815"];

/** Takes the models in over HTTP, and keeps what a space is made of: units, names, model rows. */
export async function prepareModels(server: BenchServer, unitCount: number): Promise<readonly BenchUnit[]> {
  const units = await makeUnits(server.owner, unitCount);
  await modelDossiers(server, units);
  const { owner } = server;
  await owner.query(`create schema bench;
    create table bench.unit (number integer primary key, unit_id uuid, agency_id uuid, counter_id uuid, point_id uuid);
    create table bench.name (number integer primary key, name text, key text);
    create table bench.template as
      select row_number() over (order by code)::integer - 1 as number, id from ${SCHEMA}.dossier`);
  await owner.query(
    `insert into bench.unit select number - 1, "unitId", "agencyId", "counterId", "pointId"
     from jsonb_to_recordset($1::jsonb) as given(number integer, "unitId" uuid, "agencyId" uuid, "counterId" uuid, "pointId" uuid)`,
    [JSON.stringify(units.map((unit, index) => ({ ...unit, number: index + 1 })))],
  );
  const names = peopleNames(NAMES, 20261122);
  await owner.query("insert into bench.name select * from unnest($1::integer[], $2::text[], $3::text[])", [
    names.map((_, index) => index),
    names.map(({ name }) => name),
    names.map(({ key }) => key),
  ]);
  for (const table of GENERATED_TABLES) {
    const which = MODEL_ROWS[table] ?? "";
    await owner.query(`create table bench.t_${table} as select * from ${SCHEMA}.${table} ${which}`);
  }
  await owner.query("analyze");
  return units;
}

/** Two papers and one person of each model are enough. */
const MODEL_ROWS: Readonly<Record<string, string>> = {
  party: "where role = 'applicant'",
  item: "where position < 2",
  custody_entry: `where thing_id in (select id from ${SCHEMA}.item where position < 2)`,
};

async function modelDossiers(server: BenchServer, units: readonly BenchUnit[]): Promise<void> {
  const unit = units[0];
  if (!unit) return;
  const { cookie } = await employ(
    server.owner,
    [{ role: "oneStopOfficer", unitId: unit.unitId }],
    unit.counterId,
  );
  for (const code of MODEL_PROCEDURES) {
    const { dossierId } = await receiveDossier(server.base, cookie, code, "Nguyễn Thị Hồng Nhung");
    await ask(server.base, cookie, `/dossiers/${dossierId}/forwarding`, { version: 1 });
  }
}

/** Empties the space's tables and fills them anew, two tables at a time; then the tables are as a vacuum leaves them. */
export async function generateSpace(
  server: BenchServer,
  plan: SpacePlan,
  say: (line: string) => void,
): Promise<void> {
  const foreignKeys = await dropForeignKeys(server.owner);
  const waiting = [...GENERATED_TABLES];
  const worker = async () => {
    const client = new Client({ ...server.ownerConfig, statement_timeout: 0 });
    await client.connect();
    try {
      for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) {
        const started = performance.now();
        await fillTable(client, table, plan);
        say(`  ${table}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all([worker(), worker()]);
  for (const statement of foreignKeys) await server.owner.query(statement);
  await server.owner.query("checkpoint").catch(() => undefined); // Only a superuser may; the next start does it too.
}

async function dropForeignKeys(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ place: string; name: string; definition: string }>(
    `select conrelid::regclass::text as place, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and confrelid = any ($1::regclass[])`,
    [GENERATED_TABLES.map((table) => `${SCHEMA}.${table}`)],
  );
  for (const { place, name } of rows) await owner.query(`alter table ${place} drop constraint ${name}`);
  // Rows that a generator made need no second look; new ones are checked as always.
  return rows.map(
    ({ place, name, definition }) =>
      `alter table ${place} add constraint ${name} ${definition.replace(/ not valid$/i, "")} not valid`,
  );
}

async function fillTable(client: Client, table: string, plan: SpacePlan): Promise<void> {
  const statement = await fillStatement(client, table, plan);
  const place = `${SCHEMA}.${table}`;
  await client.query("begin");
  await client.query("set local maintenance_work_mem = '1GB'");
  await client.query("set local work_mem = '256MB'");
  await client.query(`truncate ${place}`);
  const again = await dropIndexes(client, place);
  await client.query(statement);
  for (const one of again) await client.query(one);
  await client.query("commit");
  await client.query(`vacuum (analyze) ${place}`);
}

/** Takes the indexes of a table off, so that they are built once; answers how to make them again. A key that a function groups by stays. */
async function dropIndexes(client: Client, place: string): Promise<readonly string[]> {
  const constraints = await client.query<{ name: string; definition: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u')
       and not exists (select from pg_depend d where d.refobjid = pg_constraint.oid and d.classid = 'pg_proc'::regclass)`,
    [place],
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = $1::regclass
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
    [place],
  );
  for (const { name } of constraints.rows) await client.query(`alter table ${place} drop constraint ${name}`);
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    ...constraints.rows.map(
      ({ name, definition }) => `alter table ${place} add constraint ${name} ${definition}`,
    ),
    ...indexes.rows.map(({ definition }) => definition),
  ];
}
