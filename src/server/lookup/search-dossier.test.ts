import { Client } from "pg";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inSpace } from "#server/db/kysely.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { sql } from "kysely";
import { receive } from "../../../test/kit/forms.ts";
import { openDesks } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { searchDossierRows } from "./store.ts";

const id = (kind: string, number: number) =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const UNITS = [id("a", 1), id("a", 2), id("a", 3)];
const AGENCIES = [id("b", 1), id("b", 2)];
/** Places of which nothing was received: they make each place be looked at less deeply. */
const EMPTY_PLACES = Array.from({ length: 97 }, (_, index) => id("c", index));
const LAST = { at: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly agency: string;
  readonly at: string;
  readonly name: string;
}
interface Hit {
  readonly id: string;
  readonly at: string;
}

let app: TestApp;
let role: Client;
beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  role = new Client({
    ...app.database.app,
    options: "-c timezone=UTC -c search_path=space_dong_thap,nation",
  });
  await role.connect();
});
afterAll(async () => {
  await role.end();
  await app[Symbol.asyncDispose]();
});
const empty = () => app.owner.query("truncate space_dong_thap.dossier_search");

const keep = (rows: readonly Row[]) =>
  app.owner.query(
    `insert into space_dong_thap.dossier_search (dossier_id, unit_id, agency_id, code, name_key, received_at)
     select id, unit, agency, id::text, name, at
     from jsonb_to_recordset($1::jsonb) as given(id uuid, unit uuid, agency uuid, at timestamptz, name text)`,
    [JSON.stringify(rows)],
  );

async function search(
  places: readonly string[],
  words: string,
  most = 51,
  before: Hit = LAST,
): Promise<Hit[]> {
  const { rows } = await role.query<Hit>(
    `select dossier_id as id, to_char(received_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from search_dossier($1::uuid[], $2::uuid[], $3, $4::timestamptz, $5::uuid, $6)`,
    [
      places.filter((place) => !AGENCIES.includes(place)),
      places.filter((place) => AGENCIES.includes(place)),
      words,
      before.at,
      before.id,
      most,
    ],
  );
  return rows;
}

async function searchAll(places: readonly string[], words: string, most: number): Promise<string[]> {
  const all: string[] = [];
  for (let before = LAST; ; ) {
    const hits = await search(places, words, most, before);
    all.push(...hits.map((hit) => hit.id));
    const last = hits.at(-1);
    if (hits.length < most || !last) return all;
    before = last;
  }
}

/** The same by reading everything. */
function byHand(rows: readonly Row[], places: readonly string[], words: string): string[] {
  return rows
    .filter((row) => places.includes(row.unit) || places.includes(row.agency))
    .filter((row) => row.name.includes(words))
    .toSorted((one, other) => (one.at + one.id < other.at + other.id ? 1 : -1))
    .map((row) => row.id);
}

const SYLLABLES = ["nguyen", "thi", "hong", "van", "o", "an", "50%", "x_y", "a\\b"];
const aName = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const aRow = fc.record({
  unit: fc.constantFrom(...UNITS),
  agency: fc.constantFrom(...AGENCIES),
  // Few moments, so that several dossiers share one and the id decides.
  at: fc
    .integer({ min: 10, max: 40 })
    .map((day) => `2026-0${1 + (day % 9)}-${day % 28 < 9 ? "1" : "2"}1T08:00:00Z`),
  name: aName,
});
const rowsOf = (given: readonly Omit<Row, "id">[], times: number): Row[] =>
  Array.from({ length: times }, () => given)
    .flat()
    .map((row, index) => ({ ...row, id: id("d", index) }));

describe("the search by name", () => {
  test("gives exactly what reading every row would give, newest first, whatever the page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 30 }),
        fc.subarray([...UNITS, ...AGENCIES], { minLength: 1 }),
        fc.oneof(
          aName,
          aName.map((name) => name.slice(1, -1) || name),
        ),
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        async (given, times, places, words, isMany, most) => {
          await empty();
          const rows = rowsOf(given, times);
          await keep(rows);
          const asked = isMany ? [...places, ...EMPTY_PLACES] : places;
          expect(await searchAll(asked, words, most)).toEqual(byHand(rows, places, words));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of a busy unit and a quiet one gives what is newest, not some of each", async () => {
    await empty();
    const at = (day: number) =>
      new Date(Date.UTC(2026, 0, 1) - day * 86_400_000).toISOString().replace(".000", "");
    const row = (number: number, unit: string, day: number): Row => ({
      id: id("d", number),
      unit,
      agency: AGENCIES[0] ?? "",
      at: at(day),
      name: "nguyen thi hong",
    });
    const rows = Array.from({ length: 300 }, (_, number) => row(number, UNITS[number % 2] ?? "", number)).map(
      (one, number) => (number % 2 === 0 ? one : row(number, UNITS[1] ?? "", 1000 + number)),
    );
    await keep(rows);
    const units = UNITS.slice(0, 2);
    expect(await searchAll([...units, ...EMPTY_PLACES], "thi hong", 80)).toEqual(
      byHand(rows, units, "thi hong"),
    );
  });

  test("finds a rare name behind thousands of newer ones, and the newest of a common one", async () => {
    await empty();
    await app.owner.query(
      `insert into space_dong_thap.dossier_search (dossier_id, unit_id, agency_id, code, name_key, received_at)
       select gen_random_uuid(), $1, $2, n::text,
         case when n = 3 then 'khuu kim oanh' else 'tran thi hong ' || n % 7 end,
         timestamptz '2024-01-01' + n * interval '1 hour'
       from generate_series(1, 10000) n`,
      [UNITS[0], AGENCIES[0]],
    );
    expect(await search([UNITS[0] ?? ""], "khuu kim")).toMatchObject([{ at: "2024-01-01T03:00:00Z" }]);
    const newest = await search([UNITS[0] ?? ""], "thi hong");
    expect([newest.length, newest[0]?.at]).toEqual([51, "2025-02-20T16:00:00Z"]);
    expect(await search([UNITS[1] ?? "", AGENCIES[1] ?? ""], "thi hong")).toEqual([]);
    expect(await search([], "thi hong")).toEqual([]);
  });
});

