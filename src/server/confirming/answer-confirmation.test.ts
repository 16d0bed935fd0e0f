import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import {
  A_PNG,
  type Desks,
  openDesks,
  passed,
  recordOutcome,
  returnForm,
  upload,
} from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

const WORDS = "Thiếu chữ ký ở tờ khai";
const post = (by: Client, dossierId: string, act: string, body: Record<string, unknown>) =>
  by.send("POST", `/dossiers/${dossierId}/${act}`, body);
const view = async (dossierId: string) => (await desks.clerk.get(`/dossiers/${dossierId}`)).body;
const handedBack = async () => {
  const { dossierId } = await takeIn(desks.clerk);
  passed(await post(desks.officer, dossierId, "hand-back", { version: 1, words: WORDS }));
  return dossierId;
};

describe("what an officer hands back", () => {
  test("is shown to the clerk with the words, before everything that only waits", async () => {
    await takeIn(desks.clerk);
    const dossierId = await handedBack();
    const { body } = await desks.clerk.get("/awaited-confirmations");
    expect((body["rows"] as unknown[])[0]).toMatchObject({ dossierId, status: "handedBack", words: WORDS });
  });

  test("cannot be confirmed before the clerk has answered; then it waits again, since the same moment", async () => {
    const dossierId = await handedBack();
    const early = await desks.officer.send("POST", "/confirmations", {
      dossiers: [{ dossierId, version: 2 }],
    });
    expect(early.body["results"]).toMatchObject([{ refusal: { code: "move_not_allowed" } }]);
    app.clock.advance(10 * 60_000);
    passed(await post(desks.clerk, dossierId, "resubmission", { version: 2, words: "Đã ký bổ sung" }));
    const { body } = await desks.officer.get("/confirmations");
    expect(
      (body["rows"] as Record<string, unknown>[]).find((row) => row["dossierId"] === dossierId),
    ).toMatchObject({
      status: "awaitingConfirmation",
      words: "Đã ký bổ sung",
      minutesWaiting: 10,
    });
    await confirm(desks.officer, [{ dossierId, version: 3 }]);
  });

  test.each([
    { words: "", code: "input_malformed", because: "nothing is said" },
    { words: "   ", code: "input_malformed", because: "blanks say nothing" },
    { words: "ok", code: "input_malformed", because: "two letters tell nobody what to do" },
    { words: " ok \u200b", code: "input_malformed", because: "blanks around them do not count" },
    { words: "\u200b\u2060\ufeff", code: "input_malformed", because: "what draws nothing says nothing" },
    { words: "Thiếu\u0000 chữ ký", code: "text_unreadable", because: "a sign of no meaning cannot be shown" },
    { words: "Thiếu \ud800 chữ ký", code: "text_unreadable", because: "half a character cannot be kept" },
  ])("is not handed back without words: $because", async ({ words, code }) => {
    const { dossierId } = await takeIn(desks.clerk);
    const answer = await post(desks.officer, dossierId, "hand-back", { version: 1, words });
    expect(answer.body["code"]).toBe(code);
  });

  test("by an old version is refused, and the words are not kept", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    const old = await post(desks.officer, dossierId, "hand-back", { version: 0, words: WORDS });
    expect(old.body["code"]).toBe("dossier_changed");
    expect((await view(dossierId))["events"]).toHaveLength(1);
  });
});

describe("a citizen who takes the dossier home", () => {
  test("signs for the papers: they leave the counter's hands, and the dossier was never received", async () => {
    const dossierId = await handedBack();
    const unsigned = await post(desks.clerk, dossierId, "withdrawal", { version: 2 });
    expect(unsigned.body["code"]).toBe("signature_missing");
    const fileId = await upload(desks.clerk, dossierId, "signature", A_PNG);
    const signature = { kind: "drawn", fileId };
    passed(await post(desks.clerk, dossierId, "withdrawal", { version: 2, words: "Về làm lại", signature }));
    const dossier = await view(dossierId);
    expect(dossier).toMatchObject({
      receiptDue: null,
      acts: [],
      statuses: { business: "withdrawn", national: 3 },
    });
    const items = dossier["items"] as { shown: boolean; holder: { kind: string } | null }[];
    for (const { shown, holder } of items) expect(holder?.kind ?? null).toBe(shown ? null : "citizen");
    const { rows } = await app.owner.query<{ type: string; signed: boolean }>(
      "select type, signature_file_id is not null as signed from space_dong_thap.custody_entry where dossier_id = $1 and seq = 2",
      [dossierId],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ type, signed }) => `${type} ${signed}`))).toEqual(
      new Set(["handedOver true"]),
    );
  });

  test("cannot take home what waits or was confirmed", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    expect((await post(desks.clerk, dossierId, "withdrawal", { version: 1 })).body["code"]).toBe(
      "move_not_allowed",
    );
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    expect((await post(desks.clerk, dossierId, "withdrawal", { version: 2 })).body["code"]).toBe(
      "move_not_allowed",
    );
  });

  test("with a signature of another dossier's is refused", async () => {
    const [dossierId, other] = [await handedBack(), await handedBack()];
    const fileId = await upload(desks.clerk, other, "signature", A_PNG);
    const answer = await post(desks.clerk, dossierId, "withdrawal", {
      version: 2,
      signature: { kind: "drawn", fileId },
    });
    expect(answer.body["code"]).toBe("signature_missing");
  });
});

