import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT, aForm } from "../../../test/kit/forms.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
let officer: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Row {
  readonly rowId: string;
  readonly applicant: object;
}

let people = 0;
/** Somebody whom no other row has. */
function aRow(changes: Record<string, unknown> = {}): Row {
  people += 1;
  const identityNumber = `0871900${String(people).padStart(5, "0")}`;
  return {
    rowId: randomUUID(),
    applicant: {
      ...AN_APPLICANT,
      name: `Nguyễn Văn Sáu ${"I".repeat(people % 7)}`,
      identityNumber,
      sex: "male",
      ...changes,
    },
  };
}

async function aGroup(rows: readonly Row[], changes: Record<string, unknown> = {}) {
  const { applicant: _, besidesOpen: __, ...form } = await aForm(clerk);
  return { groupId: randomUUID(), name: "Lớp 5A trường Bình Tấn", ...form, rows, ...changes };
}

const send = (by: Client, body: object, key?: string) =>
  by.send("POST", "/dossier-groups", body, key === undefined ? {} : { key });
const codesOf = ({ body }: Reply) =>
  (body["rows"] as { received: { code: string } | null }[]).map(({ received }) => received?.code ?? null);
const refusalsOf = ({ body }: Reply) =>
  (body["rows"] as { refusal: { code: string } | null }[]).map(({ refusal }) => refusal?.code ?? null);
const dossiersOf = async (groupId: string) =>
  (await clerk.get(`/dossier-groups/${groupId}`)).body["dossiers"] as {
    code: string;
    applicantName: string;
  }[];

describe("several people, one visit", () => {
  test("each row is a dossier with a code and a slip of its own, in the order of the rows", async () => {
    const group = await aGroup([aRow(), aRow(), aRow()]);
    const answer = await send(clerk, group);
    expect(answer.status).toBe(200);
    const codes = codesOf(answer) as string[];
    expect(new Set(codes).size).toBe(3);
    expect(codes).toEqual(codes.toSorted());
    expect(answer.body["group"]).toMatchObject({
      code: expect.stringMatching(/^NH-H20\.\d{3}-261116-\d\d$/),
    });
    expect((await dossiersOf(group.groupId)).map(({ code }) => code)).toEqual(codes);
    const rows = answer.body["rows"] as { received: { dossierId: string } }[];
    const ids = rows.map(({ received }) => received.dossierId).join(",");
    expect((await clerk.get(`/receipts?dossierIds=${ids}`)).status).toBe(200);
  });

  test("a row that is wrong is refused with its field, and the others are received", async () => {
    const group = await aGroup([aRow(), aRow({ name: "" }), aRow()]);
    const answer = await send(clerk, group);
    expect(refusalsOf(answer)).toEqual([null, "party_invalid", null]);
    expect(answer.body["rows"]).toMatchObject([
      {},
      { received: null, refusal: { details: { problems: ["applicant.name=name_empty"] } } },
      {},
    ]);
    expect(await dossiersOf(group.groupId)).toHaveLength(2);
  });

  test("one person on two rows is received once", async () => {
    const one = aRow();
    const same = { rowId: randomUUID(), applicant: { ...one.applicant, name: "Viết khác" } };
    const answer = await send(clerk, await aGroup([one, same]));
    expect(refusalsOf(answer)).toEqual([null, "applicant_twice"]);
    const [code] = codesOf(answer);
    expect(answer.body["rows"]).toMatchObject([{}, { refusal: { details: { code } } }]);
  });

  test("one person on two rows is received twice when the counter says that it is meant", async () => {
    const one = aRow();
    const same = { ...one, rowId: randomUUID(), besidesOpen: true };
    const answer = await send(clerk, await aGroup([one, same]));
    expect(refusalsOf(answer)).toEqual([null, null]);
  });

  test("who has an open dossier about the same is told its code, in whichever group it came", async () => {
    const one = aRow();
    const [code] = codesOf(await send(clerk, await aGroup([one])));
    const again = { ...one, rowId: randomUUID() };
    const group = await aGroup([again, aRow()]);
    const answer = await send(officer, group);
    expect(refusalsOf(answer)).toEqual(["applicant_has_open", null]);
    expect(answer.body["rows"]).toMatchObject([{ refusal: { details: { codes: [code] } } }, {}]);
    const meant = await send(officer, { ...group, rows: [{ ...again, besidesOpen: true }] });
    expect(refusalsOf(meant)).toEqual([null]);
    expect(await dossiersOf(group.groupId)).toHaveLength(2);
  });

  test("when no row is right there is no group", async () => {
    const group = await aGroup([aRow({ address: "" })]);
    const answer = await send(clerk, group);
    expect(answer.body).toMatchObject({ group: null, rows: [{ refusal: { code: "party_invalid" } }] });
    expect((await clerk.get(`/dossier-groups/${group.groupId}`)).status).toBe(404);
  });

  test("the refused row put right joins the same group", async () => {
    const wrong = aRow({ name: "" });
    const group = await aGroup([aRow(), wrong]);
    const first = await send(clerk, group);
    const mended = { ...wrong, applicant: { ...wrong.applicant, name: "Trần Thị Bảy" } };
    const second = await send(clerk, { ...group, rows: [mended] });
    expect(second.body["group"]).toEqual(first.body["group"]);
    expect((await dossiersOf(group.groupId)).map(({ applicantName }) => applicantName)).toEqual([
      expect.any(String),
      "Trần Thị Bảy",
    ]);
  });
});

