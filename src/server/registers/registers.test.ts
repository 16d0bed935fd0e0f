import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfPages } from "../../../test/kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, goToMoment, receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { instant } from "#domain/shared/instant.ts";

/** Civil status, the field of the procedure that is received here. */
let field: string;
let app: TestApp;
let desks: Desks;
let head: Client;
let unitId: string;
let ids: readonly string[];
let codes: readonly string[];

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
  const received = [];
  for (let count = 0; count < 3; count += 1) received.push(await receivedInDecember(app, desks));
  ids = received;
  codes = await Promise.all(
    ids.map(async (id) => String((await desks.officer.get(`/dossiers/${id}`)).body["code"])),
  );
  const first = (await head.get("/registers?year=2026")).body as {
    unitId: string;
    books: { fieldCode: string }[];
  };
  unitId = first.unitId;
  field = first.books[0]?.fieldCode ?? "";
});
afterAll(() => app[Symbol.asyncDispose]());

const entries = (query = "", by = desks.officer) =>
  by.get(`/registers/${unitId}/2026/entries?fields=${field}${query}`);
const rowsOf = ({ body }: Reply) => body["entries"] as readonly Record<string, unknown>[];
const textOf = async (reply: Reply) => (await pdfPages(reply.bytes)).join("");
const close = (changes: Record<string, unknown> = {}, by = head) =>
  by.send("POST", "/register-closings", { unitId, year: 2026, fields: [field], ...changes });

describe("the register of a year", () => {
  test("numbers what was received from 1, in the order in which it came", async () => {
    const rows = rowsOf(passed(await entries()));
    const own = rows.filter(({ dossierId }) => ids.includes(String(dossierId)));
    expect(own.map(({ code }) => code)).toEqual(codes);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(own[0]).toMatchObject({ agencyName: expect.stringContaining("xã Bình Thành"), returnedAt: null });
    expect(String(own[0]?.["address"])).not.toBe("");
  });

  test("is searched by code and by a name without its marks, and the numbers stay", async () => {
    const rows = rowsOf(passed(await entries()));
    const last = rows.at(-1);
    const found = rowsOf(passed(await entries(`&search=${String(last?.["code"])}`)));
    expect(found).toEqual([last]);
    const name = String(last?.["applicant"]).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("Đ", "D");
    expect(rowsOf(passed(await entries(`&search=${encodeURIComponent(name)}`)))).toContainEqual(last);
    expect(rowsOf(passed(await entries("&search=khongcoai")))).toEqual([]);
  });

  test("says when a result was returned", async () => {
    await goTo(app, "12-09 09:00");
    await bringTo(desks, ids[0] ?? "", "returned");
    const row = rowsOf(passed(await entries("&state=returned"))).find(
      ({ dossierId }) => dossierId === ids[0],
    );
    expect(row).toMatchObject({ status: "returned", returnedAt: expect.stringContaining("2026-12-09") });
    expect(rowsOf(passed(await entries("&state=open"))).map(({ dossierId }) => dossierId)).not.toContain(
      ids[0],
    );
  });

  test("is printed as it stands, and comes as a file for a spreadsheet", async () => {
    const text = await textOf(
      passed(await desks.officer.get(`/registers/${unitId}/2026/print?fields=${field}`)),
    );
    expect(text).toContain("SỔTHEODÕIHỒSƠ");
    for (const code of codes) expect(text).toContain(code);
    const csv = (await desks.officer.get(`/registers/${unitId}/2026/csv?fields=${field}`)).bytes.toString(
      "utf8",
    );
    expect(csv.split("\r\n")[0]).toContain("Cơ quan chủ trì giải quyết");
    for (const code of codes) expect(csv).toContain(code);
  });

  test.each([
    { query: "fields=khong-co", because: "nothing stands in it" },
    { query: "fields=FIELD&volume=9999", because: "there is no such volume" },
  ])("an empty register is not printed: $because", async ({ query }) => {
    const reply = await desks.officer.get(`/registers/${unitId}/2026/print?${query.replace("FIELD", field)}`);
    expect(reply.body["code"]).toBe("register_empty");
  });

  test("of another unit is not there, and a clerk of the post keeps none", async () => {
    const foreign = "01900000-0000-7000-8000-000000000000";
    expect((await desks.officer.get(`/registers/${foreign}/2026/entries?fields=${field}`)).status).toBe(404);
    expect((await desks.clerk.get("/registers")).body["code"]).toBe("permission_missing");
  });
});

