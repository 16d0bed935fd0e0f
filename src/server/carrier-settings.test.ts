import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readCarrierSettings } from "./carrier-settings.ts";

const SET = {
  MOTCUA_CARRIER_URL: "https://ngsp.vidu.vn/vnpost/",
  MOTCUA_CARRIER_CUSTOMER: "KH001",
  MOTCUA_CARRIER_KEY: "key",
  MOTCUA_CARRIER_SECRET: "very-secret",
};

describe("who carries", () => {
  test("is our own couriers alone unless an address says more", () => {
    expect(readCarrierSettings({})).toEqual({ ngsp: null });
    expect(readCarrierSettings({ ...SET, MOTCUA_CARRIER_URL: "off" })).toEqual({ ngsp: null });
  });

  test("is VNPost at the address, for every space or each with its own customer code", () => {
    const { ngsp } = readCarrierSettings(SET);
    expect(ngsp).toMatchObject({
      name: "vnpost",
      url: "https://ngsp.vidu.vn/vnpost",
      dialect: { id: "vnpost" },
    });
    expect([...(ngsp?.customers ?? [])]).toEqual([["*", "KH001"]]);
    const two = readCarrierSettings({ ...SET, MOTCUA_CARRIER_CUSTOMER: "dong-thap=KH1, an-giang=KH2" });
    expect(two.ngsp?.customers.get("an-giang")).toBe("KH2");
  });

  test("may speak a dialect of the operator's own file", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-dialect-"));
    const file = path.join(folder, "statuses.json");
    const dialect = {
      id: "vnpost",
      paths: { token: "/oauth", order: "/o", cancel: "/c", tracking: "/t" },
      pathsMark: "sourced",
      accepted: ["00"],
      already: [],
      answersMark: "sourced",
      source: "Hợp đồng 12/2026",
      statuses: [{ code: "7", type: "inTransit", mark: "sourced", source: "Hợp đồng 12/2026" }],
    };
    writeFileSync(file, JSON.stringify({ carriers: [dialect] }));
    expect(readCarrierSettings({ ...SET, MOTCUA_CARRIER_DIALECT: file }).ngsp?.dialect).toEqual(dialect);
    const twice = { ...dialect, statuses: [...dialect.statuses, ...dialect.statuses] };
    writeFileSync(file, JSON.stringify({ carriers: [twice] }));
    expect(() => readCarrierSettings({ ...SET, MOTCUA_CARRIER_DIALECT: file })).toThrow("7 means two things");
    rmSync(folder, { recursive: true });
  });

  test.each([
    { change: { MOTCUA_CARRIER_URL: "http://ngsp.vidu.vn" }, sentence: "MOTCUA_CARRIER_URL must be" },
    {
      change: { MOTCUA_CARRIER_URL: "https://u:very-secret@ngsp.vidu.vn" },
      sentence: "MOTCUA_CARRIER_URL must",
    },
    { change: { MOTCUA_CARRIER_SECRET: "" }, sentence: "MOTCUA_CARRIER_KEY and MOTCUA_CARRIER_SECRET" },
    { change: { MOTCUA_CARRIER_CUSTOMER: "" }, sentence: "MOTCUA_CARRIER_CUSTOMER must be" },
    { change: { MOTCUA_CARRIER_CUSTOMER: "KH 001" }, sentence: "MOTCUA_CARRIER_CUSTOMER must be" },
    { change: { MOTCUA_CARRIER: "own" }, sentence: "MOTCUA_CARRIER must be" },
    { change: { MOTCUA_CARRIER_DIALECT: "jt" }, sentence: "MOTCUA_CARRIER_DIALECT must be" },
    { change: { MOTCUA_CARRIER_DIALECT: "/no/such/file.json" }, sentence: "MOTCUA_CARRIER_DIALECT must be" },
  ])("$change is refused in one sentence without the secret", ({ change, sentence }) => {
    const read = () => readCarrierSettings({ ...SET, ...change });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow("very-secret");
  });
});
