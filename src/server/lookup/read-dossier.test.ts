import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);

describe("a dossier on the screen", () => {
  test("is read by more people at once than there are connections, and by as many previews", async () => {
    const dossierId = await newDossier();
    const reads = Array.from({ length: 40 }, () => desks.clerk.get(`/dossiers/${dossierId}`));
    const previews = Array.from({ length: 40 }, () => desks.clerk.get("/procedures/2.000635/intake-preview"));
    const all = await Promise.all([...reads, ...previews]);
    expect(new Set(all.map((one) => one.status))).toEqual(new Set([200]));
  });
});
