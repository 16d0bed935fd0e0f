import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { dayStatus } from "#domain/calendar/work-calendar.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOSSIERS_MIN } from "../db/demo/province/fates.ts";
import { keysOf } from "../db/demo/stories/places-before.ts";
import { STORIES, STORY_PEOPLE } from "../db/demo/stories/stories.ts";
import { STORY_SPACES } from "../db/demo/stories/story.ts";
import { buildDemo } from "./kit/demo-province.ts";
import { disagreements } from "./kit/ledgers.ts";
import { passed, returnForm } from "./kit/steps.ts";
import { type Client, type TestApp, testApp } from "./kit/test-app.ts";
import { TEST_NOW } from "./kit/test-clock.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await buildDemo(app, { seed: 2026, dossiers: DOSSIERS_MIN, now: TEST_NOW });
});
afterAll(() => app[Symbol.asyncDispose]());

/** The last day of every place that the stories begin with. */
const BEFORE = "received_at < '2025-07-01T00:00:00+07:00'";

async function ask<Row extends object>(schema: string, sql: string): Promise<readonly Row[]> {
  const answers = (await app.owner.query<Row>(
    `set search_path = ${schema}, nation; ${sql}`,
  )) as unknown as readonly { rows: readonly Row[] }[];
  return answers[1]?.rows ?? [];
}

/** The dossiers of a space from before July 2025, the first one first. */
async function dossiersOf(schema: string, more = "true") {
  return ask<{ id: string; code: string; version: number; procedure: string; status: string }>(
    schema,
    `select id, code, version, procedure_code as procedure, business_status as status from dossier
     where ${BEFORE} and ${more} order by received_at`,
  );
}

interface Basis {
  readonly kind: string;
  readonly mandate: {
    readonly decision: { decision: { number: string }; scans: readonly unknown[] };
    readonly autonomy: string;
    readonly inForceThen: boolean;
    readonly phase: { label: string; programme: string; programmeDecision: { decision: { number: string } } };
  } | null;
  readonly assignment: { readonly head: string; readonly reason: string } | null;
  readonly accreditations: readonly unknown[];
}

async function basisOf(client: Client, dossierId: string, seq = 1): Promise<Basis> {
  return passed(await client.get(`/dossiers/${dossierId}/basis/${seq}`)).body as unknown as Basis;
}

describe("the five stories", () => {
  test.each(STORY_SPACES)("agree with their ledgers in $id", async ({ schema }) => {
    const { dossiers, found } = await disagreements(app, schema);
    expect(found).toEqual([]);
    expect(dossiers).toBeGreaterThanOrEqual(5);
  });

  test.each(STORY_SPACES)("happen at work in $id, each act by a right", async ({ schema }) => {
    const calendar = app.program.deps.reference.current().calendars.get("agency");
    if (!calendar) throw new Error("the calendar of agencies is there");
    const events = await ask<{ at: string; basis: string }>(
      schema,
      `select occurred_at as at, basis_kind as basis from dossier_event
       union all select occurred_at, basis_kind from mandate_event`,
    );
    expect(events.length).toBeGreaterThan(30);
    const atHome = events.filter(({ at }) => {
      const { day, minute } = localTime(instant(at));
      return (
        !dayStatus(day, calendar).openForIntake ||
        !calendar.sessions.some(({ fromMinute, toMinute }) => fromMinute <= minute && minute <= toMinute)
      );
    });
    expect(atHome).toEqual([]);
  });

  test("say of everything that no article tells that it is made up", async () => {
    for (const { schema } of STORY_SPACES) {
      const told = await ask<{ number: string; source: string }>(
        schema,
        "select number, source from mandate_decision where issued_on < '2025-07-01'",
      );
      const fromArticles = new Set(["3054/QĐ-UBND", "468/QĐ-TTg", "45/2016/QĐ-TTg"]);
      expect(
        told.filter(
          ({ number, source }) => !fromArticles.has(number) && !source.startsWith("Dữ liệu minh họa"),
        ),
      ).toEqual([]);
    }
  });

  test("have people who sign in while their contracts last, and no others on the sign-in page", async () => {
    const listed = (await app.anonymous.get("/demo/accounts")).body["accounts"] as { username: string }[];
    const here = STORY_PEOPLE.filter(({ until }) => until === null).map(({ username }) => username);
    expect(listed.map(({ username }) => username).filter((name) => /story\d$/.test(name))).toEqual(here);
    expect(new Set(STORY_PEOPLE.map(({ username }) => username)).size).toBe(STORY_PEOPLE.length);
    for (const username of ["hien.story2", "bich.story3", "vinh.story5"]) await app.signIn(username);
  });

  test("leave nothing of themselves in an installation without them", async () => {
    await using real = await testApp();
    const keys = STORIES.flatMap(({ places }) => places.oneStopUnits.map(({ key }) => String(key)));
    const { rows } = await real.owner.query<{ units: number; spaces: number }>(
      `select (select count(*)::integer from nation.one_stop_unit where key = any ($1)) as units,
         (select count(*)::integer from nation.space) as spaces`,
      [keys],
    );
    expect(rows).toEqual([{ units: 0, spaces: 1 }]);
  });
});

