import { readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { DEFAULT_QUIET_HOURS, type QuietHours } from "#domain/notice/quiet-hours.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { mailServer, readMail } from "../../../test/kit/mail-server.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed, upload } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { A_PAPER, goTo, moment, turn } from "../../../test/kit/turns.ts";
import type { Deps } from "../deps.ts";
import { openReceipt } from "../intake/print-receipt.ts";
import type { NoticeSettings } from "../notice-settings.ts";
import { trackDossier } from "../lookup/track-dossier.ts";
import { openForm } from "../turns/print-form.ts";
import { referenceId } from "../units/reference-table.ts";
import { openCarriers } from "./carriers.ts";
import { sendNotice } from "./send-notice.ts";

const EMAIL = "nhung.hong@example.vn";
const FIVE_DAYS = "1.004884";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A dossier received on 7 December, due on 14 December at 17:00. */
async function received(contact: Record<string, unknown> = { email: EMAIL }): Promise<string> {
  await goTo(app, "12-07 08:30");
  const form = { ...(await aForm(desks.officer, FIVE_DAYS)), applicant: { ...AN_APPLICANT, ...contact } };
  return String((await receive(desks.officer, form)).body["dossierId"]);
}

interface Sending extends Partial<NoticeSettings> {
  readonly deps?: Deps;
  readonly quietHours?: QuietHours;
}

/** Does what waits in the outbox for a dossier, by these ways, as the queue would. */
async function work(dossierId: string, { deps = app.program.deps, quietHours, ...ways }: Sending) {
  const settings = { mail: null, sms: "off", zalo: "off", quiet: null, ...ways } as const;
  const carriers = openCarriers(settings, app.dataFolder);
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  const ordered = await app.owner.query<{ id: string; payload: Record<string, unknown> }>(
    "select id, payload from space_dong_thap.outbox where lane = $1 order by created_at, seq",
    [dossierId],
  );
  const notices = { deps, carriers, quiet: quietHours ?? null, openReceipt, openForm };
  const later = [];
  for (const { id, payload } of ordered.rows) later.push(await sendNotice(notices, space, payload, id));
  return later;
}
const view = async (id: string) => (await desks.officer.get(`/dossiers/${id}`)).body;
const noticesOf = async (id: string) => (await view(id))["notices"] as Record<string, unknown>[];
interface Listed {
  readonly noticeId: string;
  readonly code: string;
  readonly state: string;
}
const listed = async (query: string) =>
  (await desks.officer.get(`/notices${query}`)).body["notices"] as Listed[];

