import { openSite } from "#server/main.ts";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { receive } from "../kit/forms.ts";
import { OFFICE, UNIT, accountId, draft, move } from "../kit/mandate-forms.ts";
import { bringTo, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
}

const DAY_MS = 86_400_000;
const MARRIAGE = "1.000894";

/** From the figures of a unit to the decision on what it proposes, and back to the acts that are looked at. */
describe("proposals with figures, and sampling, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let hanh: Visit;
  let thao: Visit;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    await threeDaysOfWork(app);
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

  test("the head sees a task that recurs, and drafts a mandate for it", { timeout: 120_000 }, async () => {
    hanh = await signInAs(browser, base, "Trương Mỹ Hạnh");
    const { page } = hanh;
    await page.getByRole("link", { name: "Phân công", exact: true }).click();
    await page
      .getByText("đã lặp lại 3 ngày trong 30 ngày: đề xuất đưa vào danh mục", { exact: false })
      .waitFor();
    await lookAt(page, "90-recurring");
    await page.getByRole("link", { name: `Soạn đề xuất cho thủ tục ${MARRIAGE}` }).click();
    await page.getByRole("heading", { level: 1, name: "Soạn giao việc mới" }).waitFor();
    expect(await page.getByRole("checkbox", { name: "tiếp nhận hồ sơ", exact: true }).isChecked()).toBe(true);
    await page.getByRole("button", { name: new RegExp(`Bỏ ${MARRIAGE}`) }).waitFor();
    await page.getByRole("radio", { name: "Tự làm, có giám sát" }).check();
    await page.getByRole("textbox", { name: "Từ ngày" }).fill("01122026");
    await page.getByRole("button", { name: "Lưu dự thảo" }).click();
    await page.getByRole("button", { name: "Trình duyệt" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("textbox", { name: /Vì sao đề xuất/ })
      .fill("Ba tuần nay ngày nào cũng phải giao riêng");
    await dialog.getByRole("button", { name: "Trình duyệt" }).click();
    await page.getByRole("columnheader", { name: /Khi trình/ }).waitFor();
    await lookAt(page, "92-mandate-figures");
  });

  test("the head reviews the unit by its figures and chooses what to propose", {
    timeout: 120_000,
  }, async () => {
    const { page } = hanh;
    await page.getByRole("link", { name: "Đề xuất", exact: true }).click();
    await page.getByRole("table", { name: "Số liệu theo lĩnh vực" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Từ ngày" }).inputValue()).toMatch(/^\d\d\/\d\d\/2026$/);
    await page.getByRole("button", { name: "Thủ tục của Hộ tịch" }).click();
    await page
      .getByRole("checkbox", { name: /Chọn .*kết hôn/ })
      .first()
      .check();
    await page.getByText("Đã chọn 1").waitFor();
    await lookAt(page, "93-review");
    await page.getByRole("link", { name: "Đề xuất giao" }).click();
    await page.getByRole("button", { name: new RegExp(`Bỏ ${MARRIAGE}`) }).waitFor();
    expect(hanh.errors).toEqual([]);
  });

  test("the province compares, decides several by one decision, and is told of one that a colleague was faster with", {
    timeout: 120_000,
  }, async () => {
    thao = await signInAs(browser, base, "Lý Thanh Thảo");
    const { page } = thao;
    await page.getByRole("link", { name: "Đề xuất", exact: true }).click();
    await page.getByText("3 đề xuất").waitFor();
    await page.getByRole("button", { name: "Sắp theo Tiếp nhận" }).click();
    expect(
      await page.getByRole("columnheader", { name: "Sắp theo Tiếp nhận" }).getAttribute("aria-sort"),
    ).toBe("descending");
    for (const box of await page.getByRole("checkbox", { name: /Chọn đề xuất/ }).all()) await box.check();
    await page.getByText("Đã chọn 3 đề xuất").waitFor();
    await lookAt(page, "94-compare");
    await sendBackOne(app);
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByText(/Tiếp nhận: \d+ .*Đúng hạn: .*Đã tập huấn: /)
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "Duyệt", exact: true }).click();
    await dialog.getByText("Không được để trống.").first().waitFor();
    await nameDecision(dialog, "512/QĐ-UBND");
    await dialog.getByRole("button", { name: "Duyệt", exact: true }).click();
    await dialog.getByText("Người khác vừa quyết định đề xuất này.").waitFor();
    await dialog.getByRole("button", { name: "Đóng" }).last().waitFor();
    expect(await dialog.getByText("Đã duyệt").count()).toBe(2);
    await lookAt(page, "95-decided");
    await dialog.getByRole("button", { name: "Đóng" }).last().click();
    await page.getByText("Không có đề xuất nào chờ quyết định").waitFor();
    const { rows } = await app.owner.query(
      "select from space_dong_thap.mandate_decision where number = '512/QĐ-UBND'",
    );
    expect(rows).toHaveLength(1);
    expect(thao.errors).toEqual([]);
  });

  test("the province sees the gap before an approved mandate of another year, and drafts for just those days", {
    timeout: 120_000,
  }, async () => {
    const { page } = thao;
    await page.getByRole("link", { name: "Quyết định giao việc", exact: true }).click();
    await page.getByRole("tab", { name: "Khoảng trống" }).click();
    const way = page.getByRole("link", { name: /Soạn giao việc cho .*từ 01\/02\/2027 đến hết 28\/02\/2027/ });
    await way.waitFor();
    await lookAt(page, "96-gaps");
    await way.click();
    await page.getByRole("heading", { level: 1, name: "Soạn giao việc mới" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Từ ngày" }).inputValue()).toBe("01/02/2027");
    expect(await page.getByRole("textbox", { name: "Đến hết ngày" }).inputValue()).toBe("28/02/2027");
    expect(thao.errors).toEqual([]);
  });

  test("an officer looks at the acts that were drawn: Đ is right, S is wrong with its reason", {
    timeout: 120_000,
  }, async () => {
    const duc = await signInAs(browser, base, "Lê Minh Đức");
    const { page } = duc;
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Hậu kiểm" }).click();
    await page.getByText("Đã xem 0 trong 3 việc").waitFor();
    await page
      .getByRole("heading", { name: "Quá trình" })
      .or(page.getByText("Nguyễn Thị Hồng Nhung"))
      .first()
      .waitFor();
    await lookAt(page, "97-samples");
    await page
      .getByRole("button", { name: /Nguyễn Thị Lan/ })
      .first()
      .click();
    await page.keyboard.press("d");
    await page.getByText("Đã xem 1 trong 3 việc").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^pick-/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Ghi kết luận sai" }).click();
    await page.getByText("Chọn sai ở đâu.").waitFor();
    await page.getByText("Không được để trống.").waitFor();
    await page.getByRole("combobox", { name: /Sai ở đâu/ }).selectOption("Thiếu hoặc thừa giấy tờ");
    await page.getByRole("textbox", { name: "Ghi rõ" }).fill("Thiếu giấy chứng sinh");
    await page.getByRole("button", { name: "Ghi kết luận sai" }).click();
    await page.getByText("Đã xem 2 trong 3 việc").waitFor();
    await page.getByRole("tab", { name: "Kết quả" }).click();
    await page.getByRole("table", { name: "Theo nhân viên" }).getByText("50 % (").waitFor();
    await lookAt(page, "99-results");
    expect(duc.errors).toEqual([]);
  });
});

/** Three days on which the clerk receives and the head gives the same task once more; then two proposals of others. */
async function threeDaysOfWork(app: TestApp): Promise<void> {
  const clerk = await accountId(app, "lan.clerk");
  for (let day = 0; day < 3; day += 1) {
    const desks = await openDesks(app);
    const head = await app.signIn("hanh.head");
    const { body } = await receive(desks.clerk);
    if (day === 0) await bringTo(desks, String(body["dossierId"]), "finished");
    const task = { unitId: UNIT, accountId: clerk, task: "receive", procedureCode: MARRIAGE, standsBy: true };
    passed(await head.send("POST", "/assignments", { ...task, reason: "Công chức hộ tịch đi tập huấn" }));
    app.clock.advance(DAY_MS);
  }
  const kiet = await app.signIn("kiet.programme");
  const given = { exceptProcedureCodes: [], tasks: ["receive"], fieldCodes: ["householdBusiness"] };
  for (const period of [
    { validFrom: "2027-01-01", validTo: "2027-01-31" },
    { validFrom: "2027-03-01", validTo: "2028-12-31" },
  ]) {
    const id = await draft(kiet, { ...given, ...period, postOfficeId: OFFICE });
    passed(await move(kiet, id, "propose"));
  }
}

/** What a colleague does in another window meanwhile: one proposal goes back, and comes again another day. */
async function sendBackOne(app: TestApp): Promise<void> {
  const kiet = await app.signIn("kiet.programme");
  const { body } = await kiet.get("/proposals");
  const proposals = body["proposals"] as { mandate: { id: string; procedures: unknown[] } }[];
  const id = proposals.find(({ mandate }) => mandate.procedures.length > 0)?.mandate.id ?? "";
  passed(await move(kiet, id, "sendBack"));
}

async function nameDecision(dialog: Locator, number: string): Promise<void> {
  await dialog.getByRole("textbox", { name: "Số, ký hiệu" }).fill(number);
  await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill("19112026");
  await dialog.getByRole("textbox", { name: "Cơ quan ban hành" }).fill("Ủy ban nhân dân tỉnh Đồng Tháp");
  await dialog.getByRole("textbox", { name: "Trích yếu" }).fill("Về việc giao việc cho bưu điện");
}
