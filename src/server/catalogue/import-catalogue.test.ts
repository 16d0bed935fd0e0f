import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { NAME_BYTES_MAX } from "#domain/catalogue/portal-lengths.ts";
import type { PortalRecord } from "#domain/catalogue/portal-record.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { afterAll, describe, expect, test } from "vitest";
import { channelOf, portalRecord } from "../../../test/kit/portal-records.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { importCatalogue, type ImportNote, inspectFile } from "./import-catalogue.ts";
import { LINE_BYTES_MAX } from "./import-lines.ts";
import { whileAlone } from "./import-store.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-catalogue-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(lines: readonly (PortalRecord | string)[], name = "records.jsonl"): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return file;
}

async function imported(app: TestApp, lines: readonly (PortalRecord | string)[], day = "2026-11-16") {
  const notes: ImportNote[] = [];
  const summary = await importCatalogue(app.program.deps.db, fileOf(lines), {
    at: app.clock.now(),
    newId: app.program.deps.newId,
    day: plainDate(day),
    source: "Cổng Dịch vụ công quốc gia, 7/2026",
    reason: "catalogue import records.jsonl",
    onNote: (note) => notes.push(note),
    onProgress: () => undefined,
  });
  app.clock.advance(1000); // What is read later is the later record.
  return { summary, notes };
}

async function versionsOf(app: TestApp, code: string) {
  const { rows } = await app.owner.query<{
    name: string;
    origin: string;
    first: string;
    last: string | null;
    changed_here: boolean;
  }>(
    `select name, origin, valid_from::text as first, valid_to::text as last, changed_here
     from nation.procedure_version where code = $1 order by valid_from`,
    [code],
  );
  return rows;
}

/** Everything that an import writes, as text, to see that nothing changed. */
async function everything(app: TestApp): Promise<string> {
  const { rows } = await app.owner.query<{ all: string }>(`
    select concat_ws(E'\\n',
      (select string_agg(v::text, E'\\n' order by id) from nation.procedure_version v),
      (select string_agg(v::text, E'\\n' order by code, sha256) from nation.portal_record v),
      (select string_agg(v::text, E'\\n' order by version_id, position) from nation.procedure_warning v),
      (select string_agg(v::text, E'\\n' order by code) from nation.field v),
      (select string_agg(v::text, E'\\n' order by id) from nation.reference_change v),
      (select epoch from nation.reference_epoch)) as all`);
  return rows[0]?.all ?? "";
}

const NOTHING = { read: 0, created: 0, newVersions: 0, unchanged: 0, withWarnings: 0, rejected: 0 };
const OPEN = [channelOf({ limit: { amount: 1, unit: null } })];

test("a new procedure is in the catalogue at once, with its field, its original text and its warnings", async () => {
  await using app = await testApp();
  const { summary, notes } = await imported(app, [
    portalRecord(),
    portalRecord({ code: "1.900002", channels: OPEN }),
  ]);
  expect(summary).toEqual({ ...NOTHING, read: 2, created: 2, withWarnings: 1 });
  expect(notes).toEqual([{ line: 2, code: "1.900002", kind: "limitUnitMissing", words: "1" }]);

  const { body } = await app.anonymous.get("/procedures/1.900001");
  expect(body).toMatchObject({ fieldName: "Thử nghiệm phần mềm", validFrom: "2026-11-16", validTo: null });
  expect(await versionsOf(app, "1.900001")).toMatchObject([{ origin: "portal", changed_here: true }]);
  const { rows } = await app.owner.query(
    `select w.kind, w.path, w.words, r.record ->> 'steps' as steps, c.basis_kind, c.after ->> 'code' as told
     from nation.procedure_version v join nation.procedure_warning w on w.version_id = v.id
     join nation.portal_record r on r.code = v.code and r.sha256 = v.record_sha256
     join nation.reference_change c on c.row_key = v.id::text`,
  );
  expect(rows).toEqual([
    {
      kind: "limitUnitMissing",
      path: "channels.direct.limits[0]",
      words: "1",
      steps: "Nộp hồ sơ.",
      basis_kind: "rule",
      told: "1.900002",
    },
  ]);
});