describe("a turn that the citizen must know of", () => {
  test("is told once by mail with the form that was issued, and every later turn by its own", async () => {
    await using server = await mailServer();
    const id = await received();
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.officer, id, "supplement-requests", 1));
    await work(id, { mail: server.settings });
    await work(id, { mail: server.settings });
    expect(server.mails).toHaveLength(1);
    const { head, parts } = readMail(server.mails[0]?.raw ?? "");
    expect(head.get("subject")).toContain("Yêu cầu bổ sung, hoàn thiện hồ sơ");
    for (const part of parts.slice(0, 2)) {
      const words = part.content.toString();
      for (const said of [
        "chậm nhất ngày 21/12/2026",
        AN_APPLICANT.name,
        "http://localhost/t/",
        A_PAPER.name,
      ])
        expect(words).toContain(said);
      expect(words).toMatch(/Nơi nộp.*Trung tâm Phục vụ hành chính công xã Bình Thành/);
      expect(words).not.toContain("trước ngày");
    }
    const paper = await pdfText(parts[2]?.content ?? Buffer.of());
    expect(paper).toContain("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ");
    expect(paper).toContain("Liên 2: Giao người nộp hồ sơ");
    expect(paper).not.toContain("Liên 1");
    await goTo(app, "12-11 10:00");
    passed(await turn(desks.officer, id, "supplements", 2));
    await work(id, { mail: server.settings });
    expect(server.mails).toHaveLength(2);
    const news = readMail(server.mails[1]?.raw ?? "").parts[0]?.content.toString() ?? "";
    for (const said of ["nhận đủ giấy tờ bổ sung", "Ngày đã hẹn: 14/12/2026", "Ngày hẹn mới: 18/12/2026"])
      expect(news).toContain(said);
    expect(await noticesOf(id)).toMatchObject([
      { kind: "newDate", state: "sent", seq: 3 },
      { kind: "supplement", state: "sent", seq: 2, to: "n•••@example.vn" },
    ]);
  });

  test("says what is to be paid, how much, by when and where; a telephone reads no matter of it", async () => {
    await using server = await mailServer();
    const id = await received();
    await bringTo(desks, id, "processing");
    passed(await turn(desks.caseOfficer, id, "duties", 3));
    await work(id, { mail: server.settings });
    const mail = readMail(server.mails[0]?.raw ?? "").parts[0]?.content.toString() ?? "";
    for (const said of [
      "Nộp lệ phí trước bạ",
      "150.000",
      "chậm nhất ngày 21/12/2026",
      "Nơi nộp",
      "theo thông báo của",
    ])
      expect(mail).toContain(said);
    const other = await received({ email: undefined });
    await bringTo(desks, other, "processing");
    passed(await turn(desks.caseOfficer, other, "duties", 3, { amount: null, answerBy: null }));
    await work(other, { sms: "file" });
    const folder = path.join(app.dataFolder, "sms");
    const [file = ""] = readdirSync(folder);
    const text = readFileSync(path.join(folder, file), "utf8");
    rmSync(path.join(folder, file));
    expect(text).toContain("số tiền theo thông báo, hạn theo thông báo");
    expect(text).not.toContain("trước bạ");
  });

  test("calls a refusal one, and never a result that is ready", async () => {
    await using server = await mailServer();
    const id = await received();
    await bringTo(desks, id, "processing");
    const fileId = await upload(desks.caseOfficer, id, "result");
    const outcome = { version: 3, outcome: "refused", fileId };
    passed(await desks.caseOfficer.send("POST", `/dossiers/${id}/outcome`, outcome));
    passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: 4 }));
    await work(id, { mail: server.settings });
    const mail = readMail(server.mails[0]?.raw ?? "").parts[0]?.content.toString() ?? "";
    expect(mail).toContain("không chấp thuận hồ sơ của Ông (Bà)");
    expect(mail).not.toContain("đã có kết quả");
  });

  test("names the unit where the result is fetched, and that it is on its way there", async () => {
    await using server = await mailServer();
    await goTo(app, "12-07 08:30");
    const form = { ...(await aForm(desks.officer, FIVE_DAYS)), applicant: { ...AN_APPLICANT, email: EMAIL } };
    const elsewhere = { ...form, collectedAtUnitId: referenceId("unit:commune:30130") };
    const id = String((await receive(desks.officer, elsewhere)).body["dossierId"]);
    await bringTo(desks, id, "finished");
    await work(id, { mail: server.settings });
    const mail = readMail(server.mails.at(-1)?.raw ?? "").parts[0]?.content.toString() ?? "";
    const words = mail.replace(/\s+/gu, " ");
    expect(words).toContain("đã có kết quả, nhận tại Trung tâm Phục vụ hành chính công xã Thanh Bình.");
    expect(words).toContain("Kết quả đang được chuyển đến đó");
    expect(words).not.toContain("nhận tại Trung tâm Phục vụ hành chính công xã Bình Thành");
  });

  test("is told on the citizen's own page as well, with the day and where it went", async () => {
    await using server = await mailServer();
    const id = await received();
    await bringTo(desks, id, "finished");
    await work(id, { mail: server.settings });
    expect(await noticesOf(id)).toMatchObject([{ kind: "resultReady", state: "sent" }]);
    const words = readMail(server.mails[0]?.raw ?? "").parts[0]?.content.toString() ?? "";
    expect(words).not.toContain("14/12/2026");
    expect(words).not.toContain("Ngày:");
    const [, code = "", secret = ""] = /http:\/\/localhost\/t\/([^/\s]+)\/(\S+)/.exec(words) ?? [];
    const page = await trackDossier(app.program.deps, {
      code: decodeURIComponent(code),
      secret,
      address: "127.0.0.1",
      now: app.clock.now(),
      requestId: "a-citizen",
    });
    expect(page).toMatchObject({
      ok: true,
      value: {
        told: [{ kind: "resultReady", channel: "email", to: "n•••@example.vn", at: app.clock.now() }],
      },
    });
  });

  test("waits in the quiet hours for the morning, and is not sent when it is no longer so", async () => {
    await using server = await mailServer();
    const id = await received();
    await goTo(app, "12-09 22:30");
    passed(await turn(desks.officer, id, "supplement-requests", 1));
    const night = { mail: server.settings, quietHours: DEFAULT_QUIET_HOURS };
    expect(await work(id, night)).toEqual([{ later: moment("12-10 07:00") }]);
    expect(server.mails).toEqual([]);
    expect(await noticesOf(id)).toMatchObject([{ state: "waiting", attempts: 0 }]);
    passed(await turn(desks.officer, id, "supplements", 2));
    await goTo(app, "12-10 07:00");
    expect(await work(id, night)).toEqual([undefined, undefined]);
    expect(server.mails).toHaveLength(1);
    expect(await noticesOf(id)).toMatchObject([
      { kind: "newDate", state: "sent" },
      { kind: "supplement", state: "givenUp", problem: "notNeeded" },
    ]);
  });
});

