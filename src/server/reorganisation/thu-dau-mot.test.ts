import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "#domain/shared/instant.ts";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { aReorganisation } from "../../../test/kit/reorganisation-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { applyDuePlans } from "./apply-plan.ts";

/** The five wards of the pilot, by their codes until 30 June 2025. */
const WARDS = [
  { code: "25744", name: "Phú Lợi" },
  { code: "25750", name: "Phú Hòa" },
  { code: "25753", name: "Phú Thọ" },
  { code: "25759", name: "Định Hoà" },
  { code: "25762", name: "Phú Mỹ" },
] as const;

/**
 * Bình Dương went up into Thành phố Hồ Chí Minh, and five of its wards into four. The ledgers stay in the space that
 * they were written in. Identifiers and posts of the test are invented.
 */
describe("the five wards of Thủ Dầu Một", () => {
  let app: TestApp;
  let admin: Client;
  const codes = new Map<string, string>();
  const proposed = new Map<string, { code: string; name: string }>();

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signIn("quyen.admin");
    for (const [at, ward] of WARDS.entries()) await open(ward, at);
    for (const { code } of WARDS) {
      await employ(app, `can.bo.${code}`, [{ role: "oneStopOfficer", at: `unit:${code}` }]);
      const officer = await app.signIn(`can.bo.${code}`, `phường ${code}`);
      codes.set(code, String((await receive(officer)).body["code"]));
    }
  });
  afterAll(() => app[Symbol.asyncDispose]());

  async function open({ code, name }: (typeof WARDS)[number], at: number): Promise<void> {
    const days = { validFrom: "2020-01-01", validTo: null, reason: "Kiểm thử" };
    const add = async (kind: string, key: string, title: string, values: Record<string, string>) =>
      passed(await admin.send("POST", "/places", { kind, key, name: title, values, ...days }));
    await add("agency", `agency:${code}`, `Ủy ban nhân dân phường ${name}`, {
      agencyKind: "communeCommittee",
      administrativeUnit: code,
      code2025: `H09.${String(100 + at)}`,
      codeMark: "inference",
      codeSource: "Kiểm thử",
    });
    await add("oneStopUnit", `unit:${code}`, `Bộ phận Một cửa phường ${name}`, {
      agency: `agency:${code}`,
      governingBody: `Ủy ban nhân dân phường ${name}`,
      administrativeUnit: code,
      calendar: "agency",
    });
    await add("receptionPoint", `point:${code}`, `Điểm tiếp nhận phường ${code}`, {
      oneStopUnit: `unit:${code}`,
      address: `Phường ${name}, thành phố Thủ Dầu Một`,
    });
    await add("counter", `counter:${code}:1`, "Quầy 1", { receptionPoint: `point:${code}` });
  }

  test("the map proposes their four wards of Thành phố Hồ Chí Minh, also where a code goes on with another ward", async () => {
    for (const { code } of WARDS) {
      const { successors } = (await admin.get(`/reorganisation-units/unit:${code}`)).body as {
        successors: { code: string; name: string }[];
      };
      expect(successors).toHaveLength(1);
      const [successor] = successors;
      if (successor) proposed.set(code, successor);
    }
    expect([...proposed.values()].map(({ code }) => code)).toEqual([
      "25750",
      "25750",
      "25747",
      "25771",
      "25760",
    ]);
    expect(proposed.get("25744")?.name).toBe("Phường Phú Lợi");
  });

  test("they become four in one act, and their space and every dossier stay where they are", async () => {
    const wards = [...new Set([...proposed.values()].map(({ code }) => code))];
    const refs = new Map(wards.map((code, at) => [code, `new:${at + 1}`]));
    const plan = {
      shape: "merge",
      effectiveOn: "2026-11-17",
      units: WARDS.map(({ code }) => ({
        unit: `unit:${code}`,
        heir: refs.get(proposed.get(code)?.code ?? "") ?? "",
        points: [],
      })),
      newUnits: wards.map((code, at) => {
        const { name } = [...proposed.values()].find((one) => one.code === code) ?? { name: "" };
        return {
          ref: refs.get(code),
          name: `Trung tâm Phục vụ hành chính công ${name}`,
          governingBody: `Ủy ban nhân dân ${name}`,
          administrativeUnit: code,
          calendar: "agency",
          agency: {
            kind: "new",
            name: `Ủy ban nhân dân ${name}`,
            agencyKind: "communeCommittee",
            code2025: `H29.${String(200 + at)}`,
            codeMark: "inference",
            codeSource: "Kiểm thử",
          },
        };
      }),
    };
    const body = aReorganisation({ title: "Năm phường thành bốn", plan });
    passed(await admin.send("POST", "/reorganisations", body));
    const before = await app.owner.query("select * from space_dong_thap.dossier order by id");
    app.clock.set(instant("2026-11-17T00:01:00+07:00"));
    expect(await applyDuePlans(app.program.deps)).toBe(1);
    const after = await app.owner.query("select * from space_dong_thap.dossier order by id");
    expect(after.rows).toEqual(before.rows);
    const spaces = await app.owner.query(
      `select distinct p.space_id from nation.place_succession s join nation.space_place p on p.place_id = s.successor_id`,
    );
    expect(spaces.rows).toEqual([{ space_id: "dong-thap" }]);
  });

  test("an officer of Phú Hòa now sees the dossiers of Phú Lợi too, by their old codes, and no other ward's", async () => {
    app.clock.set(instant("2026-11-17T08:00:00+07:00"));
    const officer = await app.signIn("can.bo.25750", "phường 25750");
    const { dossiers } = (await officer.get("/queues/oneStop")).body as { dossiers: { code: string }[] };
    expect(new Set(dossiers.map(({ code }) => code))).toEqual(
      new Set([codes.get("25744"), codes.get("25750")]),
    );
    const { body } = await receive(officer);
    expect(String(body["code"])).toMatch(/^H29\.200/);
  });
});
