import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const CODE = "1.001193";

/** A record as the national portal has them; invented. */
const RECORD = {
  code: CODE,
  name: "Thủ tục đăng ký khai sinh",
  field: "Hộ tịch",
  levels: ["Cấp xã"],
  channels: [
    {
      channel: "direct",
      limit: { amount: 1, unit: null },
      feeAndNotes: "Theo quy định của Hội đồng nhân dân cấp tỉnh",
    },
  ],
  papers: [{ kind: "submit", name: "Tờ khai đăng ký khai sinh theo mẫu", originals: 1, copies: 0 }],
  requirements: "Không có thông tin",
  steps: "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
};

/** An editor goes through the warnings of the catalogue, mends a procedure, publishes it and takes it back. */
describe("the catalogue under an editor's hands", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await seedWarnings(app);
    await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.program.app.server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    browser = await openBrowser();
  });
  // A one-time code counts once: who signs in again needs the next one.
  beforeEach(() => app.clock.advance(30_000));
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  test("is looked through, mended, compared, published and taken back, by keyboard where one likes", {
    timeout: 240_000,
  }, async () => {
    const { page, errors, context } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    await page.getByRole("link", { name: "Danh mục", exact: true }).click();
    await findByKeyboard(page);
    await lookAndAcknowledge(page);
    await mend(page);
    await publish(page);
    await compare(page);
    await restoreAndWithdraw(page);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("two editors at once: the second is told, keeps what was typed and goes on over the newer one", {
    timeout: 240_000,
  }, async () => {
    const { page, errors, context } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    await page.goto(`${base}/staff/catalogue/2.000635/mend`);
    await page.getByLabel("Người yêu cầu phải trực tiếp có mặt").click();
    const other = await context.newPage();
    await other.goto(`${base}/staff/catalogue/2.000635/mend`);
    await other.getByLabel("Cấp giải quyết").selectOption("province");
    await statement(other, "Người khác công bố trước");
    await other.getByText("Đã công bố, có hiệu lực từ").first().waitFor();
    await other.close();

    await statement(page, "Người này công bố sau");
    await page.getByText("Người khác vừa công bố phiên bản mới hơn").waitFor();
    await lookAt(page, "36-catalogue-newer");
    await page.getByRole("button", { name: "Giữ chỗ đã sửa, công bố lên trên bản mới" }).click();
    const dialog = page.getByRole("dialog", { name: "Công bố phiên bản mới" });
    await dialog.getByText("Cấp giải quyết").waitFor();
    await dialog.getByText("Phải có mặt").waitFor();
    expect(await dialog.getByLabel("Lý do").inputValue()).toBe("Người này công bố sau");
    await dialog.getByRole("button", { name: "Công bố", exact: true }).click();
    await page.getByText("Đã công bố, có hiệu lực từ").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("what is half mended outlives a reload, and is gone once it is dropped, left or published", {
    timeout: 120_000,
  }, async () => {
    const { page, errors, context } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    await page.goto(`${base}/staff/catalogue/1.004884/mend`);
    const deciding = page.getByLabel("Cấp giải quyết");
    await deciding.selectOption("province");
    await reloadWhileMending(page);
    expect(await deciding.inputValue()).toBe("province");
    await page.getByRole("button", { name: "Bỏ phần đang sửa" }).click();
    expect(await deciding.inputValue()).toBe("commune");
    await page.reload();
    await deciding.waitFor();
    expect(await page.getByText("Đã khôi phục phần đang sửa").count()).toBe(0);
    await deciding.selectOption("ministry");
    await page.getByRole("link", { name: "Danh mục", exact: true }).click();
    await page.getByRole("button", { name: "Rời trang, bỏ chỗ đã sửa" }).click();
    await page.getByRole("heading", { name: "Danh mục thủ tục", level: 1 }).waitFor();
    await page.goto(`${base}/staff/catalogue/1.004884/mend`);
    expect(await deciding.inputValue()).toBe("commune");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("nobody leaves a half-mended procedure without being asked, and a form with a gap is not published", {
    timeout: 120_000,
  }, async () => {
    const { page, errors, context } = await signInAs(browser, base, "Đặng Thị Mỹ Quyên");
    await page.goto(`${base}/staff/catalogue/1.004884/mend`);
    const first = page.getByRole("group", { name: "Giấy tờ 1", exact: true });
    const name = await first.getByLabel("Tên giấy tờ").inputValue();
    await first.getByLabel("Tên giấy tờ").fill("");
    await page.getByText("Còn 1 chỗ cần sửa trước khi công bố.").waitFor();
    expect(await page.getByRole("button", { name: "Xem chỗ khác và công bố…" }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Danh mục", exact: true }).click();
    await page.getByRole("dialog", { name: "Rời trang khi chưa công bố?" }).waitFor();
    await lookAt(page, "37-catalogue-leave");
    await page.getByRole("button", { name: "Ở lại" }).click();
    await first.getByLabel("Tên giấy tờ").fill(name);
    await first.getByRole("button", { name: `Bỏ giấy tờ: ${name}` }).click();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    expect(await first.getByLabel("Tên giấy tờ").inputValue()).toBe(name);
    await page.getByRole("link", { name: "Danh mục", exact: true }).click();
    await page.getByRole("button", { name: "Rời trang, bỏ chỗ đã sửa" }).click();
    await page.getByRole("heading", { name: "Danh mục thủ tục", level: 1 }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** What is mended stays through a reload, until it is published or dropped. */
async function reloadWhileMending(page: Page): Promise<void> {
  page.once("dialog", (asked) => void asked.accept());
  await page.reload();
  await page.getByText("Đã khôi phục phần đang sửa").waitFor();
}

/** The list, narrowed by `/`, words without diacritics and a kind, opened by arrow and Enter. */
async function findByKeyboard(page: Page): Promise<void> {
  await page.getByText(/2 trong \d+ thủ tục còn chỗ cần xem/).waitFor();
  await page.getByRole("link", { name: CODE }).waitFor();
  await lookAt(page, "30-catalogue-list");
  await page.getByRole("button", { name: /Thời hạn thiếu đơn vị/ }).click();
  await page.getByText("Có con số mà không rõ là ngày làm việc").first().waitFor();
  await expect.poll(() => page.locator("[data-opener]").count()).toBe(1);
  await page.locator("h1").click();
  await page.keyboard.press("/");
  await page.keyboard.type("nhan cha me");
  await page.getByText("Không có thủ tục nào khớp").waitFor();
  await lookAt(page, "31-catalogue-nothing");
  await page.getByRole("button", { name: "Bỏ lọc" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("dang ky khai sinh");
  await expect.poll(() => page.locator("[data-opener]").allInnerTexts()).toEqual([CODE]);
  await page.locator("h1").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /khai sinh/i }).waitFor();
}

/** Each warning stands at its place, beside the record; one is right as it stands. */
async function lookAndAcknowledge(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Cảnh báo (3)" }).waitFor();
  await page.getByText("Bước 2: Nhận kết quả.").waitFor();
  const direct = page.getByRole("region", { name: "Nộp trực tiếp" });
  await direct.getByText("Thời hạn thiếu đơn vị").waitFor();
  const record = page.getByRole("region", { name: "Bản gốc của Cổng" });
  await record.getByText("hình thức: Trực tiếp").waitFor();
  await record.getByText("loại: phải nộp").waitFor();
  expect(await record.innerText()).not.toMatch(/\b(?:direct|online|postal|submit|present)\b/);
  await lookAt(page, "32-catalogue-procedure");
  const general = page.getByRole("region", { name: "Thông tin chung" });
  await general.getByRole("button", { name: "Đã xem, đúng như nguồn" }).click();
  await page.getByRole("heading", { name: "Cảnh báo (2)" }).waitFor();
  await general.getByText(/Đã xem: Đặng Thị Mỹ Quyên/).waitFor();
  await closeToast(page);
}

async function mend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Sửa và công bố" }).click();
  const limit = page.getByRole("group", { name: "Trực tiếp, thời hạn 1" });
  await limit.getByLabel("Đơn vị").selectOption("workingDay");
  await limit.getByLabel("Số").fill("2");
  const papers = page.getByRole("region", { name: "Giấy tờ" });
  await papers.getByRole("button", { name: "Thêm giấy tờ" }).first().click();
  const added = page.getByLabel("Tên giấy tờ").last();
  await added.fill("Giấy chứng sinh của cơ sở y tế");
  await page.getByText("Có chỗ đã sửa mà chưa công bố").waitFor();
  await reloadWhileMending(page);
  expect(await limit.getByLabel("Số").inputValue()).toBe("2");
  expect(await added.inputValue()).toBe("Giấy chứng sinh của cơ sở y tế");
  await page.evaluate(() => scrollTo(0, 0)); // Longer than any window: nothing half under the header.
  await lookAt(page, "33-catalogue-mend");
}

async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Xem chỗ khác và công bố…" }).click();
  const dialog = page.getByRole("dialog", { name: "Công bố phiên bản mới" });
  await dialog.getByText("Giấy chứng sinh của cơ sở y tế").waitFor();
  const day = dialog.getByLabel("Có hiệu lực từ ngày");
  expect(await day.inputValue()).toBe("17/11/2026");
  expect(await dialog.getByLabel("Lý do").evaluate((field) => field === document.activeElement)).toBe(true);
  await day.fill("31/11/2026");
  await day.press("Tab");
  await dialog.getByText("Chưa đọc được ngày; viết ngày, tháng, năm như 05/09/2026.").waitFor();
  await day.fill("1/11/26");
  await day.press("Tab");
  expect(await day.inputValue()).toBe("01/11/2026");
  await dialog.getByRole("button", { name: "Công bố", exact: true }).click();
  await dialog.getByText("Hãy ghi lý do.").waitFor();
  await dialog.getByText("Hãy chọn một ngày từ 16/11/2026.").waitFor();
  await day.fill("17112026");
  await dialog.getByLabel("Lý do").fill("Đọc lại quyết định công bố");
  await lookAt(page, "34-catalogue-publish");
  await dialog.getByRole("button", { name: "Công bố", exact: true }).click();
  await page.getByText("Đã công bố, có hiệu lực từ 17/11/2026.").first().waitFor();
  await closeToast(page);
}

/** The newest against the one before; the mended place is marked as having no source, and its warning is gone. */
async function compare(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Cảnh báo (1)" }).waitFor();
  await page.getByText("Chưa có quyết định").first().waitFor();
  await page.getByRole("tab", { name: "So sánh" }).click();
  const changes = page.getByRole("region", { name: "So sánh" });
  await changes.getByText("Giấy chứng sinh của cơ sở y tế").waitFor();
  expect(await changes.locator("ins").allInnerTexts()).not.toEqual([]);
  await lookAt(page, "35-catalogue-compare");
}

async function restoreAndWithdraw(page: Page): Promise<void> {
  const versions = page.getByRole("region", { name: "Các phiên bản" });
  await versions.getByRole("button", { name: "Rút lại" }).click();
  const dialog = page.getByRole("dialog", { name: "Rút lại phiên bản chưa có hiệu lực" });
  await dialog.getByLabel("Lý do").fill("Công bố nhầm");
  await dialog.getByRole("button", { name: "Rút lại" }).click();
  await page.getByText("Đã rút lại; bản trước tiếp tục có hiệu lực.").first().waitFor();
  await versions.getByText("Đã rút", { exact: true }).waitFor();
  await versions.getByRole("link", { name: /Khôi phục bản này/ }).click();
  await page.getByText(/Nội dung dưới đây lấy từ bản có hiệu lực từ 17\/11\/2026/).waitFor();
  await statement(page, "Đã đối chiếu, công bố lại");
  await page.getByText("Đã công bố, có hiệu lực từ 17/11/2026.").first().waitFor();
}

/** A notice goes by itself; a picture should not have to wait for it. */
async function closeToast(page: Page): Promise<void> {
  await page.getByRole("region", { name: "Thông báo" }).getByRole("button", { name: "Đóng" }).click();
}

/** The dialog of publishing, with a reason. */
async function statement(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Xem chỗ khác và công bố…" }).click();
  const dialog = page.getByRole("dialog", { name: "Công bố phiên bản mới" });
  await dialog.getByLabel("Lý do").fill(reason);
  await dialog.getByRole("button", { name: "Công bố", exact: true }).click();
}

/** As an import leaves a procedure: three warnings at their places, and its record. */
async function seedWarnings({ owner }: TestApp): Promise<void> {
  await owner.query(
    `update nation.procedure_version set origin = 'portal', record_sha256 = '\\x01' where code = $1`,
    [CODE],
  );
  await owner.query(
    "insert into nation.portal_record (code, sha256, record, read_at) values ($1, '\\x01', $2, '2026-11-16T01:00:00Z')",
    [CODE, JSON.stringify(RECORD)],
  );
  const warnings = [
    [CODE, 0, "limitUnitMissing", "channels.direct.limits[0]", "1"],
    [CODE, 1, "feeNotUnderstood", "channels.direct.fees[0]", "Theo quy định của Hội đồng nhân dân cấp tỉnh"],
    [CODE, 2, "decidingLevelAmbiguous", "deciding", "Cấp tỉnh, Cấp xã"],
    ["2.000635", 0, "feeNotUnderstood", "channels.direct.fees[0]", "8000 đồng/bản"],
  ] as const;
  for (const [code, ...warning] of warnings) {
    await owner.query(
      `insert into nation.procedure_warning (version_id, position, kind, path, words)
       select id, $2, $3, $4, $5 from nation.procedure_version where code = $1`,
      [code, ...warning],
    );
  }
}