describe("sent twice", () => {
  test("a double click receives nobody twice", async () => {
    const group = await aGroup([aRow(), aRow(), aRow()]);
    const key = randomUUID();
    const [one, other] = await Promise.all([send(clerk, group, key), send(clerk, group, key)]);
    expect(codesOf(other)).toEqual(codesOf(one));
    expect(await dossiersOf(group.groupId)).toHaveLength(3);
  });

  test("so does the same list under another key, and it goes on where the first one stopped", async () => {
    const rows = [aRow(), aRow(), aRow()];
    const group = await aGroup(rows.slice(0, 2));
    const first = await send(clerk, group);
    const second = await send(clerk, { ...group, rows });
    expect(codesOf(second).slice(0, 2)).toEqual(codesOf(first));
    expect(await dossiersOf(group.groupId)).toHaveLength(3);
  });

  test("a row that was received is not written over by another form", async () => {
    const row = aRow();
    const group = await aGroup([row]);
    await send(clerk, group);
    const changed = { ...row, applicant: { ...row.applicant, phone: "0987654321" } };
    expect(refusalsOf(await send(clerk, { ...group, rows: [changed] }))).toEqual(["row_received_already"]);
    expect(await dossiersOf(group.groupId)).toHaveLength(1);
  });

  test("a row that a colleague of the same unit received is theirs, also when another form is meant", async () => {
    const row = { ...aRow(), besidesOpen: true };
    const group = await aGroup([row]);
    await send(officer, group);
    await employ(app, "nga.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const colleague = await app.signIn("nga.officer", "xã Bình Thành Quầy 1");
    const answer = await send(colleague, group);
    expect(answer.status).toBe(200);
    expect(refusalsOf(answer)).toEqual(["row_received_already"]);
    expect(await dossiersOf(group.groupId)).toHaveLength(1);
  });

  test("one key with two lists is refused", async () => {
    const key = randomUUID();
    await send(clerk, await aGroup([aRow()]), key);
    expect(await send(clerk, await aGroup([aRow()]), key)).toMatchObject({
      status: 409,
      body: { code: "idempotency_key_reused" },
    });
  });
});

describe("what refuses the whole", () => {
  test.each([
    {
      changes: { papers: [] },
      refusal: "papers_missing",
      because: "the papers are the same for every row",
    },
    {
      changes: { procedureVersionId: randomUUID() },
      refusal: "unknown_procedure",
      because: "no version has this id",
    },
    {
      changes: { decidingAgencyId: randomUUID() },
      refusal: "agency_not_competent",
      because: "no such agency decides",
    },
  ])("$refusal: $because", async ({ changes, refusal }) => {
    const answer = await send(clerk, await aGroup([aRow(), aRow()], changes));
    expect(answer).toMatchObject({ body: { code: refusal } });
  });

  test("more rows than the setting allows", async () => {
    const rows = Array.from({ length: 51 }, () => aRow());
    expect(await send(clerk, await aGroup(rows))).toMatchObject({
      status: 422,
      body: { code: "group_too_large", details: { rows: 51, max: 50 } },
    });
  });

  test("a group of another procedure", async () => {
    const group = await aGroup([aRow()]);
    await send(clerk, group);
    const { applicant: _, besidesOpen: __, ...other } = await aForm(officer, "1.013855");
    const answer = await send(officer, { ...group, ...other, rows: [aRow()] });
    expect(answer).toMatchObject({ status: 409, body: { code: "group_of_another" } });
  });

  test("a clerk whose post office has no mandate", async () => {
    const phuc = await app.signIn("phuc.clerk", "Quầy 1");
    const group = await aGroup([aRow()]);
    expect(await send(phuc, group)).toMatchObject({ status: 403, body: { code: "mandate_missing" } });
    expect((await clerk.get(`/dossier-groups/${group.groupId}`)).status).toBe(404);
  });
});

describe("found again", () => {
  test("by its code, or by words of its name without diacritics; by nobody of another unit", async () => {
    const group = await aGroup([aRow()], { name: "Công ty Sen Hồng" });
    const { body } = await send(clerk, group);
    const { code } = body["group"] as { code: string };
    for (const typed of [code, code.toLowerCase(), "sen hong"]) {
      const found = await officer.get(`/dossier-groups?q=${encodeURIComponent(typed)}`);
      expect(found.body).toMatchObject({ rowsMax: 50 });
      expect(found.body["groups"]).toMatchObject([{ code, name: "Công ty Sen Hồng", dossiers: 1 }]);
    }
    const [row] = body["rows"] as { received: { dossierId: string; code: string } }[];
    const dossier = (await officer.get(`/dossiers/${row?.received.dossierId ?? ""}`)).body;
    expect(dossier["group"]).toMatchObject({ code, groupId: group.groupId });
    // The search for dossiers takes the code of a group as well.
    const searched = (await officer.get(`/dossiers?q=${code}`)).body["dossiers"];
    expect(searched).toMatchObject([{ code: row?.received.code }]);
    expect((await clerk.get("/dossier-groups?q=khong+co")).body["groups"]).toEqual([]);
  });
});
