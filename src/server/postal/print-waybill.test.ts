import { afterAll, beforeAll, expect, test } from "vitest";
import { codesOf } from "../../../test/kit/pdf-codes.ts";
import { read, squeezed } from "../../../test/kit/pdf-words.ts";
import { type PostalDesk, postalDesk } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desk: PostalDesk;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("the phiếu gửi names both ends, the papers sheet by sheet, and the price that was said", async () => {
  const shipmentId = await desk.ordered({ waybill: "EB000000104VN" });
  const slip = passed(await desk.desks.clerk.get(`/postal/shipments/${shipmentId}/slip`));
  const words = read(slip.bytes);
  for (const word of [
    "EB000000104VN",
    "Nguyễn Thị Hồng Nhung",
    "0912 345 678",
    "Văn bản ủy quyền",
    "26.000 đ",
    "Nguyễn Thị Lan",
  ])
    expect(words, word).toContain(squeezed(word));
  expect((await codesOf(slip.bytes)).map(({ text }) => text)).toContain("EB000000104VN");
});

test("the slip of a result names nothing of what was lodged: that stays where it is", async () => {
  const shipmentId = await desk.ordered({ service: "return", waybill: "EB000000118VN" });
  const words = read(passed(await desk.desks.clerk.get(`/postal/shipments/${shipmentId}/slip`)).bytes);
  expect(words).not.toContain(squeezed("Văn bản ủy quyền"));
  expect(words).toContain(squeezed("Cách phục vụ: Phát tận tay tại địa chỉ người nhận"));
  // The citizen signs at the door, beside the sender and the clerk.
  expect(words).toMatch(/NGƯỜIGỬI.*NHÂNVIÊNBƯUĐIỆN.*NGƯỜINHẬN/u);
});

test("a shipment without a number has no slip yet, and a courier prints none", async () => {
  const shipmentId = await desk.ordered();
  expect((await desk.desks.clerk.get(`/postal/shipments/${shipmentId}/slip`)).body["code"]).toBe(
    "waybill_incomplete",
  );
  expect((await desk.courier.get(`/postal/shipments/${shipmentId}/slip`)).body["code"]).toBe(
    "permission_missing",
  );
});
