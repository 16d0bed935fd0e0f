import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { CarrierAnswer } from "#domain/notice/notice.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import {
  type MailServer,
  type MailServerOptions,
  mailServer,
  readMail,
} from "../../../test/kit/mail-server.ts";
import { pdfPages, pdfText } from "../../../test/kit/pdf.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import type { Deps } from "../deps.ts";
import { openReceipt } from "../intake/print-receipt.ts";
import { openForm } from "../turns/print-form.ts";
import type { NoticeSettings } from "../notice-settings.ts";
import { openCarriers } from "./carriers.ts";
import { NoticeNotSent, sendNotice } from "./send-notice.ts";

const EMAIL = "nhung.hong@example.vn";
const WITH_MAIL = { receiptDelivery: "message", applicant: { ...AN_APPLICANT, email: EMAIL } };
const NO_NOTICES: NoticeSettings = { mail: null, sms: "off", zalo: "off", quiet: null };
const PATIENCE_MS = 60_000;
const MINUTE = 60_000;

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

/** A dossier whose Mẫu 01 goes by message, confirmed. */
async function confirmed(changes: Record<string, unknown> = WITH_MAIL, by = desks) {
  const dossier = await takeIn(by.clerk, changes);
  await confirm(by.officer, [{ dossierId: dossier.dossierId, version: 1 }]);
  return dossier;
}

/** What is done for the outbox row of this dossier's confirmation, by these ways. */
function sender(settings: Partial<NoticeSettings>, deps: Deps = app.program.deps) {
  const carriers = openCarriers({ ...NO_NOTICES, ...settings }, app.dataFolder);
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  return (dossierId: string, email = carriers.email) =>
    sendNotice({ deps, carriers: { ...carriers, email }, quiet: null, openReceipt, openForm }, space, {
      dossierId,
      seq: 2,
      kind: "receipt",
    });
}

async function withServer(
  options: MailServerOptions = {},
): Promise<MailServer & { readonly send: ReturnType<typeof sender> }> {
  const server = await mailServer(options);
  return { ...server, send: sender({ mail: server.settings }) };
}

const view = async (dossierId: string, by = desks) => (await by.officer.get(`/dossiers/${dossierId}`)).body;
const noticesOf = async (dossierId: string) => (await view(dossierId))["notices"];
const due = async (dossierId: string, by = desks) =>
  ((await by.officer.get("/receipts-due")).body["rows"] as Record<string, unknown>[]).find(
    (row) => row["dossierId"] === dossierId,
  );
const eventsOf = async (dossierId: string) => (await view(dossierId))["events"] as Record<string, unknown>[];

describe("the running program", () => {
  test("sends Mẫu 01 by itself, again after the mail server was busy, and the slip needs no person any more", async () => {
    await using server = await mailServer({
      onRecipient: (attempt) => (attempt === 1 ? { code: 421, words: "4.3.2 busy" } : undefined),
    });
    await using running = await testApp({ jobs: true, notices: { ...NO_NOTICES, mail: server.settings } });
    const by = await openDesks(running);
    await actUnder(running, "assist");
    const dossier = await confirmed(WITH_MAIL, by);
    await expect
      .poll(() => view(dossier.dossierId, by), { timeout: PATIENCE_MS })
      .toMatchObject({ receiptDue: null });
    expect(await view(dossier.dossierId, by)).toMatchObject({
      notices: [
        { state: "sent", attempts: 2, to: "n•••@example.vn", channel: "email", seq: 2, problem: null },
      ],
    });
    expect(await due(dossier.dossierId, by)).toBeUndefined();
    expect(server.mails).toHaveLength(1);
    await expect
      .poll(async () => (await running.owner.query("select from space_dong_thap.outbox")).rowCount, {
        timeout: PATIENCE_MS,
      })
      .toBe(0);
    expect((await disagreements(running)).found).toEqual([]);
  });
});

