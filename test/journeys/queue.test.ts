import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { receive } from "../kit/forms.ts";
import { type Desks, bringTo, openDesks, passed, upload } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { turn } from "../kit/turns.ts";

let app: TestApp;
let desks: Desks;
let browser: Browser;
let base: string;
const waiting: string[] = [];
beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
  desks = await openDesks(app);
  for (let count = 0; count < 4; count += 1) {
    const id = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, id, "forwarded");
    waiting.push(id);
  }
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

/** A one-time code counts once: whoever signs in next does so with the next one. */
function signIn(fullName: string) {
  app.clock.advance(30_000);
  return signInAs(browser, base, fullName);
}

const focusIn = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);

test("a case officer takes three dossiers with the keyboard alone, and hears why one was not taken", async () => {
  const { page, errors } = await signIn("Phạm Thu Hà");
  await page.goto(`${base}/staff/queue`);
  await page.getByText("4 hồ sơ đang chờ").waitFor();
  // J enters the list, X picks, Shift and X a stretch, A goes to what can be done.
  await page.keyboard.press("j");
  expect(await focusIn(page, "[data-opener]")).toBe(true);
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await page.getByText("Đã chọn 3 hồ sơ").first().waitFor();
  await lookAt(page, "queue-1-chosen");
  await page.keyboard.press("a");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Nhận giải quyết (3)");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Nhận giải quyết: 3 hồ sơ" });
  await dialog.waitFor();
  // Meanwhile somebody else was faster with one of them.
  const codes = await dialog.locator("strong").allInnerTexts();
  const ids = (await desks.caseOfficer.get("/queues/case")).body["dossiers"] as {
    code: string;
    dossierId: string;
  }[];
  const lost = ids.find(({ code }) => code === codes[1])?.dossierId ?? "";
  passed(await desks.caseOfficer.send("POST", `/dossiers/${lost}/taking`, { version: 2 }));
  await dialog.getByRole("button", { name: "Nhận giải quyết 3 hồ sơ" }).click();
  await dialog.getByText(/Xong 2 hồ sơ, 1 hồ sơ không làm được/).waitFor();
  await lookAt(page, "queue-2-results");
  await dialog.getByRole("button", { name: "Đóng" }).last().click();
  await dialog.waitFor({ state: "detached" });
  await page.getByLabel("Người giải quyết").selectOption({ label: "Của tôi" });
  await page.getByText("3 trong 4 hồ sơ").waitFor();

  // What waits for the citizen says why and since when.
  passed(await turn(desks.caseOfficer, lost, "supplement-requests", 3));
  await page.getByLabel("Thời hạn").selectOption({ label: "Đang tạm dừng" });
  await page.getByText(/Từ .* chờ người nộp bổ sung giấy tờ/).waitFor();
  expect(errors).toEqual([]);
});

test("two people on one dossier see each other, and what was typed outlives the other's act", async () => {
  const id = waiting[3] ?? "";
  const url = `${base}/staff/dossiers/${id}`;
  await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 2 });
  const { page: ha, errors } = await signIn("Phạm Thu Hà");
  await ha.goto(url);
  await ha.getByRole("button", { name: "Trình kết quả" }).click();
  await ha.getByRole("textbox", { name: /Số/ }).first().fill("77/TLKT");
  const { page: thai } = await signIn("Võ Quốc Thái");
  await thai.goto(url);
  await thai.getByText(/Đang mở cùng hồ sơ này: Phạm Thu Hà .*đang điền “Trình kết quả”/).waitFor();
  // The other is faster.
  const fileId = await upload(desks.caseOfficer, id, "result");
  passed(
    await desks.caseOfficer.send("POST", `/dossiers/${id}/outcome`, {
      version: 3,
      outcome: "granted",
      fileId,
    }),
  );
  await ha.getByText("Hồ sơ vừa có thay đổi").waitFor({ timeout: 25_000 });
  await ha
    .getByText(/Phạm Thu Hà: Trình kết quả/)
    .first()
    .waitFor();
  await lookAt(ha, "queue-3-changed");
  await ha.getByRole("button", { name: "Tải bản mới" }).click();
  await ha.getByText("Từ lúc ông/bà mở biểu mẫu, đã có người làm:").waitFor();
  expect(await ha.getByRole("textbox", { name: /Số/ }).first().inputValue()).toBe("77/TLKT");
  expect(errors).toEqual([]);
});

test("the head sees what is due and where it lies, and opens what a figure counts", async () => {
  const { page, errors } = await signIn("Võ Quốc Thái");
  await page.goto(`${base}/staff/board`);
  await page.getByRole("heading", { name: "Bảng điều hành" }).waitFor();
  await page.getByRole("table", { name: "Trong tay ai" }).getByText("Phạm Thu Hà").waitFor();
  await lookAt(page, "queue-4-board");
  await page.getByRole("button", { name: /Mở 1 hồ sơ: Tất cả hồ sơ đang giải quyết, tạm dừng/ }).click();
  await page.getByRole("heading", { name: /Danh sách: Tất cả hồ sơ đang giải quyết, tạm dừng/ }).waitFor();
  await page.getByText(/chờ người nộp bổ sung giấy tờ/).waitFor();
  // Back from a dossier leads to the list again, and to the row that was opened.
  const opener = page.locator("#drill a[data-opener]").first();
  const code = await opener.innerText();
  await opener.click();
  await page.locator("#drill").waitFor({ state: "detached" });
  await page.goBack();
  await page.getByRole("heading", { name: /Danh sách: Tất cả hồ sơ đang giải quyết, tạm dừng/ }).waitFor();
  await page.waitForFunction((said) => document.activeElement?.textContent === said, code);
  // What lies in one person's hands can be given to another.
  await page.getByRole("button", { name: /Mở \d hồ sơ: Phạm Thu Hà, hôm nay/ }).click();
  await page.getByRole("heading", { name: "Danh sách: Phạm Thu Hà, hôm nay" }).waitFor();
  await page.getByRole("checkbox", { name: "Chọn tất cả đang hiện" }).check();
  await page.getByRole("button", { name: /Giao người giải quyết \(\d\)/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Giao cho" }).click();
  await page.getByRole("option", { name: /Phạm Thu Hà \(đang có \d hồ sơ\)/ }).click();
  await lookAt(page, "queue-6-assign");
  await dialog.getByRole("button", { name: "Giao người giải quyết 2 hồ sơ" }).click();
  await dialog.getByText(/Xong 2 hồ sơ/).waitFor();
  await dialog.getByRole("button", { name: /Hoàn tác: giao lại 2 hồ sơ/ }).waitFor();
  expect(errors).toEqual([]);
});