describe("Thanh Bình", () => {
  test("a clerk of today finds a dossier of 2020 by its old code and walks to the decision", async () => {
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const [first] = await dossiersOf("space_dong_thap", "code like '000.04.26.H20-2010%'");
    const found = passed(await lan.get(`/dossiers?q=${first?.code ?? ""}`)).body["dossiers"];
    expect(found).toMatchObject([{ dossierId: first?.id, status: "returned" }]);
    expect(await basisOf(lan, first?.id ?? "")).toMatchObject({
      kind: "mandate",
      mandate: {
        inForceThen: true,
        decision: { decision: { number: "1187/QĐ-UBND-HC" } },
        phase: { label: "3 mở rộng", programmeDecision: { decision: { number: "96/QĐ-UBND-HC" } } },
      },
      accreditations: [{ heldOn: "2020-09-22" }],
    });
    expect((await basisOf(lan, first?.id ?? "")).mandate?.decision.scans).toHaveLength(1);
  });

  test("she returns what was left in June 2025, by the right of then or of today", async () => {
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const [left] = await dossiersOf(
      "space_dong_thap",
      "business_status = 'finished' and code like '000.04.26.H20%'",
    );
    const form = await returnForm(lan, left?.id ?? "", left?.version ?? 0);
    expect(passed(await lan.send("POST", `/dossiers/${left?.id ?? ""}/return`, form)).body).toMatchObject({
      status: "returned",
    });
  });

  test("the province sees on any day which communes had begun", async () => {
    const kiet = await app.signIn("kiet.programme");
    const unitsOn = async (day: string) => {
      const { mandates } = passed(await kiet.get(`/mandates?asOf=${day}`)).body as unknown as {
        mandates: readonly { unit: { id: string } }[];
      };
      const codes = ["30157", "30166", "30163", "30148"];
      return codes.filter((code) => mandates.some(({ unit }) => unit.id === referenceId(keysOf(code).unit)));
    };
    expect(await unitsOn("2018-05-01")).toEqual([]);
    expect(await unitsOn("2018-05-02")).toEqual(["30157"]);
    expect(await unitsOn("2020-02-03")).toEqual(["30157", "30166", "30163"]);
    expect(await unitsOn("2020-10-12")).toEqual(["30157", "30166", "30163", "30148"]);
    expect(await unitsOn("2025-07-01"), "two ended with the districts").toEqual(["30166", "30148"]);
  });
});

describe("Phú Thiện", () => {
  test("the proposal of the commune still stands, and is approved by somebody else today", async () => {
    const officer = await app.signIn("son.story2");
    const { mandates } = passed(await officer.get("/mandates?status=proposed")).body as unknown as {
      mandates: readonly { id: string; version: number }[];
    };
    expect(mandates).toHaveLength(1);
    const [proposed] = mandates;
    const approved = await officer.send("POST", `/mandates/${proposed?.id ?? ""}/moves`, {
      move: "approve",
      version: proposed?.version,
      decision: {
        number: "2044/QĐ-UBND",
        issuer: "Ủy ban nhân dân tỉnh Gia Lai",
        title: "Duyệt đề xuất của xã",
        issuedOn: "2026-11-16",
        source: "",
      },
    });
    expect(passed(approved).body).toMatchObject({ status: "approved" });
  });

  test("the clerk of the district receives at the new commune under the decision of 2020", async () => {
    const clerk = await app.signIn("hien.story2", "Quầy 2");
    expect(passed(await clerk.get("/procedures/1.001266/intake-preview")).body).toMatchObject({
      permit: { allowed: true },
    });
  });
});

