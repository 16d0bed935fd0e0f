import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Item {
  readonly itemId: string;
  readonly kind: string;
  readonly originals: number;
  readonly copies: number;
  readonly originalsBack: boolean;
  readonly holder: { readonly kind: string } | null;
}
const itemsOf = async (id: string) =>
  (await desks.officer.get(`/dossiers/${id}`)).body["items"] as readonly Item[];
const originalsOf = async (id: string) =>
  (await itemsOf(id)).filter(
    ({ kind, originals, originalsBack, holder }) =>
      kind === "paper" && originals > 0 && !originalsBack && holder !== null && holder.kind !== "citizen",
  );

async function handBack(
  by: Client,
  dossierId: string,
  version: number,
  itemIds: readonly string[],
  signature?: string,
): Promise<Reply> {
  const fileId = signature ?? (await upload(by, dossierId, "signature", A_PNG));
  return by.send("POST", `/dossiers/${dossierId}/paper-returns`, {
    version,
    itemIds,
    signature: { kind: "drawn", fileId },
  });
}

/** A dossier with an original and copies on one paper, as the supplement brings them. */
async function withBoth(): Promise<string> {
  const id = await receivedInDecember(app, desks);
  await goTo(app, "12-09 10:00");
  passed(await turn(desks.officer, id, "supplement-requests", 1));
  const papers = [{ name: "Giấy chứng nhận", originals: 1, copies: 2 }];
  passed(await turn(desks.officer, id, "supplements", 2, { papers }));
  return id;
}

describe("originals that were kept to be compared", () => {
  test("go back early, against a signature: the paper whole, or its originals while the copies stay", async () => {
    const id = await withBoth();
    const held = await originalsOf(id);
    const both = held.find(({ copies }) => copies > 0);
    const alone = held.find(({ copies }) => copies === 0);
    const ids = [both, alone].map((item) => item?.itemId ?? "");
    const reply = passed(await handBack(desks.officer, id, 3, ids));
    expect(reply.body).toMatchObject({ version: 4, status: "received" });
    const after = new Map((await itemsOf(id)).map((item) => [item.itemId, item]));
    expect(after.get(ids[0] ?? "")).toMatchObject({ originalsBack: true, holder: { kind: "counter" } });
    expect(after.get(ids[1] ?? "")).toMatchObject({ originalsBack: true, holder: { kind: "citizen" } });
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("go back once, and only what is here", async () => {
    const id = await withBoth();
    const [first] = await originalsOf(id);
    const itemId = first?.itemId ?? "";
    passed(await handBack(desks.officer, id, 3, [itemId]));
    expect((await handBack(desks.officer, id, 4, [itemId])).body["code"]).toBe("originals_not_held");
    const nobodys = "01900000-0000-7000-8000-000000000000";
    expect((await handBack(desks.officer, id, 4, [nobodys])).body["code"]).toBe("originals_not_held");
  });

  test("do not go back without a signature, by an old version, or by a case officer", async () => {
    const id = await withBoth();
    const ids = (await originalsOf(id)).map(({ itemId }) => itemId);
    const nobodys = "01900000-0000-7000-8000-000000000000";
    expect((await handBack(desks.officer, id, 3, ids, nobodys)).body["code"]).toBe("signature_missing");
    expect((await handBack(desks.officer, id, 1, ids)).body["code"]).toBe("dossier_changed");
    const fileId = await upload(desks.officer, id, "signature", A_PNG);
    expect((await handBack(desks.caseOfficer, id, 3, ids, fileId)).body["code"]).toBe("permission_missing");
    expect((await originalsOf(id)).length).toBe(ids.length);
  });

  test("of two who hand them back at once, the second is told", async () => {
    const id = await withBoth();
    const ids = (await originalsOf(id)).map(({ itemId }) => itemId);
    const fileId = await upload(desks.officer, id, "signature", A_PNG);
    const replies = await Promise.all([1, 2].map(() => handBack(desks.officer, id, 3, ids, fileId)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test("may still go back when the matter was stopped", async () => {
    const id = await receivedInDecember(app, desks);
    passed(await turn(desks.approver, id, "stopping", 1));
    const ids = (await originalsOf(id)).map(({ itemId }) => itemId);
    expect(ids.length).toBeGreaterThan(0);
    expect(passed(await handBack(desks.officer, id, 2, ids)).body).toMatchObject({ status: "stopped" });
    expect(await originalsOf(id)).toEqual([]);
  });
});

describe("a result is not returned while originals are here and nobody says what happens to them", () => {
  async function finished(): Promise<string> {
    const id = await receivedInDecember(app, desks);
    await bringTo(desks, id, "finished");
    return id;
  }
  const give = async (id: string, originals: readonly string[] | undefined) => {
    const { originals: _, ...form } = await returnForm(desks.clerk, id, 5);
    return desks.clerk.send("POST", `/dossiers/${id}/return`, { ...form, ...(originals && { originals }) });
  };

  test("it is refused with their names, then done when it is said that all stay", async () => {
    const id = await finished();
    const refused = await give(id, undefined);
    expect(refused.body["code"]).toBe("originals_unsaid");
    expect((refused.body["details"] as { papers: string[] }).papers.length).toBeGreaterThan(0);
    expect(passed(await give(id, [])).body).toMatchObject({ status: "returned" });
    expect((await originalsOf(id)).length).toBeGreaterThan(0);
  });

  test("they go back with the result, under the same signature", async () => {
    const id = await finished();
    const ids = (await originalsOf(id)).map(({ itemId }) => itemId);
    passed(await give(id, ids));
    expect(await originalsOf(id)).toEqual([]);
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("what is not here cannot be ticked", async () => {
    const id = await finished();
    const nobodys = "01900000-0000-7000-8000-000000000000";
    expect((await give(id, [nobodys])).body["code"]).toBe("originals_not_held");
  });
});
