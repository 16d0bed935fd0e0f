import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "../mandate/permission.ts";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import {
  type AccountTerms,
  type Days,
  EMPLOYER_KINDS,
  POST_PLACES,
  accountFaults,
  endContract,
  endPost,
  extendContract,
  oneEmployer,
  ownPassword,
  postFaults,
  sharesADay,
} from "./contract.ts";

const TODAY = plainDate("2026-11-16");
const lan: AccountTerms = {
  username: "lan.clerk",
  fullName: "Nguyễn Thị Lan",
  employer: "Bưu điện Văn hóa xã Bình Tấn",
  employerKind: "post",
  validFrom: plainDate("2026-11-01"),
  validTo: null,
};

describe("a person's side of an account", () => {
  test.each([
    { changes: {}, faults: [], because: "nothing is wrong with it" },
    { changes: { username: " Lan.Clerk " }, faults: [], because: "capitals and blanks are put right" },
    { changes: { username: "lan" }, faults: [], because: "three letters are enough" },
    { changes: { username: "la" }, faults: ["username_shape"], because: "two are too few" },
    { changes: { username: "l".repeat(41) }, faults: ["username_shape"], because: "41 are too many" },
    {
      changes: { username: "lân.clerk" },
      faults: ["username_shape"],
      because: "it must be typed on any keyboard",
    },
    { changes: { username: "lan..clerk" }, faults: ["username_shape"], because: "a dot joins two words" },
    { changes: { username: "1lan" }, faults: ["username_shape"], because: "it begins with a letter" },
    { changes: { fullName: " \t" }, faults: ["full_name_missing"], because: "blanks are no name" },
    { changes: { employer: "" }, faults: ["employer_missing"], because: "somebody employs" },
    {
      changes: { validTo: plainDate("2026-10-31") },
      faults: ["period_reversed"],
      because: "a contract ends after it begins",
    },
    { changes: { validTo: plainDate("2026-11-01") }, faults: [], because: "a contract of one day is one" },
  ])("$because", ({ changes, faults }) => {
    expect(accountFaults({ ...lan, ...changes })).toEqual(faults);
  });
});

describe("a post", () => {
  test("is for the employer's own people and at a place of its kind, for every role there is", () => {
    // Written down once more by hand: who works where.
    const places = {
      postalClerk: "post at postOffice",
      courier: "post at postOffice",
      oneStopOfficer: "state at unit",
      unitHead: "state at unit",
      caseOfficer: "state at agency",
      approver: "state at agency",
      programmeOfficer: "state at agency",
      administrator: "state at unit, agency",
    };
    for (const role of ROLES)
      for (const employerKind of EMPLOYER_KINDS)
        for (const place of POST_PLACES) {
          const [kind, where = ""] = places[role].split(" at ");
          const post = { role, place, validFrom: lan.validFrom, validTo: null };
          const right = kind === employerKind && where.split(", ").includes(place);
          expect(
            postFaults({ ...lan, employerKind }, post).length === 0,
            `${role} ${employerKind} ${place}`,
          ).toBe(right);
        }
  });

  const post = { role: "postalClerk", place: "postOffice", validFrom: lan.validFrom, validTo: null } as const;
  test.each([
    { contract: {}, days: { validFrom: plainDate("2026-10-31") }, because: "it begins before the contract" },
    { contract: { validTo: TODAY }, days: {}, because: "it has no end and the contract has" },
    {
      contract: { validTo: TODAY },
      days: { validTo: plainDate("2026-11-17") },
      because: "it ends a day after the contract",
    },
  ])("lies outside of the contract when $because", ({ contract, days }) => {
    expect(postFaults({ ...lan, ...contract }, { ...post, ...days })).toEqual(["post_outside_contract"]);
  });

  test("may end with the contract on the same day", () => {
    expect(postFaults({ ...lan, validTo: TODAY }, { ...post, validTo: TODAY })).toEqual([]);
  });
});

const aPeriod: fc.Arbitrary<Days> = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 0, max: 10 })))
  .map(([from, length]) => {
    const validFrom = addDays(TODAY, from);
    return { validFrom, validTo: length === null ? null : addDays(validFrom, length) };
  });
const isIn = ({ validFrom, validTo }: Days, day: PlainDate) =>
  validFrom <= day && (validTo === null || day <= validTo);

describe("one employer", () => {
  test("two contracts share a day when some day lies in both, counted day by day", () => {
    fc.assert(
      fc.property(aPeriod, aPeriod, (one, other) => {
        const days = Array.from({ length: 60 }, (_, index) => addDays(TODAY, index));
        expect(sharesADay(one, other)).toBe(days.some((day) => isIn(one, day) && isIn(other, day)));
      }),
    );
  });

  test("the refusal names the account in the way and its last day", () => {
    const other = { username: "lan.old", validFrom: plainDate("2026-01-01"), validTo: TODAY };
    expect(oneEmployer(lan, [other])).toMatchObject({
      code: "clerk_two_employers",
      details: { username: "lan.old", until: "2026-11-16" },
    });
    expect(oneEmployer({ ...lan, validFrom: plainDate("2026-11-17") }, [other]).ok).toBe(true);
  });
});

