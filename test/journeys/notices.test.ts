import { DEFAULT_QUIET_HOURS } from "#domain/notice/quiet-hours.ts";
import { DEFAULT_WATCH_SETTINGS } from "#domain/watch/watch.ts";
import { openSite } from "#server/main.ts";
import { watchSpace } from "#server/watchers/watch-space.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { aForm, receive } from "../kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { goTo, receivedInDecember, turn } from "../kit/turns.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({
    jobs: true,
    site: await openSite(),
    notices: { mail: null, sms: "file", zalo: "off", quiet: DEFAULT_QUIET_HOURS },
  });
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

test("what the watchers found is settled by keyboard, and what a citizen was told is found and the wish changed", {
  timeout: 240_000,
}, async () => {
  const late = await receivedInDecember(app, desks);
  await bringTo(desks, late, "processing");
  await receivedInDecember(app, desks);
  await askedToPayTwiceAtNight();
  await goTo(app, "12-15 08:00");
  const [space] = app.program.deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  await watchSpace(app.program.deps, space, DEFAULT_WATCH_SETTINGS);
  const told = String((await receive(desks.officer, await aForm(desks.officer))).body["dossierId"]);
  await bringTo(desks, told, "finished");

  const { page, context, errors } = await signInAs(browser, base, "Phạm Thu Hà");
  await page.getByRole("link", { name: /^Việc cần làm/ }).click();
  await page.getByRole("heading", { name: "Việc cần làm", level: 1 }).waitFor();
  const list = page.getByRole("list", { name: "Việc cần làm, ngày cũ nhất trước" });
  await list.getByText("Quá hạn", { exact: true }).first().waitFor();
  await lookAt(page, "tasks-01-list");
  const rows = list.getByRole("listitem");
  const before = await rows.count();
  await page.locator("h1").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: /Đã làm việc của hồ sơ/ }).waitFor();
  await page.keyboard.type("Đã gọi người dân, hẹn trả chiều nay");
  await lookAt(page, "tasks-02-done");
  await page.keyboard.press("Enter");
  await page
    .getByText(/Đã ghi: xong việc của hồ sơ/)
    .first()
    .waitFor();
  await expect.poll(() => rows.count()).toBe(before - 1);

  await page.goto(`${base}/staff/notices`);
  const messages = page.getByRole("list", { name: "Thông báo, mới nhất trước" });
  await messages.getByText("Đã có kết quả", { exact: true }).waitFor();
  await lookAt(page, "notices-01-list");
  await page.getByRole("combobox", { name: "Tình trạng" }).selectOption("givenUp");
  await page.getByText("Không có thông báo nào").waitFor();
  await page.getByRole("combobox", { name: "Tình trạng" }).selectOption("overtaken");
  await lookAt(page, "notices-04-overtaken");
  await messages.getByRole("link", { name: "Yêu cầu thực hiện nghĩa vụ tài chính" }).click();
  const newer = page.locator("li:focus");
  await newer.getByText("Nghĩa vụ tài chính", { exact: true }).waitFor();
  expect(await newer.getAttribute("id")).toBe("notice-of-6");
  await lookAt(page, "notices-05-newer");

  await page.goto(`${base}/staff/dossiers/${told}`);
  const wish = page.getByRole("region", { name: "Cách báo tin" });
  await wish.getByRole("button", { name: "Đổi cách báo tin" }).click();
  const dialog = page.getByRole("dialog", { name: "Đổi cách báo tin" });
  await dialog.getByRole("checkbox", { name: "Thư điện tử" }).uncheck();
  await dialog.getByRole("combobox", { name: "Ngôn ngữ" }).selectOption("en");
  await lookAt(page, "notices-02-wish");
  await dialog.getByRole("button", { name: "Ghi" }).click();
  await wish.getByText("Theo ý người dân").waitFor();
  await wish.getByText("Tin nhắn, Zalo").waitFor();
  await lookAt(page, "notices-03-dossier");
  expect(errors).toEqual([]);
  await context.close();
});

/** Two requests of a payment in the quiet hours: the first one waited, and the second one has overtaken it. */
async function askedToPayTwiceAtNight(): Promise<void> {
  const id = await receivedInDecember(app, desks);
  await bringTo(desks, id, "processing");
  await goTo(app, "12-09 22:30");
  passed(await turn(desks.caseOfficer, id, "duties", 3));
  passed(await turn(desks.officer, id, "duty-fulfilment", 4));
  passed(await turn(desks.caseOfficer, id, "duties", 5));
  const settled = "select state from space_dong_thap.notice where dossier_id = $1 order by seq";
  await expect
    .poll(async () => (await app.owner.query<{ state: string }>(settled, [id])).rows, { timeout: 30_000 })
    .toEqual([{ state: "overtaken" }, { state: "waiting" }, { state: "waiting" }]);
}
