import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMilliseconds, instant } from "../shared/instant.ts";
import {
  type CarrierAnswer,
  NOTICE_ATTEMPTS_MAX,
  NOTICE_CHANNELS,
  SENDING_CHANNELS,
  afterAttempt,
  carriesPaper,
  chooseChannel,
  isNews,
  maskAddress,
} from "./notice.ts";

const EMAIL = "hong@vidu.vn";
const PHONE = "0912345678";

describe("where a citizen is told", () => {
  test.each([
    {
      has: { email: EMAIL, phone: PHONE },
      open: SENDING_CHANNELS,
      is: "email",
      because: "it carries the paper",
    },
    {
      has: { email: EMAIL, phone: PHONE },
      open: ["sms"] as const,
      is: "sms",
      because: "no mail is sent here",
    },
    { has: { email: null, phone: PHONE }, open: SENDING_CHANNELS, is: "sms", because: "there is no address" },
    { has: { email: EMAIL, phone: null }, open: ["sms"] as const, is: null, because: "no way leads there" },
    {
      has: { email: null, phone: PHONE },
      open: ["email"] as const,
      is: null,
      because: "a phone gets no mail",
    },
    { has: { email: null, phone: null }, open: SENDING_CHANNELS, is: null, because: "nothing is known" },
    { has: {}, open: SENDING_CHANNELS, is: null, because: "nothing is known" },
    { has: { email: EMAIL, phone: PHONE }, open: [], is: null, because: "the house sends nothing" },
  ])("$has with $open → $is: $because", ({ has, open, is }) => {
    const chosen = chooseChannel(has, open);
    expect(chosen?.channel ?? null).toBe(is);
    if (chosen) expect(chosen.address).toBe(chosen.channel === "email" ? EMAIL : PHONE);
  });

  test("only a mail carries Mẫu 01 itself", () => {
    expect(NOTICE_CHANNELS.filter(carriesPaper)).toEqual(["email"]);
  });
});

describe("a try", () => {
  const no = (problem: Exclude<CarrierAnswer, { taken: true }>["problem"]): CarrierAnswer => ({
    taken: false,
    problem,
    answer: null,
  });

  test.each([
    { answer: { taken: true, answer: "250" } as const, attempts: 1, is: "sent" },
    { answer: { taken: true, answer: "250" } as const, attempts: 99, is: "sent" },
    { answer: no("refused"), attempts: 1, is: "givenUp" },
    { answer: no("refusedForNow"), attempts: 1, is: "failed" },
    { answer: no("notSignedIn"), attempts: 1, is: "failed" },
    { answer: no("noAnswer"), attempts: NOTICE_ATTEMPTS_MAX - 1, is: "failed" },
    { answer: no("noAnswer"), attempts: NOTICE_ATTEMPTS_MAX, is: "givenUp" },
  ])("$answer at try $attempts → $is", ({ answer, attempts, is }) => {
    expect(afterAttempt(answer, attempts)).toBe(is);
  });

  test("a notice is news for three days", () => {
    const at = instant("2026-11-16T08:30:00+07:00");
    const later = (milliseconds: number) => isNews(at, addMilliseconds(at, milliseconds));
    expect([later(0), later(3 * 86_400_000), later(3 * 86_400_000 + 1)]).toEqual([true, true, false]);
  });
});

describe("an address on the screen", () => {
  test.each([
    { channel: "email", address: EMAIL, is: "h•••@vidu.vn" },
    { channel: "email", address: "đ@vidu.vn", is: "đ•••@vidu.vn" },
    { channel: "sms", address: PHONE, is: "•••678" },
  ] as const)("$address is shown as $is", ({ channel, address, is }) => {
    expect(maskAddress(channel, address)).toBe(is);
  });

  test("never shows more of a name than its first letter, nor more of a number than three digits", () => {
    const names = fc.stringMatching(/^[a-z]{2,20}$/);
    fc.assert(
      fc.property(names, names, fc.stringMatching(/^0\d{9}$/), (name, host, phone) => {
        expect(maskAddress("email", `${name}@${host}.vn`)).toBe(`${name.charAt(0)}•••@${host}.vn`);
        expect(maskAddress("sms", phone).replace(/\D/g, "")).toBe(phone.slice(7));
      }),
    );
  });
});
