import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { type CustodyPeople, ENTRIES_A_CHAIN, HELD_NOW, generateCustody } from "./custody-rows.ts";
import { LOADING_SETTINGS, USUAL_SETTINGS } from "./generate-space.ts";
import { type LoadRequest, type LoadResult, runLoad } from "./kit/load.ts";
import { describeMachine } from "./kit/machine.ts";
import { type BenchServer, startServer } from "./kit/server.ts";
import { employ } from "./kit/staff.ts";
import { type Cell, judge, printReport } from "./kit/table.ts";
import { makeUnits } from "./kit/units.ts";
import { SCHEMA } from "./space-rows.ts";

const LINES = 500;
const ROUNDS = 12;
const SIZES = [100_000, 10_000_000];
const PEOPLE = 200;
const CLIENTS = 4;
const SECONDS = 10;

/**
 * A manifest of 500 packets offered and accepted in one request each, beside the bare SQL that writes the same rows; and
 * "what does X hold" and "where is Y" at 100,000 and 10,000,000 entries of the ledger, in one run.
 *
 * @param words sizes of the ledger; both when none is given, none for a word that is no number
 */
export async function runCustodyBench(words: readonly string[]): Promise<void> {
  const sizes = words.length > 0 ? words.map(Number).filter(Number.isFinite) : SIZES;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const server = await startServer();
  try {
    const people = await makePeople(server);
    const looked: Looked[] = [];
    for (const size of sizes) {
      say(`Generating ${size.toLocaleString("en-US")} entries …`);
      await server.restart(LOADING_SETTINGS);
      await generateCustody(server, people, size);
      await server.restart(USUAL_SETTINGS);
      looked.push(...(await measureLookUps(server, people, size, say)));
    }
    const handed = await measureHandOver(server, people, say);
    report(server, looked, handed);
  } finally {
    await server.stop();
  }
}

async function makePeople(server: BenchServer): Promise<readonly CustodyPeople[]> {
  const units = await makeUnits(server.owner, PEOPLE);
  return Promise.all(
    units.map(async (unit) => ({
      unit,
      person: await employ(server.owner, [{ role: "oneStopOfficer", unitId: unit.unitId }], unit.counterId),
    })),
  );
}

interface Looked extends LoadResult {
  readonly size: number;
  readonly page: string;
}

async function measureLookUps(
  server: BenchServer,
  people: readonly CustodyPeople[],
  size: number,
  say: (line: string) => void,
): Promise<readonly Looked[]> {
  const ofPerson = await Promise.all(people.map(({ person }) => heldBy(server, person.accountId)));
  const mine = people.map(({ person }) => ({ path: "/api/v1/custody/holdings", cookie: person.cookie }));
  const where = people.flatMap(({ person: { cookie } }, at) =>
    (ofPerson[at] ?? []).slice(0, 10).flatMap(({ id, code }) => [
      { path: `/api/v1/custody/things?q=${code}`, cookie },
      { path: `/api/v1/custody/things/container/${id}`, cookie },
    ]),
  );
  const pages: readonly [string, readonly LoadRequest[]][] = [
    ["what does X hold", mine],
    ["where is Y", where],
  ];
  const looked: Looked[] = [];
  for (const [page, requests] of pages) {
    const load = { base: server.base, requests, clients: CLIENTS };
    await runLoad({ ...load, seconds: SECONDS });
    const result = await runLoad({ ...load, seconds: SECONDS });
    say(
      `  ${page}: ${result.perSecond.toFixed(0)}/s, p95 ${result.p95.toFixed(1)} ms, ${result.errors} errors`,
    );
    looked.push({ ...result, size, page });
  }
  return looked;
}

async function heldBy({ owner }: BenchServer, accountId: string) {
  const { rows } = await owner.query<{ id: string; code: string }>(
    `select id, code from ${SCHEMA}.container where holder_kind = 'person' and holder_id = $1 order by code limit 20`,
    [accountId],
  );
  return rows;
}

/** Milliseconds of each round. */
interface HandOver {
  readonly offered: readonly number[];
  readonly accepted: readonly number[];
  readonly bare: readonly number[];
}

/** Each round hands 500 packets on by the program, and 500 others by bare SQL, one after the other. */
async function measureHandOver(
  server: BenchServer,
  people: readonly CustodyPeople[],
  say: (line: string) => void,
): Promise<HandOver> {
  const [giver, taker] = people;
  if (!giver || !taker) throw new Error("two people hand over");
  const sql = new Client(server.ownerConfig);
  await sql.connect();
  const figures = { offered: [] as number[], accepted: [] as number[], bare: [] as number[] };
  try {
    for (let round = -2; round < ROUNDS; round += 1) {
      const timed = {
        ...(await byProgram(server, giver, taker, round)),
        bare: await byHand(server, sql, giver, taker, round),
      };
      if (round < 0) continue; // What is not compiled yet is not what a day is made of.
      for (const key of ["offered", "accepted", "bare"] as const) figures[key].push(timed[key]);
    }
  } finally {
    await sql.end();
  }
  say(`  accepted ${median(figures.accepted).toFixed(1)} ms, bare ${median(figures.bare).toFixed(1)} ms`);
  return figures;
}

