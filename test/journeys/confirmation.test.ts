import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { actUnder, takeIn } from "../kit/assist.ts";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { AN_APPLICANT } from "../kit/forms.ts";
import { type MailServer, mailServer, readMail } from "../kit/mail-server.ts";
import { pdfText } from "../kit/pdf.ts";
import { type Client, type TestApp, testApp } from "../kit/test-app.ts";

const CARD =
  "087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|12051990|Nữ|Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";

let app: TestApp;
/** Takes the first mail and refuses the second for good. */
let post: MailServer;
let browser: Browser;
let base: string;
/** The clerk once more, for what needs no clicks. */
let counter: Client;
beforeAll(async () => {
  post = await mailServer({
    onRecipient: (attempt) => (attempt === 2 ? { code: 550, words: "5.1.1 no such user" } : undefined),
  });
  app = await testApp({
    jobs: true,
    site: await openSite(),
    notices: { mail: post.settings, sms: "off", zalo: "off", quiet: null },
  });
  await app.program.app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.program.app.server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  counter = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  // A one-time code opens once: the next sign-in of the same person needs the next one.
  app.clock.advance(60_000);
  await actUnder(app, "assist");
  browser = await openBrowser();
});
afterAll(async () => {
  await keepLastPictures(browser);
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
  await post?.[Symbol.asyncDispose]();
});

const open = async (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Điều hướng chính" }).getByRole("link", { name, exact: true }).click();
/** The slip as it would be printed now. */
const slip = async (page: Page, code: string) => {
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.dossier where code = $1",
    [code],
  );
  const answer = await page.context().request.get(`${base}/api/v1/dossiers/${rows[0]?.id}/receipt`);
  return (await pdfText(await answer.body())).replace(/\s+/g, " ");
};

/** At the counter: it is said before anything is typed that an officer confirms, and the slip says that it waits. */
async function takeInAtCounter(page: Page): Promise<string> {
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
  await search.fill("trich luc ho tich");
  await page.getByRole("option", { name: /2\.000635/ }).waitFor();
  await search.press("Enter");
  await page.getByText("Được tiếp nhận, công chức sẽ xác nhận").waitFor();
  const scan = page.getByRole("textbox", { name: "Quét mã QR căn cước" });
  await scan.pressSequentially(CARD);
  await scan.press("Enter");
  await expect
    .poll(() => page.getByRole("textbox", { name: "Số định danh cá nhân" }).inputValue())
    .toBe("087190001234");
  await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
  await page.getByText("Gửi qua bưu điện").click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Đã nhận hồ sơ, chờ công chức xác nhận" }).waitFor();
  const code = /H20\.\d{3}-261116-\d{4}/.exec(await page.locator("main").innerText())?.[0] ?? "";
  await lookAt(page, "confirmation-2-received");
  expect(await slip(page, code)).toContain("PHIẾU NHẬN HỒ SƠ – CHỜ XÁC NHẬN");
  return code;
}

/** At the officer's desk: three at once, by the keyboard alone. */
async function confirmThree(page: Page, code: string): Promise<void> {
  await page.getByRole("button", { name: "Tiếp tục, chưa chọn quầy" }).click();
  await open(page, "Xác nhận");
  await page.getByText("3 việc đang chờ").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page
    .getByRole("region", { name: "Hồ sơ đang xem" })
    .getByText("Nguyễn Thị Hồng Nhung")
    .first()
    .waitFor();
  await lookAt(page, "confirmation-3-list");
  // From the row into its dossier, and back to the row.
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await page.keyboard.press("ArrowRight");
  await expect.poll(focused).toBe("H2");
  await page.keyboard.press("Escape");
  await expect.poll(focused).toBe("BUTTON");
  await page.getByRole("button", { name: "Đóng hồ sơ" }).press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(code);
  await page.keyboard.press(" ");
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await page.getByText("Đã chọn 3").waitFor();
  // From the box that chooses all as well: who ticks it has not left the keys.
  await page.getByRole("checkbox", { name: "Chọn tất cả" }).focus();
  await page.keyboard.press("Control+Enter");
  await page.getByText("Đã xác nhận 3 việc.").first().waitFor();
  await page.getByText("Không có việc nào chờ xác nhận").waitFor();
  await expect.poll(focused).toBe("BUTTON"); // The tab, for nothing is left in the list.
  const text = await slip(page, code);
  expect(text).toContain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
  for (const name of ["Nguyễn Thị Lan", "Lê Minh Đức"]) expect(text).toContain(name);
}

