import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "#domain/shared/instant.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { SPACES } from "../units/store-reference.ts";
import { type CheckFinding, checkSpace, openForChecking } from "./check-ledgers.ts";

let app: TestApp;
let id: string;
let code: string;
let other: string;
beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  await goTo(app, "12-01 08:00");
  const desks = await openDesks(app);
  const planned = {
    procedureVersionId: String((await aForm(desks.officer, "1.004884"))["procedureVersionId"]),
    agencyId: referenceId("agency:commune:30163"),
    validFrom: "2026-12-01",
    steps: [
      {
        key: "appraise",
        name: "Thẩm định",
        role: "caseOfficer",
        agencyId: null,
        limit: { amount: 2, unit: "workingDay" },
        after: [],
        yields: [],
      },
    ],
    decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-30", signer: "Trần Văn Phú" },
    seenId: null,
  };
  passed(await desks.approver.send("POST", "/internal-procedures", planned));
  id = await receivedInDecember(app, desks);
  passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1 }));
  passed(await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 2 }));
  const asked = { version: 3, agencyId: referenceId("agency:department:health"), question: "Có đúng không?" };
  passed(
    await desks.caseOfficer.send("POST", `/dossiers/${id}/consultations`, {
      ...asked,
      answerBy: "2026-12-10",
    }),
  );
  passed(await turn(desks.caseOfficer, id, "supplement-requests", 4));
  other = String((await receive(desks.clerk)).body["dossierId"]);
  await bringTo(desks, other, "returned");
  const rows = await sql<{ code: string }>("select code from dossier where id = '$id'");
  code = String(rows[0]?.code);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Past every ledger, as only the owner of the schema can. */
async function sql<T>(statement: string): Promise<T[]> {
  const client = await app.owner.connect();
  try {
    await client.query("set search_path to space_dong_thap, nation");
    return (await client.query(statement.replaceAll("$id", id).replaceAll("$other", other))).rows as T[];
  } finally {
    await client.query("reset search_path");
    client.release();
  }
}

async function found(messagesSince?: string): Promise<readonly CheckFinding[]> {
  const db = openForChecking(app.database.owner);
  const all: CheckFinding[] = [];
  let looked = 0;
  try {
    const findings = checkSpace(db, SPACES[0], {
      ...(messagesSince !== undefined && { messagesSince: instant(messagesSince) }),
      onProgress: (dossiers) => (looked = dossiers),
    });
    for await (const finding of findings) all.push(finding);
  } finally {
    await db.destroy();
  }
  expect(looked).toBe(2);
  return all;
}

/** A message as the sending writes it, of an event of the dossier. */
const message = (kind: string, channel: string) =>
  `insert into notice (id, dossier_id, seq, kind, channel, state, sent_at, recipient_sealed, created_at, attempts, scope, unit_id)
   select gen_random_uuid(), id, 5, '${kind}', '${channel}', 'sent', now(), '', now(), 1, scope, received_at_unit_id
   from dossier where id = '$id'`;
const NOBODY = "00000000-0000-7000-8000-000000000001";

