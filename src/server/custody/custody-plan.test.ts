import { inSpace } from "#server/db/kysely.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { asId } from "#domain/shared/id.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeContainer, offer, pack } from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import type { Tx } from "../db/kysely.ts";
import { countOpenCustodyTasks } from "../ledgers/custody-task.ts";
import { readChain } from "./chain-store.ts";
import { countThings } from "./count-things.ts";
import { findByCode } from "./find-things.ts";
import { viewThings } from "./thing-views.ts";

/** What lies elsewhere, in any number. */
const BESIDES = 20_000;

describe.each([15, 18] as const)("what is asked of the custody ledger on PostgreSQL %s", (postgres) => {
  let app: TestApp;
  let desks: Desks;
  const known = { code: "", packetId: "", bagId: "", clerkId: "" };

  beforeAll(async () => {
    app = await testApp({ postgres, inventsRows: true });
    desks = await openDesks(app);
    known.clerkId = String((await desks.clerk.get("/session")).body["accountId"]);
    const { body } = passed(await receive(desks.clerk));
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.item where dossier_id = $1 and holder_kind = 'counter'",
      [body["dossierId"]],
    );
    const [packet, bag] = [await makeContainer(desks.clerk), await makeContainer(desks.clerk, "bag")];
    passed(
      await pack(
        desks.clerk,
        packet,
        rows.map(({ id }) => ({ thing: "item" as const, id })),
      ),
    );
    passed(await pack(desks.clerk, bag, [packet]));
    const officerId = String((await desks.officer.get("/session")).body["accountId"]);
    passed(await offer(desks.clerk, [bag], { kind: "person", id: officerId }));
    Object.assign(known, { code: packet.code, packetId: packet.id, bagId: bag.id });
    await lieBesides(app.owner, packet.id);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** Rows that were walked over in tables and indexes of custody while something ran. */
  async function touchedBy(run: (tx: Tx) => Promise<unknown>): Promise<number> {
    const touched = async (tx: Tx) => {
      const { rows } = await sql<{ rows: number }>`
        select sum(pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid)
          + (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index where indrelid = c.oid))::integer as rows
        from pg_class c where c.oid = any (array['container', 'custody_entry', 'custody_act', 'custody_task', 'item',
          'manifest_line']::regclass[])`.execute(tx);
      return rows[0]?.rows ?? 0;
    };
    const places = (
      await app.owner.query<{ scope: string[] }>("select scope from space_dong_thap.dossier limit 1")
    ).rows[0]?.scope;
    return inSpace(app.program.deps.db, SPACES[0], { places: places ?? [] }, async (tx) => {
      const before = await touched(tx);
      await run(tx);
      return (await touched(tx)) - before;
    });
  }

  const naming = () => {
    const { reference, ring } = app.program.deps;
    return { reference: reference.current(), space: SPACES[0], ring };
  };

  test("where a code is, and what it is, is read by keys, however much lies elsewhere", async () => {
    const rows = await touchedBy(async (tx) => {
      const refs = await findByCode(tx, known.code);
      expect(refs).toEqual([{ thing: "container", id: known.packetId }]);
      const [view] = await viewThings(tx, naming(), refs);
      expect(view?.inside?.id).toBe(known.bagId);
    });
    expect(rows).toBeLessThanOrEqual(100);
  });

  test("the way of a thing too, and how many things somebody has", async () => {
    const rows = await touchedBy(async (tx) => {
      const chain = await readChain(tx, { thing: "container", id: known.packetId });
      expect(chain.map(({ type }) => type)).toEqual(["born", "packed"]);
      const [count] = await countThings(tx, [{ kind: "person", id: asId(known.clerkId) }]);
      expect(count).toBe(1);
    });
    expect(rows).toBeLessThanOrEqual(100);
  });

  test("a holder of more than a thousand things is told how many exactly", async () => {
    const agency = "01990000-0000-7000-8000-00000000c0de";
    await app.owner.query(
      `update space_dong_thap.container set holder_kind = 'agency', holder_id = $1
       where code in (select 'X' || n from generate_series(1, 1500) n)`,
      [agency],
    );
    await touchedBy(async (tx) => {
      expect(await countThings(tx, [{ kind: "agency", id: asId(agency) }])).toEqual([1500]);
    });
  });

  test("open differences are counted without those that are settled", async () => {
    const rows = await touchedBy(async (tx) => {
      expect(await countOpenCustodyTasks(tx)).toBe(3);
    });
    expect(rows).toBeLessThanOrEqual(20);
  });
});

/** Packets of nobody's, each with two steps, and differences about them of which three are open. */
async function lieBesides(owner: TestApp["owner"], packetId: string): Promise<void> {
  const statements = [
    `create temp table besides as select gen_random_uuid() as id, gen_random_uuid() as holder, n
     from generate_series(1, ${BESIDES}) n`,
    `insert into space_dong_thap.container (id, kind, code, holder_kind, holder_id, custody_seq, made_at, scope)
     select b.id, 'packet', 'X' || b.n, 'person', b.holder, 2, c.made_at, c.scope
     from besides b, space_dong_thap.container c where c.id = '${packetId}'`,
    `insert into space_dong_thap.custody_entry (thing, thing_id, seq, type, act_id, from_kind, from_id, to_kind, to_id,
       actor_id, occurred_at, recorded_at, scope)
     select 'container', b.id, s.seq, case s.seq when 1 then 'born' else 'placed' end, e.act_id,
       case s.seq when 1 then null else 'person' end, case s.seq when 1 then null else b.holder end, 'person', b.holder,
       e.actor_id, e.occurred_at, e.recorded_at, e.scope
     from besides b, generate_series(1, 2) as s (seq), space_dong_thap.custody_entry e
     where e.thing_id = '${packetId}' and e.seq = 1`,
    `insert into space_dong_thap.custody_task (id, kind, thing, thing_id, found_by, found_at, recorded_at, settled_at,
       settled_by, scope)
     select gen_random_uuid(), 'stockMissing', 'container', b.id, e.actor_id, e.recorded_at, e.recorded_at,
       case when b.n > 3 then e.recorded_at end, case when b.n > 3 then e.actor_id end, e.scope
     from besides b, space_dong_thap.custody_entry e where e.thing_id = '${packetId}' and e.seq = 1`,
    "analyze",
  ];
  const client = await owner.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release();
  }
}