async function deliverAndMeasure(page: Page, code: string): Promise<void> {
  await page.getByRole("tab", { name: /Giấy tiếp nhận cần giao/ }).click();
  await page.getByText("3 giấy cần giao").waitFor();
  await page.getByRole("textbox", { name: "Lọc danh sách" }).fill(`nhung ${code}`);
  await expect.poll(() => page.getByRole("button", { name: /^Đã .*: H20/ }).count()).toBe(1);
  await page.getByRole("checkbox", { name: `Chọn ${code}` }).check();
  await page.getByRole("textbox", { name: "Lọc danh sách" }).fill("");
  await page
    .getByRole("checkbox", { name: /^Chọn H20/ })
    .last()
    .check();
  const link = await page.getByRole("link", { name: "In 2 giấy" }).getAttribute("href");
  const printed = await page.context().request.get(new URL(link ?? "", base).href);
  expect(await pdfText(await printed.body())).toContain(code);
  await page.getByRole("button", { name: `Đã gửi bưu điện: ${code}` }).click();
  await page.getByText(`Đã ghi: giấy tiếp nhận ${code} đã được giao.`).first().waitFor();
  await page.getByRole("tab", { name: "Thời gian xác nhận" }).click();
  const row = page.getByRole("row", { name: /Trung tâm Phục vụ hành chính công xã Bình Thành/ });
  await expect.poll(() => row.innerText()).toMatch(/Nhận hồ sơ\s+3\s+3\s+0/);
  await lookAt(page, "confirmation-4-figures");
}

async function handBack(officer: Page, code: string, words: string): Promise<void> {
  await officer.getByRole("button", { name: "Làm mới" }).click();
  await officer.getByRole("button", { name: code }).click();
  await officer.getByRole("button", { name: "Trả lại quầy" }).first().click();
  await officer.getByRole("textbox", { name: /Cần sửa gì/ }).fill(words);
  await officer
    .getByRole("form", { name: "Trả lại quầy" })
    .getByRole("button", { name: "Trả lại quầy" })
    .click();
  await officer.getByText("Đã trả lại quầy.").first().waitFor();
}

/** A wrong phone number and a forgotten paper: the clerk puts them right, and the officer reads what was changed. */
async function handBackAndCorrect(officer: Page, clerk: Page): Promise<void> {
  const { code } = await takeIn(counter);
  await handBack(officer, code, "Sai số điện thoại, thiếu bản đồ");
  await open(clerk, "Chờ xác nhận");
  // The clerk was here a moment ago: the list of then stands until it is asked for anew.
  await clerk.getByRole("button", { name: "Làm mới" }).click();
  await clerk.getByRole("button", { name: code }).click();
  await clerk.getByRole("button", { name: "Sửa hồ sơ" }).click();
  await clerk.getByRole("heading", { name: `Sửa hồ sơ ${code}` }).waitFor();
  await clerk.getByText("Sai số điện thoại, thiếu bản đồ").waitFor();
  const send = clerk.getByRole("button", { name: /Sửa và trình lại/ });
  expect(await send.isDisabled()).toBe(true);
  await clerk.getByRole("textbox", { name: "Số điện thoại" }).fill("0987654321");
  await clerk.getByRole("button", { name: /Thêm giấy tờ/ }).click();
  await clerk.getByRole("textbox", { name: "Tên giấy tờ thêm 1" }).fill("Bản đồ vị trí đất");
  await lookAt(clerk, "confirmation-7-correct");
  await clerk.getByRole("textbox", { name: /Đã sửa gì/ }).fill("Đã sửa số và nhận thêm bản đồ");
  await send.click();
  await clerk.getByText("Đã sửa; hồ sơ chờ công chức xác nhận lại").waitFor();
  expect(await slip(clerk, code)).toContain("CHỜ XÁC NHẬN (ĐÃ SỬA)");
  await officer.getByRole("button", { name: "Làm mới" }).click();
  await officer.getByText("Đã sửa: số điện thoại người đề nghị, giấy tờ").waitFor();
  await officer.getByText("Số điện thoại người đề nghị: 0912345678 → 0987654321").first().waitFor();
  await officer.getByText("Thêm giấy tờ: Bản đồ vị trí đất (1 bản chính)").first().waitFor();
  await lookAt(officer, "confirmation-9-what-was-corrected");
}

/**
 * The list hears of an act before the dossier that stands beside it does.
 *
 * @returns what is awaited until the dossier was read after the list, and the page had time to lose the focus
 */
async function letDossierComeLate(page: Page): Promise<() => Promise<void>> {
  const listed = page.waitForResponse(/\/api\/v1\/awaited-confirmations/);
  const dossier = /\/api\/v1\/dossiers\/[^/]+$/;
  const read = page.waitForResponse(dossier);
  await page.route(dossier, async (route) => {
    await listed;
    await page.waitForTimeout(400);
    await route.continue();
  });
  return async () => {
    await read;
    await page.unrouteAll({ behavior: "wait" });
  };
}

