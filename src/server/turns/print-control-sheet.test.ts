import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfPages } from "../../../test/kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const sheet = async (dossierId: string) => desks.officer.get(`/dossiers/${dossierId}/control-sheet`);
const textOf = async (dossierId: string) => (await pdfPages((await sheet(dossierId)).bytes)).join("");

describe("the control sheet of a dossier", () => {
  test("says each hand that the dossier went through, when, and that it was done before its day", async () => {
    const id = await receivedInDecember(app, desks);
    await goTo(app, "12-09 09:00");
    await bringTo(desks, id, "finished");
    const text = await textOf(id);
    const { code } = (await desks.officer.get(`/dossiers/${id}`)).body;
    expect(text).toContain(`Mãhồsơ:${String(code)}`);
    expect(text.split("1.Giao:").length - 1).toBe(5); // Received, forwarded, taken, recorded, approved.
    expect(text).toContain("1.Giao:Ngườinộphồsơ");
    expect(text.split("Trướchạn").length - 1).toBe(1);
    expect(text).toContain("Ngàynhận:08giờ30phút,ngày07tháng12năm2026");
  });

  test("says a supplement and that the clock stands, and is the same as long as nothing happens", async () => {
    const id = await receivedInDecember(app, desks);
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.officer, id, "supplement-requests", 1));
    const before = (await sheet(id)).bytes;
    await goTo(app, "12-10 10:00");
    expect((await sheet(id)).bytes.equals(before)).toBe(true);
    const text = await textOf(id);
    expect(text).toContain("Hẹntrảkếtquảvào:Thờihạnđangtạmdừng");
    expect(text).toMatch(/Yêucầubổ/u);
  });

  test("of a dossier that is not there is not found, and nobody reads it without signing in", async () => {
    const id = await receivedInDecember(app, desks);
    expect((await sheet("01900000-0000-7000-8000-000000000000")).status).toBe(404);
    expect((await app.anonymous.get(`/dossiers/${id}/control-sheet`)).status).toBe(401);
  });
});
