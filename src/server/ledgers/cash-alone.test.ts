import { beforeEach, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { OFFICE, accountId, aDecision } from "../../../test/kit/mandate-forms.ts";
import { bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";

let app: TestApp;
let kiet: Client;
let phuc: Client;
let hanh: Client;
beforeEach(async () => {
  app = await testApp({ inventsRows: true });
  kiet = await app.signIn("kiet.programme");
  hanh = await app.signIn("hanh.head");
  phuc = await app.signIn("phuc.clerk");
  return () => app[Symbol.asyncDispose]();
});

const count = (by: Client, id: string, amount: number): Promise<Reply> =>
  by.send("POST", `/hand-overs/${id}/counts`, {
    seen: 0,
    amount,
    witness: "Lê Minh Đức, công chức một cửa",
    reason: "",
  });
const take = (by: Client, id: string, seen: number) => by.send("POST", `/hand-overs/${id}/taking`, { seen });
const record = async (by: Client, id: string) => (await by.get(`/hand-overs/${id}`)).body;
const listed = async (by: Client) =>
  (await by.get("/hand-overs")).body["handOvers"] as Record<string, unknown>[];
const code = ({ body }: Reply) => body["code"];

/** A dossier that Lan took in, with its papers gone on to the agency. */
async function takenIn(): Promise<void> {
  const desks = await openDesks(app);
  const id = String((await receive(desks.clerk)).body["dossierId"]);
  await bringTo(desks, id, "forwarded");
}

describe("cash without a paper", () => {
  async function stoppedWithCash(successor: string | null, money = "due"): Promise<string | null> {
    await takenIn();
    await app.owner.query("update space_dong_thap.dossier set money_status = $1", [money]);
    return stopLan(successor);
  }
  async function stopLan(successor: string | null, number = "612/QĐ-UBND"): Promise<string | null> {
    const suspended = await kiet.send("POST", "/suspensions", {
      target: "account",
      targetId: await accountId(app, "lan.clerk"),
      decision: aDecision(number),
      reason: "Kiểm tra đột xuất",
      ...(successor !== null && { successorId: await accountId(app, successor) }),
    });
    const { handOverId } = passed(suspended).body as { handOverId: string | null };
    return handOverId;
  }

  test("goes to the named successor, counted before it is taken over", async () => {
    const id = String(await stoppedWithCash("phuc.clerk"));
    expect(await record(phuc, id)).toMatchObject({
      cashAlone: true,
      lines: [],
      awaited: ["Trần Văn Phúc"],
      unit: { name: UNIT },
    });
    expect(code(await take(phuc, id, 0))).toBe("hand_over_count_missing");
    passed(await count(phuc, id, 16_000));
    passed(await take(phuc, id, 1));
    expect(await record(kiet, id)).toMatchObject({ awaited: [], counts: [{ amount: 16_000 }] });
  });

  test("goes to the unit when nobody is named, and its head counts and takes it over", async () => {
    const id = String(await stoppedWithCash(null));
    expect((await listed(hanh))[0]).toMatchObject({ handOverId: id, mine: true, dossiers: 0 });
    expect((await phuc.get(`/hand-overs/${id}`)).status).toBe(404);
    passed(await count(hanh, id, 0));
    passed(await take(hanh, id, 1));
    expect(await record(kiet, id)).toMatchObject({ awaited: [], takings: [{ unit: UNIT }] });
  });

  test("is announced before, and goes to nobody who does not work at that unit", async () => {
    await takenIn();
    const lanId = await accountId(app, "lan.clerk");
    const asked = (await kiet.get(`/suspension-preview?target=account&targetId=${lanId}`))
      .body as unknown as { inHand: { cashAt: string[] }; successors: { name: string }[] };
    expect(asked.inHand.cashAt).toEqual([UNIT]);
    expect(asked.successors.map(({ name }) => name)).toContain("Trần Văn Phúc");
    const elsewhere = await employ(app, "xa.kia", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const refused = await kiet.send("POST", "/suspensions", {
      target: "account",
      targetId: lanId,
      decision: aDecision("613/QĐ-UBND"),
      reason: "Kiểm tra đột xuất",
      successorId: elsewhere,
    });
    expect(code(refused)).toBe("successor_elsewhere");
  });

  test("is not asked for when no fee was due", async () => {
    expect(await stoppedWithCash(null, "nothingDue")).toBeNull();
  });

  test("is not asked for of dossiers of long ago", async () => {
    await takenIn();
    await app.owner.query(
      "update space_dong_thap.dossier set received_at = received_at - interval '33 days'",
    );
    expect(await stopLan(null)).toBeNull();
  });

  test("is asked for once: a second stop finds nothing that came in since", async () => {
    expect(await stoppedWithCash(null)).not.toBeNull();
    const { rows } = await app.owner.query("select id from space_dong_thap.suspension where to_at is null");
    passed(await kiet.send("POST", `/suspensions/${String(rows[0]?.id)}/lifting`, {}));
    app.clock.advance(60_000);
    expect(await stopLan(null, "614/QĐ-UBND")).toBeNull();
  });

  test("of an office is asked for by what was taken in at its counters, be it by somebody who stood in", async () => {
    await takenIn();
    await app.owner.query("update space_dong_thap.dossier set received_by = $1", [
      await accountId(app, "duc.officer"),
    ]);
    await app.owner.query(
      `update space_dong_thap.item i set holder_kind = 'agency', holder_id = d.deciding_agency_id
       from space_dong_thap.dossier d where d.id = i.dossier_id and i.holder_kind is not null`,
    );
    const suspended = await kiet.send("POST", "/suspensions", {
      target: "postOffice",
      targetId: OFFICE,
      decision: aDecision("615/QĐ-UBND"),
      reason: "Kiểm tra đột xuất",
    });
    const { handOverId } = passed(suspended).body;
    expect(await record(hanh, String(handOverId))).toMatchObject({ cashAlone: true, awaited: [UNIT] });
  });
});
