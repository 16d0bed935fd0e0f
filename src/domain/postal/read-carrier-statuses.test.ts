import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCarrierStatuses } from "./read-carrier-statuses.ts";

const FILE = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const shipped = () => JSON.parse(readFileSync(FILE, "utf8")) as { carriers: Record<string, unknown>[] };

test("of VNPost only what a source says is mapped: 4 is delivered", () => {
  const [vnpost] = readCarrierStatuses(shipped());
  expect(vnpost?.statuses).toMatchObject([{ code: "4", type: "delivered", mark: "sourced" }]);
  expect(vnpost).toMatchObject({ pathsMark: "inference", answersMark: "inference" });
});

test("the codes of the simulator cannot be taken for a carrier's: but for 4 they are our own, and marked so", () => {
  const simulator = readCarrierStatuses(shipped()).find(({ id }) => id === "simulator");
  const own = simulator?.statuses.filter(({ code }) => code !== "4") ?? [];
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter(({ code, mark }) => !/^9\d\d$/.test(code) || mark !== "inference")).toEqual([]);
});

test.each([
  { change: { statuses: [{ code: "5", type: "arrived", mark: "sourced", source: "x" }] }, fault: "type" },
  { change: { statuses: [{ code: "5", type: "unknown", mark: "sourced", source: "x" }] }, fault: "type" },
  { change: { statuses: [{ code: "5", type: "lost", source: "x" }] }, fault: "mark: missing" },
  { change: { accepted: [] }, fault: "accepted: fewer than 1" },
  { change: { paths: { token: "token" } }, fault: "paths.token" },
  { change: { accept: ["1"] }, fault: "accept: unknown" },
])("a file with $change is refused where it is wrong", ({ change, fault }) => {
  const [first] = shipped().carriers;
  expect(() => readCarrierStatuses({ carriers: [{ ...first, ...change }] })).toThrow(fault);
});

test("a code that means two things is refused", () => {
  const [first] = shipped().carriers;
  const status = { code: "5", type: "lost", mark: "sourced", source: "x" };
  const twice = { ...first, statuses: [status, { ...status, type: "delivered" }] };
  expect(() => readCarrierStatuses({ carriers: [twice] })).toThrow("vnpost: 5 means two things");
});
