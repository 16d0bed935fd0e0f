import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referenceId } from "#server/units/reference-table.ts";
import { accept, makeContainer, offer, pack, sign } from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { SPACES } from "../units/store-reference.ts";
import { type CheckFinding, checkSpace, openForChecking } from "./check-ledgers.ts";

const NOBODY = "00000000-0000-7000-8000-000000000001";
const OFFICE = { kind: "postOffice", id: referenceId("post:30163:30148") };

let app: TestApp;
/** By what they are called in the statements below. */
const keys: Record<string, string> = {};

beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  const desks = await openDesks(app);
  const dossierId = String(passed(await receive(desks.clerk)).body["dossierId"]);
  const papers = await sql<{ id: string }>(
    `select id from item where dossier_id = '${dossierId}' and holder_kind = 'counter' order by position`,
  );
  const [packet, bag, offered] = [
    await makeContainer(desks.clerk),
    await makeContainer(desks.clerk, "bag"),
    await makeContainer(desks.clerk),
  ];
  const things = papers.map(({ id }) => ({ thing: "item" as const, id }));
  passed(await pack(desks.clerk, packet, things));
  passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: "NP-1" }));
  passed(await pack(desks.clerk, bag, [packet]));
  const officerId = String((await desks.officer.get("/session")).body["accountId"]);
  const given = passed(await offer(desks.clerk, [bag], { kind: "person", id: officerId })).body;
  passed(await accept(desks.officer, String(given["manifestId"]), 1));
  passed(await offer(desks.clerk, [offered], OFFICE));
  const unitId = (await sql<{ id: string }>(`select received_at_unit_id as id from dossier`))[0]?.id;
  const shelf = passed(
    await desks.officer.send("POST", "/custody/places", { kind: "shelf", name: "Kệ 1", belongsTo: unitId }),
  ).body;
  const laid = await makeContainer(desks.officer);
  const onShelf = { kind: "place", id: String(shelf["placeId"]) } as const;
  passed(
    await desks.officer.send("POST", "/custody/placing", {
      things: [{ thing: "container", id: laid.id }],
      to: onShelf,
      signature: await sign(desks.officer),
    }),
  );
  passed(
    await desks.officer.send("POST", "/custody/stock-takes", { holder: onShelf, scanned: [], trial: false }),
  );
  app.clock.advance(60_000);
  const other = await app.signIn("hanh.head");
  const to = String((await other.get("/session")).body["accountId"]);
  app.clock.advance(30_000);
  passed(
    await desks.officer.send("POST", `/custody/places/${String(shelf["placeId"])}/charge`, {
      version: 1,
      to,
      signature: await sign(desks.officer),
      receiverSignature: await sign(desks.officer),
      receiverCode: await app.codeOf("hanh.head"),
    }),
  );
  Object.assign(keys, {
    packet: packet.id,
    bag: bag.id,
    offered: offered.id,
    paper: papers[0]?.id,
    manifest: String(given["manifestId"]),
    shelf: String(shelf["placeId"]),
    officer: officerId,
    head: to,
  });
});
afterAll(() => app[Symbol.asyncDispose]());

/** Past every ledger, as only the owner of the schema can. */
async function sql<T>(statement: string): Promise<T[]> {
  const client = await app.owner.connect();
  const named = Object.entries(keys).reduce(
    (text, [name, key]) => text.replaceAll(`$${name}`, key),
    statement,
  );
  try {
    await client.query("set search_path to space_dong_thap, nation");
    return (await client.query(named)).rows as T[];
  } finally {
    await client.query("reset search_path");
    client.release();
  }
}

async function found(): Promise<readonly CheckFinding[]> {
  const db = openForChecking(app.database.owner);
  const all: CheckFinding[] = [];
  try {
    for await (const finding of checkSpace(db, SPACES[0], { onProgress: () => undefined })) all.push(finding);
  } finally {
    await db.destroy();
  }
  return all;
}