/** Packets that somebody has in hand, as the program would have made them. */
async function packets(
  { owner }: BenchServer,
  holder: CustodyPeople,
  mark: string,
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with made as (insert into ${SCHEMA}.custody_act (id, type, actor_id, occurred_at, recorded_at, scope)
       values (gen_random_uuid(), 'made', $1, now(), now(), array[$2::uuid]) returning id),
     box as (insert into ${SCHEMA}.container (id, kind, code, holder_kind, holder_id, custody_seq, made_at, scope)
       select gen_random_uuid(), 'packet', $3 || n, 'person', $1, 1, now(), array[$2::uuid] from generate_series(1, ${LINES}) n
       returning id)
     insert into ${SCHEMA}.custody_entry (thing, thing_id, seq, type, act_id, to_kind, to_id, actor_id, occurred_at, recorded_at, scope)
     select 'container', box.id, 1, 'born', made.id, 'person', $1, $1, now(), now(), array[$2::uuid] from box, made
     returning thing_id as id`,
    [holder.person.accountId, holder.unit.unitId, mark],
  );
  return rows.map(({ id }) => id);
}

async function send(
  { base }: BenchServer,
  cookie: string,
  path: string,
  body: unknown,
): Promise<{ readonly ms: number; readonly answer: Readonly<Record<string, unknown>> }> {
  const headers = { cookie, "content-type": "application/json", "idempotency-key": randomUUID() };
  const started = performance.now();
  const reply = await fetch(`${base}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = (await reply.json()) as Record<string, unknown>;
  const ms = performance.now() - started;
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return { ms, answer };
}