describe("how a person wants to be told", () => {
  const wish = (id: string, channels: readonly string[], language = "vi") =>
    desks.clerk.send("PUT", `/dossiers/${id}/notice-wish`, { channels, language });

  test("holds for all dossiers of that person: the way, the language, and nothing of the person in a text", async () => {
    const first = await received();
    expect((await desks.clerk.get(`/dossiers/${first}/notice-wish`)).body).toEqual({
      channels: ["email", "sms", "zalo"],
      language: "vi",
      said: false,
      reachable: ["email", "sms", "zalo"],
    });
    passed(await wish(first, ["zalo", "email"], "en"));
    const second = await received();
    await bringTo(desks, second, "finished");
    await using server = await mailServer();
    await work(second, { mail: server.settings, sms: "file", zalo: "file" });
    expect(server.mails).toEqual([]);
    const folder = path.join(app.dataFolder, "zalo");
    const [file = ""] = readdirSync(folder);
    const { to, text } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Record<string, string>;
    expect(to).toBe(AN_APPLICANT.phone);
    expect(text).toMatch(/^The result of dossier \S+ is ready\. See: http:\/\/localhost\/t\/\S+$/);
    expect(await noticesOf(second)).toMatchObject([{ channel: "zalo", state: "sent", to: "•••678" }]);
    passed(await wish(first, ["email", "sms", "zalo"]));
  });

  test("that is refused by one way goes once by the next wished one, which the list shows", async () => {
    await using refusing = await mailServer({ onRecipient: () => ({ code: 550, words: "no such user" }) });
    const id = await received();
    passed(await wish(id, ["email", "zalo", "sms"]));
    await bringTo(desks, id, "finished");
    const files = () => readdirSync(path.join(app.dataFolder, "sms")).length;
    await work(id, { sms: "file" });
    const before = files();
    const second = await received();
    await bringTo(desks, second, "finished");
    const ways = { mail: refusing.settings, sms: "file" } as const;
    await work(second, ways);
    expect(files()).toBe(before + 1);
    await work(second, ways);
    expect(files()).toBe(before + 1);
    expect((await noticesOf(second)).map(({ channel, state, problem }) => [channel, state, problem])).toEqual(
      expect.arrayContaining([
        ["email", "givenUp", "refused"],
        ["sms", "sent", null],
      ]),
    );
    passed(await wish(id, ["email"]));
    const third = await received();
    await bringTo(desks, third, "finished");
    await work(third, ways);
    expect(await noticesOf(third)).toMatchObject([{ channel: "email", state: "givenUp" }]);
    expect(files()).toBe(before + 1);
    passed(await wish(id, ["email", "sms", "zalo"]));
  });

  test("by no message leaves it to a person, who says so once", async () => {
    const id = await received();
    passed(await wish(id, []));
    await bringTo(desks, id, "finished");
    await work(id, { sms: "file" });
    const code = String((await view(id))["code"]);
    const [found] = await listed(`?q=${code}&state=givenUp`);
    expect(found).toMatchObject({
      channel: "person",
      problem: "notWanted",
      to: "",
      because: "dossier.approved",
    });
    const again = await desks.officer.send("POST", `/notices/${found?.noticeId}/sending-again`);
    expect(again).toMatchObject({ status: 409, body: { code: "notice_not_given_up" } });
    passed(await desks.officer.send("POST", `/notices/${found?.noticeId}/telling`));
    expect(await desks.officer.send("POST", `/notices/${found?.noticeId}/telling`)).toMatchObject({
      status: 409,
      body: { code: "notice_not_given_up" },
    });
    expect(await listed(`?q=${code}`)).toMatchObject([{ state: "sent", toldBy: "Lê Minh Đức" }]);
    passed(await wish(id, ["email", "sms", "zalo"]));
  });

  test("is nobody's to read or to set who does not see the dossier", async () => {
    const unknown = "01900000-0000-7000-8000-00000000abcd";
    expect((await desks.clerk.get(`/dossiers/${unknown}/notice-wish`)).status).toBe(404);
    expect((await wish(unknown, [])).status).toBe(404);
  });
});

describe("the page of what was sent", () => {
  test("finds a message that was given up, has it sent again, and gives the same as a file", async () => {
    await using refusing = await mailServer({ onRecipient: () => ({ code: 550, words: "no such user" }) });
    const id = await received();
    await bringTo(desks, id, "finished");
    await work(id, { mail: refusing.settings });
    const code = String((await view(id))["code"]);
    const query = `?q=${code}&state=givenUp&kind=resultReady&channel=email&from=2026-12-07&to=2026-12-07`;
    const [found] = await listed(query);
    expect(found).toMatchObject({ problem: "refused", answer: "550", attempts: 1, code });
    expect(await listed(`${query}&unitId=01900000-0000-7000-8000-00000000abcd`)).toEqual([]);
    const csv = await desks.officer.get(`/notices.csv${query}`);
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.bytes.toString("utf8")).toContain(`${code};`);
    passed(await desks.officer.send("POST", `/notices/${found?.noticeId}/sending-again`));
    await using server = await mailServer();
    await work(id, { mail: server.settings });
    expect(server.mails).toHaveLength(1);
    expect(await listed(`?q=${code}`)).toMatchObject([{ state: "sent", attempts: 1, problem: null }]);
  });
});
