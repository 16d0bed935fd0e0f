import { openSite } from "#server/main.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  DESKTOP,
  keepLastPictures,
  lookAt,
  openBrowser,
  signInAs,
  signOn,
  signOnPad,
} from "../kit/browser.ts";
import { aForm, receive } from "../kit/forms.ts";
import { bringTo, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { goTo } from "../kit/turns.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let code: string;

beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const listening = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof listening === "object" && listening ? listening.port : 0}`;
  browser = await openBrowser();
  await goTo(app, "12-01 08:00");
  const desks = await openDesks(app);
  const { body } = passed(await receive(desks.officer, await aForm(desks.officer)));
  code = String(body["code"]);
  await bringTo(desks, String(body["dossierId"]), "finished");
  await goTo(app, "12-04 08:00");
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

test("a result lies on a shelf, nobody comes, it goes back to the agency, and the shelf to somebody else", {
  timeout: 120_000,
}, async () => {
  const { page, context, errors } = await signInAs(browser, base, "Lê Minh Đức");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Giữ giấy tờ" }).first().waitFor();
  await page.setViewportSize(DESKTOP);
  page.setDefaultTimeout(8_000);
  const open = (path: string) => page.goto(`${base}/staff/papers/${path}`);
  const dialog = page.getByRole("dialog");

  await open("places");
  await page.getByText("Chưa có chỗ nào").waitFor();
  await page.getByRole("button", { name: "Mở chỗ để" }).click();
  await dialog.getByRole("textbox", { name: "Tên" }).fill("Kệ trả kết quả");
  await dialog.getByRole("button", { name: "Mở chỗ để" }).click();
  await page.getByText("Phụ trách: Lê Minh Đức · đang trống").waitFor();

  await page.goto(`${base}/staff/papers/where?q=${encodeURIComponent(code)}`);
  await page.getByRole("link", { name: /Tôi đang giữ/ }).click();
  await page.getByRole("checkbox").last().waitFor();
  await page.getByRole("listitem").filter({ hasText: "Kết quả" }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Chuyển chỗ" }).click();
  await dialog.getByRole("combobox", { name: "Chuyển đến" }).selectOption({ label: "Kệ trả kết quả" });
  await signOnPad(page);
  await dialog.getByRole("button", { name: "Chuyển chỗ" }).click();
  await dialog.waitFor({ state: "hidden" });

  await open("uncollected");
  await page.getByText(/^Kết quả ở Kệ trả kết quả/).waitFor();
  await page.getByText("3 ngày").waitFor();
  await lookAt(page, "papers-uncollected");

  await open("places");
  await page.getByText("đang để 1").waitFor();
  await lookAt(page, "papers-places");
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "Đóng: Kệ trả kết quả" }).click();
  await dialog.getByRole("button", { name: "Đóng", exact: true }).last().click();
  await dialog
    .getByText(/Còn giấy tờ|còn/)
    .first()
    .waitFor();
  await dialog.getByRole("button", { name: "Thôi" }).click();
  await page.getByRole("button", { name: "Giao lại: Kệ trả kết quả" }).click();
  await dialog.getByRole("combobox", { name: "Bên nhận" }).fill("hanh");
  await page.getByRole("option", { name: /Hạnh/ }).first().click();
  await signOn(page, dialog.locator("canvas").first());
  await dialog.getByRole("button", { name: "Giao lại" }).click();
  await dialog.getByText("Ký vào ô trên.").waitFor();
  // The screen is the giver's: who takes over proves it with the own code.
  await dialog.getByText("Người nhận nhập mã 6 số.").waitFor();
  await dialog.getByRole("button", { name: "Thôi" }).click();

  await open("uncollected");
  await page.getByRole("button", { name: `Trả lại cơ quan kết quả của ${code}` }).click();
  await signOnPad(page);
  await dialog.getByRole("button", { name: "Lập bảng kê" }).click();
  await page.getByRole("heading", { name: /^BK-2026-/ }).waitFor();
  await page
    .getByText(/giao .*Ủy ban nhân dân xã/i)
    .first()
    .waitFor();
  await open("uncollected");
  await page.getByText("Chờ bên nhận ký").waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
