import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { unseal } from "../keys/seal.ts";
import { trackDossier } from "./track-dossier.ts";

let app: TestApp;
let desks: Desks;
let dossierId: string;
let code: string;
let secret: string;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  const received = await receive(desks.clerk, { remarks: "Hẹn gọi lại bà Nhung" });
  dossierId = String(received.body["dossierId"]);
  code = String(received.body["code"]);
  secret = await secretOf(dossierId);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => app.clock.advance(16 * 60_000));

async function secretOf(id: string): Promise<string> {
  const { rows } = await app.owner.query<{ sealed: Buffer }>(
    "select track_secret_sealed as sealed from space_dong_thap.dossier where id = $1",
    [id],
  );
  return unseal<string>(app.program.deps.ring, `dossier.track:${id}`, rows[0]?.sealed ?? Buffer.of());
}

const look = (changes: { code?: string; secret?: string; address?: string } = {}) =>
  trackDossier(app.program.deps, {
    code,
    secret,
    address: "203.0.113.7",
    now: app.clock.now(),
    requestId: "r",
    ...changes,
  });
const logLines = async () =>
  (
    await app.owner.query(
      "select outcome from space_dong_thap.access_log where route = 'GET /t/:code' order by at, id",
    )
  ).rows.map((row) => (row as { outcome: string }).outcome);

describe("the citizen with code and secret", () => {
  test("sees where the matter stands, each step with its time and place, and why that day", async () => {
    await bringTo(desks, dossierId, "forwarded");
    const found = await look();
    expect(found).toMatchObject({
      ok: true,
      value: {
        code,
        procedureCode: "2.000635",
        status: "forwarded",
        nationalStatus: 4,
        unitName: "Trung tâm Phục vụ hành chính công xã Bình Thành",
        decidedBy: "Ủy ban nhân dân xã Bình Thành",
        returnMethod: "counter",
        steps: [
          { type: "dossier.received", place: "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn" },
          { type: "dossier.forwarded", place: "Trung tâm Phục vụ hành chính công xã Bình Thành" },
        ],
      },
    });
    if (!found.ok) return;
    expect(found.value.papers.length).toBeGreaterThan(0);
    expect(found.value.explanation?.limit).toEqual({ amount: 1, unit: "sameDay" });
  });

  test("sees no name, number, phone or remark, and nobody of the house", async () => {
    const seen = JSON.stringify(await look());
    for (const personal of [
      AN_APPLICANT.name,
      AN_APPLICANT.identityNumber,
      AN_APPLICANT.phone,
      "bà Nhung",
      "Nguyễn Thị Lan",
      "Lê Minh Đức",
      secret,
    ]) {
      expect(seen).not.toContain(personal);
    }
  });

  test("may type both as people do", async () => {
    const typed = {
      code: ` ${code.toLowerCase().replaceAll("-", " – ")} `,
      secret: `${secret.slice(0, 5)}-${secret.slice(5)}`.toLowerCase(),
    };
    expect((await look(typed)).ok).toBe(true);
  });

  test("each look is written down, right or wrong, without who", async () => {
    const before = await logLines();
    await look();
    await look({ secret: "0000000000" });
    expect(await logLines()).toEqual([...before, "ok", "track_not_found"]);
  });
});