const open = { validFrom: plainDate("2026-11-01"), validTo: null, closed: false };
const day = plainDate;

describe("the end of a contract", () => {
  test.each([
    { lastDay: "2026-11-15", answer: { atOnce: true }, because: "a day past ends it now" },
    { lastDay: "2026-11-16", answer: { atOnce: false }, because: "today is worked to its end" },
    { lastDay: "2026-11-16", now: true, answer: { atOnce: true }, because: "unless it is to end now" },
    { lastDay: "2026-11-17", answer: { atOnce: false }, because: "tomorrow is still to come" },
    { lastDay: "2026-11-01", answer: { atOnce: true }, because: "it may end on its first day" },
  ])("$because", ({ lastDay, now, answer }) => {
    expect(endContract(open, day(lastDay), TODAY, now)).toMatchObject({ ok: true, value: answer });
  });

  test.each(["2026-11-15", "2026-11-17"])("now is today, and not %s", (lastDay) => {
    expect(endContract(open, day(lastDay), TODAY, true)).toMatchObject({
      code: "contract_end_not_now",
      details: { today: "2026-11-16" },
    });
  });

  test.each([
    { contract: open, lastDay: "2026-10-31", code: "contract_end_too_early", because: "it had not begun" },
    {
      contract: { ...open, closed: true },
      lastDay: "2026-11-20",
      code: "contract_over",
      because: "it is closed",
    },
    {
      contract: { ...open, validTo: day("2026-11-15") },
      lastDay: "2026-11-20",
      code: "contract_over",
      because: "its last day is past",
    },
  ])("is refused when $because", ({ contract, lastDay, code }) => {
    expect(endContract(contract, day(lastDay), TODAY)).toMatchObject({ code });
  });
});

describe("a longer contract", () => {
  const until = (validTo: string, closed = false) => ({ ...open, validTo: day(validTo), closed });
  test.each([
    { contract: until("2026-11-30"), to: "2026-12-31", ok: true, because: "a later day is longer" },
    { contract: until("2026-11-30"), to: null, ok: true, because: "so is no end" },
    { contract: until("2026-11-30"), to: "2026-11-30", ok: false, because: "the same day is not" },
    { contract: until("2026-11-30"), to: "2026-11-29", ok: false, because: "nor is an earlier one" },
    { contract: until("2026-11-10"), to: "2026-11-15", ok: false, because: "what is past again is none" },
    {
      contract: until("2026-11-10"),
      to: "2026-11-16",
      ok: true,
      because: "one that ended is taken up again",
    },
    {
      contract: until("2026-11-16", true),
      to: "2026-11-16",
      ok: true,
      because: "closed today it opens for today",
    },
    { contract: open, to: null, ok: false, because: "without an end there is nothing to extend" },
  ])("$because", ({ contract, to, ok }) => {
    expect(extendContract(contract, to === null ? null : day(to), TODAY).ok).toBe(ok);
  });
});

describe("the end of a post", () => {
  const post = { validFrom: day("2026-11-01"), validTo: null };
  test.each([
    {
      held: post,
      lastDay: "2026-11-15",
      answer: { ok: true, value: { atOnce: true } },
      because: "yesterday was its last day",
    },
    {
      held: post,
      lastDay: "2026-11-16",
      answer: { ok: true, value: { atOnce: false } },
      because: "today still counts",
    },
    {
      held: post,
      lastDay: "2026-10-31",
      answer: { code: "contract_end_too_early" },
      because: "it had not begun",
    },
    {
      held: { ...post, validTo: day("2026-11-20") },
      lastDay: "2026-11-20",
      answer: { code: "post_over" },
      because: "it ends that day anyway",
    },
    {
      held: { ...post, validTo: day("2026-11-10") },
      lastDay: "2026-11-05",
      answer: { code: "post_over" },
      because: "it has ended",
    },
  ])("$because", ({ held, lastDay, answer }) => {
    expect(endPost(held, day(lastDay), TODAY)).toMatchObject(answer);
  });
});

test.each([
  { password: "mười chữ ấ", ok: true, because: "ten signs are enough, of whatever kind" },
  { password: "chín chữ ấ".slice(0, 9), ok: false, because: "nine are not" },
  { password: "k7mp-3xqd-w9ht-e4vn", ok: false, because: "the one on the slip is nobody's own" },
  { password: " ".repeat(12), ok: false, because: "blanks are nothing to remember" },
  { password: "x".repeat(201), ok: false, because: "beyond 200 nobody types it again" },
])("an own password: $because", ({ password, ok }) => {
  expect(ownPassword(password, "k7mp-3xqd-w9ht-e4vn").ok).toBe(ok);
});