describe("a citizen who wants Mẫu 01 by message", () => {
  test("gets the paper with both names, the day and the link; the ledger names the officer's right", async () => {
    await using server = await withServer();
    const { dossierId, code } = await confirmed();
    await server.send(dossierId);
    const { head, parts } = readMail(server.mails[0]?.raw ?? "");
    expect(head.get("to")).toBe(`${AN_APPLICANT.name} <${EMAIL}>`);
    expect(head.get("subject")).toContain(code);
    // The copy of the desk stays at the desk.
    const pages = await pdfPages(parts.at(-1)?.content ?? Buffer.of());
    expect(pages.join(" ")).toContain("Liên2:Giaongườinộphồsơ");
    expect(pages.join(" ")).not.toContain("Liên1");
    for (const part of parts.slice(0, 2)) {
      const words = part.content.toString();
      for (const said of [
        code,
        "Tờ khai",
        "Hẹn trả kết quả",
        `http://localhost/t/${code}/`,
        AN_APPLICANT.name,
      ])
        expect(words).toContain(said);
    }
    const paper = await pdfText(parts[2]?.content ?? Buffer.of());
    expect(paper).toContain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    for (const said of [code, "Nguyễn Thị Lan", "Lê Minh Đức"]) expect(paper).toContain(said);
    const [, confirmation, delivery] = await eventsOf(dossierId);
    expect(delivery).toMatchObject({
      type: "dossier.receiptDelivered",
      actor: confirmation?.["actor"],
      basis: confirmation?.["basis"],
      place: null,
    });
    const { rows } = await app.owner.query(
      "select delivered_seq from space_dong_thap.notice where dossier_id = $1",
      [dossierId],
    );
    expect(rows).toEqual([{ delivered_seq: 3 }]);
  });

  test("gets it once, however often it is asked for", async () => {
    await using server = await withServer();
    const { dossierId } = await confirmed();
    await server.send(dossierId);
    await server.send(dossierId);
    expect(server.mails).toHaveLength(1);
    expect(await eventsOf(dossierId)).toHaveLength(3);
  });

  test("gets it once from two processes that send at the same moment", async () => {
    await using second = await app.another(app.clock);
    await using server = await withServer();
    const other = sender({ mail: server.settings }, second.program.deps);
    const { dossierId } = await confirmed();
    const ends = await Promise.allSettled([server.send(dossierId), other(dossierId), server.send(dossierId)]);
    expect(ends.some(({ status }) => status === "fulfilled")).toBe(true);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(NoticeNotSent);
    expect(server.mails).toHaveLength(1);
    expect(await noticesOf(dossierId)).toMatchObject([{ state: "sent", attempts: 1 }]);
  });

  test("is told by a text message where there is no address: code, day, link; the slip still has to come", async () => {
    const send = sender({ sms: "file" });
    const { dossierId, code } = await confirmed({ receiptDelivery: "message" });
    await send(dossierId);
    await send(dossierId);
    const folder = path.join(app.dataFolder, "sms");
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    const place = path.join(folder, files[0] ?? "");
    expect(statSync(place).mode & 0o777).toBe(0o600);
    const { to, text } = JSON.parse(readFileSync(place, "utf8")) as { to: string; text: string };
    expect(to).toBe(AN_APPLICANT.phone);
    expect(text).toMatch(
      new RegExp(
        `^Hồ sơ ${code} đã được tiếp nhận, hẹn trả ngày \\d{2}/\\d{2}/2026\\. Xem: http://localhost/t/${code}/\\S+$`,
      ),
    );
    expect(await due(dossierId)).toMatchObject({ notice: { channel: "sms", state: "sent" } });
    expect(await noticesOf(dossierId)).toMatchObject([{ to: "•••678", state: "sent" }]);
  });

  test("stays a person's work where nothing is sent by itself", async () => {
    const { dossierId } = await confirmed();
    await sender({})(dossierId);
    expect(await due(dossierId)).toMatchObject({ by: "message", notice: null });
    expect(await noticesOf(dossierId)).toEqual([]);
  });

  test("has it from a mail address alone, without a phone", async () => {
    const { phone: _, ...silent } = AN_APPLICANT;
    await using server = await withServer();
    const { dossierId } = await confirmed({
      receiptDelivery: "message",
      applicant: { ...silent, email: EMAIL },
    });
    await server.send(dossierId);
    expect(server.mails.map(({ to }) => to)).toEqual([[EMAIL]]);
  });

  test("has it as who handed the dossier in, not as whom that person acts for", async () => {
    await using server = await withServer();
    const submitter = {
      ...AN_APPLICANT,
      name: "Phan Hữu Lộc",
      identityNumber: "087085112233",
      birthDate: "1985-03-02",
      sex: "male",
      email: "loc@example.vn",
    };
    const authorisation = { date: "2026-11-10", scope: "Nộp hồ sơ", relation: "spouse" };
    const { dossierId } = await confirmed({ ...WITH_MAIL, submitter, authorisation });
    await server.send(dossierId);
    expect(server.mails.map(({ to }) => to)).toEqual([["loc@example.vn"]]);
    expect(readMail(server.mails[0]?.raw ?? "").head.get("to")).toContain("Phan Hữu Lộc");
  });

  test("is not written to by a confirmation of a dossier whose slip comes at the counter", async () => {
    const before = (
      await app.owner.query("select from space_dong_thap.outbox where topic = 'dossier.receiptNotice'")
    ).rowCount;
    await confirmed({ ...WITH_MAIL, receiptDelivery: "counter" });
    const after = await app.owner.query(
      "select from space_dong_thap.outbox where topic = 'dossier.receiptNotice'",
    );
    expect(after.rowCount).toBe(before);
  });
});

