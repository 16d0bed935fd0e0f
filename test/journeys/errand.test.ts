import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import {
  DESKTOP,
  keepLastPictures,
  lookAt,
  openBrowser,
  signInAs,
  signOnPad,
  watchErrors,
} from "../kit/browser.ts";
import { pdfText, qrOfPdf } from "../kit/pdf.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";

/** A card as a USB scanner types it; an invented person of Đồng Tháp. */
const CARD =
  "087190001234|341234567|NGUYỄN THỊ HỒNG NHUNG|12051990|Nữ|Ấp 1, Bình Tấn, Thanh Bình, Đồng Tháp|15042021";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * The whole errand in a real browser, each person in a browser of their own: taken in at the postal
 * counter, sent on, decided, approved, returned, and looked at by the citizen without script.
 */
describe.each([18, 15] as const)("the errand on PostgreSQL %d", (postgres) => {
  // Pictures and axe once: the screens do not know which server is behind them.
  const look = async (page: Page, name: string) => (postgres === 18 ? lookAt(page, name) : undefined);
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let code = "";
  let trackUrl = "";

  beforeAll(async () => {
    app = await testApp({ postgres, jobs: true, site: await openSite() });
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

  /** Nobody is signed in: the sign-in page shows the demo's people and codes. */
  const showSignIn = async () => {
    const page = await (await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" })).newPage();
    await page.goto(`${base}/staff/`);
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await look(page, "01-sign-in");
    await page.context().close();
  };

  /** The postal clerk takes the dossier in with keyboard and scanner. */
  const receiveAtCounter = async () => {
    const { page, context, errors } = await signInAs(browser, base, "Nguyễn Thị Lan");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .waitFor();
    await look(page, "02-choose-counter");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    const search = page.getByRole("combobox", { name: "Tên hoặc mã thủ tục" });
    await search.waitFor();
    await look(page, "03-counter-empty");
    await search.fill("trich luc ho tich");
    await page.getByRole("option", { name: /2\.000635/ }).waitFor();
    await search.press("Enter");
    await page.getByText(/được tiếp nhận theo Quyết định số 268\/QĐ-UBND/).waitFor();
    await look(page, "04-counter-procedure");

    const scan = page.getByRole("textbox", { name: "Quét mã QR căn cước" });
    await scan.pressSequentially(CARD);
    await scan.press("Enter");
    await expect
      .poll(() => page.getByRole("textbox", { name: "Số định danh cá nhân" }).inputValue())
      .toBe("087190001234");
    await page.getByRole("textbox", { name: "Số điện thoại" }).fill("0912 345 678");
    await page.getByRole("button", { name: "Nhận đủ theo danh mục" }).click();
    await page.getByRole("textbox", { name: "Ghi chú" }).fill("Xin cấp 02 bản sao trích lục khai sinh.");
    await look(page, "05-counter-form");
    await page.getByText(/Đã lưu nháp/).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Đã tiếp nhận hồ sơ" }).waitFor();
    code = /H20\.\d{3}-261116-\d{4}/.exec(await page.locator("main").innerText())?.[0] ?? "";
    expect(code).not.toBe("");
    await look(page, "06-counter-received");
    await nothingPersonalInTheBrowser(page);

    const dossierId = await idOf(app, code);
    const receipt = await context.request.get(`${base}/api/v1/dossiers/${dossierId}/receipt`);
    expect(receipt.headers()["content-type"]).toBe("application/pdf");
    const pdf = await receipt.body();
    const text = await pdfText(pdf);
    for (const words of [
      code,
      "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
      "Nguyễn Thị Hồng Nhung",
      "268/QĐ-UBND",
    ]) {
      expect(text).toContain(words);
    }
    trackUrl = await qrOfPdf(pdf);
    expect(trackUrl).toContain(`/t/${code}/`);
    expect(errors).toEqual([]);
    await context.close();
  };

  /** The one-stop officer sends it on. */
  const sendOn = async () => {
    const { page, context, errors } = await signInAs(browser, base, "Lê Minh Đức");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Hàng đợi" }).click();
    await page.getByText(code).first().waitFor();
    await look(page, "07-queue-one-stop");
    await page.getByText(code).first().click();
    await page.getByRole("button", { name: "Chuyển hồ sơ", exact: true }).click();
    await page.getByRole("button", { name: "Xác nhận chuyển" }).waitFor();
    await look(page, "08-dossier-forward");
    await page.getByRole("button", { name: "Xác nhận chuyển" }).click();
    await page.getByText("Đã chuyển hồ sơ đến cơ quan giải quyết.").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  };

  /** The case officer takes it from the queue and records the outcome with the result. */
  const decide = async () => {
    const { page, context, errors } = await signInAs(browser, base, "Phạm Thu Hà");
    await page.getByText(code).first().waitFor();
    await look(page, "09-queue-case");
    await page.getByText(code).first().click();
    await page.getByRole("button", { name: /^Nhận giải quyết/ }).click();
    await page.getByRole("button", { name: "Trình kết quả", exact: true }).click();
    await page
      .getByRole("radio", { name: /Đồng ý|Cấp/ })
      .first()
      .check();
    await page.setInputFiles("input[type=file]", {
      name: "ket-qua.exe.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("MZ not a pdf"),
    });
    await page
      .getByText(/không phải PDF, PNG hay JPEG/)
      .first()
      .waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "Trích lục khai sinh.png",
      mimeType: "image/png",
      buffer: PNG,
    });
    await page
      .getByText(/Đã tải lên/)
      .first()
      .waitFor();
    await page.getByRole("textbox", { name: "Số, ký hiệu kết quả" }).fill("35/TLKS-BS");
    await look(page, "10-dossier-outcome");
    await page.getByRole("button", { name: "Trình phê duyệt" }).click();
    await page.getByText("Đã trình kết quả để phê duyệt.").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  };

  /** The approver approves. */
  const approve = async () => {
    const { page, context, errors } = await signInAs(browser, base, "Võ Quốc Thái");
    await page.getByText(code).first().click();
    await page.getByRole("button", { name: "Phê duyệt", exact: true }).click();
    await page.getByRole("button", { name: "Xác nhận phê duyệt" }).waitFor();
    await look(page, "11-dossier-approve");
    await page.getByRole("button", { name: "Xác nhận phê duyệt" }).click();
    await page.getByText("Đã phê duyệt; kết quả về bộ phận một cửa.").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  };

  /** The clerk returns the result against a signature on the screen. */
  const returnAtCounter = async () => {
    app.clock.advance(60_000);
    const { page, context, errors } = await signInAs(browser, base, "Nguyễn Thị Lan");
    await page
      .getByRole("button", { name: /Ngồi quầy này/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Trả kết quả" }).click();
    const find = page.getByRole("textbox", { name: "Mã hồ sơ" });
    await find.fill(code);
    await find.press("Enter");
    await page.getByText("Nguyễn Thị Hồng Nhung").first().waitFor();
    await page
      .getByRole("radio", { name: /căn cước/i })
      .first()
      .check();
    await page.getByRole("checkbox", { name: "Đã đối chiếu giấy tờ với người nhận" }).check();
    await signOnPad(page);
    await look(page, "12-return");
    await page.getByRole("button", { name: "Xác nhận đã trả kết quả" }).click();
    await page.getByText("Đã trả kết quả; người nhận đã ký.").first().waitFor();
    expect(await statusOf(app, code)).toBe("returned");
    expect(errors).toEqual([]);
    await context.close();
  };

  /** The citizen sees where the matter stands, and why that date, without script. */
  const lookAsCitizen = async () => {
    const context = await browser.newContext({
      viewport: DESKTOP,
      javaScriptEnabled: false,
      locale: "vi-VN",
    });
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(trackUrl.replace(/^https?:\/\/[^/]+/, base));
    await page.getByText("2.000635").first().waitFor();
    const secret = trackUrl.split("/").at(-1) ?? "";
    await page.goto(`${base}/track`);
    await page.getByLabel(/Mã hồ sơ/).fill(code);
    await page.getByLabel(/Mã tra cứu|Mã bí mật/).fill(secret);
    await page
      .getByRole("button", { name: /Tra cứu|Xem/ })
      .first()
      .click();
    await page.getByText("2.000635").first().waitFor();
    const text = await page.locator("body").innerText();
    expect(text).toContain(code);
    expect(text).not.toContain("Hồng Nhung");
    await page.getByRole("button", { name: "Hài lòng", exact: true }).click();
    await page.getByText("Cảm ơn ông/bà. Câu trả lời đã được ghi nhận.").waitFor();
    await page.getByRole("button", { name: "Rất hài lòng", pressed: false }).click();
    await page.getByText("Ông/bà đã trả lời: Rất hài lòng.").waitFor();
    expect(await page.getByRole("button", { pressed: true }).allInnerTexts()).toEqual(["Rất hài lòng"]);
    expect(errors).toEqual([]);
    await context.close();

    // axe needs script to look; the page itself has none.
    const looking = await (await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" })).newPage();
    await looking.goto(`${base}/`);
    await look(looking, "13-citizen-home");
    await looking.goto(trackUrl.replace(/^https?:\/\/[^/]+/, base));
    await look(looking, "14-citizen-dossier");
    await looking.goto(`${base}/t/${code}/WRONG-WRONG`);
    await look(looking, "15-citizen-wrong-secret");
    await looking.goto(`${base}/procedures?q=khai+sinh`);
    await look(looking, "16-citizen-procedures");
  };

  test("goes from the counter through the agency back to the counter and to the citizen", {
    timeout: 240_000,
  }, async () => {
    await showSignIn();
    await receiveAtCounter();
    await sendOn();
    await decide();
    await approve();
    await returnAtCounter();
    await lookAsCitizen();
  });
});

/** A shared PC keeps nothing of a person: not in storage, not in the address, not in the title. */
async function nothingPersonalInTheBrowser(page: Page): Promise<void> {
  const kept = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
      document.title,
    ]),
  );
  for (const word of ["Nhung", "087190001234", "0912", "Bình Tấn, Thanh Bình"])
    expect(kept).not.toContain(word);
}

async function idOf(app: TestApp, code: string): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.dossier where code = $1",
    [code],
  );
  return rows[0]?.id ?? "";
}

async function statusOf(app: TestApp, code: string): Promise<string> {
  const { rows } = await app.owner.query<{ status: string }>(
    "select business_status as status from space_dong_thap.dossier where code = $1",
    [code],
  );
  return rows[0]?.status ?? "";
}
