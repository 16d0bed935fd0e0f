import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { bringToForce, draft, move } from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const A_PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

interface Listed {
  readonly mayAdd: boolean;
  readonly scans: readonly {
    readonly fileId: string;
    readonly withdrawn: { readonly by: string; readonly reason: string } | null;
    readonly mayWithdraw: boolean;
  }[];
}

let app: TestApp;
let kiet: Client;
let thao: Client;
let head: Client;
let elsewhere: Client;
let decisionId: string;
/** A decision of a programme, which is about no unit. */
let suspending: string;

const fileOf = async (by: Client, content: Buffer) =>
  String(
    passed(await by.send("POST", "/mandate-files?name=chup.pdf", content, { type: "application/pdf" })).body[
      "fileId"
    ],
  );
const add = async (by: Client, fileId: string, to = decisionId) =>
  by.send("POST", `/decisions/${to}/scans`, { fileId });
const withdraw = (by: Client, fileId: string, reason = "Chụp nhầm quyết định khác") =>
  by.send("POST", `/decisions/${decisionId}/scans/${fileId}/withdrawal`, { reason });
const listed = async (by: Client, of = decisionId) =>
  passed(await by.get(`/decisions/${of}/scans`)).body as unknown as Listed;
const pdf = (more: string) => Buffer.concat([A_PDF, Buffer.from(more)]);

beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  head = await app.signIn("hanh.head");
  await employ(app, "khoa.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
  elsewhere = await app.signIn("khoa.head");
  const mandateId = await bringToForce(head, kiet);
  const { mandate } = passed(await kiet.get(`/mandates/${mandateId}`)).body as {
    mandate: { decision: { id: string } };
  };
  decisionId = mandate.decision.id;
  const other = await draft(kiet, { fieldCodes: ["library"], exceptProcedureCodes: [] });
  passed(await move(kiet, other, "propose"));
  passed(await move(thao, other, "approve"));
  passed(await move(thao, other, "bringIntoForce"));
  passed(await move(thao, other, "suspend"));
  const { history } = passed(await kiet.get(`/mandates/${other}`)).body as {
    history: { type: string; decision: { id: string } | null }[];
  };
  suspending = history.find(({ type }) => type === "mandate.suspended")?.decision?.id ?? "";
});
afterAll(() => app[Symbol.asyncDispose]());

describe("who adds a scan to a decision", () => {
  test("the head of the unit that it is about, also when it only moved a mandate", async () => {
    expect((await listed(head)).mayAdd).toBe(true);
    passed(await add(head, await fileOf(head, pdf("head"))));
    passed(await add(head, await fileOf(head, pdf("head, moved")), suspending));
  });

  test("not the head of another unit, who still reads what was decided and its scans", async () => {
    const fileId = await fileOf(elsewhere, pdf("elsewhere"));
    expect(await add(elsewhere, fileId)).toMatchObject({
      status: 403,
      body: { code: "outside_jurisdiction" },
    });
    expect(await listed(elsewhere)).toMatchObject({ mayAdd: false, scans: [{ mayWithdraw: false }] });
  });

  test("the province, to every decision", async () => {
    passed(await add(thao, await fileOf(thao, pdf("province"))));
  });
});

describe("a scan that does not belong to the decision", () => {
  test("is taken back by whoever added it, with a reason, and stays named in the list", async () => {
    const fileId = await fileOf(head, pdf("wrong"));
    passed(await add(head, fileId));
    expect((await withdraw(head, fileId, "  ")).body).toMatchObject({ code: "input_malformed" });
    passed(await withdraw(head, fileId));
    expect((await head.get(`/mandate-files/${fileId}`)).status).toBe(404);
    expect((await listed(head)).scans.find((scan) => scan.fileId === fileId)).toMatchObject({
      withdrawn: { by: "Trương Mỹ Hạnh", reason: "Chụp nhầm quyết định khác" },
      mayWithdraw: false,
    });
    expect((await withdraw(head, fileId)).body).toMatchObject({ code: "scan_withdrawn" });
  });

  test("may be added again as another file of the same bytes, but not as the same one", async () => {
    const content = pdf("again");
    const first = await fileOf(kiet, content);
    passed(await add(kiet, first));
    passed(await withdraw(kiet, first));
    expect((await add(kiet, first)).body).toMatchObject({ code: "scan_known" });
    passed(await add(kiet, await fileOf(kiet, content)));
  });

  test("is opened still where it stands with another decision", async () => {
    const fileId = await fileOf(kiet, pdf("of two decisions"));
    passed(await add(kiet, fileId));
    passed(await add(kiet, fileId, suspending));
    passed(await withdraw(kiet, fileId));
    expect((await kiet.get(`/mandate-files/${fileId}`)).status).toBe(200);
    expect((await listed(kiet, suspending)).scans).toContainEqual(
      expect.objectContaining({ fileId, withdrawn: null }),
    );
  });

  test("is not taken back by somebody else of a unit, but by the province, which outlasts who added it", async () => {
    const fileId = await fileOf(kiet, pdf("of kiet"));
    passed(await add(kiet, fileId));
    expect((await withdraw(head, fileId)).body).toMatchObject({ code: "scan_of_another" });
    passed(await withdraw(thao, fileId));
  });

  test("is taken back once: of two at the same moment one is told", async () => {
    const fileId = await fileOf(kiet, pdf("race"));
    passed(await add(kiet, fileId));
    const both = await Promise.all([withdraw(kiet, fileId), withdraw(thao, fileId)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409"]);
  });

  test("that was never added is not found", async () => {
    expect((await withdraw(kiet, decisionId)).status).toBe(404);
  });

  test("is not rewritten by the application", async () => {
    const { rows } = await app.owner.query<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants
       where table_name = 'decision_scan_withdrawal' and grantee = $1`,
      [app.database.app.user],
    );
    expect(rows.map((row) => row.privilege_type).toSorted()).toEqual(["INSERT", "SELECT"]);
  });
});
