import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { aForm, receive } from "../kit/forms.ts";
import { type Desks, A_PDF, bringTo, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { goTo, turn } from "../kit/turns.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ site: await openSite() });
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

/** A dossier of five working days, brought to a status. */
async function openDossier(stage: "forwarded" | "processing" | "finished"): Promise<string> {
  const { body } = await receive(desks.officer, await aForm(desks.officer, "1.004884"));
  const dossierId = String(body["dossierId"]);
  await bringTo(desks, dossierId, stage);
  return dossierId;
}

const signIn = async (name: string) => {
  app.clock.advance(60_000);
  return signInAs(browser, base, name);
};

async function goToDossier(page: Page, dossierId: string): Promise<void> {
  await page.goto(`${base}/staff/dossiers/${dossierId}`);
  await page.getByRole("heading", { name: "Việc cần làm" }).waitFor();
}

/** Opens the form of a turn, from among the other ones if it is not the next step. */
async function openForm(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await page.locator("summary", { hasText: "Việc khác" }).click();
  await button.click();
  return page.getByRole("form", { name, exact: true });
}

test("a case officer gives back what does not belong there, and refuses what was never supplemented", {
  timeout: 120_000,
}, async () => {
  const foreign = await openDossier("forwarded");
  const unanswered = await openDossier("processing");
  passed(await turn(desks.caseOfficer, unanswered, "supplement-requests", 3));
  const { page, context, errors } = await signIn("Phạm Thu Hà");

  await goToDossier(page, foreign);
  const giving = await openForm(page, "Chuyển lại một cửa");
  await giving.getByRole("textbox", { name: "Lý do chuyển lại" }).fill("Thuộc thẩm quyền của cơ quan khác.");
  await giving.getByRole("button", { name: "Chuyển lại một cửa" }).click();
  await page.getByText("Đã chuyển lại Bộ phận Một cửa.").first().waitFor();

  await goToDossier(page, unanswered);
  const refusing = await openForm(page, "Trình văn bản từ chối");
  await page.setInputFiles("input[type=file]", {
    name: "Văn bản từ chối.pdf",
    mimeType: "application/pdf",
    buffer: A_PDF,
  });
  await page
    .getByText(/Đã tải lên/)
    .first()
    .waitFor();
  await lookAt(page, "other-turns-01-refusal");
  await refusing.getByRole("button", { name: "Trình phê duyệt" }).click();
  await page.getByText("Đã trình văn bản từ chối để phê duyệt.").first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test("what has a result already is not stopped, and goes on from where it was", {
  timeout: 60_000,
}, async () => {
  const dossierId = await openDossier("finished");
  const asked = await openDossier("processing");
  passed(await turn(desks.officer, asked, "withdrawal-requests", 3));
  const { page, context, errors } = await signIn("Lê Minh Đức");
  await page
    .getByRole("button", { name: /Ngồi quầy này/ })
    .first()
    .click();
  await goToDossier(page, asked);
  const declining = await openForm(page, "Không dừng, giải quyết tiếp");
  await declining.getByRole("textbox", { name: "Vì sao không dừng" }).fill("Đã ký kết quả sáng nay.");
  await declining.getByRole("button", { name: "Tiếp tục giải quyết" }).click();
  await page.getByText("Hồ sơ tiếp tục được giải quyết.").first().waitFor();
  // Of a finished one nobody can ask to have it back: there is no such button.
  await goToDossier(page, dossierId);
  expect(await page.getByRole("button", { name: "Ghi nhận yêu cầu rút" }).count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test("an approver asks a second time by law, has a wrong result made again, and apologises for what is late", {
  timeout: 120_000,
}, async () => {
  const twice = await openDossier("processing");
  passed(await turn(desks.caseOfficer, twice, "supplement-requests", 3));
  passed(await turn(desks.officer, twice, "supplements", 4));
  const wrong = await openDossier("finished");
  const late = await openDossier("processing");
  await goTo(app, "12-10 09:00");
  const { page, context, errors } = await signIn("Võ Quốc Thái");

  await goToDossier(page, twice);
  const asking = await openForm(page, "Yêu cầu bổ sung");
  await asking.getByRole("textbox", { name: "Giấy tờ 1", exact: true }).fill("Bản chính giấy khai sinh");
  await asking.getByRole("textbox", { name: "Lý do" }).fill("Bản sao đã nộp không đọc được.");
  await asking.getByRole("textbox", { name: /Bổ sung chậm nhất ngày/ }).fill("28122026");
  await asking.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await asking.getByText("Ghi căn cứ pháp lý.").waitFor();
  await asking
    .getByRole("textbox", { name: "Căn cứ pháp lý cho lần yêu cầu này" })
    .fill("Khoản 2 Điều 9 của luật chuyên ngành");
  await asking.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await page.getByText("Đã yêu cầu bổ sung; thời hạn tạm dừng.").first().waitFor();

  await goToDossier(page, wrong);
  const again = await openForm(page, "Làm lại kết quả");
  await again.getByRole("button", { name: "Làm lại kết quả" }).click();
  await again.getByText("Chọn sai sót do ai.").waitFor();
  await again.getByRole("radio", { name: "Cơ quan giải quyết" }).check();
  await again.getByText("người dân không phải nộp thêm", { exact: false }).waitFor();
  await again.getByRole("textbox", { name: "Sai sót ở đâu" }).fill("In sai ngày sinh.");
  await lookAt(page, "other-turns-02-reopen");
  await again.getByRole("button", { name: "Làm lại kết quả" }).click();
  await page.getByText("Đã mở lại hồ sơ để làm lại kết quả.").first().waitFor();

  await goToDossier(page, late);
  const sorry = await openForm(page, "Xin lỗi vì chậm");
  await sorry.getByRole("textbox", { name: "Dự kiến có kết quả ngày" }).fill("16122026");
  await sorry.getByRole("textbox", { name: "Lý do" }).fill("Chờ nơi cư trú trước đây xác minh.");
  await lookAt(page, "other-turns-03-apology");
  await sorry.getByRole("button", { name: "Xin lỗi người nộp" }).click();
  await page.getByText("Đã gửi lời xin lỗi; ngày hẹn giữ nguyên.").first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
