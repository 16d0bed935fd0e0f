import { instant } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { pdfText, qrOfPdf } from "../../../test/kit/pdf.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { keepReceipt } from "./print-receipt.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

const RECEIVED = instant("2026-11-16T09:05:00+07:00");
const slip = async (dossierId: string) => (await desks.clerk.get(`/dossiers/${dossierId}/receipt`)).bytes;
/** On one line, as a person reads it. */
const words = async (pdf: Uint8Array) => (await pdfText(pdf)).replace(/\s+/g, " ");
const kept = async (dossierId: string) => {
  const { rows } = await app.owner.query(
    "select 1 from space_dong_thap.file where dossier_id = $1 and purpose = 'receipt'",
    [dossierId],
  );
  return rows.length;
};
const keep = async (dossierId: string) => {
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  if (space) await keepReceipt(deps, deps.db, space, dossierId);
};

describe("the slip of a dossier that waits", () => {
  test.each([
    { receiptDelivery: "counter", says: "mời Ông (Bà) đến quầy để nhận Giấy tiếp nhận hồ sơ" },
    { receiptDelivery: "post", says: "gửi qua bưu điện đến địa chỉ đã khai" },
    { receiptDelivery: "message", says: "báo bằng tin nhắn" },
  ])("says that it waits, and how Mẫu 01 comes: $receiptDelivery", async ({ receiptDelivery, says }) => {
    app.clock.set(RECEIVED);
    const { dossierId, code } = await takeIn(desks.clerk, { receiptDelivery });
    const pdf = await slip(dossierId);
    const text = await words(pdf);
    expect(text).toContain("PHIẾU NHẬN HỒ SƠ – CHỜ XÁC NHẬN");
    expect(text).not.toContain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    expect(text).toContain(code);
    expect(text).toContain("09 giờ 05 phút, ngày 16 tháng 11 năm 2026");
    expect(text).toContain(says);
    expect(text).toContain("NGƯỜI NHẬN HỒ SƠ");
    expect(text).not.toContain("NGƯỜI XÁC NHẬN");
    expect(text).not.toContain("/TTPVHCC");
    expect(await qrOfPdf(pdf)).toContain(`/t/${code}/`);
  });

  test("is not kept as Mẫu 01, not even when the job comes too early", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await keep(dossierId);
    expect(await kept(dossierId)).toBe(0);
  });

  test("of a dossier that went home says so", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    passed(
      await desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, {
        version: 1,
        words: "Thiếu tờ khai",
      }),
    );
    await app.owner.query(
      "update space_dong_thap.item set shown = true, holder_kind = null, holder_id = null, custody_seq = 0 where dossier_id = $1",
      [dossierId],
    );
    passed(await desks.clerk.send("POST", `/dossiers/${dossierId}/withdrawal`, { version: 2 }));
    expect(await words(await slip(dossierId))).toContain(
      "Người nộp đã nhận lại hồ sơ. Hồ sơ không được tiếp nhận.",
    );
  });
});

describe("Mẫu 01 after the confirmation", () => {
  test("carries both names, the time of the taking in, and is kept once", async () => {
    app.clock.set(RECEIVED);
    const { dossierId } = await takeIn(desks.clerk);
    app.clock.advance(25 * 60_000);
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    const text = await words(await slip(dossierId));
    expect(text).toContain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    expect(text).not.toContain("CHỜ XÁC NHẬN");
    const dossier = (await desks.clerk.get(`/dossiers/${dossierId}`)).body;
    const [clerk, officer] = (dossier["events"] as { actor: string }[]).map(({ actor }) => actor);
    for (const name of [clerk, officer]) expect(text).toContain(name);
    expect(text).toContain("Thời gian nhận hồ sơ: 09 giờ 05 phút");
    expect(text).toContain("09 giờ 30 phút");
    expect(text).toContain("Công chức một cửa");
    await keep(dossierId);
    await keep(dossierId);
    expect(await kept(dossierId)).toBe(1);
  });

  test("confirmed by the head names the head's post", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await confirm(await app.signIn("hanh.head"), [{ dossierId, version: 1 }]);
    expect(await words(await slip(dossierId))).toContain("Trưởng bộ phận một cửa");
  });
});