describe("a slip with which dossiers go to the agency", () => {
  const slips = (form: string, by = desks.officer) => by.get(`/transfer-slips?form=${form}`);
  const issue = (form: string, dossierIds: readonly unknown[], by = desks.officer) =>
    by.send("POST", "/transfer-slips", { form, dossierIds });
  const candidatesOf = ({ body }: Reply) =>
    body["candidates"] as readonly { dossierId: string; agencyName: string }[];

  test("names what was forwarded, once, with a number, and prints the same for ever", async () => {
    await bringTo(desks, ids[1] ?? "", "forwarded");
    expect(candidatesOf(passed(await slips("dossierHandOver"))).map(({ dossierId }) => dossierId)).toContain(
      ids[1],
    );
    const [one, other] = await Promise.all([
      issue("dossierHandOver", [ids[1]]),
      issue("dossierHandOver", [ids[1]]),
    ]);
    const issued = [one, other].find(({ status }) => status === 200);
    const refused = [one, other].find(({ status }) => status !== 200);
    expect(refused?.body["code"]).toBe("slip_dossier_unfit");
    const { formId, number } = issued?.body ?? {};
    expect(number).toBe(1);
    expect(
      candidatesOf(passed(await slips("dossierHandOver"))).map(({ dossierId }) => dossierId),
    ).not.toContain(ids[1]);
    const print = () => desks.officer.get(`/unit-forms/${String(formId)}`);
    const before = passed(await print());
    expect(await textOf(before)).toContain("GIẤYBÀNGIAOHỒSƠ");
    expect(await textOf(before)).toContain(codes[1]);
    await app.owner.query("update space_dong_thap.dossier set applicant_name = 'Tên đã đổi' where id = $1", [
      ids[1],
    ]);
    expect((await print()).bytes.equals(before.bytes)).toBe(true);
  });

  test("of results names what was approved", async () => {
    await bringTo(desks, ids[2] ?? "", "finished");
    const { formId } = passed(await issue("resultHandOver", [ids[2]])).body;
    expect(await textOf(await head.get(`/unit-forms/${String(formId)}`))).toContain("Đãgiảiquyết");
  });

  test.each([
    { form: "dossierHandOver", ids: () => [ids[0]], code: "slip_dossier_unfit", because: "it was returned" },
    {
      form: "resultHandOver",
      ids: () => [ids[1]],
      code: "slip_dossier_unfit",
      because: "it has no result yet",
    },
    {
      form: "resultHandOver",
      ids: () => ["01900000-0000-7000-8000-000000000000"],
      code: "slip_dossier_unfit",
      because: "there is no such dossier",
    },
  ])("is refused when $because", async ({ form, ids: named, code }) => {
    expect((await issue(form, named())).body["code"]).toBe(code);
  });

  test("is issued by an officer alone", async () => {
    expect((await issue("dossierHandOver", [ids[1]], head)).body["code"]).toBe("permission_missing");
  });
});

describe("the telephone that forms print", () => {
  const say = (phone: string, by = head) => by.send("PUT", `/unit-phones/${unitId}`, { phone });
  const askFor = async (id: string) => {
    const { body } = passed(await turn(desks.officer, id, "supplement-requests", 1));
    return `/dossiers/${id}/forms/${String(body["formIssueId"])}`;
  };

  test("is said by the head, and stands on what is issued from then on", async () => {
    const later = await receivedInDecember(app, desks);
    const before = await askFor(await receivedInDecember(app, desks));
    await goTo(app, "12-07 09:00");
    expect(passed(await say("0277 3833 999")).body).toEqual({ phone: "02773833999" });
    expect((await head.get("/registers")).body["phone"]).toBe("02773833999");
    await goTo(app, "12-07 10:00");
    const after = await askFor(later);
    expect(await textOf(await desks.officer.get(after))).toContain("sốđiệnthoại02773833999đểđượchướngdẫn");
    expect(await textOf(await desks.officer.get(before))).not.toContain("02773833999");
  });

  test.each([
    { phone: "gọi quầy 1", code: "unit_phone_invalid", because: "these are words" },
    { phone: "12", code: "unit_phone_invalid", because: "nobody has such a number" },
  ])("is refused when $because", async ({ phone, code }) => {
    expect((await say(phone)).body["code"]).toBe(code);
  });

  test("is not an officer's to say", async () => {
    expect((await say("0277 3833 999", desks.officer)).body["code"]).toBe("permission_missing");
  });
});

describe("the closing of a register", () => {
  test("waits until the year is over", async () => {
    expect((await close()).body["code"]).toBe("register_year_running");
  });

  test("is the head's, once, and what is closed prints the same whatever happens later", async () => {
    await goToMoment(app, instant("2027-01-04T08:00:00+07:00"));
    expect((await close({}, desks.officer)).body["code"]).toBe("permission_missing");
    const [one, other] = await Promise.all([close(), close()]);
    const closed = [one, other].find(({ status }) => status === 200);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 409]));
    expect([one, other].find(({ status }) => status === 409)?.body["code"]).toBe("register_closed");
    expect(closed?.body).toMatchObject({ volumes: 1 });
    const year = passed(await head.get("/registers?year=2026")).body as {
      closings: { by: string; entries: number; volumes: { formId: string; number: number }[] }[];
      books: { closingId: string | null }[];
    };
    expect(year.books[0]?.closingId).toBe(closed?.body["closingId"]);
    const [closing] = year.closings;
    const print = () => head.get(`/unit-forms/${closing?.volumes[0]?.formId ?? ""}`);
    const before = passed(await print());
    expect(await textOf(before)).toContain("Khóasổ:lúc08:0004/01/2027");
    await bringToReturned(ids[2] ?? "");
    expect((await print()).bytes.equals(before.bytes)).toBe(true);
    const row = rowsOf(passed(await entries("", head))).find(({ dossierId }) => dossierId === ids[2]);
    expect(row).toMatchObject({ status: "returned" });
  });

  test.each([
    { changes: { fields: ["khong-co"] }, code: "not_found", because: "there is no such field" },
    { changes: { year: 2020 }, code: "register_empty", because: "nothing was received" },
    {
      changes: { unitId: "01900000-0000-7000-8000-000000000000" },
      code: "not_found",
      because: "it is not theirs",
    },
  ])("is refused when $because", async ({ changes, code }) => {
    expect((await close(changes)).body["code"]).toBe(code);
  });
});

async function bringToReturned(dossierId: string): Promise<void> {
  const form = await returnForm(desks.clerk, dossierId, 5);
  passed(await desks.clerk.send("POST", `/dossiers/${dossierId}/return`, form));
}