test("the same file again changes nothing, and says the same about its lines", async () => {
  await using app = await testApp();
  const lines = [portalRecord(), portalRecord({ code: "1.900002", channels: OPEN }), "no json"];
  const first = await imported(app, lines);
  const before = await everything(app);
  const again = await imported(
    app,
    lines.map((line) => (typeof line === "string" ? line : turned(line))),
  );
  expect(again.summary).toEqual({ ...NOTHING, read: 3, unchanged: 2, withWarnings: 1, rejected: 1 });
  expect(again.notes).toEqual(first.notes);
  expect(await everything(app)).toBe(before);
});

/** The same record with its keys in another order. */
const turned = (record: PortalRecord): string =>
  JSON.stringify(Object.fromEntries(Object.entries(record).toReversed()));

test("a changed record makes a version from its day on, and the one before ends the day before", async () => {
  await using app = await testApp();
  await imported(app, [portalRecord()], "2026-11-01");
  const changed = portalRecord({ name: "Tên mới" });
  expect((await imported(app, [changed])).summary).toMatchObject({ newVersions: 1, created: 0 });
  expect(await versionsOf(app, "1.900001")).toEqual([
    {
      name: "Cấp giấy xác nhận thử nghiệm",
      origin: "portal",
      first: "2026-11-01",
      last: "2026-11-15",
      changed_here: true,
    },
    { name: "Tên mới", origin: "portal", first: "2026-11-16", last: null, changed_here: true },
  ]);
  expect((await app.anonymous.get("/procedures/1.900001")).body["content"]).toMatchObject({
    name: "Tên mới",
  });

  await imported(app, [portalRecord({ name: "Tên mới hơn" })]);
  expect((await versionsOf(app, "1.900001")).slice(1)).toMatchObject([
    { name: "Tên mới", first: "2026-11-16", last: "2026-11-16" },
    { name: "Tên mới hơn", first: "2026-11-17", last: null },
  ]);

  await imported(app, [changed]);
  expect((await versionsOf(app, "1.900001")).at(-1)).toMatchObject({ name: "Tên mới", first: "2026-11-18" });
  expect((await imported(app, [changed])).summary).toMatchObject({ unchanged: 1, newVersions: 0 });
});

describe("a procedure that is shipped", () => {
  test("stays when the record names the same decision, and its record is kept", async () => {
    await using app = await testApp();
    const record = portalRecord({ code: "1.001193", publishedBy: "163/QĐ-BTP", channels: OPEN });
    const before = await versionsOf(app, "1.001193");
    const { summary, notes } = await imported(app, [record]);
    expect(summary).toEqual({ ...NOTHING, read: 1, unchanged: 1 });
    expect(notes).toEqual([]);
    expect(await versionsOf(app, "1.001193")).toEqual(before);
    const { rowCount } = await app.owner.query("select from nation.portal_record where code = '1.001193'");
    expect(rowCount).toBe(1);
  });

  test("gets the limits that it lacks and keeps everything else", async () => {
    await using app = await testApp();
    const [shipped] = await versionsOf(app, "2.001019");
    const limit = { amount: 2, unit: "Ngày làm việc" };
    const record = portalRecord({
      code: "2.001019",
      publishedBy: "858/QĐ-BTP",
      channels: [channelOf({ limit })],
    });
    expect((await imported(app, [record])).summary).toMatchObject({ newVersions: 1, withWarnings: 0 });
    const { body } = await app.anonymous.get("/procedures/2.001019");
    expect(body["content"]).toMatchObject({
      name: shipped?.name,
      channels: expect.arrayContaining([
        expect.objectContaining({
          channel: "direct",
          limits: [expect.objectContaining({ limit: { amount: 2, unit: "workingDay" } })],
        }),
      ]),
    });
    expect((await imported(app, [record])).summary).toMatchObject({ unchanged: 1, newVersions: 0 });
  });

  test("is replaced when another decision publishes it, and a start leaves that alone", async () => {
    await using app = await testApp();
    const record = portalRecord({ code: "1.001193", publishedBy: "999/QĐ-BTP" });
    expect((await imported(app, [record])).summary).toMatchObject({ newVersions: 1 });
    expect((await versionsOf(app, "1.001193")).at(-1)).toMatchObject({
      origin: "portal",
      first: "2026-11-16",
    });
    expect((await versionsOf(app, "1.001193")).at(-2)).toMatchObject({
      last: "2026-11-15",
      changed_here: true,
    });
  });
});

