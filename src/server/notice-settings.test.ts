import { describe, expect, test } from "vitest";
import { readNoticeSettings } from "./notice-settings.ts";

const FROM = "Một cửa Bình Thành <motcua@example.vn>";
const mail = (url: string, from = FROM) => {
  const { mail: read } = readNoticeSettings({ MOTCUA_SMTP_URL: url, MOTCUA_MAIL_FROM: from });
  return read === "file" ? null : read;
};

describe("the mail server", () => {
  test("is none, and nobody is told anything, unless the settings say so", () => {
    const nothing = { mail: null, sms: "off", zalo: "off", quiet: { fromMinute: 1260, toMinute: 420 } };
    expect(readNoticeSettings({})).toEqual(nothing);
    expect(readNoticeSettings({ MOTCUA_SMTP_URL: "", MOTCUA_SMS: "" })).toEqual(nothing);
    expect(readNoticeSettings({ MOTCUA_SMS: "file" })).toEqual({ ...nothing, sms: "file" });
    expect(readNoticeSettings({ MOTCUA_ZALO: "file" })).toEqual({ ...nothing, zalo: "file" });
    expect(readNoticeSettings({ MOTCUA_SMTP_URL: "file" })).toEqual({ ...nothing, mail: "file" });
  });

  test("of a demo is a folder, and so is every way that no setting names", () => {
    const files = { mail: "file", sms: "file", zalo: "file" };
    expect(readNoticeSettings({ MOTCUA_SMS: "" }, "file")).toMatchObject(files);
    expect(readNoticeSettings({ MOTCUA_SMS: "off" }, "file")).toMatchObject({ ...files, sms: "off" });
    expect(readNoticeSettings({ MOTCUA_SMTP_URL: "off" }, "file")).toMatchObject({ ...files, mail: null });
  });

  test.each([
    { url: "smtps://mail.vidu.vn", is: { port: 465, tls: "wrapped" }, because: "TLS from the first byte" },
    { url: "smtp://mail.vidu.vn", is: { port: 587, tls: "upgrade" }, because: "a network is between" },
    {
      url: "smtp://mail.vidu.vn:25?tls=none",
      is: { port: 25, tls: "none" },
      because: "the operator says so",
    },
    { url: "smtp://127.0.0.1:2525", is: { port: 2525, tls: "none" }, because: "no network is between" },
    { url: "smtp://[::1]", is: { host: "::1", tls: "none" }, because: "no network is between" },
    { url: "smtp://127.0.0.1.vidu.vn", is: { tls: "upgrade" }, because: "it only looks like this machine" },
    {
      url: "smtps://m%E1%BB%99t%40vidu.vn:a%2Fb@mail.vidu.vn",
      is: { signIn: { user: "một@vidu.vn", password: "a/b" } },
      because: "special characters are written as %XX",
    },
    { url: "smtps://mail.vidu.vn", is: { signIn: null }, because: "nobody signs in" },
  ])("$url → $is: $because", ({ url, is }) => {
    expect(mail(url)?.server).toMatchObject(is);
  });

  test.each([
    { from: FROM, is: { name: "Một cửa Bình Thành", address: "motcua@example.vn" } },
    { from: "motcua@example.vn", is: { name: "", address: "motcua@example.vn" } },
    { from: " <motcua@example.vn> ", is: { name: "", address: "motcua@example.vn" } },
  ])("$from is the sender", ({ from, is }) => {
    expect(mail("smtp://localhost", from)?.from).toEqual(is);
  });

  test.each([
    { env: { MOTCUA_SMTP_URL: "mail.vidu.vn" }, sentence: /MOTCUA_SMTP_URL must be/ },
    { env: { MOTCUA_SMTP_URL: "https://u:secret@mail.vidu.vn" }, sentence: /MOTCUA_SMTP_URL must be/ },
    { env: { MOTCUA_SMTP_URL: "smtp://u:%zz@mail.vidu.vn" }, sentence: /MOTCUA_SMTP_URL must be/ },
    { env: { MOTCUA_SMTP_URL: "smtps://mail.vidu.vn?tls=none" }, sentence: /MOTCUA_SMTP_URL must be/ },
    { env: { MOTCUA_SMTP_URL: "smtp://mail.vidu.vn?tls=maybe" }, sentence: /MOTCUA_SMTP_URL must be/ },
    { env: { MOTCUA_SMTP_URL: "smtp://localhost" }, sentence: /MOTCUA_MAIL_FROM must name/ },
    {
      env: { MOTCUA_SMTP_URL: "smtp://localhost", MOTCUA_MAIL_FROM: "a@vidu.vn, b@vidu.vn" },
      sentence: /MOTCUA_MAIL_FROM must name/,
    },
    { env: { MOTCUA_SMS: "on" }, sentence: /MOTCUA_SMS must be off or file/ },
  ])("$env is refused with one sentence that repeats no password", ({ env, sentence }) => {
    expect(() => readNoticeSettings(env)).toThrow(sentence);
    expect(() => readNoticeSettings(env)).not.toThrow(/secret/);
  });
});
