import fs from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "./backup.ts";
import { GZIP_HEADER } from "./backup-format.ts";
import { readBackup } from "./backup-reader.ts";
import { type Database, openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { restore } from "./restore.ts";
import { type DatabaseSecrets, newDatabaseSecrets } from "./roles.ts";
import { StartFailure } from "./start-failure.ts";
import { POSTGRES_15, ask, temporaryFolder, writeMigrations } from "./test-kit.ts";

const PROGRAM = "motcua 0.0.0-test";

const SCHEMA = {
  "nation/202601010000_shared.sql": `
    create table unit (id uuid primary key, parent uuid references unit, name text not null, names text[]);
    create table epoch (one boolean primary key default true, epoch bigint not null);
    insert into epoch (epoch) values (1);
    create sequence counter;
    create unlogged table bucket (key text);`,
  "space/202601010000_ledger.sql": `
    create table zz_dossier (id uuid primary key, day date not null, at timestamptz, amount numeric,
      big bigint, half double precision, span interval, clock time, flag boolean, note text, sealed bytea,
      content jsonb, raw json, scope uuid[], grid int[][], doubled bigint generated always as (big * 2) stored);
    create table aa_event (dossier_id uuid references zz_dossier, seq int, primary key (dossier_id, seq));
    create table parted (day date not null) partition by range (day);
    create table parted_2026 partition of parted for values from ('2026-01-01') to ('2027-01-01');
    alter table zz_dossier enable row level security;
    create policy nobody on zz_dossier using (false);`,
};
const LATER = {
  "space/202602010000_later.sql": "alter table zz_dossier add column later text default 'now';",
};

const ROWS = `
  insert into nation.unit values
    ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Xã Bình Thành', '{"Bình Tấn",NULL,"a,b\\"c\\\\"}'),
    ('00000000-0000-7000-8000-000000000001', null, E'tab\\t newline\\n return\\r backslash\\\\ \\\\. \\\\N', '{}');
  update nation.epoch set epoch = 7;
  select nextval('nation.counter'), nextval('nation.counter');
  insert into nation.bucket values ('lost');
  insert into dong_thap.zz_dossier
    select gen_random_uuid(), date '2026-11-21' + n, timestamptz '2026-11-21 08:30:00.123456+07' + n * interval '1 microsecond',
      n / 7.0, 9007199254740993 + n, 0.1 + n / 3.0::float8, interval '-1 year 2 days 03:04:05.000006' * n, '23:59:59.999999',
      n % 2 = 0, case n % 3 when 0 then null when 1 then '' else repeat('Đồng Tháp ệ 🏛 ', n) end,
      decode(md5(n::text), 'hex') || '\\x000a5c0d'::bytea, jsonb_build_object('ngày', n, 'x', array[null, 'a"\\']), '{"b": 1, "a":  2}',
      array[gen_random_uuid()], array[[n, 1], [2, 3]]
    from generate_series(1, 500) n;
  insert into dong_thap.zz_dossier (id, day, at) values (gen_random_uuid(), '0044-03-15 BC', 'infinity');
  insert into dong_thap.aa_event select id, n from dong_thap.zz_dossier, generate_series(1, 3) n;
  insert into dong_thap.parted values ('2026-05-01'), ('2026-06-01');`;

/** A table in a stable order, as the server itself prints each row. */
async function content(database: Database): Promise<Record<string, unknown>> {
  const tables = [
    "nation.unit",
    "nation.epoch",
    "dong_thap.zz_dossier",
    "dong_thap.aa_event",
    "dong_thap.parted",
  ];
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    all[table] = await ask(database.ownerConfig, `select t::text as row from ${table} t order by 1`);
  }
  all["counter"] = await ask(database.ownerConfig, "select last_value::text from nation.counter");
  return all;
}

interface Site {
  readonly folder: string;
  readonly migrations: string;
  readonly secrets: DatabaseSecrets;
}

function at(site: Site, name: string): string {
  return path.join(site.folder, name);
}