describe("what the search reads", () => {
  let pages: number;
  beforeAll(async () => {
    await empty();
    await app.owner.query(
      `insert into space_dong_thap.dossier_search (dossier_id, unit_id, agency_id, code, name_key, received_at)
       select gen_random_uuid(), md5('unit' || n % 100)::uuid, md5('agency' || n % 100)::uuid, n::text,
         case when n % 5000 = 0 then 'khuu kim oanh' else 'tran thi hong ' || n % 7 end,
         timestamptz '2024-01-01' + n * interval '1 hour'
       from generate_series(1, 20000) n`,
    );
    await app.owner.query("vacuum analyze space_dong_thap.dossier_search");
    const { rows } = await app.owner.query<{ pages: number }>(
      "select relpages as pages from pg_class where oid = 'space_dong_thap.dossier_search'::regclass",
    );
    pages = rows[0]?.pages ?? 0;
  });

  test.each([
    { words: "khuu kim oanh", places: 1, because: "a rare name meets the grams of its unit only" },
    { words: "tran thi hong", places: 1, because: "a common name fills its page with the newest rows" },
    { words: "khuu kim oanh", places: 60, because: "a rare name is asked for in each place" },
    { words: "tran thi hong", places: 60, because: "the newest of all places are looked at" },
  ])("is a part of the table: $words in $places place(s)", async ({ words, places }) => {
    const asked = Array.from({ length: places }, (_, index) => `md5('unit${index}')::uuid`).join(", ");
    const explained = `explain (analyze, buffers, format json) select from search_dossier(array[${asked}], '{}',
      '${words}', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51)`;
    await role.query(explained); // Once, so that what the connection learns of the tables does not count.
    const { rows } = await role.query<{ "QUERY PLAN": [{ Plan: { "Shared Hit Blocks": number } }] }>(
      explained,
    );
    // A scan of the table would read all its pages, once for each place.
    expect(rows[0]?.["QUERY PLAN"][0].Plan["Shared Hit Blocks"]).toBeLessThan((pages * places) / 4);
  });
});

describe("the search among 20,000 dossiers", () => {
  test("is read by its indexes, a page and not the table", async () => {
    const desks = await openDesks(app);
    const { body } = await receive(desks.clerk);
    const { rows: columns } = await app.owner.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'space_dong_thap' and table_name = 'dossier'
         and column_name not in ('id', 'code', 'due_at', 'business_status')`,
    );
    const names = columns[0]?.names ?? "";
    await app.owner.query(
      `insert into space_dong_thap.dossier (id, code, due_at, business_status, ${names})
       select gen_random_uuid(), code || '-' || n, due_at + n * interval '1 minute',
         case when n % 10 = 0 then 'received' else 'returned' end, ${names}
       from space_dong_thap.dossier, generate_series(1, 20000) n where id = $1`,
      [body["dossierId"]],
    );
    await app.owner.query("vacuum analyze space_dong_thap.dossier");
    const unit = referenceId("unit:commune:30163");
    const scanned = await inSpace(app.program.deps.db, SPACES[0], { places: [unit] }, async (tx) => {
      // A named statement is planned anew five times, then once for all values: both plans are tried.
      for (let times = 0; times < 8; times += 1) {
        const found = await searchDossierRows(tx, { units: [unit], agencies: [] }, "hong nhung", undefined);
        expect(found.dossiers.map((row) => row.dossierId)).toEqual([body["dossierId"]]);
      }
      const { rows } = await sql<{ name: string; scans: number }>`
        select relname as name, pg_stat_get_xact_numscans(oid) as scans from pg_class
        where oid in ('dossier'::regclass, 'dossier_search'::regclass) order by relname`.execute(tx);
      return rows;
    });
    expect(scanned).toEqual([
      { name: "dossier", scans: 0 },
      { name: "dossier_search", scans: 0 },
    ]);
  });
});
