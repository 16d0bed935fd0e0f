import { DEFAULT_QUIET_HOURS } from "#domain/notice/quiet-hours.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT, aForm, receive } from "../../../test/kit/forms.ts";
import { type MailServer, mailServer, readMail } from "../../../test/kit/mail-server.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { closeAgency, goTo, moment, turn } from "../../../test/kit/turns.ts";
import { openReceipt } from "../intake/print-receipt.ts";
import { openForm } from "../turns/print-form.ts";
import { referenceId } from "../units/reference-table.ts";
import { openCarriers } from "./carriers.ts";
import { NoticeNotSent, type NoticeWork, type PutOff, sendNotice } from "./send-notice.ts";

const EMAIL = "nhung.hong@example.vn";
const FIVE_DAYS = "1.004884";
const AGENCY = referenceId("agency:commune:30163");
const MINUTE = 60_000;
const PATIENCE_MS = 30_000;

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A dossier due on 14 December at 17:00, in work; its version is 3. */
async function inWork(of = app, by = desks): Promise<string> {
  await goTo(of, "12-07 08:30");
  const form = { ...(await aForm(by.officer, FIVE_DAYS)), applicant: { ...AN_APPLICANT, email: EMAIL } };
  const id = String((await receive(by.officer, form)).body["dossierId"]);
  await bringTo(by, id, "processing");
  return id;
}

function workBy({ settings: mail }: MailServer, changes: Partial<NoticeWork> = {}): NoticeWork {
  const { deps } = app.program;
  const carriers = openCarriers({ mail, sms: "off", zalo: "off", quiet: null }, app.dataFolder);
  return { deps, carriers, quiet: null, openReceipt, openForm, ...changes };
}

interface Order {
  readonly id: string;
  readonly payload: Record<string, unknown>;
}

/** What is ordered for a dossier and not done, the first first. */
async function ordersOf(dossierId: string): Promise<readonly Order[]> {
  const { rows } = await app.owner.query<Order>(
    "select id, payload from space_dong_thap.outbox where lane = $1 order by created_at, seq",
    [dossierId],
  );
  return rows;
}

/** Does one order as the queue would: what is done leaves the outbox, what fails stays. */
async function take(work: NoticeWork, { id, payload }: Order): Promise<PutOff | "done" | "failed"> {
  const [space] = work.deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  try {
    const put = await sendNotice(work, space, payload, id);
    if (put) return put;
    await app.owner.query("delete from space_dong_thap.outbox where id = $1", [id]);
    return "done";
  } catch (error) {
    if (error instanceof NoticeNotSent) return "failed";
    throw error;
  }
}

/** The two first orders of a dossier. */
async function twoOf(dossierId: string): Promise<readonly [Order, Order]> {
  const [first, second] = await ordersOf(dossierId);
  if (!first || !second) throw new Error("two messages are ordered");
  return [first, second];
}

/** An apology and then a payment: two messages, both of which stay so. */
async function apologisedAndToPay(): Promise<string> {
  const id = await inWork();
  await goTo(app, "12-15 08:00");
  passed(await turn(desks.approver, id, "apologies", 3));
  passed(await turn(desks.caseOfficer, id, "duties", 4));
  return id;
}

const noticesOf = async (id: string) =>
  (await desks.officer.get(`/dossiers/${id}`)).body["notices"] as Record<string, unknown>[];