/** A signature that was kept before; each signs once. */
async function signature({ owner }: BenchServer, { person, unit }: CustodyPeople): Promise<unknown> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into ${SCHEMA}.custody_file (id, purpose, sha256, bytes, media_type, uploaded_by, uploaded_at, scope)
     values (gen_random_uuid(), 'signature', '', 1, 'image/png', $1, now(), array[$2::uuid]) returning id`,
    [person.accountId, unit.unitId],
  );
  return { kind: "drawn", fileId: rows[0]?.id };
}

async function byProgram(server: BenchServer, giver: CustodyPeople, taker: CustodyPeople, round: number) {
  const things = (await packets(server, giver, `P${round}-`)).map((id) => ({ thing: "container", id }));
  const offer = await send(server, giver.person.cookie, "/custody/manifests", {
    things,
    to: { kind: "person", id: taker.person.accountId },
    signature: await signature(server, giver),
  });
  const path = `/custody/manifests/${String(offer.answer["manifestId"])}/acceptance`;
  const body = { counted: LINES, signature: await signature(server, taker) };
  const taken = await send(server, taker.person.cookie, path, body);
  return { offered: offer.ms, accepted: taken.ms };
}

/** The rows of an acceptance written by hand: no policy, no session, no key, nothing checked. */
async function byHand(
  server: BenchServer,
  sql: Client,
  giver: CustodyPeople,
  taker: CustodyPeople,
  round: number,
): Promise<number> {
  const ids = await packets(server, giver, `Q${round}-`);
  const [from, to] = [giver.person.accountId, taker.person.accountId];
  const manifest = randomUUID();
  const signed = [await signature(server, giver), await signature(server, taker)] as { fileId: string }[];
  const keys = [randomUUID(), randomUUID()];
  await sql.query(
    `insert into ${SCHEMA}.custody_signature (id, kind, signer_kind, signer_id, file_id, signed_at, recorded_at, recorded_by, scope)
     values ($1, 'drawn', 'person', $2, $3, now(), now(), $2, '{}')`,
    [keys[0], from, signed[0]?.fileId],
  );
  await sql.query(
    `insert into ${SCHEMA}.manifest (id, number, from_kind, from_id, to_kind, to_id, lines, state, offered_by, offered_at,
       offer_signature_id, scope) values ($1::uuid, 'H-' || $1::uuid, 'person', $2, 'person', $3, ${LINES}, 'offered', $2, now(), $4, '{}')`,
    [manifest, from, to, keys[0]],
  );
  await sql.query(
    `insert into ${SCHEMA}.manifest_line (manifest_id, position, thing, thing_id, outcome, scope)
     select $1, n, 'container', id, 'offered', array[$3::uuid] from unnest($2::uuid[]) with ordinality as t (id, n)`,
    [manifest, ids, giver.unit.unitId],
  );
  const act = randomUUID();
  const started = performance.now();
  await sql.query("begin");
  await sql.query(
    `insert into ${SCHEMA}.custody_signature (id, kind, signer_kind, signer_id, file_id, signed_at, recorded_at, recorded_by, scope)
     values ($1, 'drawn', 'person', $2, $3, now(), now(), $2, '{}')`,
    [keys[1], to, signed[1]?.fileId],
  );
  await sql.query(
    `insert into ${SCHEMA}.custody_act (id, type, manifest_id, actor_id, occurred_at, recorded_at, scope)
     values ($1, 'accepted', $2, $3, now(), now(), '{}')`,
    [act, manifest, to],
  );
  await sql.query(
    `update ${SCHEMA}.container set holder_kind = 'person', holder_id = $2, custody_seq = custody_seq + 1 where id = any ($1::uuid[])`,
    [ids, to],
  );
  await sql.query(
    `insert into ${SCHEMA}.custody_entry (thing, thing_id, seq, type, act_id, from_kind, from_id, to_kind, to_id, actor_id,
       occurred_at, recorded_at, scope)
     select 'container', id, 2, 'handedOver', $2, 'person', $3, 'person', $4, $4, now(), now(), array[$5::uuid]
     from unnest($1::uuid[]) as t (id)`,
    [ids, act, from, to, giver.unit.unitId],
  );
  await sql.query(`update ${SCHEMA}.manifest_line set outcome = 'accepted' where manifest_id = $1`, [
    manifest,
  ]);
  await sql.query(
    `update ${SCHEMA}.manifest set state = 'accepted', taken_by_kind = 'person', taken_by_id = $2, taken_at = now(),
       settled_at = now(), settled_by = $2, accept_signature_id = $3, accepted = ${LINES} where id = $1`,
    [manifest, to, keys[1]],
  );
  await sql.query("commit");
  return performance.now() - started;
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function report(server: BenchServer, looked: readonly Looked[], handed: HandOver): void {
  const [offered, accepted, bare] = [median(handed.offered), median(handed.accepted), median(handed.bare)];
  const pages = [...new Set(looked.map(({ page }) => page))];
  printReport({
    bench: "custody",
    machine: describeMachine(server.postgresVersion),
    conditions: [
      `${LINES} packets a bảng kê, ${ROUNDS} rounds: offered and accepted over HTTP, then the rows of an acceptance by bare SQL of the owner;`,
      "without policies, session, key and checks, on one connection, statement by statement. Medians.",
      `Look-ups: ${PEOPLE} people of ${PEOPLE} units with ${HELD_NOW} packets each, whatever the size; ${ENTRIES_A_CHAIN} entries a chain;`,
      `${CLIENTS} connections of wrk, ${SECONDS} s after ${SECONDS} s of warming. "Where is Y" is the search by code and the page with the whole chain, in turn.`,
    ],
    tables: [
      {
        title: "A bảng kê of 500, milliseconds",
        head: ["what", "median", "least", "most"],
        rows: (["offered", "accepted", "bare"] as const).map((key): Cell[] => [
          key === "bare" ? "accepted, bare SQL" : key,
          median(handed[key]),
          Math.min(...handed[key]),
          Math.max(...handed[key]),
        ]),
      },
      {
        title: "Look-ups, milliseconds",
        head: ["page", "entries", "requests/s", "p50", "p95", "p99", "errors"],
        rows: looked.map(({ page, size, perSecond, p50, p95, p99, errors }): Cell[] => [
          page,
          size,
          perSecond,
          p50,
          p95,
          p99,
          errors,
        ]),
      },
    ],
    findings: [
      `accepting ${LINES} against the bare SQL of the same rows: × ${judge(accepted / bare, "atMost", 3)}; offering them: ${offered.toFixed(0)} ms`,
      ...pages.flatMap((page) => growth(looked.filter((one) => one.page === page))),
    ],
    figures: { handed, looked },
  });
}

function growth(sizes: readonly Looked[]): readonly string[] {
  const [small, ...larger] = sizes;
  if (!small) return [];
  return larger.map(
    ({ page, size, p50, p95 }) =>
      `${page} at ${size.toLocaleString("en-US")} against ${small.size.toLocaleString("en-US")}: p50 × ${judge(p50 / small.p50, "atMost", 1.5)}, p95 × ${judge(p95 / small.p95, "atMost", 1.5)}`,
  );
}