describe("Mẫu 01 of a confirmed dossier", () => {
  const due = async () =>
    (await desks.officer.get("/receipts-due")).body["rows"] as Record<string, unknown>[];

  test("is listed until it has reached the citizen, whatever the dossier does meanwhile", async () => {
    const { dossierId } = await takeIn(desks.clerk, { receiptDelivery: "post" });
    expect((await due()).map((row) => row["dossierId"])).not.toContain(dossierId);
    const early = await post(desks.clerk, dossierId, "receipt-delivery", { version: 1, by: "counter" });
    expect(early.body["code"]).toBe("receipt_not_due");
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    passed(await post(desks.officer, dossierId, "forwarding", { version: 2 }));
    expect(await due()).toContainEqual(expect.objectContaining({ dossierId, by: "post", version: 3 }));
    passed(await post(desks.officer, dossierId, "receipt-delivery", { version: 3, by: "post" }));
    expect((await due()).map((row) => row["dossierId"])).not.toContain(dossierId);
    expect(await view(dossierId)).toMatchObject({ receiptDue: null, statuses: { business: "forwarded" } });
    const again = await post(desks.officer, dossierId, "receipt-delivery", { version: 4, by: "post" });
    expect(again.body["code"]).toBe("receipt_not_due");
  });

  test("leaves the list when the citizen has the result, and may still be marked as given", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    passed(await post(desks.officer, dossierId, "forwarding", { version: 2 }));
    passed(await post(desks.caseOfficer, dossierId, "taking", { version: 3 }));
    passed(await recordOutcome(desks.caseOfficer, dossierId, 4));
    passed(await post(desks.approver, dossierId, "approval", { version: 5 }));
    expect(await due()).toContainEqual(expect.objectContaining({ dossierId, version: 6 }));
    passed(await post(desks.clerk, dossierId, "return", await returnForm(desks.clerk, dossierId, 6)));
    expect(await view(dossierId)).toMatchObject({
      receiptDue: null,
      statuses: { business: "returnAwaitingConfirmation" },
    });
    expect((await due()).map((row) => row["dossierId"])).not.toContain(dossierId);
    await confirm(desks.officer, [{ dossierId, version: 7 }]);
    expect((await due()).map((row) => row["dossierId"])).not.toContain(dossierId);
    passed(await post(desks.officer, dossierId, "receipt-delivery", { version: 8, by: "counter" }));
  });

  test("may be handed over by the clerk, for a paper that was confirmed", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    const stale = await post(desks.clerk, dossierId, "receipt-delivery", { version: 1, by: "counter" });
    expect(stale.body["code"]).toBe("dossier_changed");
    passed(await post(desks.clerk, dossierId, "receipt-delivery", { version: 2, by: "counter" }));
    const events = (await view(dossierId))["events"] as { type: string }[];
    expect(events.at(-1)).toMatchObject({ type: "dossier.receiptDelivered", basis: { kind: "mandate" } });
  });

  test("is not asked for by somebody who only decides", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    const answer = await post(desks.caseOfficer, dossierId, "receipt-delivery", {
      version: 2,
      by: "counter",
    });
    expect(answer.body["code"]).toBe("permission_missing");
  });
});

test("a dossier under assist goes all the way, and every projection agrees with its ledger", async () => {
  const { dossierId } = await takeIn(desks.clerk);
  await confirm(desks.officer, [{ dossierId, version: 1 }]);
  passed(await post(desks.clerk, dossierId, "receipt-delivery", { version: 2, by: "counter" }));
  await actUnder(app, "supervised");
  passed(await post(desks.officer, dossierId, "forwarding", { version: 3 }));
  await actUnder(app, "assist");
  const own = (await view(dossierId))["events"] as unknown[];
  expect(own).toHaveLength(4);
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(8);
  expect(found).toEqual([]);
});