const subjects = ({ mails }: MailServer) =>
  mails.map(({ raw }) => /^[^:(]*(?= H)/.exec(readMail(raw).head.get("subject") ?? "")?.[0] ?? raw);
const textOf = (server: MailServer, nth: number) =>
  readMail(server.mails[nth]?.raw ?? "").parts[0]?.content.toString() ?? "";

const busyOnce = (attempt: number) => (attempt === 1 ? { code: 451, words: "later" } : undefined);

describe("messages of one dossier", () => {
  test("leave the running program in the order of what happened, though the first one had to be tried again", async () => {
    let busy = true;
    await using server = await mailServer({
      onRecipient: () => (busy ? { code: 451, words: "later" } : undefined),
    });
    const notices = { mail: server.settings, sms: "off", zalo: "off", quiet: null } as const;
    await using running = await testApp({ jobs: true, notices });
    const by = await openDesks(running);
    const id = await inWork(running, by);
    const count = async (what: string) =>
      (await running.owner.query(`select from space_dong_thap.${what}`)).rowCount;
    await goTo(running, "12-15 08:00");
    passed(await turn(by.approver, id, "apologies", 3));
    await expect
      .poll(() => count("notice where state = 'failed'"), { timeout: PATIENCE_MS, interval: 10 })
      .toBe(1);
    busy = false;
    passed(await turn(by.caseOfficer, id, "duties", 4));
    await expect.poll(() => count("outbox"), { timeout: PATIENCE_MS }).toBe(0);
    expect(subjects(server)).toEqual([
      "Xin lỗi vì chậm trả kết quả hồ sơ",
      "Yêu cầu thực hiện nghĩa vụ tài chính của hồ sơ",
    ]);
  });

  test("wait for the one before while it still has tries to come, and go once it has gone", async () => {
    await using server = await mailServer({ onRecipient: busyOnce });
    const work = workBy(server);
    const id = await apologisedAndToPay();
    const [apology, duty] = await twoOf(id);
    expect(await take(work, apology)).toBe("failed");
    expect(await take(work, duty)).toEqual({ behind: apology.id });
    expect(server.mails).toEqual([]);
    expect(await noticesOf(id)).toMatchObject([
      { kind: "duty", state: "waiting", attempts: 0 },
      { kind: "apology", state: "failed", attempts: 1 },
    ]);
    expect(await take(work, apology)).toBe("done");
    expect(await take(work, duty)).toBe("done");
    expect(subjects(server)).toHaveLength(2);
    expect(await ordersOf(id)).toEqual([]);
  });

  test("wait while the one before is being sent, also by a process that died, and none goes twice", async () => {
    await using server = await mailServer();
    const work = workBy(server);
    const id = await apologisedAndToPay();
    const [apology, duty] = await twoOf(id);
    const dying = { ...work.carriers, email: () => Promise.reject(new Error("the process ends here")) };
    await expect(take({ ...work, carriers: dying }, apology)).rejects.toThrow("the process ends here");
    expect(await take(work, duty)).toEqual({ behind: apology.id });
    app.clock.advance(10 * MINUTE);
    expect((await Promise.all([take(work, duty), take(work, apology)]))[1]).toBe("done");
    for (const order of await ordersOf(id)) expect(await take(work, order)).toBe("done");
    expect(server.mails).toHaveLength(2);
    expect(textOf(server, 0)).toContain("xin lỗi");
    expect(textOf(server, 1)).toContain("150.000");
  });

  test("do not wait for one that was given up: a person tells that one", async () => {
    await using server = await mailServer({
      onRecipient: (attempt) => (attempt === 1 ? { code: 550, words: "no such user" } : undefined),
    });
    const work = workBy(server);
    const id = await apologisedAndToPay();
    const [apology, duty] = await twoOf(id);
    expect(await take(work, apology)).toBe("done");
    expect(await take(work, duty)).toBe("done");
    expect(await noticesOf(id)).toMatchObject([
      { kind: "duty", state: "sent" },
      { kind: "apology", state: "givenUp" },
    ]);
  });

  test("are all held by the quiet hours, and go in their order in the morning", async () => {
    await using server = await mailServer();
    const work = workBy(server, { quiet: DEFAULT_QUIET_HOURS });
    const id = await apologisedAndToPay();
    await goTo(app, "12-15 22:00");
    const [apology, duty] = await twoOf(id);
    const morning = { later: moment("12-16 07:00") };
    expect([await take(work, duty), await take(work, apology)]).toEqual([morning, morning]);
    await goTo(app, "12-16 07:00");
    expect(await take(work, duty)).toEqual({ behind: apology.id });
    expect(await take(work, apology)).toBe("done");
    expect(await take(work, duty)).toBe("done");
    expect(server.mails).toHaveLength(2);
  });

  test("wait for none that stands in the outbox for longer than it would be news", async () => {
    await using server = await mailServer();
    const work = workBy(server);
    const id = await apologisedAndToPay();
    const [apology, duty] = await twoOf(id);
    await app.owner.query(
      "update space_dong_thap.outbox set created_at = created_at - interval '3 days' where id = $1",
      [apology.id],
    );
    expect(await take(work, duty)).toBe("done");
  });
});

describe("a message of a date that holds no longer when its turn comes", () => {
  test("is kept as such also where nobody had tried to send it yet", async () => {
    await using server = await mailServer();
    const work = workBy(server);
    const id = await inWork();
    await goTo(app, "12-15 08:00");
    passed(await turn(desks.approver, id, "apologies", 3));
    passed(await turn(desks.approver, id, "apologies", 4, { expectedOn: "2026-12-22" }));
    for (const order of await ordersOf(id)) expect(await take(work, order)).toBe("done");
    expect(server.mails).toHaveLength(1);
    expect(textOf(server, 0)).toContain("22/12/2026");
    expect(await noticesOf(id)).toMatchObject([
      { seq: 5, state: "sent" },
      { seq: 4, state: "overtaken", overtakenBy: 5, to: "n•••@example.vn", attempts: 0 },
    ]);
  });

  test("that was given up and is asked for again is not sent either, once there is newer news", async () => {
    await using server = await mailServer({
      onRecipient: (attempt) => (attempt === 1 ? { code: 550, words: "no such user" } : undefined),
    });
    const work = workBy(server);
    const id = await inWork();
    await goTo(app, "12-15 08:00");
    passed(await turn(desks.approver, id, "apologies", 3));
    for (const order of await ordersOf(id)) await take(work, order);
    const [{ noticeId } = {}] = await noticesOf(id);
    passed(await turn(desks.approver, id, "apologies", 4, { expectedOn: "2026-12-22" }));
    passed(await desks.officer.send("POST", `/notices/${String(noticeId)}/sending-again`));
    for (const order of await ordersOf(id)) expect(await take(work, order)).toBe("done");
    expect(server.mails).toHaveLength(1);
    expect(await noticesOf(id)).toMatchObject([
      { seq: 5, state: "sent" },
      { seq: 4, state: "overtaken", overtakenBy: 5 },
    ]);
  });

  test("is left to whoever is sending it at this moment", async () => {
    await using server = await mailServer();
    const work = workBy(server);
    const id = await inWork();
    await goTo(app, "12-15 08:00");
    passed(await turn(desks.approver, id, "apologies", 3));
    const [first] = await ordersOf(id);
    if (!first) throw new Error("the apology is told");
    const slow: NoticeWork["carriers"] = {
      ...work.carriers,
      email: async (mail) => {
        passed(await turn(desks.approver, id, "apologies", 4, { expectedOn: "2026-12-22" }));
        const [, second] = await twoOf(id);
        expect(await take(work, second)).toEqual({ behind: first.id });
        return (await work.carriers.email?.(mail)) ?? { taken: false, problem: "noAnswer", answer: null };
      },
    };
    expect(await take({ ...work, carriers: slow }, first)).toBe("done");
    for (const order of await ordersOf(id)) expect(await take(work, order)).toBe("done");
    expect(server.mails).toHaveLength(2);
    expect(await noticesOf(id)).toMatchObject([{ state: "sent" }, { state: "sent" }]);
  });

  test("is not sent and says by which news; the newer one names the date that was told", async () => {
    await using server = await mailServer({ onRecipient: busyOnce });
    const work = workBy(server);
    const id = await inWork();
    await closeAgency(app, AGENCY, "2026-12-09");
    const [first] = await ordersOf(id);
    if (!first) throw new Error("the new date is told");
    expect(await take(work, first)).toBe("failed");
    await closeAgency(app, AGENCY, "2026-12-10");
    const [, second] = await twoOf(id);
    expect(await take(work, second)).toBe("done");
    expect(textOf(server, 0)).toContain("Ngày đã hẹn: 14/12/2026");
    expect(textOf(server, 0)).toContain("Ngày hẹn mới: 16/12/2026");
    expect(await take(work, first)).toBe("done");
    expect(server.mails).toHaveLength(1);
    expect(await noticesOf(id)).toMatchObject([
      { kind: "newDate", state: "sent", seq: 5, overtakenBy: null },
      { kind: "newDate", state: "overtaken", seq: 4, overtakenBy: 5, attempts: 1, problem: null },
    ]);
    const code = String((await desks.officer.get(`/dossiers/${id}`)).body["code"]);
    const { body } = await desks.officer.get(`/notices?q=${code}&state=overtaken`);
    const [listed] = body["notices"] as Record<string, unknown>[];
    expect(listed).toMatchObject({
      kind: "newDate",
      overtakenBy: { seq: 5, because: "dossier.dueDateMoved" },
    });
    const csv = await desks.officer.get(`/notices.csv?q=${code}&state=overtaken`);
    expect(csv.bytes.toString("utf8")).toContain("Không gửi nữa: đã có tin mới hơn");
    for (const act of ["sending-again", "telling"])
      expect(
        await desks.officer.send("POST", `/notices/${String(listed?.["noticeId"])}/${act}`),
      ).toMatchObject({ status: 409, body: { code: "notice_not_given_up" } });
  });
});