describe("a message that does not go", () => {
  test("is given up when the server says no for good; a person reads why, and nothing personal is kept", async () => {
    await using server = await withServer({
      onRecipient: () => ({ code: 550, words: `5.1.1 <${EMAIL}> unknown, Nguyễn Thị Hồng Nhung` }),
    });
    const { dossierId } = await confirmed();
    await server.send(dossierId);
    await server.send(dossierId);
    expect(await due(dossierId)).toMatchObject({
      by: "message",
      notice: { channel: "email", state: "givenUp", problem: "refused", attempts: 1 },
    });
    expect(await noticesOf(dossierId)).toMatchObject([{ answer: "550 5.1.1", sentAt: null }]);
    const { rows } = await app.owner.query<{ row: string }>(
      `select t::text as row from space_dong_thap.notice t union all select t::text from space_dong_thap.outbox t`,
    );
    const kept = [...rows.map(({ row }) => row), ...app.logged].join("\n");
    for (const secret of [EMAIL, AN_APPLICANT.phone, AN_APPLICANT.name, "Hồng Nhung"]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });

  test("is tried again when nobody answers, ten times, and then it is a person's work", async () => {
    const gone = await mailServer();
    await gone[Symbol.asyncDispose]();
    const send = sender({ mail: gone.settings });
    const { dossierId } = await confirmed();
    for (let attempt = 1; attempt < 10; attempt += 1) {
      await expect(send(dossierId)).rejects.toThrow("noAnswer");
      expect(await due(dossierId)).toMatchObject({ notice: { state: "failed", attempts: attempt } });
    }
    await send(dossierId);
    expect(await due(dossierId)).toMatchObject({
      notice: { state: "givenUp", problem: "noAnswer", attempts: 10, triedAt: app.clock.now() },
    });
  });

  test("of a process that died after the server's yes is sent again under the same Message-ID", async () => {
    await using server = await withServer();
    const { dossierId } = await confirmed();
    const carry = openCarriers({ ...NO_NOTICES, mail: server.settings }, app.dataFolder).email;
    const dying = async (mail: Parameters<NonNullable<typeof carry>>[0]): Promise<CarrierAnswer> => {
      await carry?.(mail);
      throw new Error("the process ends here");
    };
    await expect(server.send(dossierId, dying)).rejects.toThrow("the process ends here");
    await expect(server.send(dossierId)).rejects.toBeInstanceOf(NoticeNotSent);
    app.clock.advance(10 * MINUTE - 1);
    await expect(server.send(dossierId)).rejects.toBeInstanceOf(NoticeNotSent);
    app.clock.advance(1);
    await server.send(dossierId);
    const identities = server.mails.map(({ raw }) => readMail(raw).head.get("message-id"));
    expect(identities).toHaveLength(2);
    expect(new Set(identities).size).toBe(1);
    expect(await view(dossierId)).toMatchObject({
      receiptDue: null,
      notices: [{ state: "sent", attempts: 2 }],
    });
  });

  test("is given up when each of ten processes died on the way", async () => {
    await using server = await withServer();
    const { dossierId } = await confirmed();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const dying = () => Promise.reject(new Error("the process ends here"));
      await expect(server.send(dossierId, dying)).rejects.toThrow("the process ends here");
      app.clock.advance(10 * MINUTE);
    }
    await server.send(dossierId);
    expect(server.mails).toEqual([]);
    desks = await openDesks(app);
    expect(await noticesOf(dossierId)).toMatchObject([{ state: "givenUp", problem: "noAnswer" }]);
  });

  test("but was sent, before its process could tell the ledger, is told to it by the next try", async () => {
    await using server = await withServer();
    const { dossierId } = await confirmed();
    await app.owner.query("alter table space_dong_thap.mandate_epoch rename to away");
    await expect(server.send(dossierId)).rejects.toThrow(/mandate_epoch/);
    await app.owner.query("alter table space_dong_thap.away rename to mandate_epoch");
    expect(await view(dossierId)).toMatchObject({ receiptDue: "message", notices: [{ state: "sent" }] });
    app.clock.advance(4 * 24 * 60 * MINUTE); // However late: the citizen has it.
    await server.send(dossierId);
    expect(server.mails).toHaveLength(1);
    desks = await openDesks(app);
    expect(await view(dossierId)).toMatchObject({ receiptDue: null });
  });

  test("is not tried again once the slip was handed over at the counter", async () => {
    await using server = await withServer({
      onRecipient: (attempt) => (attempt === 1 ? { code: 451, words: "later" } : undefined),
    });
    const { dossierId } = await confirmed();
    await expect(server.send(dossierId)).rejects.toThrow("refusedForNow");
    const url = `/dossiers/${dossierId}/receipt-delivery`;
    passed(await desks.officer.send("POST", url, { version: 2, by: "counter" }));
    await server.send(dossierId);
    expect(server.mails).toEqual([]);
    expect(await noticesOf(dossierId)).toMatchObject([
      { state: "givenUp", problem: "notNeeded", attempts: 1 },
    ]);
  });

  test("is no news after three days: what a restored backup finds in the outbox is not sent", async () => {
    await using server = await withServer({ onRecipient: () => ({ code: 451, words: "later" }) });
    const [begun, never] = [await confirmed(), await confirmed()];
    await expect(server.send(begun.dossierId)).rejects.toThrow("refusedForNow");
    app.clock.advance(3 * 24 * 60 * MINUTE + MINUTE);
    await server.send(begun.dossierId);
    await server.send(never.dossierId);
    desks = await openDesks(app);
    expect(await noticesOf(begun.dossierId)).toMatchObject([{ state: "givenUp", problem: "tooLate" }]);
    expect(await due(never.dossierId)).toMatchObject({ notice: null });
    expect(server.mails).toEqual([]);
  });

  test("leaves every projection as its ledger says", async () => {
    expect((await disagreements(app)).found).toEqual([]);
  });
});