test("what an editor published on top of a record stays when the same file comes again", async () => {
  await using app = await testApp();
  const record = portalRecord();
  await imported(app, [record], "2026-11-01");
  await app.owner.query(
    `with ended as (update nation.procedure_version set valid_to = '2026-11-15' where code = '1.900001')
     insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content, origin, record_sha256, changed_here)
     select gen_random_uuid(), code, 'Bản của biên tập viên', search_key, field_code, '2026-11-16', content, 'editor', record_sha256, true
     from nation.procedure_version where code = '1.900001'`,
  );
  const before = await everything(app);
  expect((await imported(app, [record])).summary).toEqual({ ...NOTHING, read: 1, unchanged: 1 });
  expect(await everything(app)).toBe(before);
});

describe("a line that cannot be taken", () => {
  const BAD = [
    { kind: "not_json", line: "{ this is not JSON", because: "it is no JSON" },
    { kind: "not_json", line: '{"code":"1.900001"', because: "it is cut" },
    { kind: "invalid_record", line: '{"code":"1.900001"}', because: "it has no name" },
    { kind: "invalid_record", line: "[]", because: "a list is no record" },
    { kind: "line_too_long", line: `{"code":"${"x".repeat(5 * LINE_BYTES_MAX)}"}`, because: "it has 5 MB" },
    {
      kind: "text_unstorable",
      line: JSON.stringify(portalRecord({ steps: "a\u0000b" })),
      because: "the database keeps no NUL",
    },
    {
      kind: "nested_too_deeply",
      line: `{"code":"1.900001","more":${"[".repeat(5000)}${"]".repeat(5000)}}`,
      because: "it is a tower",
    },
  ];

  test("is rejected alone, with its number and the reason", async () => {
    await using app = await testApp();
    const lines = BAD.flatMap(({ line }, at) => [line, "", portalRecord({ code: `1.90000${at}` })]);
    const { summary, notes } = await imported(app, lines);
    const bad = BAD.length;
    expect(summary).toEqual({ ...NOTHING, read: 2 * bad, created: bad, rejected: bad });
    expect(notes.map(({ line, kind }) => ({ line, kind }))).toEqual(
      BAD.map(({ kind }, at) => ({ line: 3 * at + 1, kind })),
    );
    expect(await versionsOf(app, "1.900000")).toHaveLength(1);
  });

  test("a code twice: the first line counts, the same text again is no harm, another text is rejected", async () => {
    await using app = await testApp();
    const lines = [portalRecord(), portalRecord(), portalRecord({ name: "Một tên khác" })];
    const { summary, notes } = await imported(app, lines);
    expect(summary).toEqual({ ...NOTHING, read: 3, created: 1, unchanged: 1, rejected: 1 });
    expect(notes).toEqual([
      { line: 2, code: "1.900001", kind: "code_repeated", words: "same as line 1" },
      { line: 3, code: "1.900001", kind: "code_twice", words: "another text than line 1, which counts" },
    ]);
    expect((await imported(app, lines)).summary).toEqual({ ...NOTHING, read: 3, unchanged: 2, rejected: 1 });
    expect(await versionsOf(app, "1.900001")).toHaveLength(1);
  });

  test("a name as long as the database can sort comes in with a warning, a longer one is rejected alone", async () => {
    await using app = await testApp();
    // Nothing in it repeats, so that the index cannot pack it.
    const name = (letters: number) =>
      randomBytes(letters)
        .toString("base64")
        .replaceAll(/[^A-Za-z]/g, "x")
        .slice(0, letters);
    const { summary, notes } = await imported(app, [
      portalRecord({ name: name(5000) }),
      portalRecord({ code: "1.900002", name: name(NAME_BYTES_MAX + 1) }),
      portalRecord({ code: "1.900003", name: name(NAME_BYTES_MAX) }),
      portalRecord({ code: "1.900004", name: name(1001), field: name(5000) }),
    ]);
    expect(summary).toEqual({ ...NOTHING, read: 4, created: 2, withWarnings: 2, rejected: 2 });
    expect(notes.map(({ line, kind }) => `${line} ${kind}`).toSorted()).toEqual([
      "1 invalid_record",
      "2 invalid_record",
      "3 textTooLong",
      "4 textTooLong",
      "4 textTooLong",
    ]);
  });

  test("a limit of 10,000 days is left open and told", async () => {
    await using app = await testApp();
    const channels = [channelOf({ limit: { amount: 10_000, unit: "Ngày" } })];
    const { notes } = await imported(app, [portalRecord({ channels })]);
    expect(notes).toMatchObject([{ kind: "limitTooLong", words: "10000 Ngày" }]);
    const { body } = await app.anonymous.get("/procedures/1.900001");
    expect(body["content"]).toMatchObject({ channels: [{ limits: [{ limit: null }] }] });
  });
});

