import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import {
  A_PNG,
  type Desks,
  bringTo,
  openDesks,
  passed,
  returnForm,
  upload,
} from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let id: string;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  id = await finished();
});
afterAll(() => app[Symbol.asyncDispose]());

async function finished(changes: Record<string, unknown> = {}): Promise<string> {
  const dossierId = String((await receive(desks.clerk, changes)).body["dossierId"]);
  await bringTo(desks, dossierId, "finished");
  return dossierId;
}
const handOut = async (changes: Record<string, unknown>, dossierId = id, by = desks.clerk) =>
  by.send("POST", `/dossiers/${dossierId}/return`, {
    ...(await returnForm(desks.clerk, dossierId, 5)),
    ...changes,
  });
const statuses = async (dossierId: string) =>
  (await desks.clerk.get(`/dossiers/${dossierId}`)).body["statuses"];
const proxy = {
  name: "Trần Văn Bảo",
  identityNumber: "087085004321",
  authorisation: "Giấy ủy quyền ngày 15/11/2026",
};

describe("the result stays in the house", () => {
  test.each<{
    changes: () => Record<string, unknown> | Promise<Record<string, unknown>>;
    code: string;
    because: string;
  }>([
    {
      changes: () => ({ identityChecked: false }),
      code: "identity_not_checked",
      because: "nobody looked who collects",
    },
    {
      changes: () => ({ signature: { kind: "drawn", fileId: "01900000-0000-7000-8000-000000000000" } }),
      code: "signature_missing",
      because: "nothing was signed",
    },
    {
      changes: async () => ({
        signature: { kind: "drawn", fileId: await upload(desks.clerk, await finished(), "signature", A_PNG) },
      }),
      code: "signature_missing",
      because: "it was signed for another dossier",
    },
    {
      changes: async () => ({
        signature: { kind: "signedSlip", fileId: await upload(desks.clerk, id, "signature", A_PNG) },
      }),
      code: "signature_missing",
      because: "a drawing is no signed slip",
    },
    {
      changes: async () => ({
        signature: { kind: "drawn", fileId: await upload(desks.caseOfficer, id, "result") },
      }),
      code: "signature_missing",
      because: "the result itself is no signature",
    },
    {
      changes: () => ({ collector: "submitter" }),
      code: "authorisation_missing",
      because: "nobody else handed the dossier in",
    },
    {
      changes: () => ({ collector: "proxy" }),
      code: "authorisation_missing",
      because: "a proxy must be named",
    },
    {
      changes: () => ({ collector: "proxy", proxy: { ...proxy, authorisation: " " } }),
      code: "authorisation_missing",
      because: "a proxy needs a power of attorney",
    },
    {
      changes: () => ({ collector: "proxy", proxy: { ...proxy, name: "?" } }),
      code: "party_invalid",
      because: "a proxy has a name",
    },
    { changes: () => ({ version: 4 }), code: "dossier_changed", because: "another version was seen" },
  ])("$code: $because", async ({ changes, code }) => {
    expect((await handOut(await changes())).body).toMatchObject({ code });
    expect(await statuses(id)).toMatchObject({ business: "finished", delivery: "readyAtUnit", national: 9 });
  });

  test("while nobody has approved", async () => {
    const early = String((await receive(desks.clerk)).body["dossierId"]);
    expect((await handOut({ version: 1 }, early)).body["code"]).toBe("move_not_allowed");
  });

  test("at a desk without a counter, at a counter of another unit, and by a clerk without a mandate", async () => {
    const standing = await app.signIn("lan.clerk");
    expect((await handOut({}, id, standing)).body["code"]).toBe("counter_not_chosen");
    await employ(app, "mai.officer", [
      { role: "oneStopOfficer", at: "unit:commune:30163" },
      { role: "oneStopOfficer", at: "unit:commune:30130" },
    ]);
    const elsewhere = await app.signIn("mai.officer", "xã Thanh Bình Quầy 1");
    expect((await handOut({}, id, elsewhere)).body["code"]).toBe("outside_jurisdiction");
    const phuc = await app.signIn("phuc.clerk", "Quầy 1");
    expect((await handOut({}, id, phuc)).body["code"]).toBe("mandate_missing");
  });
});

describe("the result goes to the citizen", () => {
  test("against a signature: only then status 10, and the paper's chain ends in the citizen's hands", async () => {
    const own = await finished();
    const form = await returnForm(desks.clerk, own, 5);
    passed(await desks.clerk.send("POST", `/dossiers/${own}/return`, form));
    expect(await statuses(own)).toMatchObject({ business: "returned", delivery: "handedOver", national: 10 });
    const { rows } = await app.owner.query(
      `select c.seq, c.type, c.from_kind, c.to_kind, c.to_id, c.signature_file_id from space_dong_thap.custody_entry c
       join space_dong_thap.item i on i.id = c.thing_id where c.dossier_id = $1 and i.kind = 'result' order by c.seq`,
      [own],
    );
    const { fileId } = form["signature"] as { fileId: string };
    expect(rows).toMatchObject([
      { seq: 1, type: "born", from_kind: null, to_kind: "unit", signature_file_id: null },
      {
        seq: 2,
        type: "handedOver",
        from_kind: "unit",
        to_kind: "citizen",
        to_id: null,
        signature_file_id: fileId,
      },
    ]);
    const { items, events } = (await desks.clerk.get(`/dossiers/${own}`)).body as {
      items: { kind: string; holder: string }[];
      events: unknown[];
    };
    expect(items.find((item) => item.kind === "result")?.holder).toEqual({
      kind: "citizen",
      name: null,
      now: null,
    });
    expect(events.at(-1)).toMatchObject({ type: "dossier.returned", basis: { kind: "mandate" } });
  });

  test("once: a second time there is nothing left to hand out", async () => {
    const own = await finished();
    passed(await handOut({}, own));
    expect((await handOut({ version: 6 }, own)).body["code"]).toBe("move_not_allowed");
  });

  test("through a proxy, who is written down sealed", async () => {
    const own = await finished();
    passed(await handOut({ collector: "proxy", proxy }, own));
    const { collection } = (await desks.officer.get(`/dossiers/${own}`)).body;
    expect(collection).toMatchObject({
      collector: "proxy",
      proxy: { name: proxy.name, number: proxy.identityNumber, authorisation: proxy.authorisation },
    });
    const { rows } = await app.owner.query(
      "select role, kind, sealed::text from space_dong_thap.party where dossier_id = $1 and role = 'proxy'",
      [own],
    );
    expect(rows).toMatchObject([{ role: "proxy", kind: "person" }]);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(proxy.name).toString("hex"));
  });

  test("through the submitter, with the power of attorney of the intake", async () => {
    const submitter = { ...AN_APPLICANT, name: proxy.name, identityNumber: proxy.identityNumber };
    const authorisation = { date: "2026-11-10", scope: "Nộp hồ sơ và nhận kết quả", relation: "sibling" };
    const own = await finished({ submitter, authorisation });
    expect((await desks.officer.get(`/dossiers/${own}`)).body["authorisation"]).toMatchObject(authorisation);
    passed(await handOut({ collector: "submitter" }, own));
    expect(await statuses(own)).toMatchObject({ national: 10 });
  });

  test("by a civil servant of the unit with a signed slip", async () => {
    const own = await finished();
    const fileId = await upload(desks.officer, own, "signedSlip");
    passed(await handOut({ signature: { kind: "signedSlip", fileId } }, own, desks.officer));
    expect(await statuses(own)).toMatchObject({ national: 10 });
  });
});

test("after all this every projection is what its ledger says, and every paper has one birth", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