describe("a row that was changed past the ledgers is found, and named with what the ledger says", () => {
  test("while nothing was, nothing is", async () => {
    expect(await found("2026-12-01T00:00:00Z")).toEqual([]);
  });

  test.each([
    {
      what: "a status",
      check: "states",
      broken: "update dossier set business_status = 'processing' where id = '$id'",
      mended: "update dossier set business_status = 'awaitingSupplement' where id = '$id'",
      says: "business awaitingSupplement",
      shows: "business processing",
    },
    {
      what: "another column that is folded",
      check: "states",
      broken: "update dossier set supplements = 2 where id = '$id'",
      mended: "update dossier set supplements = 1 where id = '$id'",
      says: "supplements 1",
      shows: "supplements 2",
    },
    {
      what: "an event that is missing",
      check: "states",
      broken: "update dossier_event set seq = 20 where dossier_id = '$id' and seq = 2",
      mended: "update dossier_event set seq = 2 where dossier_id = '$id' and seq = 20",
      says: "a gap before event 3",
      shows: "version 5",
    },
    {
      what: "an event before the one before it",
      check: "states",
      broken:
        "update dossier_event set recorded_at = recorded_at - interval '1 day' where dossier_id = '$id' and seq = 3",
      mended:
        "update dossier_event set recorded_at = recorded_at + interval '1 day' where dossier_id = '$id' and seq = 3",
      says: "event 3 is earlier than the one before",
      shows: "in order",
    },
    {
      what: "a dossier that the search does not find",
      check: "search",
      broken: "update dossier_search set code = 'H00' where dossier_id = '$id'",
      mended:
        "update dossier_search s set code = d.code from dossier d where d.id = s.dossier_id and d.id = '$id'",
      says: "found by H",
      shows: "found by H00",
    },
    {
      what: "a paper in other hands",
      check: "custody",
      broken: `update item set holder_id = '${NOBODY}' where dossier_id = '$id' and position = 1 and holder_id is not null`,
      mended: `update item set holder_id = (select to_id from custody_entry where thing_id = item.id and seq = 1) where holder_id = '${NOBODY}'`,
      says: ": held by ",
      shows: NOBODY,
    },
    {
      what: "a paper that changed hands without an entry",
      check: "custody",
      broken: "update item set custody_seq = 2 where dossier_id = '$id' and position = 1",
      mended: "update item set custody_seq = 1 where dossier_id = '$id' and position = 1",
      says: ": 1 entries",
      shows: "2 entries",
    },
    {
      what: "a step that nobody did",
      check: "steps",
      broken: "update dossier_step set state = 'done' where dossier_id = '$id'",
      mended: "update dossier_step set state = 'open' where dossier_id = '$id'",
      says: "step appraise: state open",
      shows: "step appraise: state done",
    },
    {
      what: "a date of a step while the clock stands",
      check: "steps",
      broken: "update dossier_step set due_at = opened_at + interval '1 day' where dossier_id = '$id'",
      mended: "update dossier_step set due_at = null where dossier_id = '$id'",
      says: "step appraise: no date can be",
      shows: "due 2026-12-08",
    },
    {
      what: "a consultation that nobody answered",
      check: "consultations",
      broken: "update consultation set state = 'withdrawn' where dossier_id = '$id'",
      mended: "update consultation set state = 'open' where dossier_id = '$id'",
      says: "open",
      shows: "withdrawn",
    },
    {
      what: "a dossier that became a part",
      check: "parts",
      broken: "update dossier set whole_id = '$other', part_key = 'residence' where id = '$id'",
      mended: "update dossier set whole_id = null, part_key = null where id = '$id'",
      says: "part of none",
      shows: "part residence of ",
    },
    {
      what: "a message that was sent twice",
      check: "notices",
      broken: `${message("supplement", "email")}; ${message("supplement", "sms")}`,
      mended: "delete from notice",
      says: "event 5 owes the message supplement once",
      shows: "email sent, sms sent",
    },
    {
      what: "a message that no event owes",
      check: "notices",
      broken: message("duty", "email"),
      mended: "delete from notice",
      says: "event 5 owes supplement",
      shows: "message duty sent",
    },
  ] as const)("$what", async ({ check, broken, mended, says, shows }) => {
    await sql(broken);
    const findings = await found();
    await sql(mended);
    const told = findings.map(({ subject, check: by }) => `${subject} ${by}`);
    expect(told).toContain(`${code} ${check}`);
    expect(findings).toContainEqual({
      subject: code,
      check,
      ledger: expect.stringContaining(says),
      projection: expect.stringContaining(shows),
    });
    expect(await found()).toEqual([]);
  });

  test.each([
    {
      what: "codes that were counted and not given",
      broken: "update dossier_code_counter set last = last + 2",
      mended: "update dossier_code_counter set last = last - 2",
      subject: /^codes H\S+ 2026-12-07$/,
      says: /^not given: 3-4$|^not given: 2-3$/,
    },
    {
      what: "codes that were given and not counted",
      broken: "update dossier_code_counter set last = last - 1",
      mended: "update dossier_code_counter set last = last + 1",
      subject: /^codes H\S+ 2026-12-07$/,
      says: /^given up to/,
    },
    {
      what: "a form's number that was not given",
      broken: "update form_counter set last = last + 1",
      mended: "update form_counter set last = last - 1",
      subject: /^mau02 \S+ 2026$/,
      says: /^not given: 2$/,
    },
    {
      what: "a group's number that was not given",
      broken: "insert into dossier_group_counter select id, '2026-12-07', 1 from one_stop_unit limit 1",
      mended: "delete from dossier_group_counter",
      subject: /^groups \S+ 2026-12-07$/,
      says: /^not given: 1$/,
    },
    {
      what: "a mandate that nobody suspended",
      broken:
        "update mandate set status = 'suspended' where id = (select id from mandate where status = 'inForce' order by id limit 1)",
      mended: "update mandate set status = 'inForce' where status = 'suspended'",
      subject: /^mandate /,
      says: /^inForce after 1 events$/,
    },
  ])("$what", async ({ broken, mended, subject, says }) => {
    await sql(broken);
    const findings = await found();
    await sql(mended);
    expect(findings).toContainEqual(
      expect.objectContaining({
        subject: expect.stringMatching(subject),
        ledger: expect.stringMatching(says),
      }),
    );
    expect(await found()).toEqual([]);
  });

  test("a message that was never ordered, where messages are sent; not one whose order still waits", async () => {
    await sql("delete from outbox where payload ->> 'dossierId' = '$id' and payload ->> 'seq' = '5'");
    expect(await found()).toEqual([]);
    expect(await found("2026-12-08T00:00:00Z")).toEqual([]);
    expect(await found("2026-12-01T00:00:00Z")).toEqual([
      {
        subject: code,
        check: "notices",
        ledger: "event 5 owes the message supplement",
        projection: "neither a message nor an order of one",
      },
    ]);
  });
});

test("nothing can be written by what only looks", async () => {
  const db = openForChecking(app.database.owner);
  await expect(
    db.withSchema("space_dong_thap").updateTable("dossier").set({ supplements: 7 }).execute(),
  ).rejects.toThrow("read-only");
  await db.destroy();
});
