import * as fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { copyLine, copyRows } from "./copy-rows.ts";

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await testApp();
  client = new Client(app.database.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await app[Symbol.asyncDispose]();
});

const aText = fc
  .string({ unit: "binary" })
  .filter((text) => !text.includes("\u0000"))
  .map((text) => text.normalize("NFC"));
const anOdd = fc.constantFrom(
  "",
  "\\N",
  "a\tb",
  "a\nb\r\nc",
  "\\",
  "\\.",
  '{"x":1}',
  "Nguyễn\\tThị",
  "\u0001",
);

test("rows that are copied are read again as they were: whatever signs are in their texts", async () => {
  const row = fc.record({
    id: fc.uuid(),
    name: fc.oneof(aText, anOdd),
    payload: fc.dictionary(fc.constantFrom("a", "b"), fc.oneof(aText, anOdd, fc.integer(), fc.boolean())),
  });
  await client.query("begin");
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }),
      async (given) => {
        await client.query("truncate space_dong_thap.outbox");
        const outbox = given.map(({ id, name, payload }) => ({
          id,
          topic: name,
          payload,
          created_at: AT,
          queued_at: null,
          lane: null,
        }));
        expect(await copyRows(client, "space_dong_thap", { outbox })).toBe(given.length);
        const { rows } = await client.query("select id, topic, payload from space_dong_thap.outbox");
        const sorted = (list: readonly { id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(rows as { id: string }[])).toEqual(
          sorted(given.map(({ id, name, payload }) => ({ id, topic: name, payload: { ...payload } }))),
        );
      },
    ),
    { numRuns: 40 },
  );
  await client.query("rollback");
});

const BATCH = "01900000-0000-7000-8000-000000000001";
const AT = "2026-11-16T01:30:00.000Z" as never;

test.each([
  { value: null, type: "text", field: "\\N", because: "nothing is no text" },
  { value: "\\N", type: "text", field: "\\\\N", because: "a text that looks like nothing is a text" },
  { value: "a\tb\nc", type: "text", field: "a\\tb\\nc", because: "a tab parts fields, a line end rows" },
  {
    value: Buffer.from([0, 255]),
    type: "bytea",
    field: "\\\\x00ff",
    because: "bytes are written in hexadecimal",
  },
  { value: ["x", "y"], type: "_uuid", field: "{x,y}", because: "a list of ids" },
  { value: ["x"], type: "jsonb", field: '["x"]', because: "a list in JSON stays JSON" },
  { value: false, type: "bool", field: "false", because: "a truth value is a word" },
  { value: 8000, type: "int8", field: "8000", because: "a number is its figures" },
])("$field: $because", ({ value, type, field }) => {
  expect(
    copyLine({ one: value, two: 1 }, [
      ["one", type],
      ["two", "int4"],
    ]),
  ).toBe(`${field}\t1\n`);
});

test("a row that the tables refuse undoes the whole transaction", async () => {
  await client.query("begin");
  const row = { id: BATCH, topic: "a", payload: {}, created_at: AT, queued_at: null, lane: null };
  await expect(copyRows(client, "space_dong_thap", { outbox: [row, row] })).rejects.toThrow("duplicate key");
  await client.query("rollback");
  const { rowCount } = await client.query("select from space_dong_thap.outbox where id = $1", [BATCH]);
  expect(rowCount).toBe(0);
});
