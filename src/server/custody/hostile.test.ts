import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Ref,
  keepFile,
  makeContainer,
  pack,
  papersAtCounter,
  refOf,
} from "../../../test/kit/custody.ts";
import { openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { watchedDisagreements } from "../../../test/kit/ledger-watch.ts";

/** As many packets, and as many acts with them; a fixed start makes a failure come again. */
const PACKETS = 1000;
const ROUNDS = 260;
const SEED = 20261123;

let app: TestApp;
const people: Client[] = [];
const ids: string[] = [];
const OFFICE = { kind: "postOffice", id: referenceId("post:30163:30148") };
const UNIT = { kind: "unit", id: referenceId("unit:commune:30163") };

beforeAll(async () => {
  app = await testApp();
  const desks = await openDesks(app);
  people.push(desks.clerk, desks.officer, await app.signIn("binh.courier"), await app.signIn("tam.courier"));
  for (const person of people) ids.push(String((await person.get("/session")).body["accountId"]));
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

/** Numbers by chance that are the same at each run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = chance(SEED);
const oneOf = <T>(list: readonly T[]): T => list[draw(list.length)] as T;

/** What a phone that was away still has to send: it comes later, behind what happened meanwhile. */
const late: (() => Promise<unknown>)[] = [];

/**
 * Sends over a bad line: the answer is lost and the same comes again, the same comes twice at one moment, or it comes much
 * later and out of order. Each is one act, by its key.
 */
async function overABadLine(by: Client, path: string, body: object): Promise<Reply | null> {
  const key = randomUUID();
  const send = () => by.send("POST", path, body, { key });
  switch (draw(6)) {
    case 0: {
      await send();
      return send();
    }
    case 1: {
      const [first, second] = await Promise.all([send(), send()]);
      // What was refused is not kept: by the second time it may be allowed.
      if (first.status === 200) expect(second.body).toEqual(first.body);
      return second;
    }
    case 2: {
      late.splice(draw(late.length + 1), 0, send);
      return null;
    }
    default:
      return send();
  }
}

/** Signatures are files, and files are slow: so many are kept beforehand, each used once. */
const signatures = new Map<Client, string[]>();
async function signature(by: Client) {
  const kept = signatures.get(by) ?? [];
  signatures.set(by, kept);
  return { kind: "drawn", fileId: kept.pop() ?? (await keepFile(by, "signature")) };
}

async function held(accountId: string, most: number): Promise<readonly Ref[]> {
  const { rows } = await app.owner.query<Ref>(
    `select 'container' as thing, id from space_dong_thap.container
     where holder_kind = 'person' and holder_id = $1 order by md5(id::text || $2) limit $3`,
    [accountId, String(draw(1000)), most],
  );
  return rows.map(refOf);
}

interface OpenManifest {
  readonly id: string;
  readonly lines: number;
  readonly to: string;
}

async function offered(): Promise<readonly OpenManifest[]> {
  const { rows } = await app.owner.query<OpenManifest>(
    "select id, lines, to_id as to from space_dong_thap.manifest where state = 'offered' order by number",
  );
  return rows;
}

interface Turn {
  readonly by: Client;
  /** What this person has in hand, some of it. */
  readonly things: readonly Ref[];
  readonly open: readonly OpenManifest[];
}

async function offerSome({ by, things }: Turn): Promise<void> {
  if (things.length === 0) return;
  const to = oneOf([OFFICE, UNIT, ...ids.map((id) => ({ kind: "person", id }))]);
  // Now and then the same packet is scanned twice.
  const scanned = draw(10) === 0 ? [...things, ...things.slice(0, 1)] : things;
  await overABadLine(by, "/custody/manifests", { things: scanned, to, signature: await signature(by) });
}

/** Two who scan the same bag. */
async function acceptBoth({ by, open }: Turn): Promise<void> {
  // As often as not the two couriers, each for himself, what is offered to their office.
  const toOffice = open.filter(({ to }) => to === OFFICE.id);
  const couriers = toOffice.length > 0 && draw(2) === 0;
  if (open.length === 0) return;
  const manifest = oneOf(couriers ? toOffice : open);
  const missing = draw(5) === 0 ? [{ kind: "missing", position: 1, note: "Không có" }] : [];
  const [one, rival] = couriers ? (people.slice(2) as [Client, Client]) : [by, oneOf(people)];
  const body = async (of: Client) => ({
    counted: manifest.lines - missing.length,
    inPerson: couriers || draw(2) === 0,
    signature: await signature(of),
    differences: missing,
  });
  const path = `/custody/manifests/${manifest.id}/acceptance`;
  const [mine, theirs] = [await body(one), await body(rival)];
  await Promise.all([overABadLine(one, path, mine), overABadLine(rival, path, theirs)]);
}

async function settleOne({ by, open }: Turn): Promise<void> {
  if (open.length > 0)
    await overABadLine(by, `/custody/manifests/${oneOf(open).id}/settlement`, { reason: "Thôi" });
}

async function packOrUnpack({ by, things: [bag, ...inside] }: Turn): Promise<void> {
  if (!bag) return;
  if (draw(2) === 0) await overABadLine(by, `/custody/containers/${bag.id}/unpacking`, {});
  else if (inside.length > 0)
    await overABadLine(by, `/custody/containers/${bag.id}/packing`, { things: inside });
}

const ACTS = [offerSome, offerSome, offerSome, acceptBoth, acceptBoth, settleOne, packOrUnpack] as const;

/** One act of somebody with something, as it may come at a bad moment; refused is as good as done. */
async function act(): Promise<void> {
  const at = draw(people.length);
  const [by, own] = [people[at] as Client, ids[at] ?? ""];
  await oneOf(ACTS)({ by, things: await held(own, 1 + draw(20)), open: await offered() });
}

/** A packet or bag for everybody in turn; the clerk's have papers while there are any. */
async function makeAll(papers: Ref[]): Promise<void> {
  for (let made = 0; made < PACKETS; made += 1) {
    const by = people[made % people.length] as Client;
    const packet = await makeContainer(by, made % 10 === 0 ? "bag" : "packet");
    const paper = by === people[0] ? papers.pop() : undefined;
    if (paper) passed(await pack(by, packet, [paper]));
  }
}

test("1,000 packets over bad lines: nothing is ever nowhere or in two places", {
  timeout: 600_000,
}, async () => {
  const papers: Ref[] = [];
  for (let dossier = 0; dossier < 20; dossier += 1)
    papers.push(...(await papersAtCounter(app, people[0] as Client)));
  await makeAll(papers);
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([act(), act(), act()]);
    if (round % 20 === 19) {
      await late.shift()?.();
      await late.pop()?.();
      expect(await watchedDisagreements()).toEqual([]);
    }
  }
  for (const send of late) await send();
  expect(await watchedDisagreements()).toEqual([]);
  const { held: stillHeld, accepted, moves, competing } = await counted();
  const errors = app.logged.filter((line) => line.includes('"level":50'));
  expect(errors).toEqual([]);
  expect(stillHeld).toBe(PACKETS);
  // It did go round: a run in which nothing moves shows nothing.
  expect(accepted).toBeGreaterThan(50);
  expect(moves).toBeGreaterThan(300);
  expect(competing).toBeGreaterThan(0);
});

async function counted() {
  const { rows } = await app.owner.query<Record<"held" | "accepted" | "moves" | "competing", number>>(
    `select (select count(*) from space_dong_thap.container where holder_kind is not null)::integer as held,
       (select count(*) from space_dong_thap.manifest where state = 'accepted')::integer as accepted,
       (select count(*) from space_dong_thap.custody_entry where type = 'handedOver')::integer as moves,
       (select count(*) from space_dong_thap.custody_task where kind = 'competing')::integer as competing`,
  );
  const [row] = rows;
  if (!row) throw new Error("one row of counts");
  return row;
}
