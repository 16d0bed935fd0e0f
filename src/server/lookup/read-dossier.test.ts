import { localTime } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countStatements } from "../../../test/kit/count-statements.ts";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { jsonList, listsColumn, readLists } from "../db/json-lists.ts";
import { referenceId } from "../units/reference-table.ts";

const statements = countStatements();
let app: TestApp;
let desks: Desks;
let health: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await employ(app, "yen.health", [{ role: "caseOfficer", at: "agency:department:health" }]);
  health = await app.signIn("yen.health");
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);
const inCase = async () => {
  const id = await newDossier();
  await bringTo(desks, id, "processing");
  return id;
};

describe("a dossier on the screen", () => {
  test("is read by more people at once than there are connections, and by as many previews", async () => {
    const dossierId = await newDossier();
    const reads = Array.from({ length: 40 }, () => desks.clerk.get(`/dossiers/${dossierId}`));
    const previews = Array.from({ length: 40 }, () => desks.clerk.get("/procedures/2.000635/intake-preview"));
    const all = await Promise.all([...reads, ...previews]);
    expect(new Set(all.map((one) => one.status))).toEqual(new Set([200]));
  });
});

/** Session, mandates, begin, who looks, the page, the words for rights and people, commit, the line of the read log. */
const WAITS = 8;

/** How often a page that was read before waits for the database. */
async function waits(by: Client, id: string): Promise<number> {
  const read = async () => passed(await by.get(`/dossiers/${id}`));
  await read();
  return (await statements.sentBy(read)).length;
}

const consultations = (id: string) => `/dossiers/${id}/consultations`;
async function ask(id: string, version: number): Promise<string> {
  const agencyId = referenceId("agency:department:health");
  const question = { version, agencyId, question: "Có ca sinh này không?", answerBy: "2026-12-10" };
  const reply = passed(await desks.caseOfficer.send("POST", consultations(id), question));
  return String(reply.body["consultationId"]);
}

/** Two events and a question to another agency each time. */
async function lengthen(id: string, times: number, version: number): Promise<number> {
  let seen = version;
  for (let n = 0; n < times; n += 1) {
    const path = `${consultations(id)}/${await ask(id, seen)}/withdrawal`;
    passed(await desks.caseOfficer.send("POST", path, { version: seen + 1, reason: "Hỏi lại" }));
    seen += 2;
  }
  return seen;
}

async function planSteps(): Promise<void> {
  const step = { key: "appraise", name: "Thẩm định", role: "caseOfficer", agencyId: null, limit: null };
  const plan = {
    procedureVersionId: (await aForm(desks.officer))["procedureVersionId"],
    agencyId: referenceId("agency:commune:30163"),
    validFrom: localTime(app.clock.now()).day,
    steps: [{ ...step, after: [], yields: [] }],
    decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-20", signer: "Trần Văn Phú" },
    seenId: null,
  };
  passed(await desks.approver.send("POST", "/internal-procedures", plan));
}

describe("the page of a dossier waits for the database", () => {
  test("eight times, when it was just received", async () => {
    expect(await waits(desks.clerk, await newDossier())).toBe(WAITS);
  });

  test("eight times, however much has happened to it", async () => {
    const id = await inCase();
    const version = await lengthen(id, 12, 3);
    await ask(id, version);
    const { body } = await desks.caseOfficer.get(`/dossiers/${id}`);
    expect([body["events"], body["consultations"]]).toMatchObject({ 0: { length: 28 }, 1: { length: 13 } });
    expect(await waits(desks.caseOfficer, id)).toBe(WAITS);
    expect(await waits(desks.clerk, id)).toBe(WAITS);
  });

  test("three times more for an agency that is only asked: whether it is, that it sees the dossier, and the page again", async () => {
    const id = await inCase();
    await ask(id, 3);
    expect(await waits(health, id)).toBe(WAITS + 3);
    await lengthenAnswered(id);
    expect(await waits(health, id)).toBe(WAITS + 3);
  });

  test("eight times, when it is worked in steps", async () => {
    await planSteps();
    const id = await inCase();
    expect((await desks.caseOfficer.get(`/dossiers/${id}`)).body["steps"]).toMatchObject({ steps: [{}] });
    expect(await waits(desks.caseOfficer, id)).toBe(WAITS);
  });
});

/** The answer to the open question, and further ones. */
async function lengthenAnswered(id: string): Promise<void> {
  const open = (await desks.caseOfficer.get(`/dossiers/${id}`)).body["consultations"] as {
    consultationId: string;
  }[];
  const path = `${consultations(id)}/${open[0]?.consultationId}/answer`;
  passed(await health.send("POST", path, { words: "Có ca sinh này" }));
  await lengthen(id, 4, 5);
}

describe("rows that are read beside others", () => {
  test("come as their own query gives them, to the moment, the byte and the big number", async () => {
    const query = sql<Record<string, unknown>>`
      select '2026-11-22 10:00:00.123+07'::timestamptz as at, null::timestamptz as never, '\\x00ff7f'::bytea as bytes,
        ''::bytea as nothing, 9007199254740991::bigint as big, '2026-11-22'::date as day, '{"á": [1, null]}'::jsonb as said,
        'Đồng "Tháp"' as words, array['0190f000-0000-7000-8000-000000000000']::uuid[] as ids, true as yes
      union all select null, '2026-11-22 10:00:00Z', null, null, 0, null, null, null, '{}', false`;
    const kinds = { at: "instant", never: "instant", bytes: "bytes", nothing: "bytes" } as const;
    const lists = {
      some: { ...jsonList(query, {}), columns: kinds },
      none: jsonList(sql<{ n: number }>`select 1 as n where false`, {}),
    };
    const { db } = app.program.deps;
    const { rows } = await sql<{ lists: unknown }>`select ${listsColumn(lists)} as lists`.execute(db);
    expect(readLists(lists, rows[0]?.lists)).toEqual({ some: (await query.execute(db)).rows, none: [] });
  });
});