describe("what was changed past the custody ledger is found", () => {
  test("while nothing was, nothing is", async () => {
    expect(await found()).toEqual([]);
  });

  test.each([
    {
      what: "a bag in other hands",
      check: "containers",
      broken: `update container set holder_id = '${NOBODY}' where id = '$bag'`,
      mended: "update container set holder_id = '$officer' where id = '$bag'",
      says: /held by person .+, open, 2 entries/,
      shows: NOBODY,
    },
    {
      what: "a bag that changed hands without an entry",
      check: "containers",
      broken: "update container set custody_seq = 3 where id = '$bag'",
      mended: "update container set custody_seq = 2 where id = '$bag'",
      says: /2 entries/,
      shows: "3 entries",
    },
    {
      what: "a seal that nobody put on",
      check: "containers",
      broken: "update container set seal = 'NP-2' where id = '$packet'",
      mended: "update container set seal = 'NP-1' where id = '$packet'",
      says: /sealed NP-1/,
      shows: "sealed NP-2",
    },
    {
      what: "an entry from somebody who did not hold it",
      check: "containers",
      broken: `update custody_entry set from_id = '${NOBODY}' where thing_id = '$bag' and seq = 2`,
      mended:
        "update custody_entry set from_id = (select to_id from custody_entry b where b.thing_id = '$bag' and b.seq = 1) where thing_id = '$bag' and seq = 2",
      says: /only its holder hands a thing over/,
      shows: "held by person",
    },
    {
      what: "an entry that is missing",
      check: "containers",
      broken: "update custody_entry set seq = 9 where thing_id = '$bag' and seq = 2",
      mended: "update custody_entry set seq = 2 where thing_id = '$bag' and seq = 9",
      says: /entry 9 is out of order/,
      shows: "held by person",
    },
    {
      what: "a sheet that went in and neither came out nor lies there",
      check: "containers",
      broken: "update item set copies = copies + 1 where id = '$paper'",
      mended: "update item set copies = copies - 1 where id = '$paper'",
      says: /sheets went in, 0 came out/,
      shows: "sheets inside",
    },
    {
      what: "a packet in a bag that is not there",
      check: "handOvers",
      broken: `update container set holder_id = '${NOBODY}' where id = '$packet'`,
      mended: "update container set holder_id = '$bag' where id = '$packet'",
      says: /lies in a container/,
      shows: "no such container",
    },
    {
      what: "a packet in a bag that was put away",
      check: "handOvers",
      broken: "update container set holder_kind = null where id = '$bag'",
      mended: "update container set holder_kind = 'person' where id = '$bag'",
      says: /lies in a container/,
      shows: "was put away",
    },
    {
      what: "a hand-over that one person signed for both",
      check: "handOvers",
      broken:
        "update custody_signature s set signer_id = '$officer' from manifest m where m.id = '$manifest' and s.id = m.offer_signature_id",
      mended:
        "update custody_signature s set signer_id = m.offered_by from manifest m where m.id = '$manifest' and s.id = m.offer_signature_id",
      says: /things changed hands/,
      shows: "accepted signed by",
    },
    {
      what: "a hand-over that a third person signed for the taker",
      check: "signedActs",
      broken: `update custody_signature s set signer_id = '${NOBODY}' from manifest m where m.id = '$manifest' and s.id = m.accept_signature_id`,
      mended:
        "update custody_signature s set signer_id = '$officer' from manifest m where m.id = '$manifest' and s.id = m.accept_signature_id",
      says: /taken over by person/,
      shows: "signed by ",
    },
    {
      what: "a bảng kê that counts more than it has",
      check: "signedActs",
      broken: "update manifest set accepted = accepted + 8 where id = '$manifest'",
      mended: "update manifest set accepted = accepted - 8 where id = '$manifest'",
      says: /1 lines accepted/,
      shows: "9 accepted",
    },
    {
      what: "a stock-take that misses less than it names",
      check: "signedActs",
      broken: "update stock_take set missing = missing - 1",
      mended: "update stock_take set missing = missing + 1",
      says: /1 missing/,
      shows: "0 missing",
    },
    {
      what: "a packet that somebody laid on another's shelf alone",
      check: "signedActs",
      broken: "update custody_entry set actor_id = '$head' where type = 'placed'",
      mended: "update custody_entry set actor_id = '$officer' where type = 'placed'",
      says: /somebody else's charge/,
      shows: "laid there by ",
    },
    {
      what: "something offered that went elsewhere",
      check: "handOvers",
      broken: "update container set holder_id = '$officer' where id = '$offered'",
      mended:
        "update container set holder_id = (select offered_by from manifest where state = 'offered') where id = '$offered'",
      says: /offered by person/,
      shows: "container 1 held by person",
    },
    {
      what: "a line of a settled bảng kê that still stands open",
      check: "handOvers",
      broken: "update manifest_line set outcome = 'offered' where manifest_id = '$manifest'",
      mended: "update manifest_line set outcome = 'accepted' where manifest_id = '$manifest'",
      says: /offered by person/,
      shows: "container 1 held by person",
    },
    {
      what: "a shelf in somebody else's charge",
      check: "charges",
      broken: "update custody_place set responsible_id = '$officer' where id = '$shelf'",
      mended: "update custody_place set responsible_id = '$head' where id = '$shelf'",
      says: /in charge of .+ by 2 entries/,
      shows: "in charge of ",
    },
    {
      what: "a shelf that was passed with one signature of two",
      check: "charges",
      broken:
        "update custody_signature s set signer_id = '$officer' from custody_charge c where c.place_id = '$shelf' and s.id = c.receiver_signature_id",
      mended:
        "update custody_signature s set signer_id = '$head' from custody_charge c where c.place_id = '$shelf' and s.id = c.receiver_signature_id",
      says: /passed from .+ to /,
      shows: "signed by",
    },
  ])("$what", async ({ check, broken, mended, says, shows }) => {
    await sql(broken);
    const findings = await found();
    await sql(mended);
    expect(findings).toContainEqual(
      expect.objectContaining({
        check,
        ledger: expect.stringMatching(says),
        projection: expect.stringContaining(shows),
      }),
    );
    expect(await found()).toEqual([]);
  });
});

test("nothing is offered twice at once: the database itself refuses the second line", async () => {
  await expect(
    sql(
      "insert into manifest_line select manifest_id, 2, thing, thing_id, seal, outcome, scope from manifest_line where outcome = 'offered'",
    ),
  ).rejects.toThrow("manifest_line_offered");
});
