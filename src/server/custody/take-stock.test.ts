import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ref, makeContainer, pack, refOf, sign } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
const who = { clerk: "", officer: "" };
const UNIT = referenceId("unit:commune:30163");

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  who.clerk = String((await desks.clerk.get("/session")).body["accountId"]);
  who.officer = String((await desks.officer.get("/session")).body["accountId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

interface View {
  readonly id: string;
  readonly code: string;
  readonly holder: { readonly kind: string; readonly id: string };
}
interface Count {
  readonly stockTakeId: string | null;
  readonly expected: number;
  readonly found: number;
  readonly missing: readonly View[];
  readonly elsewhere: readonly View[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
}

let shelves = 0;
/** An empty shelf of the officer's. */
async function aShelf(): Promise<{ readonly kind: "place"; readonly id: string; readonly code: string }> {
  shelves += 1;
  const body = { kind: "shelf", name: `Kệ kiểm kê ${shelves}`, belongsTo: UNIT };
  const opened = passed(await desks.officer.send("POST", "/custody/places", body)).body;
  return { kind: "place", id: String(opened["placeId"]), code: String(opened["code"]) };
}

/** Packets of the officer's, on a shelf. */
async function onShelf({ kind, id }: Awaited<ReturnType<typeof aShelf>>, things: readonly Ref[]) {
  const put = { things: things.map(refOf), to: { kind, id }, signature: await sign(desks.officer) };
  passed(await desks.officer.send("POST", "/custody/placing", put));
}

async function take(
  { kind, id }: Awaited<ReturnType<typeof aShelf>>,
  scanned: readonly string[],
  trial?: true,
): Promise<Count> {
  const body = { holder: { kind, id }, scanned, ...(trial && { trial }) };
  return passed(await desks.officer.send("POST", "/custody/stock-takes", body)).body as unknown as Count;
}

async function openTasks(id: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ kind: string }>(
    "select kind from space_dong_thap.custody_task where thing_id = $1 and settled_at is null order by kind",
    [id],
  );
  return rows.map(({ kind }) => kind);
}

describe("a shelf is counted by scanning it", () => {
  test("what is there is found, what is not there is missing, what should not be there is elsewhere", async () => {
    const shelf = await aShelf();
    const [there, gone, stray] = [
      await makeContainer(desks.officer),
      await makeContainer(desks.officer),
      await makeContainer(desks.officer),
    ];
    await onShelf(shelf, [there, gone]);
    const scanned = [there.code.toLowerCase(), stray.code, "KHONG-CO-MA-NAY"];
    const trial = await take(shelf, scanned, true);
    expect(trial).toMatchObject({ stockTakeId: null, expected: 2, found: 1, unknown: ["KHONG-CO-MA-NAY"] });
    expect(await openTasks(gone.id)).toEqual([]);
    const kept = await take(shelf, scanned);
    expect(kept.missing.map(({ id }) => id)).toEqual([gone.id]);
    expect(kept.elsewhere.map(({ id, holder }) => [id, holder.id])).toEqual([[stray.id, who.officer]]);
    expect(kept.twice).toEqual([]);
    expect(await openTasks(gone.id)).toEqual(["stockMissing"]);
    expect(await openTasks(stray.id)).toEqual(["stockElsewhere"]);
    const lines = await app.owner.query<{ outcome: string }>(
      "select outcome from space_dong_thap.stock_take_line where stock_take_id = $1 order by position",
      [kept.stockTakeId],
    );
    expect(lines.rows.map(({ outcome }) => outcome)).toEqual(["found", "missing", "elsewhere", "unknown"]);
    const again = (await desks.officer.get(`/custody/stock-takes/${kept.stockTakeId}`))
      .body as unknown as Count;
    expect(again).toMatchObject({
      expected: 2,
      found: 1,
      unknown: ["KHONG-CO-MA-NAY"],
      holder: { id: shelf.id },
    });
    expect(again.missing.map(({ id }) => id)).toEqual([gone.id]);
    expect(again.elsewhere.map(({ id }) => id)).toEqual([stray.id]);
    expect((await desks.clerk.get(`/custody/stock-takes/${kept.stockTakeId}`)).status).toBe(404);
  });

  test("a packet scanned twice counts once and is told; the label of the shelf itself is no packet", async () => {
    const shelf = await aShelf();
    const packet = await makeContainer(desks.officer);
    await onShelf(shelf, [packet]);
    const count = await take(shelf, [
      shelf.code,
      packet.code,
      packet.code,
      `${packet.code.slice(0, 3)} ${packet.code.slice(3)}`,
    ]);
    expect(count).toMatchObject({ expected: 1, found: 1, missing: [], elsewhere: [], unknown: [] });
    expect(count.twice).toEqual([packet.code]);
  });

  test("what was missing before and is missing still is no second task", async () => {
    const shelf = await aShelf();
    const packet = await makeContainer(desks.officer);
    await onShelf(shelf, [packet]);
    await take(shelf, []);
    await take(shelf, []);
    expect(await openTasks(packet.id)).toEqual(["stockMissing"]);
  });

  test("the slip of a dossier stands for its papers here, the seal for its packet; what is in a packet here is no stray", async () => {
    const shelf = await aShelf();
    const { body } = passed(await receive(desks.officer, {}));
    const { rows } = await app.owner.query<{ id: string; code: string }>(
      `select i.id, d.code from space_dong_thap.item i join space_dong_thap.dossier d on d.id = i.dossier_id
       where d.id = $1 and i.holder_kind = 'counter' order by i.position`,
      [body["dossierId"]],
    );
    const papers = rows.map(({ id }): Ref => ({ thing: "item", id }));
    const [inside, ...loose] = papers;
    if (!inside || loose.length === 0) throw new Error("there are several papers");
    const packet = await makeContainer(desks.officer);
    passed(await pack(desks.officer, packet, [inside]));
    passed(await desks.officer.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: "KK-001" }));
    await onShelf(shelf, [packet, ...loose]);
    const code = rows[0]?.code ?? "";
    const count = await take(shelf, [code, "kk-001", `${code}/1`]);
    expect(count).toMatchObject({
      expected: 1 + loose.length,
      found: 1 + loose.length,
      missing: [],
      elsewhere: [],
      unknown: [],
      twice: [],
    });
  });

  test("a packet of another unit that lies here is elsewhere, and both units are told: its code and its holder, no more", async () => {
    const shelf = await aShelf();
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const mai = await app.signIn("mai.officer");
    const packet = await makeContainer(mai);
    const trial = await take(shelf, [packet.code], true);
    expect(trial).toMatchObject({
      unknown: [],
      elsewhere: [{ id: packet.id, code: packet.code, dossierCode: null, originals: 0 }],
    });
    await take(shelf, [packet.code]);
    await take(shelf, [packet.code]);
    expect(await openTasks(packet.id)).toEqual(["stockElsewhere"]);
    for (const by of [desks.officer, mai]) {
      const { tasks } = passed(await by.get("/custody/tasks")).body as {
        tasks: { scanned: string | null }[];
      };
      expect(tasks[0]).toMatchObject({
        kind: "stockElsewhere",
        scanned: packet.code,
        claimedBy: { id: shelf.id },
      });
    }
    expect((await desks.officer.get(`/custody/things/container/${packet.id}`)).body["code"]).toBe(
      "not_found",
    );
  });

  test("whoever does not answer for the place does not count it; nobody knows a place that is not there", async () => {
    const { kind, id } = await aShelf();
    const body = { holder: { kind, id }, scanned: [] };
    expect((await desks.clerk.send("POST", "/custody/stock-takes", body)).body["code"]).toBe("not_holder");
    const nowhere = { holder: { kind, id: who.clerk }, scanned: [] };
    expect((await desks.officer.send("POST", "/custody/stock-takes", nowhere)).body["code"]).toBe(
      "not_found",
    );
  });

  test("earlier counts are listed with what they found, to whoever answers for the place", async () => {
    const shelf = await aShelf();
    const packet = await makeContainer(desks.officer);
    await onShelf(shelf, [packet]);
    const { stockTakeId } = await take(shelf, [packet.code]);
    const list = async (by: Desks["clerk"]) =>
      passed(await by.get("/custody/stock-takes")).body["stockTakes"] as { stockTakeId: string }[];
    const [newest] = await list(desks.officer);
    expect(newest).toMatchObject({
      stockTakeId,
      holder: { kind: "place", id: shelf.id },
      expected: 1,
      found: 1,
      missing: 0,
      elsewhere: 0,
    });
    expect((await list(desks.clerk)).map((one) => one.stockTakeId)).not.toContain(stockTakeId);
  });
});