/** The officer hands one back with words, the clerk answers, and it waits again. */
async function handBackAndAnswer(officer: Page, clerk: Page): Promise<void> {
  const { code } = await takeIn(counter);
  await officer.getByRole("tab", { name: /Chờ xác nhận/ }).click();
  await handBack(officer, code, "Tờ khai thiếu chữ ký");
  await clerk.keyboard.press("Escape");
  await open(clerk, "Chờ xác nhận");
  await clerk.getByText("Tờ khai thiếu chữ ký").waitFor();
  await clerk.getByRole("button", { name: code }).click();
  await clerk.getByRole("button", { name: "Trình lại" }).click();
  await clerk.getByRole("textbox", { name: /Đã sửa gì/ }).fill("Đã ký bổ sung");
  await lookAt(clerk, "confirmation-5-awaited");
  const lateDossier = await letDossierComeLate(clerk);
  await clerk.getByRole("form", { name: "Trình lại" }).getByRole("button", { name: "Trình lại" }).click();
  await clerk.getByText("Đã trình lại; hồ sơ chờ công chức xác nhận.").first().waitFor();
  await lateDossier();
  await expect.poll(() => clerk.evaluate(() => document.activeElement?.id)).toBe("acts-title");
  await officer.getByRole("button", { name: "Làm mới" }).click();
  await officer.getByText("Đã ký bổ sung").waitFor();
}

/** Takes in for a citizen with an e-mail address, and has it confirmed on the screen. */
async function confirmForMail(officer: Page): Promise<string> {
  const applicant = { ...AN_APPLICANT, email: "nhung.hong@example.vn" };
  const { code } = await takeIn(counter, { receiptDelivery: "message", applicant });
  await officer.getByRole("tab", { name: /Chờ xác nhận/ }).click();
  await officer.getByRole("button", { name: "Làm mới" }).click();
  await officer.getByRole("checkbox", { name: `Chọn ${code}` }).check();
  await officer.getByRole("button", { name: "Xác nhận 1 việc" }).click();
  await officer.getByText("Đã xác nhận 1 việc.").first().waitFor();
  return code;
}

/** The first mail arrives with its paper and leaves nothing to do; the second cannot go, and a person reads why. */
async function sendByMail(officer: Page): Promise<void> {
  const code = await confirmForMail(officer);
  await expect.poll(() => post.mails.length, { timeout: 30_000 }).toBe(1);
  const paper = readMail(post.mails[0]?.raw ?? "").parts.at(-1)?.content ?? Buffer.of();
  const text = await pdfText(paper);
  for (const said of ["GIẤY TIẾP NHẬN HỒ SƠ", code, "Nguyễn Thị Lan", "Lê Minh Đức"])
    expect(text).toContain(said);
  const unsent = await confirmForMail(officer);
  await officer.getByRole("tab", { name: /Giấy tiếp nhận cần giao/ }).click();
  await expect
    .poll(
      async () => {
        await officer.getByRole("button", { name: "Làm mới" }).click();
        return officer.getByText("Thư điện tử: Không gửi được. Hãy báo cho người dân rồi đánh dấu.").count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(1);
  expect(await officer.getByRole("checkbox", { name: `Chọn ${code}` }).count()).toBe(0);
  expect(await officer.getByRole("checkbox", { name: `Chọn ${unsent}` }).count()).toBe(1);
  // Where the telephone number of the citizen stands, who has to be told.
  expect(await officer.getByRole("link", { name: unsent, exact: true }).getAttribute("href")).toContain(
    "/dossiers/",
  );
  await open(officer, "Tra cứu");
  const search = officer.getByRole("textbox", { name: "Mã hồ sơ hoặc tên người đề nghị" });
  await search.fill(code);
  await search.press("Enter");
  const sent = officer.getByRole("region", { name: "Thông báo đã gửi" });
  await sent.getByText("Thư điện tử đến n•••@example.vn").waitFor();
  await sent.getByText("Vì: Công chức xác nhận").waitFor();
  await lookAt(officer, "confirmation-10-sent");
}

test("a clerk's act waits for the officer, who confirms three at once or hands back", {
  timeout: 300_000,
}, async () => {
  const clerk = await signInAs(browser, base, "Nguyễn Thị Lan");
  const code = await takeInAtCounter(clerk.page);
  await takeIn(counter);
  await takeIn(counter);
  const officer = await signInAs(browser, base, "Lê Minh Đức");
  await confirmThree(officer.page, code);
  await deliverAndMeasure(officer.page, code);
  await handBackAndAnswer(officer.page, clerk.page);
  await handBackAndCorrect(officer.page, clerk.page);
  await sendByMail(officer.page);
  expect([...clerk.errors, ...officer.errors]).toEqual([]);
});