describe("who guesses", () => {
  test("gets the same answer for a wrong code and for a wrong secret", async () => {
    const answers = [
      await look({ secret: "0000000000" }),
      await look({ code: code.replace(/\d{4}$/, "9999") }),
      await look({ code: "nonsense" }),
      await look({ secret: "" }),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, code: "track_not_found", details: {} });
  });

  test("right codes are no tries: a family looks as often as it likes, and a wrong one is still counted", async () => {
    const address = "198.51.100.40";
    for (let looks = 0; looks < 25; looks += 1) expect(await look({ address })).toMatchObject({ ok: true });
    expect(await look({ address, secret: "WRONG" })).toMatchObject({ code: "track_not_found" });
    app.clock.advance(15 * 60_000 + 1);
  });

  test("at one code is stopped after twenty tries, from wherever, for a quarter of an hour", async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      expect(await look({ secret: `WRONG${tries}`, address: `203.0.113.${tries}` })).toMatchObject({
        code: "track_not_found",
      });
    }
    expect(await look({ address: "198.51.100.1" })).toMatchObject({
      ok: false,
      code: "too_many_requests",
      details: { minutes: 15 },
    });
    expect(await look({ code: `${code.slice(0, -4)}8888`, address: "198.51.100.1" })).toMatchObject({
      code: "track_not_found",
    });
    app.clock.advance(15 * 60_000 + 1);
    expect((await look({ address: "198.51.100.1" })).ok).toBe(true);
  });

  test("from one address is stopped after sixty tries, whatever the code; another address is not", async () => {
    for (let tries = 0; tries < 60; tries += 1) {
      expect(await look({ code: `H20.031-261116-${String(1_000 + tries)}` })).toMatchObject({
        code: "track_not_found",
      });
    }
    expect(await look()).toMatchObject({ ok: false, code: "too_many_requests" });
    expect((await look({ address: "198.51.100.2" })).ok).toBe(true);
  });

  test("cannot write the code differently to get more tries", async () => {
    for (let tries = 0; tries < 20; tries += 1)
      await look({
        code: tries % 2 === 0 ? code.toLowerCase() : ` ${code}`,
        secret: "x",
        address: `192.0.2.${tries}`,
      });
    expect(await look({ address: "198.51.100.3" })).toMatchObject({ code: "too_many_requests" });
  });
});

test("a citizen with an interlinked dossier reads its parts in one place, and what an agency asks for", async () => {
  const today = await openDesks(app);
  const received = await receive(today.clerk, await aForm(today.clerk, "2.000986"));
  const whole = String(received.body["dossierId"]);
  const { parts } = (await today.officer.get(`/dossiers/${whole}`)).body["parts"] as {
    parts: { dossier: { dossierId: string } }[];
  };
  const birth = parts[0]?.dossier.dossierId;
  await today.caseOfficer.send("POST", `/dossiers/${birth}/taking`, { version: 1 });
  await today.caseOfficer.send("POST", `/dossiers/${birth}/supplement-requests`, {
    version: 2,
    papers: [{ name: "Giấy chứng sinh", originals: 1, copies: 0 }],
    reason: "Thiếu giấy chứng sinh",
    answerBy: "2026-12-01",
  });
  const own = { code: String(received.body["code"]), secret: await secretOf(whole) };
  expect(await look(own)).toMatchObject({
    value: {
      status: "received",
      parts: [
        {
          name: { vi: "Đăng ký khai sinh" },
          state: "open",
          status: "awaitingSupplement",
          agency: "Ủy ban nhân dân xã Bình Thành",
          awaited: { kind: "supplement", papers: [{ name: "Giấy chứng sinh" }] },
        },
        { name: { vi: "Đăng ký thường trú" }, state: "waiting", agency: null, status: null, awaited: null },
        { state: "waiting" },
      ],
      latestDueAt: received.body["dueAt"],
    },
  });
});

test("a citizen reads what is to be paid, why a date was extended, and the day of an apology", async () => {
  const id = await receivedInDecember(app, desks);
  await bringTo(desks, id, "processing");
  const own = { code: await codeOf(id), secret: await secretOf(id) };
  passed(await turn(desks.caseOfficer, id, "duties", 3));
  expect(await look(own)).toMatchObject({
    value: { awaited: { kind: "payment", amount: 150_000, reason: "Nộp lệ phí trước bạ" } },
  });
  passed(await turn(desks.officer, id, "duty-fulfilment", 4));
  passed(await turn(desks.approver, id, "extension", 5));
  expect(await look(own)).toMatchObject({ value: { dueAt: moment("12-18 17:00"), expectedOn: null } });
  await goTo(app, "12-21 08:00");
  passed(await turn(desks.approver, id, "apologies", 6, { expectedOn: "2026-12-23" }));
  const seen = await look(own);
  if (!seen.ok) throw new Error(seen.code);
  expect(seen.value).toMatchObject({ dueAt: moment("12-18 17:00"), expectedOn: "2026-12-23", outcome: null });
  expect(seen.value.steps.slice(-4).map(({ reason }) => reason)).toEqual([
    "Nộp lệ phí trước bạ",
    null,
    "Chờ kết quả xác minh",
    "Chờ kết quả xác minh",
  ]);
});

async function codeOf(id: string): Promise<string> {
  return String((await desks.officer.get(`/dossiers/${id}`)).body["code"]);
}
