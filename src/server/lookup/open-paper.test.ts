import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { pdfPages } from "../../../test/kit/pdf.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { openSite } from "../main.ts";

let app: TestApp;
let desks: Desks;
let dossierId: string;
let formIssueId: string;
let fields: { readonly code: string; readonly secret: string; readonly identity: string };
beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  desks = await openDesks(app);
  dossierId = await receivedInDecember(app, desks);
  const { body } = passed(await turn(desks.officer, dossierId, "supplement-requests", 1));
  formIssueId = String(body["formIssueId"]);
  const { code, secret } = await slipOf(app, dossierId);
  fields = { code, secret, identity: AN_APPLICANT.identityNumber };
});
afterAll(() => app[Symbol.asyncDispose]());
// Nobody is stopped for what the tests before have tried.
beforeEach(() => app.clock.advance(16 * 60_000));

const post = (changes: Record<string, string>) =>
  app.program.app.inject({
    method: "POST",
    url: "/paper",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ ...fields, ...changes }).toString(),
  });
const outcomes = async () =>
  (
    await app.owner.query<{ outcome: string }>(
      "select outcome from space_dong_thap.access_log where route = 'POST /paper' order by at, id",
    )
  ).rows.map(({ outcome }) => outcome);

describe("the forms that a citizen was given", () => {
  test("are named on the page, with a button each and no name of anybody", async () => {
    const { body } = await app.program.app.inject({ url: `/t/${fields.code}/${fields.secret}` });
    expect(body).toContain("Giấy tờ đã cấp cho ông/bà");
    expect(body).toContain(`value="${formIssueId}"`);
    expect(body).toContain('value="mau01"');
    expect(body).not.toContain(AN_APPLICANT.name);
    expect(body).not.toContain(AN_APPLICANT.identityNumber);
  });

  test("are opened with the personal number, the citizen's copy alone, and nobody on the way keeps it", async () => {
    for (const [paper, title] of [
      [formIssueId, "PHIẾUYÊUCẦUBỔSUNG,HOÀNTHIỆNHỒSƠ"],
      ["mau01", "GIẤYTIẾPNHẬNHỒSƠVÀHẸNTRẢKẾTQUẢ"],
    ] as const) {
      const { statusCode, headers, rawPayload } = await post({ paper, identity: " 087 190 001 234 " });
      expect([statusCode, headers["content-type"], headers["cache-control"]]).toEqual([
        200,
        "application/pdf",
        "no-store",
      ]);
      const pages = await pdfPages(rawPayload);
      expect(pages.join(" ")).toContain(title);
      expect(pages.join(" ")).toContain("Liên2:Giaongườinộphồsơ");
      expect(pages.join(" ")).not.toContain("Liên1");
    }
    expect((await outcomes()).slice(-2)).toEqual(["ok", "ok"]);
  });

  test.each([
    { because: "the number is another's", changes: { identity: "087190001235" }, is: 403 },
    { because: "no number was typed", changes: { identity: " " }, is: 400 },
    { because: "the secret is wrong", changes: { secret: "0000000000" }, is: 404 },
    {
      because: "the form is another dossier's",
      changes: { paper: "01900000-0000-7000-8000-000000000000" },
      is: 404,
    },
  ])("stay closed: $because", async ({ changes, is }) => {
    const { statusCode, headers, body } = await post({ paper: formIssueId, ...changes });
    expect(statusCode).toBe(is);
    expect(headers["content-type"]).toContain("text/html");
    expect(body).not.toContain(AN_APPLICANT.name);
  });

  test("say that the number is wrong, and the log says so too", async () => {
    const { body } = await post({ paper: formIssueId, identity: "087190001235" });
    expect(body).toContain("Số này không phải của người đề nghị hay người nộp hồ sơ.");
    expect((await outcomes()).at(-1)).toBe("wrong_number");
  });

  test("have one count of wrong numbers, however the code is typed", async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const code = `${fields.code.slice(0, at)} ${fields.code.slice(at)}`;
      expect((await post({ code, paper: formIssueId, identity: "079190009999" })).statusCode).toBe(403);
    }
    expect((await post({ code: `T.${fields.code}`, paper: formIssueId })).statusCode).toBe(429);
    expect((await outcomes()).at(-1)).toBe("too_many_requests");
  });

  test("are not barred by somebody who knows the code alone", async () => {
    for (let tried = 0; tried < 12; tried += 1)
      await post({ secret: "AAAA-BBBB-CC", paper: formIssueId, identity: "079190009999" });
    expect((await post({ paper: formIssueId })).statusCode).toBe(200);
  });

  test("cannot be opened by trying numbers: after ten wrong ones the right one waits as well", async () => {
    for (let tries = 0; tries < 10; tries += 1)
      await post({ paper: formIssueId, identity: `0871900099${tries}0` });
    expect((await post({ paper: formIssueId })).statusCode).toBe(429);
  });
});