test("Châu Thành: the clerk may return, and receives nothing", async () => {
  const clerk = await app.signIn("bich.story3", "Quầy 2");
  expect(passed(await clerk.get("/procedures/1.001266/intake-preview")).body).toMatchObject({
    permit: { allowed: false, refusal: { code: "mandate_task_excluded" } },
  });
  const [left] = await dossiersOf(
    "space_dong_thap",
    "business_status = 'finished' and code like '000.00.30.H20%'",
  );
  const form = await returnForm(clerk, left?.id ?? "", left?.version ?? 0);
  passed(await clerk.send("POST", `/dossiers/${left?.id ?? ""}/return`, form));
  const seq = (left?.version ?? 0) + 1;
  expect(await basisOf(clerk, left?.id ?? "", seq)).toMatchObject({
    kind: "mandate",
    mandate: { decision: { decision: { number: "1904/QĐ-UBND" } } },
  });
});

test("Đồng Tháp: eleven fields at the centre on 1 April 2021, and six posts freed", async () => {
  const kiet = await app.signIn("kiet.programme");
  const { mandates } = passed(await kiet.get("/mandates?asOf=2021-04-01")).body as unknown as {
    mandates: readonly { unit: { id: string }; fields: readonly unknown[] }[];
  };
  const centre = mandates.filter(({ unit }) => unit.id === referenceId(keysOf("87").unit));
  expect(centre.map(({ fields }) => fields.length)).toEqual([11]);
  const { programmes } = passed(await kiet.get("/programmes")).body as unknown as {
    programmes: readonly { id: string; title: string }[];
  };
  const scheme = programmes.find(({ title }) => title.startsWith("Đề án thí điểm chuyển giao"));
  expect(passed(await kiet.get(`/programmes/${scheme?.id ?? ""}?asOf=2021-04-01`)).body).toMatchObject({
    phases: [
      { label: "1" },
      { label: "2" },
      { label: "3", personsFreed: 6 },
      { label: "3 mở rộng" },
      { decision: { number: "468/QĐ-TTg" } },
    ],
  });
});

describe("Thủ Dầu Một", () => {
  const SPACE = "space_binh_duong";

  test("went from assisting to independence, with one act outside of the list", async () => {
    const officer = await app.signIn("vinh.story5", "Quầy 1");
    const dossiers = await dossiersOf(SPACE);
    const bases = [];
    for (const { id } of dossiers) bases.push(await basisOf(officer, id));
    expect(bases.map(({ kind, mandate }) => mandate?.autonomy ?? kind)).toEqual([
      "assist",
      "supervised",
      "assignment",
      "independent",
      "independent",
      "independent",
    ]);
    expect(bases[2]?.assignment).toMatchObject({ head: "Lý Kim Ngân" });
  });

  test("the officer of the ward of today returns what came in at the ward of then", async () => {
    const officer = await app.signIn("vinh.story5", "Quầy 1");
    const [left] = await dossiersOf(SPACE, "business_status = 'finished'");
    const form = await returnForm(officer, left?.id ?? "", left?.version ?? 0);
    passed(await officer.send("POST", `/dossiers/${left?.id ?? ""}/return`, form));
  });

  test("counts the same by the old map and by the new one", async () => {
    const admin = await app.signIn("lan.story5");
    const figures = async (map: string) =>
      passed(await admin.get(`/figures/dossiers?from=2018-01-01&to=2026-11-16&map=${map}`))
        .body as unknown as {
        rows: readonly { unitName: string; received: number }[];
        sum: { received: number };
      };
    const [old, today] = [await figures("old"), await figures("new")];
    expect(old.sum).toEqual(today.sum);
    expect(old.sum.received).toBe(6);
    expect(old.rows.map(({ unitName }) => unitName)).toContain(
      "Bộ phận Tiếp nhận và Trả kết quả phường Phú Hòa",
    );
    expect(today.rows.map(({ unitName }) => unitName)).toContain(
      "Trung tâm Phục vụ hành chính công phường Phú Lợi",
    );
  });

  test("what the survey of 2019 found was put right and looked at", async () => {
    const officer = await app.signIn("gia.story5");
    const { sites } = passed(await officer.get("/sites")).body as unknown as {
      sites: readonly { id: string; name: string }[];
    };
    const then = referenceId(keysOf("25759").point);
    const now = app.program.deps.reference.current().heirOf(then);
    expect(sites.map(({ id }) => id)).toContain(now);
    expect(sites.map(({ id }) => id)).not.toContain(then);
    const site = passed(await officer.get(`/sites/${now}`)).body;
    expect(site).toMatchObject({
      mandates: [{ autonomy: "independent" }],
      openings: [{ openedOn: "2018-11-15", decal: true }],
      surveys: [{ day: "2019-09-17", findings: 1 }],
      findings: [{ state: "closed" }],
    });
  });
});

