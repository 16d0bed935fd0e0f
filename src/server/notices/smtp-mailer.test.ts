import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { type MailServerOptions, mailServer, readMail } from "../../../test/kit/mail-server.ts";
import type { Mail } from "./message.ts";
import { smtpMailer } from "./smtp-mailer.ts";

const MAIL: Mail = {
  id: "01900000-0000-7000-8000-000000000001",
  to: { name: "Nguyễn Thị Hồng Nhung", address: "nhung@example.vn" },
  subject: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H20.001-261116-0001",
  text: "Kính gửi Ông (Bà) Nguyễn Thị Hồng Nhung,\n\n.\nMột dòng chỉ có dấu chấm ở trên.",
  html: "<p>Kính gửi</p>",
  attachment: { fileName: "H20.001-261116-0001.pdf", content: Buffer.from("%PDF-1.7 một tờ giấy") },
};

describe("an e-mail", () => {
  test("arrives as it was written: names, subject, text, paper, and an identity of its own", async () => {
    await using server = await mailServer();
    expect(await smtpMailer(server.settings)(MAIL)).toEqual({ taken: true, answer: "250" });
    const [taken] = server.mails;
    expect(taken).toMatchObject({ from: "motcua@example.vn", to: ["nhung@example.vn"] });
    const { head, parts } = readMail(taken?.raw ?? "");
    expect(Object.fromEntries(head)).toMatchObject({
      "message-id": `<${MAIL.id}@example.vn>`,
      from: "Một cửa Bình Thành <motcua@example.vn>",
      to: "Nguyễn Thị Hồng Nhung <nhung@example.vn>",
      subject: MAIL.subject,
      "auto-submitted": "auto-generated",
    });
    const [text, html, paper] = parts;
    expect(text?.content.toString().replace(/\r\n/g, "\n").trimEnd()).toBe(MAIL.text);
    expect(html?.content.toString()).toContain("<p>Kính gửi</p>");
    expect(paper?.headers.get("content-type")).toMatch(/^application\/pdf/);
    expect(paper?.content).toEqual(MAIL.attachment?.content);
  });

  test.each([
    { name: "A\r\nBcc: xau@example.vn", because: "a line break begins another header" },
    { name: 'Nguyễn "Tí" <xau@example.vn>, Bcc', because: "these signs name several addresses" },
    { name: "=?utf-8?B?QmNj?= , xau@example.vn", because: "an encoded word is read by the other side" },
  ])("goes to the one address, whatever stands in a name: $because", async ({ name }) => {
    await using server = await mailServer();
    const mail = { ...MAIL, to: { ...MAIL.to, name }, subject: `${name}\r\nCc: xau@example.vn` };
    expect(await smtpMailer(server.settings)(mail)).toMatchObject({ taken: true });
    const [taken] = server.mails;
    expect(taken?.to).toEqual(["nhung@example.vn"]);
    const head = readMail(taken?.raw ?? "").head;
    expect([head.has("bcc"), head.has("cc")]).toEqual([false, false]);
    const toLine = /^To:.*(?:\r\n[ \t].*)*/m.exec(taken?.raw ?? "")?.[0] ?? "";
    expect(toLine.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/@/g)).toHaveLength(1);
  });
});

describe("what the mail server says", () => {
  const says = (code: number, words: string): MailServerOptions => ({ onRecipient: () => ({ code, words }) });

  test.each([
    {
      server: says(550, "5.1.1 <nhung@example.vn>: no such user nhung"),
      answer: { problem: "refused", answer: "550 5.1.1" },
    },
    {
      server: says(421, "4.7.0 try later, nhung"),
      answer: { problem: "refusedForNow", answer: "421 4.7.0" },
    },
    { server: says(450, "nhung is busy"), answer: { problem: "refusedForNow", answer: "450" } },
    { server: says(530, "5.7.0 sign in first"), answer: { problem: "notSignedIn", answer: "530 5.7.0" } },
    {
      server: { closed: { code: 554, words: "no service here" } },
      answer: { problem: "refusedForNow", answer: "554" },
    },
    {
      server: { password: "đúng", settings: { signIn: { user: "motcua", password: "sai" } } },
      answer: { problem: "notSignedIn", answer: "535 5.7.8" },
    },
    {
      server: { settings: { tls: "upgrade" } },
      answer: { problem: "noAnswer" },
    },
    { server: { settings: { tls: "wrapped" } }, answer: { problem: "noAnswer" } },
  ] as const)("is kept as a code without words: $answer", async ({ server: options, answer }) => {
    await using server = await mailServer(options);
    expect(await smtpMailer(server.settings)(MAIL)).toMatchObject({ taken: false, ...answer });
    expect(server.mails).toEqual([]);
  });

  test.each(["a<b@example.vn", "a@example.vn\r\nRCPT TO:<xau@example.vn>", "example.vn"])(
    "is not asked about %j, which is no address: it never will be one",
    async (address) => {
      await using server = await mailServer();
      const mail = { ...MAIL, to: { ...MAIL.to, address } };
      expect(await smtpMailer(server.settings)(mail)).toEqual({
        taken: false,
        problem: "refused",
        answer: null,
      });
      expect(server.mails).toEqual([]);
    },
  );

  test("lets in who has the password", async () => {
    await using server = await mailServer({
      password: "đúng",
      settings: { signIn: { user: "motcua", password: "đúng" } },
    });
    expect(await smtpMailer(server.settings)(MAIL)).toMatchObject({ taken: true });
  });

  test("is not waited for without end, and nobody listening is no answer", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await using server = await mailServer();
    const settings = { ...server.settings, server: { ...server.settings.server, port } };
    const patience = { connect: 200, greeting: 200, name: 200, silence: 200 };
    expect(await smtpMailer(settings, patience)(MAIL)).toMatchObject({
      problem: "noAnswer",
      answer: "ETIMEDOUT",
    });
    silent.close();
    await once(silent, "close");
    expect(await smtpMailer(settings)(MAIL)).toMatchObject({ taken: false, problem: "noAnswer" });
  });
});
