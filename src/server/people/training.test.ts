import { afterAll, beforeAll, expect, test } from "vitest";
import { aForm } from "../../../test/kit/forms.ts";
import { accountId, bringToForce } from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let phuc: Client;
let phucId: string;
let lanId: string;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  phuc = await app.signIn("phuc.clerk", "Bưu điện");
  phucId = await accountId(app, "phuc.clerk");
  lanId = await accountId(app, "lan.clerk");
  // Phúc's office gets a mandate; he himself has no training.
  await bringToForce(kiet, await app.signIn("thao.programme"));
});
afterAll(() => app[Symbol.asyncDispose]());

const aSession = (changes: Record<string, unknown> = {}) => ({
  title: "Tập huấn tiếp nhận hồ sơ hộ tịch",
  heldBy: "Sở Tư pháp",
  heldOn: "2026-11-12",
  fieldCodes: ["civilStatus"],
  validFrom: "2026-11-12",
  validTo: null,
  participants: [{ accountId: phucId, result: "passed" }],
  ...changes,
});
const record = (changes: Record<string, unknown> = {}, by = kiet) =>
  by.send("POST", "/trainings", aSession(changes));
const tryToReceive = async () => phuc.send("POST", "/dossiers", await aForm(phuc));
const held = async (query: string) =>
  (await kiet.get(`/accreditations?${query}`)).body["accreditations"] as {
    accreditationId: string;
    state: string;
    field: { code: string };
  }[];
const gapsOf = async (id: string) =>
  ((await kiet.get("/training-gaps")).body["gaps"] as { accountId: string; fields: { code: string }[] }[])
    .filter((gap) => gap.accountId === id)
    .flatMap(({ fields }) => fields.map(({ code }) => code));

test("who passed acts by the mandate from the next act, who failed does not, and withdrawn it is worth nothing", async () => {
  expect((await tryToReceive()).body["code"]).toBe("accreditation_missing");
  expect(await gapsOf(phucId)).toEqual(["civilStatus"]);
  passed(await record({ participants: [{ accountId: phucId, result: "failed" }] }));
  expect((await tryToReceive()).body["code"]).toBe("accreditation_missing");

  const { trainingId } = passed(
    await record({
      participants: [
        { accountId: phucId, result: "passed" },
        { accountId: lanId, result: "failed" },
      ],
    }),
  ).body;
  passed(await tryToReceive());
  expect(await gapsOf(phucId)).toEqual([]);
  expect((await kiet.get("/trainings")).body["trainings"]).toContainEqual(
    expect.objectContaining({
      trainingId,
      passed: 1,
      failed: 1,
      withdrawn: 0,
      recordedBy: "Huỳnh Tuấn Kiệt",
    }),
  );

  const [row] = await held(`trainingId=${String(trainingId)}&accountId=${phucId}`);
  expect(row).toMatchObject({ state: "valid", field: { code: "civilStatus" } });
  const url = `/accreditations/${row?.accreditationId ?? ""}/withdrawal`;
  passed(await kiet.send("POST", url, { reason: "Ghi nhầm người" }));
  expect((await kiet.send("POST", url, { reason: "Ghi nhầm người" })).body["code"]).toBe("withdrawn_already");
  expect((await tryToReceive()).body["code"]).toBe("accreditation_missing");
  expect(await held(`trainingId=${String(trainingId)}&state=withdrawn`)).toMatchObject([
    { withdrawal: { by: "Huỳnh Tuấn Kiệt", reason: "Ghi nhầm người" } },
  ]);
});

test("training that ends within sixty days is listed as ending, and so by its field", async () => {
  passed(await record({ fieldCodes: ["library", "sport"], validTo: "2027-01-10" }));
  const soon = await held(`accountId=${phucId}&state=endsSoon`);
  expect(soon.map(({ field }) => field.code).toSorted()).toEqual(["library", "sport"]);
  expect(await held(`accountId=${phucId}&fieldCode=library`)).toHaveLength(1);
});

test.each([
  { because: "nobody came", changes: { participants: [] }, problem: "participants_missing" },
  {
    because: "it lies ahead",
    changes: { heldOn: "2026-11-17", validFrom: "2026-11-17" },
    problem: "held_in_future",
  },
  {
    because: "it counts for days before it",
    changes: { validFrom: "2026-11-01" },
    problem: "valid_before_held",
  },
  { because: "no field is named", changes: { fieldCodes: [] }, problem: "fields_missing" },
  { because: "a field does not exist", changes: { fieldCodes: ["flying"] }, problem: "field_unknown" },
  { because: "it ends before it begins", changes: { validTo: "2026-11-11" }, problem: "period_reversed" },
])("a session is refused when $because", async ({ changes, problem }) => {
  expect((await record(changes)).body).toMatchObject({
    code: "training_invalid",
    details: { problems: [problem] },
  });
});

test("a civil servant and a stranger are nobody's participants, nor anybody twice", async () => {
  const of = async (...ids: string[]) =>
    (await record({ participants: ids.map((id) => ({ accountId: id, result: "passed" })) })).body["details"];
  expect(await of(await accountId(app, "duc.officer"))).toEqual({ problems: ["participant_unknown"] });
  expect(await of(phucId, phucId)).toEqual({ problems: ["participant_twice"] });
});

test("an administrator records too; a clerk and the head of a unit do not", async () => {
  passed(await record({}, await app.signIn("quyen.admin")));
  for (const username of ["lan.clerk", "hanh.head"])
    expect((await record({}, await app.signIn(username))).body["code"]).toBe("permission_missing");
});
