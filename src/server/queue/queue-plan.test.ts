import { inSpace } from "#server/db/kysely.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { findWork } from "./queue-store.ts";

const OWN = referenceId("unit:commune:30163");
const ELSEWHERE = referenceId("unit:commune:30130");

describe.each([15, 18] as const)("a list of open work on PostgreSQL %s", (postgres) => {
  let app: TestApp;
  let desks: Desks;
  beforeAll(async () => {
    app = await testApp({ postgres, inventsRows: true });
    desks = await openDesks(app);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("is planned once for a connection, however often and for whomever it is asked", async () => {
    for (let times = 0; times < 8; times += 1) passed(await desks.officer.get("/queues/oneStop"));
    passed(await desks.clerk.get("/queues/returning"));
    const { rows } = await sql<{ once: number; anew: number }>`
      select sum(generic_plans)::integer as once, sum(custom_plans)::integer as anew from pg_prepared_statements
      where statement like '%"dossierId", dossier.code%'`.execute(app.program.deps.db);
    expect(rows[0]?.anew).toBe(0);
    expect(rows[0]?.once).toBeGreaterThanOrEqual(8);
  });

  test("of results reads those that lie at the unit, however many lie elsewhere in the province", async () => {
    const { body } = await receive(desks.clerk);
    await finishedBesides(app.owner, String(body["dossierId"]));
    const rows = await inSpace(app.program.deps.db, SPACES[0], { places: [OWN] }, async (tx) => {
      const question = { place: "result_unit", places: [OWN], statuses: ["finished"], filter: null } as const;
      // Rows of the table that were walked over, and entries of an index with their rows.
      const touched = async () => {
        const { rows } = await sql<{ rows: number }>`
          select (pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)
            + (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index where indrelid = oid))::integer as rows
          from pg_class where oid = 'dossier'::regclass`.execute(tx);
        return rows[0]?.rows ?? 0;
      };
      const before = await touched();
      const { dossiers, open } = await findWork(tx, { ...question, undated: false }, undefined);
      expect([dossiers.length, open]).toEqual([5, 5]);
      return (await touched()) - before;
    });
    expect(rows).toBeLessThanOrEqual(40);
  });
});

/** Four thousand results elsewhere and five at the unit, one of which it took over from elsewhere. */
async function finishedBesides(owner: TestApp["owner"], dossierId: string): Promise<void> {
  const given = ["id", "code", "due_at", "business_status", "received_at_unit_id", "result_at_unit_id"];
  const { rows } = await owner.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = 'space_dong_thap' and table_name = 'dossier' and column_name <> all ($1::text[])`,
    [given],
  );
  const names = rows[0]?.names ?? "";
  await owner.query(
    `insert into space_dong_thap.dossier (${given.join(", ")}, ${names})
     select gen_random_uuid(), code || '-' || n, due_at + n * interval '1 minute', 'finished',
       case when n <= 4 then $2::uuid else $3::uuid end, case when n = 5 then $2::uuid end, ${names}
     from space_dong_thap.dossier, generate_series(1, 4005) n where id = $1`,
    [dossierId, OWN, ELSEWHERE],
  );
  await owner.query("vacuum analyze space_dong_thap.dossier");
}
