import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPool } from "./kysely.ts";
import { type TestServer, startTestServer } from "./test-kit.ts";

let server: TestServer;
let pool: pg.Pool;
beforeAll(async () => {
  server = await startTestServer();
  pool = createPool({ ...(await server.newDatabase()).owner, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const prepared = async (part: string) =>
  (await pool.query("select name from pg_prepared_statements where statement like '%' || $1 || '%'", [part]))
    .rows;

describe("a statement with parameters", () => {
  test("is prepared once on a connection, however often it is sent", async () => {
    for (const n of [1, 2, 3]) {
      const { rows } = await pool.query("select $1::integer + 1 as once_more", [n]);
      expect(rows).toEqual([{ once_more: n + 1 }]);
    }
    expect(await prepared("as once_more")).toHaveLength(1);
  });

  test("means the tables of the schema that the transaction looks in, not those of the one before", async () => {
    await pool.query(
      "create schema one; create schema two; create table one.place (name text); create table two.place (name text)",
    );
    await pool.query("insert into one.place values ('one'); insert into two.place values ('two')");
    for (const schema of ["one", "two", "one"]) {
      await pool.query("begin");
      await pool.query("select set_config('search_path', $1, true)", [schema]);
      expect((await pool.query("select name from place where name <> $1", [""])).rows).toEqual([
        { name: schema },
      ]);
      await pool.query("commit");
    }
  });

  test("that failed once can be sent again", async () => {
    const divide = (by: number) => pool.query("select 1 / $1::integer as share", [by]);
    await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
    expect((await divide(1)).rows).toEqual([{ share: 1 }]);
  });

  test("is sent without a name when a program has too many texts, and answered all the same", async () => {
    for (let n = 0; n < 200; n += 1) {
      const { rows } = await pool.query(`select $1::integer as crowded_${n}`, [n]);
      expect(rows[0]).toEqual({ [`crowded_${n}`]: n });
    }
    expect((await prepared("as crowded_")).length).toBeLessThan(160);
  });
});

test("one without parameters is sent as it is: several in one text still work", async () => {
  const answers = (await pool.query("select 1 as a; select 2 as b")) as unknown as pg.QueryResult[];
  expect(answers.map(({ rows }) => rows)).toEqual([[{ a: 1 }], [{ b: 2 }]]);
});
