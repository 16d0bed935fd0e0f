import { openSite } from "#server/main.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { receive } from "../kit/forms.ts";
import { bringToForce, train } from "../kit/mandate-forms.ts";
import { A_PDF, A_PNG } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

const TITLE = "Đề án chuyển giao dịch vụ hành chính công cho bưu điện";

/** From the programme as the province decided it to the scan behind the last act done under it, on the screen. */
describe("a programme, on the screen", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
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

  /** A one-time code counts once: the next sign-in is the next code's. */
  const signIn = (fullName: string) => {
    app.clock.advance(30_000);
    return signInAs(browser, base, fullName);
  };

  test("the province writes it down, with phases, a goal, a rule and a scan", {
    timeout: 120_000,
  }, async () => {
    const { page, errors, context } = await signIn("Huỳnh Tuấn Kiệt");
    await page.getByRole("link", { name: "Đề án" }).click();
    await page.getByText("Chưa ghi đề án nào").waitFor();
    await page.getByRole("button", { name: "Ghi đề án mới" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await dialog.getByText("Không được để trống.").first().waitFor();
    await dialog.getByRole("textbox", { name: "Tên đề án" }).fill(TITLE);
    await days(dialog, "01012026", "");
    await nameDecision(dialog, "468/QĐ-UBND", "20122025");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();

    await addPhase(page, "3", "01022026", "31102026");
    await addPhase(page, "3 mở rộng", "01112026", "");
    await page.getByRole("button", { name: "Thêm mục tiêu" }).click();
    await dialog.getByRole("textbox", { name: "Mục tiêu" }).fill("Hồ sơ tại quầy bưu điện");
    await dialog.getByRole("textbox", { name: "Con số cần đạt" }).fill("1200");
    await dialog.getByRole("textbox", { name: "Đơn vị tính" }).fill("hồ sơ");
    await dialog.getByRole("textbox", { name: "Hạn" }).fill("31122026");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("0 / 1.200 hồ sơ", { exact: false }).waitFor();

    await page.getByRole("button", { name: "Thêm quy chế" }).click();
    await dialog.getByRole("textbox", { name: "Các giờ trong ngày" }).fill("16h30, 10:30");
    await days(dialog, "01022026", "");
    await lookAt(page, "programme-rule");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Bàn giao lúc 10:30, 16:30").waitFor();

    await page.getByLabel("Thêm bản chụp").setInputFiles({
      name: "Quyết định 468.pdf",
      mimeType: "application/pdf",
      buffer: A_PDF,
    });
    await page.getByRole("button", { name: "Xem Quyết định 468.pdf" }).click();
    await page.getByTitle("Quyết định 468.pdf").waitFor();
    await page.getByRole("button", { name: "Ẩn" }).click();
    await lookAt(page, "programme");

    await page.getByRole("textbox", { name: "Xem ngày" }).fill("01/03/2026");
    await page.getByText("Đang xem ngày 01/03/2026").waitFor();
    const phases = page.getByRole("region", { name: "Giai đoạn", exact: true });
    await phases.getByText("Chưa tới").waitFor();
    expect(await phases.getByText("Có hiệu lực", { exact: true }).count()).toBe(1);

    await page.getByRole("button", { name: "Bỏ Giai đoạn 3 mở rộng" }).click();
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm quyết định");
    await dialog.getByRole("button", { name: "Bỏ" }).click();
    await page.getByText("Lý do: Ghi nhầm quyết định").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("staff freed are written down, summed, and a mistake is withdrawn", { timeout: 120_000 }, async () => {
    const { page, errors, context } = await signIn("Huỳnh Tuấn Kiệt");
    await page.getByRole("link", { name: "Đề án" }).click();
    await page.getByRole("tab", { name: "Biên chế được giải phóng" }).click();
    await page.getByText("Chưa ghi dòng nào").waitFor();
    await page.getByRole("button", { name: "Ghi biên chế được giải phóng" }).click();
    const dialog = page.getByRole("dialog");
    await pick(dialog, page, "Bộ phận một cửa", "binh thanh", /xã Bình Thành/);
    await dialog.getByRole("textbox", { name: "Vị trí" }).fill("Công chức tiếp nhận hộ tịch");
    await dialog.getByRole("textbox", { name: "Từ ngày" }).fill("10112026");
    await pick(dialog, page, "Do giai đoạn", "3", /Giai đoạn 3/);
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { name: "Tổng cộng 1 người" }).waitFor();
    await page.getByRole("button", { name: "Ghi biên chế được giải phóng" }).click();
    await pick(dialog, page, "Bộ phận một cửa", "binh thanh", /xã Bình Thành/);
    await dialog.getByRole("textbox", { name: "Vị trí" }).fill("Công chức chứng thực");
    await dialog.getByRole("textbox", { name: "Từ ngày" }).fill("10112026");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await dialog.getByText("Chọn giai đoạn hoặc lần giao việc.").waitFor();
    await pick(dialog, page, "Hoặc do lần giao việc", "binh thanh", /xã Bình Thành/);
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { name: "Tổng cộng 2 người" }).waitFor();
    await page.getByRole("button", { name: "Rút dòng: Công chức tiếp nhận hộ tịch" }).click();
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm xã");
    await dialog.getByRole("button", { name: "Rút dòng này" }).click();
    await page.getByRole("heading", { name: "Tổng cộng 1 người" }).waitFor();
    await page.getByText("Ghi nhầm xã").waitFor();
    await lookAt(page, "staff-freed");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("a clerk walks from an act to the scan of the decision behind it", { timeout: 120_000 }, async () => {
    const kiet = await app.signIn("kiet.programme");
    const { phases } = (await kiet.get("/programme-choices")).body as { phases: { id: string }[] };
    await bringToForce(await app.signIn("hanh.head"), kiet, { phaseId: phases[0]?.id });
    await train(app, "phuc.clerk", "civilStatus");
    const clerk = await app.signIn("phuc.clerk", "Quầy 1");
    const code = String((await receive(clerk)).body["code"]);

    const { page, errors, context } = await signIn("Trần Văn Phúc");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Tôi được làm gì" }).click();
    await page.getByText("Bàn giao lúc 10:30, 16:30").waitFor();
    await page.getByRole("link", { name: "Tra cứu" }).click();
    await page.locator("input[data-search]").fill(code);
    await page.keyboard.press("Enter");
    await page
      .getByRole("link", { name: /Xem căn cứ/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Căn cứ của việc đã làm" }).waitFor();
    await page.getByText("Có hiệu lực lúc đó").waitFor();
    const rests = page.getByRole("region", { name: "Đề án" });
    await rests.getByRole("button", { name: "Xem Quyết định 468.pdf" }).click();
    await rests.getByTitle("Quyết định 468.pdf").waitFor();
    await rests.getByRole("button", { name: "Ẩn" }).click();
    await lookAt(page, "basis");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("the officer adds a scan beside the decision of a mandate, and takes the list of its acts", {
    timeout: 120_000,
  }, async () => {
    const { page, errors, context } = await signIn("Huỳnh Tuấn Kiệt");
    await page.getByRole("link", { name: "Quyết định giao việc", exact: true }).click();
    await pick(page.locator("main"), page, "Giai đoạn", "3", /Giai đoạn 3/);
    await page.getByRole("link", { name: "Bưu điện Văn hóa xã Bình Thành" }).first().click();
    await page.getByRole("link", { name: /Giai đoạn 3 – / }).waitFor();
    await page.getByText("Kéo dài sau thời gian của giai đoạn.").waitFor();
    await page.getByRole("button", { name: "Tạm dừng" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Quyết định khác" }).check();
    await nameDecision(dialog, "999/QĐ-UBND", "16112026");
    await dialog.getByLabel("Bản chụp (không bắt buộc)").setInputFiles({
      name: "Tạm dừng.png",
      mimeType: "image/png",
      buffer: A_PNG,
    });
    await dialog.getByText(/Tạm dừng\.png/).waitFor();
    await dialog.getByRole("textbox", { name: "Lý do" }).fill("Kiểm tra lại căn cứ");
    await dialog.getByRole("button", { name: "Tạm dừng" }).click();
    await page.getByText("Đang tạm dừng", { exact: true }).first().waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải cả danh sách (CSV)" }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^việc-theo-giao-nhiệm-vụ-[\d-]+\.csv$/);
    const { rows } = await app.owner.query<{ number: string }>(
      "select d.number from space_dong_thap.decision_scan s join space_dong_thap.mandate_decision d on d.id = s.decision_id",
    );
    expect(rows.map(({ number }) => number).toSorted()).toEqual(["468/QĐ-UBND", "999/QĐ-UBND"]);

    const decision = page.getByRole("region", { name: "Quyết định", exact: true });
    await decision.getByLabel("Thêm bản chụp").setInputFiles({
      name: "Nhầm.png",
      mimeType: "image/png",
      buffer: A_PNG,
    });
    await decision.getByRole("button", { name: "Rút bản chụp Nhầm.png" }).click();
    await dialog.getByRole("button", { name: "Rút", exact: true }).click();
    await dialog.getByText("Không được để trống.").waitFor();
    await dialog.getByRole("textbox", { name: "Vì sao rút" }).fill("Bản chụp của quyết định khác");
    await dialog.getByRole("button", { name: "Rút", exact: true }).click();
    await decision.getByText(/Đã rút: .*Lý do: Bản chụp của quyết định khác/).waitFor();
    await lookAt(page, "scan-withdrawn");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("the clerk reads what is suspended, by which decision and whom to ask", {
    timeout: 120_000,
  }, async () => {
    const { page, errors, context } = await signIn("Trần Văn Phúc");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Tôi được làm gì" }).click();
    await page.getByText("việc đã giao cho ông/bà đang tạm dừng", { exact: false }).waitFor();
    await page.getByText(/đang tạm dừng theo Quyết định số 999\/QĐ-UBND, từ /).waitFor();
    await page.getByText(/Hãy hỏi trưởng bộ phận một cửa: Trương Mỹ Hạnh/).waitFor();
    await lookAt(page, "own-rights-suspended");
    expect(errors).toEqual([]);
    await context.close();
  });
});

async function days(dialog: Locator, from: string, to: string): Promise<void> {
  await dialog.getByRole("textbox", { name: "Từ ngày" }).fill(from);
  if (to !== "") await dialog.getByRole("textbox", { name: /Đến hết ngày/ }).fill(to);
}

async function nameDecision(dialog: Locator, number: string, day: string): Promise<void> {
  await dialog.getByRole("textbox", { name: "Số, ký hiệu" }).fill(number);
  await dialog.getByRole("textbox", { name: "Ngày ban hành" }).fill(day);
  await dialog.getByRole("textbox", { name: "Cơ quan ban hành" }).fill("Ủy ban nhân dân tỉnh Đồng Tháp");
  await dialog.getByRole("textbox", { name: "Trích yếu" }).fill("Phê duyệt Đề án");
}

/** A phase by a decision that the programme names already. */
async function addPhase(page: Page, label: string, from: string, to: string): Promise<void> {
  await page.getByRole("button", { name: "Thêm giai đoạn" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Tên giai đoạn" }).fill(label);
  await dialog.getByRole("textbox", { name: "Thứ tự" }).fill("3");
  await days(dialog, from, to);
  await dialog.getByRole("radio", { name: /468/ }).check();
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Chooses in a field that is searched by typing. */
async function pick(
  within: Locator,
  page: Page,
  label: string,
  typed: string,
  option: RegExp,
): Promise<void> {
  await within.getByRole("combobox", { name: label }).fill(typed);
  await page.getByRole("option", { name: option }).first().click();
}
