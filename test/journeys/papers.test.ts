import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import {
  DESKTOP,
  PHONE,
  keepLastPictures,
  lookAt,
  openBrowser,
  signInAs,
  signOn,
  signOnPad,
} from "../kit/browser.ts";
import { accept, offer, sealedPacketOf } from "../kit/custody.ts";
import { receive } from "../kit/forms.ts";
import { A_PNG, type Desks, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
  desks = await openDesks(app);
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

const signIn = async (name: string) => {
  // A code of six figures counts once, and each person signs in more than once here.
  app.clock.advance(60_000);
  return signInAs(browser, base, name);
};

const sitDown = (page: Page) =>
  page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();

/** What a scanner types, as fast as it does: keys that come over the wire would lie too far apart on a busy machine. */
const scanAnywhere = (page: Page, code: string) =>
  page.evaluate((typed) => {
    for (const key of [...typed.split(""), "Enter"]) {
      const at = document.activeElement ?? document.body;
      const goesOn = at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      if (goesOn && key.length === 1) document.execCommand("insertText", false, key);
    }
  }, code);

const open = (page: Page, path: string) => page.goto(`${base}/staff${path}`);

test("a clerk packs, seals and offers; a courier counts on a phone, signs, and the packet is found", {
  timeout: 240_000,
}, async () => {
  const { body } = passed(await receive(desks.clerk, {}));
  const clerk = await signIn("Nguyễn Thị Lan");
  const { page } = clerk;
  await sitDown(page);
  await page.getByRole("link", { name: "Giữ giấy tờ" }).first().click();
  await page.getByRole("heading", { name: "Tôi đang giữ" }).waitFor();
  await page.getByRole("checkbox").first().waitFor();
  await page.setViewportSize(DESKTOP);
  await lookAt(page, "papers-held");

  // The papers of the dossier, by scanning the labels of the first two.
  const scan = page.getByRole("textbox", { name: /Quét hoặc gõ mã/ });
  for (const number of ["1", "2"]) {
    await scan.fill(`${String(body["code"])}/${number}`);
    await scan.press("Enter");
  }
  // A scanner that types into a box which somebody fills by hand: the code is heard, the box is as it was.
  await page.evaluate(() => document.body.append(document.createElement("textarea")));
  const box = page.locator("textarea").last();
  await box.fill("bà Nhung");
  await scanAnywhere(page, "B00000000X");
  await page.getByText("B00000000X: ông/bà không giữ").first().waitFor();
  expect(await box.inputValue()).toBe("bà Nhung");
  await box.evaluate((made) => made.remove());
  const bar = page.getByRole("region", { name: "Việc làm với những gì đã chọn" });
  await bar.getByText(/Đã chọn/).waitFor();
  await bar.getByRole("button", { name: "Bỏ vào bì, túi" }).click();
  const packing = page.getByRole("dialog");
  await lookAt(page, "papers-pack");
  await packing.getByRole("button", { name: "Bỏ vào bì, túi" }).click();
  await packing.waitFor({ state: "hidden" });
  const packet = page.getByRole("link", { name: /^B\w{9}$/ });
  const code = (await packet.first().textContent()) ?? "";
  await packet.first().click();
  await page.getByRole("heading", { name: code }).waitFor();
  await page.getByRole("textbox", { name: "Số niêm phong mới" }).fill("NP-0001");
  await page.getByRole("button", { name: "Niêm phong", exact: true }).click();
  await page.getByText("niêm phong NP-0001").first().waitFor();
  await lookAt(page, "papers-thing");

  await page.getByRole("button", { name: "Bàn giao", exact: true }).click();
  const handing = page.getByRole("dialog");
  await handing.getByRole("button", { name: "Lập bảng kê" }).click();
  await handing.getByText("Chọn bên nhận.").waitFor();
  const receiver = handing.getByRole("combobox", { name: "Bên nhận" });
  await receiver.fill("vo van binh");
  // Of two people of one name it is the place that tells who is meant.
  await page.getByRole("option", { name: /Võ Văn Bình \(Bưu điện/ }).waitFor();
  await lookAt(page, "papers-receivers");
  await page.getByRole("option", { name: /Võ Văn Bình/ }).click();
  await signOnPad(page);
  await lookAt(page, "papers-hand-over");
  await handing.getByRole("button", { name: "Lập bảng kê" }).click();
  await page.getByRole("heading", { name: /^BK-2026-/ }).waitFor();
  const number = (await page.getByRole("heading", { name: /^BK-2026-/ }).textContent()) ?? "";
  await lookAt(page, "papers-manifest");
  expect(clerk.errors).toEqual([]);
  await clerk.context.close();

  const courier = await signIn("Võ Văn Bình");
  const phone = courier.page;
  await phone.setViewportSize(PHONE);
  await open(phone, "/papers/incoming");
  await phone.getByRole("link", { name: number }).click();
  await phone.getByRole("textbox", { name: "Quét từng bì để đếm" }).fill(code);
  await phone.getByRole("textbox", { name: "Quét từng bì để đếm" }).press("Enter");
  await phone.getByText("Đã đếm 1 trên 1").first().waitFor();
  await lookAt(phone, "papers-count");
  await phone.getByRole("button", { name: "Ký nhận" }).click();
  await signOnPad(phone);
  await lookAt(phone, "papers-accept");
  await phone.getByRole("dialog").getByRole("button", { name: "Ký nhận" }).click();
  await phone.getByText("Đã ký nhận").first().waitFor();

  await open(phone, `/papers/where?q=${code}`);
  await phone.getByRole("heading", { name: code }).waitFor();
  await phone.getByText("Võ Văn Bình").first().waitFor();
  await phone.getByText(/Nguyễn Thị Lan giao cho Võ Văn Bình/).waitFor();
  await phone.getByAltText("Chữ ký của Võ Văn Bình").first().waitFor();
  await lookAt(phone, "papers-way");
  expect(courier.errors).toEqual([]);
  await courier.context.close();
});

test("a missing packet stays with the giver and is settled in words", { timeout: 180_000 }, async () => {
  const [there, gone] = [await sealedPacketOf(app, desks.clerk), await sealedPacketOf(app, desks.clerk)];
  const officerId = String((await desks.officer.get("/session")).body["accountId"]);
  passed(await offer(desks.clerk, [there, gone], { kind: "person", id: officerId }));
  const { page, context, errors } = await signIn("Lê Minh Đức");
  await sitDown(page);
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .waitFor({ state: "hidden" });
  await open(page, "/papers/incoming");
  await page
    .getByRole("link", { name: /^BK-2026-/ })
    .first()
    .click();
  const counting = page.getByRole("textbox", { name: "Quét từng bì để đếm" });
  await counting.fill(there.seal);
  await counting.press("Enter");
  await counting.fill("GÕ NHẦM");
  await counting.press("Enter");
  await page.getByText("Ngoài bảng kê (1)").waitFor();
  await page.reload();
  await page.getByText("Đã đếm 1 trên 2").waitFor();
  await lookAt(page, "papers-counted");
  await page.getByRole("button", { name: "Bỏ mã GÕ NHẦM" }).click();
  await page.getByText("Ngoài bảng kê (1)").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Ký nhận" }).click();
  await page.getByText("Thiếu 1: vẫn do bên giao giữ").waitFor();
  const accepting = page.getByRole("dialog");
  await accepting.getByRole("combobox", { name: "Tình trạng" }).selectOption("torn");
  await accepting.getByRole("button", { name: "Ký nhận" }).click();
  await accepting.getByText("Mô tả bằng vài từ.").waitFor();
  await accepting.getByRole("textbox", { name: "Mô tả" }).fill("Rách một góc");
  await accepting.getByRole("button", { name: "Ghi thêm một chỗ hư hỏng" }).click();
  await accepting.getByRole("combobox", { name: "Tình trạng" }).last().selectOption("sealBroken");
  await accepting.getByRole("textbox", { name: "Mô tả" }).last().fill("Tem niêm phong bong ra");
  const photo = { name: "rach.png", mimeType: "image/png", buffer: A_PNG };
  await accepting.getByText("Chụp ảnh trước.").first().waitFor();
  for (const camera of await accepting.locator("input[type=file][accept='image/*']").all())
    await camera.setInputFiles(photo);
  await accepting.getByText("Đã có ảnh").nth(1).waitFor();
  await signOnPad(page);
  await lookAt(page, "papers-missing");
  await page.getByRole("dialog").getByRole("button", { name: "Ký nhận" }).click();
  await page.getByRole("link", { name: "Chênh lệch (3)" }).click();
  await page.getByRole("link", { name: gone.code }).waitFor();
  await lookAt(page, "papers-differences");
  await page.getByRole("button", { name: `Làm rõ: Thiếu ${gone.code}` }).click();
  const settling = page.getByRole("dialog", { name: `Làm rõ: Thiếu ${gone.code}` });
  await settling.getByRole("textbox", { name: "Kết quả" }).fill("Bên giao tìm thấy ở quầy");
  await settling.getByRole("button", { name: "Làm rõ" }).click();
  await page.getByRole("link", { name: "Chênh lệch (2)" }).waitFor();
  await page.getByRole("link", { name: gone.code }).waitFor({ state: "hidden" });
  expect(errors).toEqual([]);
  await context.close();
});

test("whom somebody overtook is told, and nothing of what was signed is lost", {
  timeout: 120_000,
}, async () => {
  const packet = await sealedPacketOf(app, desks.clerk);
  const officerId = String((await desks.officer.get("/session")).body["accountId"]);
  const { body } = passed(await offer(desks.clerk, [packet], { kind: "person", id: officerId }));
  const manifestId = String(body["manifestId"]);
  const { page, context } = await signIn("Lê Minh Đức");
  await sitDown(page);
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .waitFor({ state: "hidden" });
  await open(page, `/papers/manifests/${manifestId}`);
  await page.getByRole("button", { name: "Đã đếm đủ" }).click();
  passed(await accept(desks.officer, manifestId, 1));
  await page.getByRole("button", { name: "Ký nhận" }).click();
  await signOnPad(page);
  await page.getByRole("dialog").getByRole("button", { name: "Ký nhận" }).click();
  await page.getByText("đã được ký nhận, từ chối hoặc rút lại").waitFor();
  await context.close();
});

test("a stock-take outlives a reload, names what is missing and what is unknown, and is kept", {
  timeout: 120_000,
}, async () => {
  const [there, gone] = [await sealedPacketOf(app, desks.clerk), await sealedPacketOf(app, desks.clerk)];
  const { page, context, errors } = await signIn("Nguyễn Thị Lan");
  await sitDown(page);
  await page.setViewportSize(DESKTOP);
  await open(page, "/papers/stock");
  const where = page.getByRole("combobox", { name: "Kiểm kê ở đâu" });
  const whose = page.getByRole("option", { name: /Nguyễn Thị Lan: sổ ghi/ });
  const here = (await whose.first().getAttribute("value")) ?? "";
  await where.selectOption(here);
  const scan = page.getByRole("textbox", { name: "Quét từng bì, túi, giấy tờ" });
  for (const code of [there.code, there.code.toLowerCase(), "B00000000X", "NHAM"]) {
    await scan.fill(code);
    await scan.press("Enter");
  }
  await page.getByRole("button", { name: "Bỏ mã NHAM" }).click();
  await page.getByText("Đã quét (2)").waitFor();
  await page.reload();
  await where.selectOption(here);
  await page.getByText("Đã quét (2)").waitFor();
  await page.getByRole("button", { name: "So với sổ" }).click();
  await page.getByText(/^Thiếu \(/).waitFor();
  await page.getByRole("link", { name: gone.code }).waitFor();
  await page.getByText("Mã không có trong sổ (1)").waitFor();
  await lookAt(page, "papers-stock");
  await page.getByRole("button", { name: "Lưu lần kiểm kê" }).click();
  // What was kept opens at once, to be printed and signed, and is found again beside the next count.
  await page.getByRole("button", { name: "In biên bản" }).waitFor();
  await page.goBack();
  await page.getByText(/^đúng chỗ 1 trên/).waitFor();
  await page.getByRole("link", { name: /^Xem lần kiểm kê Nguyễn Thị Lan/ }).click();
  await page.getByRole("link", { name: gone.code }).waitFor();
  await lookAt(page, "papers-stock-kept");
  expect(errors).toEqual([]);
  await context.close();
});

test("a clerk hands packets to a driver without an account, who signs on the same screen, then on paper", {
  timeout: 120_000,
}, async () => {
  const packet = await sealedPacketOf(app, desks.clerk);
  const second = await sealedPacketOf(app, desks.clerk);
  const clerk = await signIn("Nguyễn Thị Lan");
  const { page } = clerk;
  await sitDown(page);
  await open(page, "/papers");
  await page.getByRole("checkbox", { name: new RegExp(packet.code) }).check();
  await page.getByRole("button", { name: "Giao cho người không có tài khoản" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Bàn giao", exact: true }).click();
  await dialog.getByText("Ghi họ tên người nhận.").waitFor();
  await dialog.getByRole("textbox", { name: "Họ tên người nhận" }).fill("Phan Văn Tài");
  await dialog.getByRole("textbox", { name: "Giấy tờ đã xem" }).fill("Căn cước 087192004567");
  await dialog.getByRole("radio", { name: /Mã 6 số/ }).check();
  await dialog.getByRole("textbox", { name: "Số điện thoại di động" }).fill("0912 345 678");
  await dialog.getByRole("radio", { name: /Ký trên màn hình/ }).check();
  for (const pad of await dialog.locator("canvas").all()) {
    await pad.scrollIntoViewIfNeeded();
    await signOn(page, pad);
  }
  await lookAt(page, "papers-outsider");
  await dialog.getByRole("button", { name: "Bàn giao", exact: true }).click();
  await page
    .getByText(/Đã giao theo biên bản/)
    .first()
    .waitFor();
  await page
    .getByText(/Phan Văn Tài/)
    .first()
    .waitFor();
  await page.getByRole("link", { name: /In biên bản/ }).waitFor();
  await lookAt(page, "papers-handed-outsider");

  await open(page, "/papers");
  await page.getByRole("checkbox", { name: new RegExp(second.code) }).check();
  await page.getByRole("button", { name: "Giao cho người không có tài khoản" }).click();
  await dialog.getByRole("textbox", { name: "Họ tên người nhận" }).fill("Phan Văn Tài");
  await dialog.getByRole("textbox", { name: "Giấy tờ đã xem" }).fill("Căn cước 087192004567");
  await dialog.getByRole("radio", { name: /Ký trên giấy/ }).check();
  await signOn(page, dialog.locator("canvas"));
  await dialog.getByRole("button", { name: "Lập bảng kê để in" }).click();
  await page.getByRole("link", { name: "In bảng kê" }).waitFor();
  await page.getByRole("button", { name: "Xác nhận đã giao" }).click();
  await page.getByText("Đính kèm bản đã ký trước.").waitFor();
  await lookAt(page, "papers-signed-on-paper");
  const signed = { name: "ky.png", mimeType: "image/png", buffer: A_PNG };
  await page.locator("input[type=file]").setInputFiles(signed);
  await page.getByText("Đã có bản ký").waitFor();
  await page.getByRole("button", { name: "Xác nhận đã giao" }).click();
  await page.getByRole("link", { name: /In biên bản/ }).waitFor();
  expect(clerk.errors).toEqual([]);
  await clerk.context.close();
});

test("a torn packet is wrapped anew with its record, opened by another seal, and its sheets are counted out", {
  timeout: 120_000,
}, async () => {
  const packet = await sealedPacketOf(app, desks.clerk);
  const clerk = await signIn("Nguyễn Thị Lan");
  const { page } = clerk;
  await sitDown(page);
  await page.setViewportSize(DESKTOP);
  await open(page, `/papers/container/${packet.id}`);
  const photo = { name: "anh.png", mimeType: "image/png", buffer: Buffer.from(A_PNG) };
  await page.getByRole("button", { name: "Rách, đóng gói lại" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Ghi và niêm phong" }).click();
  await dialog.getByText("Chụp ảnh trước.").waitFor();
  await dialog.getByRole("textbox", { name: "Tình trạng bì" }).fill("Rách một góc");
  await dialog.locator("input[type=file]").setInputFiles(photo);
  await dialog
    .getByRole("textbox", { name: /^Số bản sao/ })
    .first()
    .fill("8");
  await dialog.getByRole("textbox", { name: "Số niêm phong mới" }).fill(`${packet.seal}-2`);
  await lookAt(page, "papers-rewrap");
  await dialog.getByRole("button", { name: "Ghi và niêm phong" }).click();
  const record = dialog.getByRole("link", { name: "In biên bản kiểm kê" });
  await record.waitFor();
  const printed = await page.request.get(`${base}${await record.getAttribute("href")}`);
  expect(printed.headers()["content-type"]).toContain("application/pdf");
  await dialog.getByRole("button", { name: "Đóng", exact: true }).last().click();

  await page.getByRole("textbox", { name: "Số niêm phong đọc trên bì" }).fill("NP-9999");
  await page.getByRole("button", { name: "Mở niêm phong", exact: true }).click();
  await page.getByText("Số này khác số niêm phong trong sổ").waitFor();
  await page.getByRole("textbox", { name: "Mô tả" }).fill("Số trên bì đã bị thay");
  await page.locator("input[type=file]").setInputFiles(photo);
  await lookAt(page, "papers-seal-differs");
  await page.getByRole("button", { name: "Mở, ghi chênh lệch" }).click();
  await page.getByRole("button", { name: "Lấy ra" }).click();
  await dialog
    .getByRole("textbox", { name: /^Số bản chính/ })
    .first()
    .fill("9");
  await dialog.getByText("1 loại giấy tờ có số tờ khác sổ.").waitFor();
  await lookAt(page, "papers-unpack");
  await dialog.getByRole("button", { name: "Lấy hết ra" }).click();
  await page
    .getByText(/1 chênh lệch cần làm rõ/)
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Nguyễn Thị Lan đang giữ những gì" }).click();
  await page.getByRole("heading", { name: "Nguyễn Thị Lan đang giữ" }).waitFor();
  await lookAt(page, "papers-holder");
  expect(clerk.errors).toEqual([]);
  await clerk.context.close();
});
