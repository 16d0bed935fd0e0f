import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Locator, Page, Route } from "playwright-core";
import { DESKTOP, PHONE, keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { employ } from "../kit/employ.ts";
import { aForm, receive } from "../kit/forms.ts";
import { A_PDF, type Desks, bringTo, openDesks } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  await employ(app, "mai.case", [{ role: "caseOfficer", at: "agency:commune:30130" }]);
  browser = await openBrowser();
  desks = await openDesks(app);
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

/** A procedure of the commune with a limit of five working days. */
const FIVE_DAYS = "1.004884";

const signIn = async (name: string) => {
  // A code of six figures counts once, and each person signs in more than once here.
  app.clock.advance(60_000);
  return signInAs(browser, base, name);
};

const stepOf = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: "Các bước giải quyết" }).getByRole("listitem").filter({ hasText: name });

/** What is typed into a row of the table of steps. */
async function write(row: Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    const field = row.getByLabel(label, { exact: false }).first();
    if (label === "Thời hạn" || label === "Vị trí") await field.selectOption({ label: text });
    else await field.fill(text);
  }
}

test("an internal procedure is written by keyboard, and what is wrong stands beside its row", {
  timeout: 240_000,
}, async () => {
  const { page, context, errors } = await signIn("Võ Quốc Thái");
  await page.goto(`${base}/staff/internal-procedures`);
  await page.getByRole("textbox", { name: "Tìm thủ tục theo tên hoặc mã" }).fill(FIVE_DAYS);
  await page.getByText(`${FIVE_DAYS} ·`).first().waitFor();
  await page.getByRole("list", { name: "Thủ tục tìm thấy" }).getByRole("link").first().click();
  await page.getByRole("button", { name: /Soạn quy trình/ }).click();

  const rows = page
    .getByRole("form", { name: "Soạn quy trình nội bộ" })
    .locator("ol > li[aria-label^='Bước ']");
  // Whatever stands there already gives way: the first row is written over, the others are taken out.
  while ((await rows.count()) > 1)
    await rows
      .last()
      .getByRole("button", { name: /Bỏ bước/ })
      .click();
  await write(rows.nth(0), { "Tên bước": "Thẩm định hồ sơ", "Thời hạn": "ngày làm việc", Số: "1" });
  await write(rows.nth(0), { "Giấy tờ làm ra": "Phiếu thẩm định" });
  await rows.nth(0).getByRole("textbox", { name: "Tên bước" }).press("Enter");
  await page.keyboard.type("Xác minh nơi cư trú");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Soạn dự thảo");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Soát xét dự thảo");
  await write(rows.nth(1), { "Thời hạn": "ngày làm việc", Số: "2" });
  await write(rows.nth(2), { "Sau bước": "1", "Thời hạn": "ngày làm việc", Số: "1" });
  await write(rows.nth(3), { "Sau bước": "2, 3", "Vị trí": "Người phê duyệt" });
  await write(rows.nth(0), { "Sau bước": "4" });
  await rows.nth(0).getByText("Bước này chờ chính nó").waitFor();
  await lookAt(page, "steps-01-loop");
  await write(rows.nth(0), { "Sau bước": "" });
  await page.getByText("Quy trình dùng được.").waitFor();
  await page.getByText("Đường dài nhất 24 giờ làm việc trong 40 giờ.").waitFor();
  await page.getByRole("button", { name: "Ghi quy trình" }).click();
  await page.getByText("Ghi vào ô này.").first().waitFor();
  await page.getByRole("textbox", { name: "Số quyết định" }).fill("512/QĐ-UBND");
  await page.getByRole("textbox", { name: "Ngày quyết định" }).fill("20112026");
  await page.getByRole("textbox", { name: "Người ký" }).fill("Võ Quốc Thái");
  await page.getByRole("button", { name: "Ghi quy trình" }).click();
  await page.getByText("Đã ghi quy trình nội bộ.").first().waitFor();
  await page.getByText("Đang áp dụng").first().waitFor();
  await lookAt(page, "steps-02-procedure");
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: "artefacts/screens/steps-03-print.png", fullPage: true });
  await page.emulateMedia({ media: null });
  expect(errors).toEqual([]);
  await context.close();
});

