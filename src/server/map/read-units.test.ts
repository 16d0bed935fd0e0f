import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

interface Unit {
  code: string;
  name: string;
  whole: boolean;
}

describe.each([18, 15] as const)("the map on PostgreSQL %d", (postgres) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ postgres });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const list = async (query: string) => {
    const { status, body } = await app.anonymous.get(`/administrative-units${query}`);
    expect(status).toBe(200);
    return body as unknown as { asOf: string; units: Unit[]; next: string | null };
  };
  const everyPage = async (query: string) => {
    const codes: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(`${query}${after && `&after=${after}`}`);
      codes.push(...page.units.map(({ code }) => code));
      after = page.next;
    }
    return codes;
  };
  const read = async (path: string) => {
    const { status, body } = await app.anonymous.get(`/administrative-units/${path}`);
    return { status, ...body } as unknown as {
      status: number;
      unit: Unit;
      mark: string;
      parents: Unit[];
      predecessors: Unit[];
      successors: Unit[];
    };
  };
  const names = (units: readonly Unit[]) => units.map(({ name }) => name);

  test.each([
    { query: "?asOf=2025-06-30", count: 63, because: "before the merger" },
    { query: "?asOf=2025-07-01", count: 34, because: "since the merger" },
    { query: "?asOf=2024-12-31&parent=46", count: 9, because: "the districts of Thừa Thiên Huế" },
    { query: "?parent=82", count: 102, because: "the communes of Đồng Tháp today" },
    { query: "?asOf=2025-06-30&parent=874", count: 13, because: "the communes of huyện Thanh Bình" },
    { query: "?asOf=2017-12-31", count: 0, because: "the record had not begun" },
    { query: "?parent=874", count: 0, because: "the district has gone" },
  ])("lists $count units: $because", async ({ query, count }) => {
    const codes = await everyPage(query);
    expect(codes).toHaveLength(count);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test.each(["?asOf=0000-01-01", "/82?asOf=0000-12-31"])(
    "there is no year 0 to ask for: %s",
    async (asked) => {
      const { status, body } = await app.anonymous.get(`/administrative-units${asked}`);
      expect({ status, code: body["code"] }).toEqual({ status: 400, code: "input_malformed" });
      const last = asked.replace(/0000-\d\d-\d\d/, "9999-12-31");
      expect((await app.anonymous.get(`/administrative-units${last}`)).status).toBe(200);
    },
  );

  test("lists by words without diacritics, page after page, each unit once", async () => {
    const codes = await everyPage("?asOf=2025-06-30&q=tan%20phu");
    expect(codes.length).toBeGreaterThan(50);
    expect(new Set(codes).size).toBe(codes.length);
    const here = await list("?asOf=2025-06-30&parent=874&q=tan%20phu");
    expect(names(here.units)).toEqual(["Xã Tân Phú"]);
  });

  test("names that are what was typed come first, each with what it lay in", async () => {
    const { units } = await list("?asOf=2025-06-30&q=binh%20tan");
    const found = units as unknown as { name: string; above: string[] }[];
    const all = await everyPage("?asOf=2025-06-30&q=binh%20tan");
    expect(new Set(all).size).toBe(all.length);
    const first = found.findIndex(({ name }) => !/Bình T[âấ]n$/.test(name));
    expect(first).toBeGreaterThan(0);
    expect(found.slice(first).some(({ name }) => /Bình T[âấ]n$/.test(name))).toBe(false);
    expect(found.slice(0, first)).toContainEqual(
      expect.objectContaining({ name: "Xã Bình Tấn", above: ["Huyện Thanh Bình", "Tỉnh Đồng Tháp"] }),
    );
    expect((await list("")).units).toContainEqual(
      expect.objectContaining({ name: "Tỉnh Đồng Tháp", above: [] }),
    );
  });

  test("says on which day it was looked at, which is today when none was named", async () => {
    expect((await list("")).asOf).toBe("2026-11-16");
    expect((await list("?asOf=2020-02-29")).asOf).toBe("2020-02-29");
  });

  test.each(["?asOf=2025-02-30", "?asOf=today", "?parent=82;drop", "?parent=x", "?unknown=1"])(
    "refuses %s",
    async (query) => {
      expect((await app.anonymous.get(`/administrative-units${query}`)).status).toBe(400);
    },
  );

  test("tells a code that was used again apart by the day", async () => {
    const before = await read("30163?asOf=2025-06-30");
    expect(names(before.parents)).toEqual(["Huyện Thanh Bình", "Tỉnh Đồng Tháp"]);
    expect(names(before.successors)).toEqual(["Xã Bình Thành"]);
    expect(before.predecessors).toEqual([]);
    const today = await read("30163");
    expect(names(today.parents)).toEqual(["Tỉnh Đồng Tháp"]);
    expect(names(today.predecessors)).toEqual(["Xã Bình Tấn", "Xã Bình Thành"]);
    expect(names(today.successors)).toEqual(["Xã Bình Thành"]);
    expect(today.mark).toBe("sourced");
  });

  test("shows what a province was made of, and what a divided ward became", async () => {
    expect(names((await read("82")).predecessors)).toEqual(["Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"]);
    const divided = await read("00167?asOf=2025-06-30");
    expect(divided.successors.map(({ name, whole }) => ({ name, whole }))).toEqual([
      { name: "Phường Nghĩa Đô", whole: false },
      { name: "Phường Cầu Giấy", whole: false },
    ]);
  });

  test("follows a province through two changes of its kind", async () => {
    const old = await read("46?asOf=2020-01-01");
    expect(old.unit.name).toBe("Tỉnh Thừa Thiên Huế");
    expect(old.mark).toBe("recalled");
    expect(names(old.successors)).toEqual(["Thành phố Huế"]);
  });

  test("a district ended without a successor", async () => {
    expect((await read("874?asOf=2025-06-30")).successors).toEqual([]);
  });

  test.each(["99999", "874", "30148"])("knows no unit with the code %s today", async (code) => {
    expect((await read(code)).status).toBe(404);
  });
});