async function filled(site: Site, name: string, embeddedPackage?: string): Promise<Database> {
  const config = { dataDir: at(site, name), ...(embeddedPackage === undefined ? {} : { embeddedPackage }) };
  const database = await openDatabase(config, () => site.secrets);
  await migrate(database.ownerConfig, { folder: site.migrations, spaces: ["dong_thap"] });
  await ask(database.ownerConfig, ROWS);
  for (const [file, text] of [
    ["keys/key-ring.json", '{"format":1}'],
    ["files/ab/cdef", "%PDF-1.7 kết quả"],
    ["files/ab/empty", ""],
    [`files/${"dài".repeat(40)}/${"x".repeat(90)}`, "long path"],
    ["files/half.partial", "being written"],
  ] as const) {
    fs.mkdirSync(path.dirname(at(site, `${name}/${file}`)), { recursive: true });
    fs.writeFileSync(at(site, `${name}/${file}`), text);
  }
  return database;
}

function newSite(): Site & { [Symbol.dispose](): void } {
  const folder = temporaryFolder();
  const migrations = writeMigrations(path.join(folder.path, "migrations"), SCHEMA);
  return {
    folder: folder.path,
    migrations,
    secrets: newDatabaseSecrets(),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

describe.each([
  { from: "18", packageName: undefined },
  { from: "15", packageName: POSTGRES_15 },
])("a backup of PostgreSQL $from", ({ packageName }) => {
  const site = newSite();
  let source: Database;
  let file: string;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    source = await filled(site, "source", packageName);
    file = at(site, "full.backup");
    before = await content(source);
    await backup(source, file, PROGRAM);
  });
  afterAll(async () => {
    await source.stop();
    site[Symbol.dispose]();
  });

  test("is readable by its owner alone, says what it holds, and overwrites nothing", async () => {
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const { header, closing } = await readBackup(file);
    expect(header).toMatchObject({
      format: 1,
      program: PROGRAM,
      serverVersion: source.serverVersion,
      spaces: ["dong_thap"],
    });
    expect(closing).toMatchObject({ keys: 1, files: 3 });
    expect(Object.fromEntries(closing.tables.map((one) => [one.table, one.rows]))).toEqual({
      aa_event: 1503,
      epoch: 1,
      parted: 2,
      unit: 2,
      zz_dossier: 501,
    });
    await expect(backup(source, file, PROGRAM)).rejects.toThrow(
      "exists already and a backup overwrites nothing",
    );
    await expect(backup(source, at(site, "none/x"), PROGRAM)).rejects.toThrow(StartFailure);
    expect(fs.readdirSync(site.folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  test("fails rather than leave out rows that row security hides from the owner", async () => {
    await ask(source.ownerConfig, "alter table dong_thap.zz_dossier force row level security");
    await expect(backup(source, at(site, "less.backup"), PROGRAM)).rejects.toThrow("row-level security");
    await ask(source.ownerConfig, "alter table dong_thap.zz_dossier no force row level security");
    expect(fs.readdirSync(site.folder).filter((name) => name.includes("less"))).toEqual([]);
  });

  test("restores to the same rows, keys and files on PostgreSQL 18, and the next start migrates it on", async () => {
    const dataDir = at(site, "restored");
    const summary = await restore({ dataDir }, file, { migrations: site.migrations });
    expect(summary).toMatchObject({ tables: 5, rows: 2009, keys: 1, files: 3 });
    expect(fs.readdirSync(dataDir).sort()).toEqual(["files", "keys", "motcua.lock", "postgres"]);
    for (const name of fs.readdirSync(at(site, "source/files"), { recursive: true, encoding: "utf8" })) {
      const [was, is] = [at(site, `source/files/${name}`), path.join(dataDir, "files", name)];
      if (name.endsWith(".partial")) expect(fs.existsSync(is)).toBe(false);
      else if (fs.statSync(was).isFile()) expect(fs.readFileSync(is)).toEqual(fs.readFileSync(was));
    }
    const restored = await openDatabase({ dataDir }, () => site.secrets);
    try {
      expect(await content(restored)).toEqual(before);
      expect(await ask(restored.ownerConfig, "select * from nation.bucket")).toEqual([]);
      const owners =
        "select distinct tableowner::text as name from pg_tables where schemaname in ('nation', 'dong_thap')";
      expect(await ask(restored.ownerConfig, owners)).toEqual([{ name: "motcua_owner" }]);
      using newer = temporaryFolder();
      const folder = writeMigrations(newer.path, { ...SCHEMA, ...LATER });
      expect(await migrate(restored.ownerConfig, { folder, spaces: ["dong_thap"] })).toHaveLength(1);
    } finally {
      await restored.stop();
    }
  });
});

/** What a file unpacks to; undefined when it does not. */
function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

describe("a restore is whole or nothing", () => {
  const site = newSite();
  let source: Database;
  let file: string;
  let superuser: string;
  beforeAll(async () => {
    source = await filled(site, "source");
    file = at(site, "full.backup");
    await backup(source, file, PROGRAM);
    const socket = encodeURIComponent(source.ownerConfig.host ?? "");
    superuser = `postgresql://postgres@/DATABASE?host=${socket}`;
  });
  afterAll(async () => {
    await source.stop();
    site[Symbol.dispose]();
  });

  /** Another database on the same server stands for the external one. */
  async function external(
    name: string,
  ): Promise<{ databaseUrl: string; rolePrefix: string; dataDir: string }> {
    const databaseUrl = superuser.replace("DATABASE", name);
    await ask({ connectionString: superuser.replace("DATABASE", "postgres") }, `create database ${name}`);
    return { databaseUrl, rolePrefix: `${name}_`, dataDir: at(site, name) };
  }
  const schemasOf = (databaseUrl: string) =>
    ask(
      { connectionString: databaseUrl },
      "select nspname as name from pg_namespace where nspname in ('nation', 'dong_thap')",
    );

  test("into an external database it gives the same rows, once", async () => {
    const config = await external("target");
    await restore(config, file, { migrations: site.migrations });
    const restored = await openDatabase(config, () => site.secrets);
    try {
      expect(await content(restored)).toEqual(await content(source));
      expect(fs.readFileSync(path.join(config.dataDir, "keys/key-ring.json"), "utf8")).toBe('{"format":1}');
    } finally {
      await restored.stop();
    }
    await expect(restore(config, file, { migrations: site.migrations })).rejects.toThrow(
      "is not empty: a restore goes only into an empty data folder",
    );
    const again = restore({ ...config, dataDir: at(site, "again") }, file, { migrations: site.migrations });
    await expect(again).rejects.toThrow(/The database is not empty \(it holds \w+\.\w+\)/u);
    expect(fs.readdirSync(at(site, "again"))).toEqual(["motcua.lock"]);
  });

  test("when a restored table differs from what was backed up", async () => {
    const config = await external("differs");
    using other = temporaryFolder();
    // The same migration file, but a server that writes something else than it is given.
    const folder = writeMigrations(other.path, SCHEMA);
    const trigger = `create function spoil() returns trigger language plpgsql as $$ begin
      if tg_table_name = 'aa_event' and tg_table_schema = 'dong_thap' then new.seq := new.seq + 1; end if; return new; end $$;
      create function on_create() returns event_trigger language plpgsql as $$ begin
      if to_regclass('dong_thap.aa_event') is not null and not exists (select from pg_trigger where tgname = 'spoil') then
      create trigger spoil before insert on dong_thap.aa_event for each row execute function public.spoil(); end if; end $$;
      create event trigger spoil on ddl_command_end when tag in ('CREATE POLICY') execute function on_create();`;
    await ask({ connectionString: config.databaseUrl }, trigger);
    await expect(restore(config, file, { migrations: folder })).rejects.toThrow(
      "The restored table dong_thap.aa_event differs from the backup (1503 rows there, rows with other content here): nothing was restored.",
    );
    expect(await schemasOf(config.databaseUrl)).toEqual([]);
    expect(fs.readdirSync(config.dataDir)).toEqual(["motcua.lock"]);
  });

  test.each([
    {
      because: "a migration has another text",
      change: { "space/202601010000_ledger.sql": "select 1;" },
      says: "The backup was made with another text of the migration dong_thap/",
    },
    {
      because: "the program is older",
      change: {},
      says: "The backup is of a newer program (it knows the migration",
    },
  ])("when $because", async ({ change, says }) => {
    using other = temporaryFolder();
    const { "nation/202601010000_shared.sql": shared } = SCHEMA;
    const migrations = writeMigrations(other.path, { "nation/202601010000_shared.sql": shared, ...change });
    const dataDir = path.join(other.path, "data");
    await expect(restore({ dataDir }, file, { migrations })).rejects.toThrow(says);
    expect(fs.readdirSync(dataDir)).toEqual(["motcua.lock"]);
  });

  test("when the backup holds a table that no migration makes", async () => {
    await ask(source.ownerConfig, "create table nation.by_hand (id int)");
    await backup(source, at(site, "by-hand.backup"), PROGRAM);
    await ask(source.ownerConfig, "drop table nation.by_hand");
    const dataDir = at(site, "by-hand");
    const restoring = restore({ dataDir }, at(site, "by-hand.backup"), { migrations: site.migrations });
    await expect(restoring).rejects.toThrow("holds the table nation.by_hand, which no migration makes");
    expect(fs.readdirSync(dataDir)).toEqual(["motcua.lock"]);
  });

  test("when a row, a file or the count of rows was altered and the compression made good again", async () => {
    const tar = gunzipSync(fs.readFileSync(file));
    const altered = at(site, "rewritten.backup");
    fs.writeFileSync(altered, gzipSync(tar));
    expect((await readBackup(altered)).closing.files).toBe(3);
    for (const [was, is] of [
      ["Xã Bình Thành", "Xã Bình Thạnh"],
      ["kết quả", "kết quá"],
      ['"rows":1503', '"rows":1502'],
      ['"format":1', '"format":2'],
    ] as const) {
      const place = tar.indexOf(was);
      expect(place, was).toBeGreaterThan(0);
      const other = Buffer.from(tar);
      other.write(is, place);
      fs.writeFileSync(altered, gzipSync(other));
      await expect(readBackup(altered), was).rejects.toThrow(StartFailure);
    }
  });

  test("when the file is cut short, longer, altered in any byte, or no backup at all", async () => {
    const whole = fs.readFileSync(file);
    const content = gunzipSync(whole);
    const altered = at(site, "altered.backup");
    const refused = async (bytes: Buffer, because: string) => {
      fs.writeFileSync(altered, bytes);
      await expect(readBackup(altered), because).rejects.toThrow(/is damaged or not a backup of Motcua/u);
    };
    const places = [
      ...Array(20).keys(),
      ...Array.from({ length: 150 }, (_, n) => Math.floor((n * whole.length) / 150)),
    ];
    for (const place of [...places, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 0x01;
      // A bit of the packing that means nothing changes no byte of what is packed: nothing is damaged then.
      const isWhole = place >= GZIP_HEADER.length && unpacked(bytes)?.equals(content);
      if (!isWhole) await refused(bytes, `byte ${place}`);
    }
    for (const length of [0, 5, 10, 600, whole.length - 8, whole.length - 1]) {
      await refused(whole.subarray(0, length), `cut at ${length}`);
    }
    await refused(Buffer.concat([whole, Buffer.from("x")]), "one byte more");
    await refused(Buffer.concat([whole, Buffer.alloc(512)]), "zeros behind it");

    const dataDir = at(site, "untouched");
    await expect(restore({ dataDir }, altered)).rejects.toThrow(StartFailure);
    expect(fs.readdirSync(dataDir)).toEqual(["motcua.lock"]);
    await expect(restore({ dataDir }, at(site, "none"))).rejects.toThrow("cannot be read (ENOENT)");
    await expect(restore({ dataDir }, dataDir)).rejects.toThrow("is a folder and not a backup file");
  });
});