describe("an import into an installation with several spaces", () => {
  const run = async (space?: string) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-spaces-"));
    const file = path.join(folder, "old.csv");
    writeFileSync(
      file,
      "code,procedure,unit,receivedAt,dueAt,status,applicantName\nOLD-1,2.000815,H21.061,05/08/2025 08:30,06/08/2025,4,Nguyễn Thị Hoa\n",
    );
    const rejected: string[] = [];
    const summary = await importDossiers({
      ownerConfig: app.database.owner,
      ring: app.program.deps.ring,
      clock: app.clock,
      file,
      system: "Một cửa cũ",
      dryRun: true,
      onRejected: ({ reasons }) => rejected.push(JSON.stringify(reasons)),
      onProgress: () => undefined,
      ...(space !== undefined && { space }),
    });
    rmSync(folder, { recursive: true });
    return { ...summary, rejected };
  };

  test("is told which one, and takes nothing of another space", async () => {
    await expect(run()).rejects.toThrow("--space: binh-duong, dong-thap, gia-lai.");
    await expect(run("atlantis")).rejects.toThrow("--space");
    expect(await run("gia-lai")).toMatchObject({ imported: 1, rejected: [] });
    expect((await run("dong-thap")).rejected.join()).toContain("unit_in_other_space");
  });
});

/** What somebody who tries the calendar leaves behind. */
async function setAndWithdrawDayOff(admin: Client): Promise<void> {
  const days = { from: "2026-11-20", to: "2026-11-20", openForIntake: true, countsForDeadline: false };
  const entry = {
    placeKind: "agency",
    placeId: referenceId("agency:commune:29905"),
    content: { kind: "days", name: "Mất điện", sessions: null, ...days },
    decision: { number: "7/QĐ-UBND", issuedOn: "2026-11-16", signer: "Chủ tịch" },
  };
  const { entryId } = passed(await admin.send("POST", "/calendar-entries", entry)).body;
  const withdrawal = { reason: "Đã có điện" };
  passed(await admin.send("POST", `/calendar-entries/${String(entryId)}/withdrawal`, withdrawal));
}

test("building the demo anew opens what somebody had reorganised in it", { timeout: 240_000 }, async () => {
  await using other = await testApp();
  await buildDemo(other, { seed: 2026, dossiers: DOSSIERS_MIN, now: TEST_NOW });
  const admin = await other.signIn("quyen.admin");
  const merger = {
    title: "Nhập Sa Đéc vào Cao Lãnh",
    decision: {
      number: "1/QĐ",
      issuer: "Ủy ban nhân dân tỉnh",
      title: "Nhập",
      issuedOn: "2026-11-16",
      source: "",
    },
    plan: {
      shape: "merge",
      effectiveOn: "2026-11-18",
      units: [
        {
          unit: "unit:commune:29905",
          heir: "unit:commune:29869",
          points: [{ point: "point:29905", heir: null }],
        },
      ],
      newUnits: [],
    },
  };
  const { reorganisationId } = passed(await admin.send("POST", "/reorganisations", merger)).body;
  await setAndWithdrawDayOff(admin);
  other.clock.set(instant("2026-11-18T08:30:00+07:00"));
  const later = await other.signIn("quyen.admin");
  passed(
    await later.send("POST", `/reorganisations/${String(reorganisationId)}/application`, { version: 1 }),
  );
  const ended = async () => {
    const { rows } = await other.owner.query<{ key: string }>(
      `select key from nation.one_stop_unit where valid_to is not null
       union all select key from nation.counter where valid_to is not null
       union all select key from nation.reception_point where valid_to is not null`,
    );
    return rows.map(({ key }) => key).filter((key) => !key.includes("before"));
  };
  expect(await ended()).toContain("counter:29905:1");
  await buildDemo(other, { seed: 2026, dossiers: DOSSIERS_MIN, now: TEST_NOW });
  expect(await ended()).toEqual([]);
});