test("a counter keeps its version: the one that is replaced stays readable as it was", async () => {
  await using app = await testApp();
  await imported(app, [portalRecord({ code: "1.001193", publishedBy: "999/QĐ-BTP" })], "2026-12-01");
  const { body } = await app.anonymous.get("/procedures/1.001193");
  expect(body).toMatchObject({ validTo: "2026-11-30", content: { publishedBy: "163/QĐ-BTP" } });
});

test("of two imports at once one runs, the other does not begin", async () => {
  await using app = await testApp();
  const { db } = app.program.deps;
  const inner = await whileAlone(db, () => whileAlone(db, () => Promise.resolve("both")));
  expect(inner).toBeUndefined();
  expect(await whileAlone(db, () => Promise.resolve("later"))).toBe("later");
});

describe("a file", () => {
  const whole = gzipSync(`${JSON.stringify(portalRecord())}\n`);
  const bytes = (content: Buffer, name = "file") => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  test.each([
    { because: "plain text", content: Buffer.from(JSON.stringify(portalRecord())), lines: 1 },
    { because: "gzip, whatever its name", content: whole, lines: 1 },
    {
      because: "with a mark of its order of bytes",
      content: Buffer.from(`\ufeff${JSON.stringify(portalRecord())}\r\n\r\n`),
      lines: 1,
    },
    {
      because: "in two parts of gzip",
      content: Buffer.concat([whole, gzipSync('{"code":"1.900002"}')]),
      lines: 2,
    },
  ])("is read: $because", async ({ content, lines }) => {
    expect(await inspectFile(bytes(content))).toBe(lines);
  });

  test.each([
    { because: "its gzip is cut", content: whole.subarray(0, -12), reason: "is a damaged or cut gzip file" },
    {
      because: "its gzip is damaged",
      content: Buffer.from(whole).fill(0xff, 20, 30),
      reason: "is a damaged or cut gzip file",
    },
    {
      because: "it is no UTF-8",
      content: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
      reason: "is not UTF-8 text (line 1)",
    },
    { because: "it is empty", content: Buffer.alloc(0), reason: "holds no procedure" },
    {
      because: "it is another thing",
      content: Buffer.from('{"name":"a"}\n12\nnull\n[1]\n'),
      reason: "holds no procedure",
    },
  ])("is not usable: $because", async ({ content, reason }) => {
    await expect(inspectFile(bytes(content))).rejects.toThrow(reason);
  });

  test("is not usable when it is not there, or a folder", async () => {
    await expect(inspectFile(path.join(folder, "none"))).rejects.toThrow("is not there");
    await expect(inspectFile(folder)).rejects.toThrow("is a folder");
  });
});
