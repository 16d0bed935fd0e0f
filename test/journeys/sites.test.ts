import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openSite } from "#server/main.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { pdfPages } from "../kit/pdf.ts";
import { ITEMS } from "../kit/site-forms.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
}

const SITE = "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn";
const PHONE = { width: 390, height: 844 };

/** From the opening of a site over a survey on a phone to a finding that is put right, on the screen. */
describe("a site, from its opening to the last finding", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let kiet: Visit;
  let folder: string;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
    folder = mkdtempSync(path.join(os.tmpdir(), "motcua-photos-"));
    kiet = await signInAs(browser, base, "Huỳnh Tuấn Kiệt");
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A picture as a camera makes one: what the page shows, as a JPEG. */
  async function takePhoto(page: Page, name: string): Promise<string> {
    const file = path.join(folder, name);
    writeFileSync(file, await page.screenshot({ type: "jpeg", quality: 60 }));
    return file;
  }

  test("the province records the opening, with what stood there and a photo", {
    timeout: 120_000,
  }, async () => {
    const { page } = kiet;
    await page.getByRole("link", { name: "Điểm phục vụ", exact: true }).click();
    await page.getByText("9 điểm phục vụ").waitFor();
    await page.getByRole("textbox", { name: /Tìm theo tên/ }).fill("binh tan");
    await page.getByText("1 trong 9 điểm phục vụ").waitFor();
    await page.getByRole("link", { name: SITE }).click();
    await page.getByRole("heading", { level: 1, name: SITE }).waitFor();
    await page.getByRole("link", { name: "Ghi khai trương" }).click();
    await page.getByRole("button", { name: "Ghi khai trương" }).click();
    await page.getByText("Không được để trống.").first().waitFor();
    await page.getByText("Hãy chọn ít nhất một quầy.").waitFor();
    await page.getByRole("group", { name: "Quầy mở hôm đó" }).getByRole("checkbox").first().check();
    await page.getByRole("textbox", { name: "Ngày khai trương" }).fill("17112026");
    await page.getByRole("checkbox", { name: "Quầy đã dán decal nhận diện" }).check();
    await page.getByRole("textbox", { name: "Máy tính" }).fill("2");
    await page.getByLabel("Chọn ảnh: Khai trương").setInputFiles(await takePhoto(page, "khai-truong.jpg"));
    await page.getByRole("textbox", { name: "Chú thích ảnh 1" }).fill("Cắt băng khai trương");
    await page.getByRole("button", { name: "Ghi khai trương" }).click();
    await page.getByText("Ngày khai trương chưa tới", { exact: false }).waitFor();
    await lookAt(page, "90-site-opening");
    await page.getByRole("textbox", { name: "Ngày khai trương" }).fill("10112026");
    await page.getByRole("button", { name: "Ghi khai trương" }).click();
    await page.getByRole("img", { name: "Cắt băng khai trương" }).waitFor();
    await page.getByText("Máy tính: 2").waitFor();
  });

  test("a surveyor walks through the site with a phone; a lost line loses nothing", {
    timeout: 180_000,
  }, async () => {
    const { page, context } = kiet;
    await page.setViewportSize(PHONE);
    await page.getByRole("link", { name: "Khảo sát điểm này" }).click();
    await page.getByRole("textbox", { name: "Thành phần đoàn" }).fill("Bưu điện tỉnh");
    await page.getByRole("button", { name: "Bắt đầu" }).click();
    await page.getByRole("heading", { name: "Có quầy riêng cho nhân viên bưu điện" }).waitFor();
    await page.getByRole("radio", { name: "Đạt", exact: true }).check();
    await page.getByRole("button", { name: "Mục tiếp" }).click();
    await page.getByRole("heading", { name: "Quầy có dán decal nhận diện" }).waitFor();
    await page.getByRole("radio", { name: "Đạt một phần" }).check();
    await page.getByRole("textbox", { name: "Còn thiếu gì" }).fill("Decal quầy 2 bị bong");
    const photo = await takePhoto(page, "decal.jpg");
    await context.setOffline(true);
    await page.getByLabel("Chụp ảnh: Quầy có dán decal nhận diện").setInputFiles(photo);
    await page.getByText("decal.jpg: mất mạng, sẽ tự gửi lại").waitFor();
    await lookAt(page, "91-survey-item");
    await page.setViewportSize(PHONE);
    await context.setOffline(false);
    await page.getByRole("img", { name: "Quầy có dán decal nhận diện" }).waitFor();
    await page.getByRole("button", { name: "Ghi thành tồn tại" }).click();
    await page.getByRole("textbox", { name: "Ai chịu trách nhiệm" }).fill("Bưu điện xã Bình Tấn");
    await page.getByRole("textbox", { name: "Hạn khắc phục" }).fill("20112026");

    // The phone closes the page: what was answered is still there.
    await page.reload();
    await page.getByRole("heading", { name: "Quầy có dán decal nhận diện" }).waitFor();
    expect(await page.getByRole("radio", { name: "Đạt một phần" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Mục tiếp" }).click();
    for (const _ of ITEMS.slice(2)) {
      await page.getByRole("radio", { name: "Đạt", exact: true }).check();
      await page.getByRole("button", { name: "Mục tiếp" }).click();
    }
    await page.getByText("Không bắt buộc trả lời", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Xem lại" }).click();
    await page.getByRole("heading", { name: "Xem lại và gửi" }).waitFor();
    await page.getByRole("button", { name: "Có camera quan sát khu vực tiếp dân" }).click();
    await page.getByRole("radio", { name: "Chưa đạt" }).check();
    for (const name of ["Mục tiếp", "Mục tiếp", "Xem lại"])
      await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("button", { name: "Gửi phiếu khảo sát" }).click();
    await page.getByText("1 chỗ cần sửa").waitFor();
    await lookAt(page, "92-survey-review");
    await page.setViewportSize(PHONE);
    await page.getByRole("button", { name: "Có camera quan sát khu vực tiếp dân" }).click();
    await page.getByRole("textbox", { name: "Còn thiếu gì" }).fill("Chưa lắp");
    for (const name of ["Mục tiếp", "Mục tiếp", "Xem lại"])
      await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("button", { name: "Gửi phiếu khảo sát" }).click();
    await page.getByRole("heading", { level: 1, name: `Biên bản khảo sát ${SITE}` }).waitFor();
    await page.getByRole("img", { name: "Quầy có dán decal nhận diện" }).first().waitFor();
    await lookAt(page, "93-survey-report");
    const pages = await pdfPages(
      await page.pdf({ path: "artefacts/screens/93-survey-report.pdf", preferCSSPageSize: true }),
    );
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM");
    expect(pages.at(-1)).toContain("ĐạidiệnđoànkhảosátĐạidiệnđiểmphụcvụ"); // Who signs ends it.
  });

  test("the head of the unit puts it right with a photo, and the surveyor closes it", {
    timeout: 120_000,
  }, async () => {
    const hanh = await signInAs(browser, base, "Trương Mỹ Hạnh");
    const desk = hanh.page;
    await desk.getByRole("link", { name: "Điểm phục vụ", exact: true }).click();
    await desk.getByText("3 điểm phục vụ").waitFor();
    await lookAt(desk, "94-sites");
    await desk.getByRole("link", { name: SITE }).click();
    await desk.getByRole("button", { name: "Báo đã khắc phục: Decal quầy 2 bị bong" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("Chọn ảnh: Báo đã khắc phục").setInputFiles(await takePhoto(desk, "sau.jpg"));
    await dialog.getByRole("img").first().waitFor();
    await dialog.getByRole("textbox", { name: "Đã làm gì" }).fill("Đã dán decal mới");
    await lookAt(desk, "95-resolve");
    await dialog.getByRole("button", { name: "Ghi đã khắc phục" }).click();
    await desk.getByText("Chờ kiểm tra").first().waitFor();

    const { page } = kiet;
    await page.setViewportSize(DESKTOP);
    await page.getByRole("link", { name: "Về điểm phục vụ" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Kiểm tra: Decal quầy 2 bị bong" }).click();
    const verdict = page.getByRole("dialog");
    await verdict.getByRole("button", { name: "Ghi kết luận" }).click();
    await page.getByText("Không còn tồn tại nào chờ khắc phục.").waitFor();
    await page.getByRole("button", { name: "Đã khép lại (1)" }).click();
    await page.getByText(/Trương Mỹ Hạnh báo đã khắc phục ngày 16\/11\/2026/).waitFor();
    await lookAt(page, "96-site");
    const offline = /ERR_INTERNET_DISCONNECTED/;
    expect([...hanh.errors, ...kiet.errors].filter((error) => !offline.test(error))).toEqual([]);
    await hanh.context.close();
  });
});