test("a dossier goes through its steps: taken, finished with a paper, assigned, sent back, and asked about", {
  timeout: 240_000,
}, async () => {
  const { body } = await receive(desks.officer, await aForm(desks.officer, FIVE_DAYS));
  const dossierId = String(body["dossierId"]);
  await bringTo(desks, dossierId, "processing");
  const { page, context, errors } = await signIn("Phạm Thu Hà");
  await page.goto(`${base}/staff/dossiers/${dossierId}`);
  await page.getByText("Còn bước của quy trình nội bộ chưa xong: Thẩm định hồ sơ.").waitFor();
  expect(await page.getByRole("button", { name: "Trình kết quả", exact: true }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Nhận bước này: Thẩm định hồ sơ" }).click();
  await page.getByText("Đã nhận bước.").first().waitFor();
  await page.getByRole("button", { name: "Hoàn thành bước: Thẩm định hồ sơ" }).click();
  const finish = page.getByRole("form", { name: "Hoàn thành bước “Thẩm định hồ sơ”" });
  await finish.getByRole("button", { name: "Hoàn thành bước" }).click();
  await finish.getByText("Đính kèm giấy tờ này.").waitFor();
  const paper = { name: "phieu-tham-dinh.pdf", mimeType: "application/pdf", buffer: A_PDF };
  // On a slow line the button is pressed before the file has arrived: the press is not lost.
  const held: Route[] = [];
  await page.route("**/files?*", (route) => void held.push(route));
  await finish.getByLabel("Phiếu thẩm định").setInputFiles(paper);
  await finish.getByRole("button", { name: "Hoàn thành bước" }).click();
  await finish.getByText("tải xong sẽ tự làm tiếp", { exact: false }).waitFor();
  await Promise.all(held.map((route) => route.continue()));
  await page.getByText("Đã xong bước. Tiếp theo: Xác minh nơi cư trú; Soạn dự thảo.").first().waitFor();
  await page.getByText("Xong 1 trong 4 bước").waitFor();
  await lookAt(page, "steps-04-side-by-side");
  await sideBySide(page, "Xác minh nơi cư trú", "Soạn dự thảo");

  await page.locator("summary", { hasText: "Việc khác" }).click();
  await page.getByRole("button", { name: "Lấy ý kiến", exact: true }).click();
  const ask = page.getByRole("form", { name: "Lấy ý kiến" });
  await ask.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await ask.getByText("Chọn cơ quan được hỏi.").waitFor();
  await ask.getByRole("combobox", { name: "Cơ quan được hỏi" }).fill(await nameOfAsked());
  await page.keyboard.press("Enter");
  await ask
    .getByRole("textbox", { name: "Nội dung cần ý kiến" })
    .fill("Xác nhận thời gian cư trú trước đây.");
  await ask.getByRole("textbox", { name: /Trả lời chậm nhất ngày/ }).fill("30112026");
  await ask.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await page.getByRole("region", { name: "Lấy ý kiến" }).getByText("Chờ trả lời").waitFor();
  await page.goto(`${base}/staff/steps`);
  await page.getByRole("tab", { name: "Của vị trí tôi" }).click();
  await page.getByText("Xác minh nơi cư trú").first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
  await assigned(dossierId);
  await answered(dossierId);
});

test("the whole shows its parts, and a part leads back to the whole, whose code the citizen has", {
  timeout: 120_000,
}, async () => {
  const { body } = await receive(desks.officer, await aForm(desks.officer, "2.000986"));
  const { page, context, errors } = await signIn("Phạm Thu Hà");
  await page.goto(`${base}/staff/dossiers/${String(body["dossierId"])}`);
  const parts = page.getByRole("region", { name: "Các thủ tục liên thông" });
  await parts.getByText("Chưa tới lượt").first().waitFor();
  await parts.scrollIntoViewIfNeeded();
  await lookAt(page, "linked-03-parts");
  await parts.getByRole("link").first().click();
  await page.getByText(/Phần “.*” của hồ sơ liên thông/).waitFor();
  await page.getByRole("link", { name: String(body["code"]) }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

/** On a wide window two steps that run side by side are drawn so; on a phone they stand by their numbers and say it. */
async function sideBySide(page: Page, ...names: readonly [string, string]): Promise<void> {
  const steps = page.getByRole("region", { name: "Các bước giải quyết" });
  const apart = async () => {
    const [one = NOWHERE, other = NOWHERE] = await Promise.all(
      names.map((name) => placeOf(steps.locator("li strong").getByText(name, { exact: true }))),
    );
    return { right: Math.sign(other.x - one.x), down: Math.sign(other.y - one.y) };
  };
  await page.setViewportSize(PHONE);
  expect(await apart()).toEqual({ right: 0, down: 1 });
  await steps.getByText("Làm song song với bước 3", { exact: true }).waitFor();
  await steps.getByText("Làm song song với bước 2", { exact: true }).waitFor();
  await page.setViewportSize(DESKTOP);
  expect(await apart()).toEqual({ right: 1, down: 0 });
}

const NOWHERE = { x: 0, y: 0 };

async function placeOf(locator: Locator) {
  const { x, y } = (await locator.boundingBox()) ?? NOWHERE;
  return { x: Math.round(x), y: Math.round(y) };
}

/** The agency in whose name the second person of this journey answers. */
async function nameOfAsked(): Promise<string> {
  const { rows } = await app.owner.query<{ name: string }>(
    "select a.name from nation.agency a join nation.staff_post p on p.agency_id = a.id join nation.account c on c.id = p.account_id where c.username = 'mai.case'",
  );
  return rows[0]?.name ?? "";
}

/** The approver gives a step away, and sends the first one back with words. */
async function assigned(dossierId: string): Promise<void> {
  const { page, context, errors } = await signIn("Võ Quốc Thái");
  await page.goto(`${base}/staff/dossiers/${dossierId}`);
  await page.getByRole("button", { name: "Giao bước: Xác minh nơi cư trú" }).click();
  const dialog = page.getByRole("dialog", { name: "Giao bước “Xác minh nơi cư trú”" });
  await dialog.getByRole("combobox", { name: "Người nhận" }).fill("Phạm");
  await page.getByRole("option", { name: /Phạm Thu Hà/ }).click();
  await lookAt(page, "steps-05-assign");
  await dialog.getByRole("button", { name: "Giao", exact: true }).click();
  await stepOf(page, "Xác minh nơi cư trú").getByText("Đã giao").waitFor();
  await page.getByRole("button", { name: "Trả lại để làm lại: Thẩm định hồ sơ" }).click();
  const form = page.getByRole("form", { name: "Trả lại bước “Thẩm định hồ sơ”" });
  await form.getByText(/phải làm lại: Thẩm định hồ sơ; Xác minh nơi cư trú; Soạn dự thảo/).waitFor();
  await form.getByRole("textbox", { name: /Lý do/ }).fill("Phiếu thiếu căn cứ cư trú.");
  await form.getByRole("button", { name: "Trả lại", exact: true }).click();
  await page.getByText("Đã trả lại bước để làm lại.").first().waitFor();
  await page.getByText("Xong 0 trong 4 bước").waitFor();
  await page.getByText("Võ Quốc Thái trả lại để làm lại").waitFor();
  expect(errors).toEqual([]);
  await context.close();
}

/** The agency that was asked finds the question in its list, reads the dossier, and answers. */
async function answered(dossierId: string): Promise<void> {
  const { page, context, errors } = await signIn("mai.case");
  await page.goto(`${base}/staff/consultations`);
  await page.getByText("Xác nhận thời gian cư trú trước đây.").first().waitFor();
  await lookAt(page, "linked-01-list");
  await page.locator("[data-opener]").first().click();
  await page.waitForURL(new RegExp(dossierId));
  await page.getByRole("button", { name: "Trả lời", exact: true }).click();
  const form = page.getByRole("form", { name: "Trả lời" });
  await form.getByRole("textbox", { name: "Ý kiến trả lời" }).fill("Đã cư trú từ năm 2015 đến nay.");
  await form.getByRole("textbox", { name: "Số văn bản trả lời" }).fill("88/UBND-TP");
  await lookAt(page, "linked-02-answer");
  await form.getByRole("button", { name: "Gửi trả lời" }).click();
  await page.getByText("Văn bản số 88/UBND-TP").waitFor();
  expect(errors).toEqual([]);
  await context.close();
}
