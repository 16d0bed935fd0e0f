import { describe, expect, test } from "vitest";
import { emptyOrder, orderProblems, phoneWarnings } from "./order-form.ts";

const CITIZEN = {
  name: "Nguyễn Thị Hoa",
  address: "Ấp 2, xã Mỹ Hiệp",
  phone: "0912345678",
  email: "",
  communeCode: "30163",
};
const form = emptyOrder({ orders: [], citizen: CITIZEN, services: ["send", "return"], carriers: ["own"] });

describe("an order of the post", () => {
  test("begins with the way back, which most want", () => {
    expect(form).toMatchObject({ service: "return", communeCode: "30163", carrier: "own" });
  });

  test.each([
    { because: "all is there", changes: {}, problems: {} },
    { because: "nobody is named", changes: { name: " " }, problems: { name: "missing" } },
    {
      because: "an address without a commune of today has no price",
      changes: { communeCode: "" },
      problems: { address: "communeMissing" },
    },
    {
      because: "an empty address is the first thing to mend",
      changes: { address: "", communeCode: "" },
      problems: { address: "missing" },
    },
    {
      because: "the courier cannot call words",
      changes: { phone: "không có" },
      problems: { phone: "phoneUnreadable" },
    },
    {
      because: "whoever takes it for another is named with number and paper",
      changes: { withProxy: true },
      problems: { proxyName: "missing", proxyNumber: "missing", proxyPaper: "proxyPaperMissing" },
    },
    {
      because: "fields that are not shown are not asked for",
      changes: { withProxy: false, proxyName: "" },
      problems: {},
    },
  ])("$because", ({ changes, problems }) => {
    expect(orderProblems({ ...form, ...changes })).toEqual(problems);
  });

  test("warns of a number of unusual shape and takes it", () => {
    expect(phoneWarnings("123")).toEqual(["phone_shape_unusual"]);
    expect(orderProblems({ ...form, phone: "123" })).toEqual({});
  });
});
