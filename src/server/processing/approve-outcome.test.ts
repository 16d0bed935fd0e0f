import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givePost } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, recordOutcome, upload } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);
const view = async (id: string, by: Client = desks.approver) => (await by.get(`/dossiers/${id}`)).body;

describe("the outcome", () => {
  test("is recorded with its result, approved by another, and the result lies at the one-stop unit", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "finished");
    expect(await view(id)).toMatchObject({
      statuses: { business: "finished", delivery: "readyAtUnit", national: 9 },
      result: { outcome: "granted", number: "12/TLKT-BS", note: null },
      events: [
        { actor: "Nguyễn Thị Lan" },
        { actor: "Lê Minh Đức" },
        { actor: "Phạm Thu Hà" },
        { actor: "Phạm Thu Hà" },
        { actor: "Võ Quốc Thái" },
      ],
    });
    const { items } = (await view(id)) as { items: { kind: string; holder: unknown }[] };
    expect(items.filter((item) => item.kind === "result")).toMatchObject([
      { holder: { kind: "unit", name: "Trung tâm Phục vụ hành chính công xã Bình Thành" } },
    ]);
  });

  test.each([
    { file: () => "01900000-0000-7000-8000-000000000000", because: "there is no such file" },
    { file: async (id: string) => upload(desks.clerk, id, "signature"), because: "a signature is no result" },
    {
      file: async () => {
        const other = await newDossier();
        return upload(desks.caseOfficer, other, "result");
      },
      because: "it is the result of another dossier",
    },
  ])("without its result is refused: $because", async ({ file }) => {
    const id = await newDossier();
    await bringTo(desks, id, "processing");
    const form = { version: 3, outcome: "granted", fileId: await file(id) };
    expect(await desks.caseOfficer.send("POST", `/dossiers/${id}/outcome`, form)).toMatchObject({
      status: 422,
      body: { code: "result_file_missing" },
    });
  });

  test("that is sent back says why, and the next one stands by itself, without the note of the first", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "processing");
    passed(await recordOutcome(desks.caseOfficer, id, 3, "Đã đối chiếu sổ gốc"));
    expect(await view(id)).toMatchObject({ result: { note: "Đã đối chiếu sổ gốc" } });
    passed(
      await desks.approver.send("POST", `/dossiers/${id}/sending-back`, {
        version: 4,
        reason: "Thiếu số quyết định",
      }),
    );
    expect(await view(id)).toMatchObject({ result: null, statuses: { business: "processing" } });
    passed(await recordOutcome(desks.caseOfficer, id, 5));
    const seen = await view(id);
    expect(seen).toMatchObject({ result: { note: null }, version: 6 });
    expect((seen["events"] as { note: string | null }[]).map((event) => event.note)).toEqual([
      null,
      null,
      null,
      "Đã đối chiếu sổ gốc",
      "Thiếu số quyết định",
      null,
    ]);
  });

  test("is not sent back without a word", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "awaitingApproval");
    for (const reason of ["", "    ", "x".repeat(501)]) {
      const refused = await desks.approver.send("POST", `/dossiers/${id}/sending-back`, {
        version: 4,
        reason,
      });
      expect(refused).toMatchObject({ status: 400, body: { code: "input_malformed" } });
    }
  });
});

describe("who approves", () => {
  test("is never the person who prepared it, whatever posts they hold; a button says so before", async () => {
    await givePost(app, "ha.case", { role: "approver", at: "agency:commune:30163" });
    const ha = await app.signIn("ha.case");
    const id = await newDossier();
    await bringTo(desks, id, "awaitingApproval");
    const { acts } = (await view(id, ha)) as { acts: { move: string; permit: unknown }[] };
    expect(acts.find((act) => act.move === "approve")?.permit).toMatchObject({
      allowed: false,
      refusal: { code: "same_person_forbidden" },
    });
    expect(await ha.send("POST", `/dossiers/${id}/approval`, { version: 4 })).toMatchObject({
      status: 403,
      body: { code: "same_person_forbidden" },
    });
    passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: 4 }));
  });

  test("is free to when a colleague prepared it after a sending back", async () => {
    await givePost(app, "thai.approver", { role: "caseOfficer", at: "agency:commune:30163" });
    const [ha, thai] = [await app.signIn("ha.case"), await app.signIn("thai.approver")];
    const id = await newDossier();
    await bringTo(desks, id, "awaitingApproval");
    passed(await thai.send("POST", `/dossiers/${id}/sending-back`, { version: 4, reason: "Tự làm lại" }));
    passed(await recordOutcome(thai, id, 5));
    expect((await thai.send("POST", `/dossiers/${id}/approval`, { version: 6 })).body["code"]).toBe(
      "same_person_forbidden",
    );
    passed(await ha.send("POST", `/dossiers/${id}/approval`, { version: 6 }));
  });

  test("is never a postal clerk: the door is shut before anything is looked at", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "awaitingApproval");
    for (const act of ["forwarding", "taking", "approval"]) {
      expect(await desks.clerk.send("POST", `/dossiers/${id}/${act}`, { version: 4 })).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      });
    }
  });
});

test("after all this every projection is what its ledger says", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
