import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "#server/main.ts";
import type { Browser, Page } from "playwright-core";
import { DESKTOP, keepLastPictures, lookAt, openBrowser, signInAs } from "../kit/browser.ts";
import { aForm, receive } from "../kit/forms.ts";
import { pdfText, qrOfPdf } from "../kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed } from "../kit/steps.ts";
import { type TestApp, testApp } from "../kit/test-app.ts";
import { turn } from "../kit/turns.ts";

let app: TestApp;
let browser: Browser;
let base: string;
let desks: Desks;

beforeAll(async () => {
  app = await testApp({ jobs: true, site: await openSite() });
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

/** A procedure of the commune with a limit of five working days. */
const FIVE_DAYS = "1.004884";

/** A dossier of five working days at the officer's counter, brought to a status. */
async function openDossier(stage?: "forwarded" | "processing"): Promise<string> {
  const { body } = await receive(desks.officer, await aForm(desks.officer, FIVE_DAYS));
  const dossierId = String(body["dossierId"]);
  if (stage) await bringTo(desks, dossierId, stage);
  return dossierId;
}

const signIn = async (name: string, dossierId: string) => {
  // A code of six figures counts once, and each person signs in more than once here.
  app.clock.advance(60_000);
  const signed = await signInAs(browser, base, name);
  const seat = signed.page.getByRole("button", { name: /Ngồi quầy này/ });
  if (name === "Lê Minh Đức") await seat.first().click();
  await signed.page.goto(`${base}/staff/dossiers/${dossierId}`);
  await signed.page.getByRole("heading", { name: "Việc cần làm" }).waitFor();
  return signed;
};

const others = (page: Page) => page.locator("summary", { hasText: "Việc khác" });

/** The text of the form that the page offers to print after an act. */
async function printed(page: Page, name: RegExp): Promise<string> {
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  const answer = await page.context().request.get(new URL(href ?? "", base).toString());
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return pdfText(await answer.body());
}

test("a supplement is asked for by keyboard, printed, seen by the citizen, and taken in at the counter", {
  timeout: 240_000,
}, async () => {
  const dossierId = await openDossier("processing");
  const { page, context, errors } = await signIn("Phạm Thu Hà", dossierId);
  await others(page).click();
  // One clear next step; the turns stand apart from it, and those of other posts are named.
  // What another post does is shown, and says why it cannot be done here.
  expect(await page.getByRole("button", { name: "Xin lỗi và gia hạn" }).isDisabled()).toBe(true);
  await lookAt(page, "turns-01-others");
  await page.getByRole("button", { name: "Yêu cầu bổ sung", exact: true }).click();
  const form = page.getByRole("form", { name: "Yêu cầu bổ sung" });
  await form.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await form.getByText("Ghi ít nhất một giấy tờ.").waitFor();
  await form.getByText("Viết lý do, ít nhất 3 ký tự.").waitFor();

  const first = form.getByRole("textbox", { name: "Giấy tờ 1", exact: true });
  await first.fill("Giấy xác nhận thông tin về cư trú của người yêu cầu");
  await first.press("Enter");
  await page.keyboard.type("Bản sao giấy chứng nhận kết hôn");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await form.getByRole("textbox", { name: "Lý do" }).fill("Hồ sơ chưa có giấy tờ chứng minh nơi cư trú.");
  await form.getByRole("textbox", { name: /Bổ sung chậm nhất ngày/ }).fill("30112026");
  await lookAt(page, "turns-02-ask-supplement");
  await form.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await page.getByText("Đã yêu cầu bổ sung; thời hạn tạm dừng.").first().waitFor();
  const slip = await printed(page, /In phiếu yêu cầu bổ sung/);
  for (const words of ["BỔ SUNG", "Bản sao giấy chứng nhận kết hôn"]) expect(slip).toContain(words);
  await page.getByText(/Thời hạn đang tạm dừng từ .*chờ người nộp bổ sung giấy tờ/).waitFor();
  await lookAt(page, "turns-03-standing");

  await page.goto(`${base}/staff/queue`);
  await page.getByText("Thời hạn tạm dừng").first().waitFor();
  await lookAt(page, "turns-04-queue");
  expect(errors).toEqual([]);
  await context.close();

  await seenByCitizen(dossierId, async (citizen) => {
    await citizen.getByRole("heading", { name: "Hồ sơ cần bổ sung" }).waitFor();
    await citizen.getByText("Bản sao giấy chứng nhận kết hôn").waitFor();
    await citizen.getByText("17:00, thứ Hai 30/11/2026").waitFor();
    await lookAt(citizen, "turns-05-citizen-supplement");
  });

  const officer = await signIn("Lê Minh Đức", dossierId);
  await officer.page.getByRole("button", { name: "Nhận giấy tờ bổ sung", exact: true }).click();
  const receiving = officer.page.getByRole("form", { name: "Nhận giấy tờ bổ sung" });
  expect(await receiving.getByRole("textbox", { name: "Giấy tờ 2", exact: true }).inputValue()).toBe(
    "Bản sao giấy chứng nhận kết hôn",
  );
  await lookAt(officer.page, "turns-06-receive-supplement");
  await receiving.getByRole("button", { name: "Nhận bổ sung" }).click();
  await officer.page.getByText("Đã nhận giấy tờ bổ sung; thời hạn tính lại từ bây giờ.").first().waitFor();
  await officer.page.getByText("Nhận đủ giấy tờ bổ sung, thời hạn tính lại", { exact: true }).waitFor();
  await lookAt(officer.page, "turns-07-supplemented");
  expect(officer.errors).toEqual([]);
  await officer.context.close();

  // A second request is the approver's, with what allows it.
  const { page: again, context: closing } = await signIn("Võ Quốc Thái", dossierId);
  await others(again).click();
  await again.getByRole("button", { name: "Yêu cầu bổ sung", exact: true }).click();
  await again.getByText("Đây là lần yêu cầu thứ 2").waitFor();
  await again.getByRole("textbox", { name: "Căn cứ pháp lý cho lần yêu cầu này" }).waitFor();
  await lookAt(again, "turns-08-second-request");
  await closing.close();
});

test("the date is moved once with an apology, and then the button says why it cannot be moved again", {
  timeout: 120_000,
}, async () => {
  const dossierId = await openDossier("processing");
  const { page, context, errors } = await signIn("Võ Quốc Thái", dossierId);
  await others(page).click();
  expect(await page.getByRole("button", { name: "Xin lỗi vì chậm" }).isDisabled()).toBe(true);
  await page.getByText("Hồ sơ vẫn còn gia hạn được, chậm nhất", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Xin lỗi và gia hạn" }).click();
  const form = page.getByRole("form", { name: "Xin lỗi và gia hạn" });
  await form.getByText(/Chỉ gia hạn một lần, chậm nhất/).waitFor();
  await form.getByRole("textbox", { name: "Ngày hẹn trả mới" }).fill("27112026");
  await form.getByRole("textbox", { name: "Lý do" }).fill("Chờ kết quả xác minh của nơi cư trú trước đây.");
  await lookAt(page, "turns-09-extend");
  await form.getByRole("button", { name: "Xin lỗi và gia hạn" }).click();
  await page.getByText("Đã hẹn lại ngày trả; đưa phiếu xin lỗi cho người nộp.").first().waitFor();
  expect(await printed(page, /In văn bản xin lỗi/)).toContain("27");
  await page.getByText("Hẹn trả: 17:00, thứ Sáu 27/11/2026").waitFor();
  await others(page).click();
  expect(await page.getByRole("button", { name: "Xin lỗi và gia hạn" }).isDisabled()).toBe(true);
  await page.getByText("chỉ được hẹn lại một lần", { exact: false }).waitFor();
  await lookAt(page, "turns-10-extended");
  expect(errors).toEqual([]);
  await context.close();
});

test("a citizen takes the dossier back: it is noted, decided, and ends with a notice", {
  timeout: 120_000,
}, async () => {
  const dossierId = await openDossier("processing");
  const { page, context, errors } = await signIn("Lê Minh Đức", dossierId);
  await others(page).click();
  await page.getByRole("button", { name: "Ghi nhận yêu cầu rút" }).click();
  const asking = page.getByRole("form", { name: "Ghi nhận yêu cầu rút" });
  await asking.getByRole("textbox", { name: "Lý do người nộp nêu" }).fill("Người nộp không còn nhu cầu.");
  await asking.getByRole("button", { name: "Ghi nhận yêu cầu rút" }).click();
  await page.getByText("Người nộp yêu cầu rút hồ sơ").first().waitFor();
  await page.getByRole("button", { name: "Dừng giải quyết theo yêu cầu" }).click();
  const deciding = page.getByRole("form", { name: "Dừng giải quyết theo yêu cầu" });
  expect(await deciding.getByRole("textbox").inputValue()).toBe("Người nộp không còn nhu cầu.");
  await lookAt(page, "turns-11-withdrawal");
  await deciding.getByRole("button", { name: "Dừng giải quyết" }).click();
  await page.getByText("Đã dừng giải quyết theo yêu cầu", { exact: false }).first().waitFor();
  expect(await printed(page, /In thông báo dừng giải quyết/)).toContain("DỪNG GIẢI QUYẾT");
  await lookAt(page, "turns-12-stopped");
  expect(errors).toEqual([]);
  await context.close();
  await seenByCitizen(dossierId, async (citizen) => {
    await citizen.getByRole("heading", { name: "Hồ sơ đã dừng giải quyết" }).waitFor();
    await lookAt(citizen, "turns-13-citizen-stopped");
  });
});

test("a payment that is asked for stops the clock until it is noted, and the approver stops what cannot go on", {
  timeout: 120_000,
}, async () => {
  const dossierId = await openDossier("processing");
  const { page, context, errors } = await signIn("Phạm Thu Hà", dossierId);
  await others(page).click();
  await page.getByRole("button", { name: "Yêu cầu nghĩa vụ tài chính" }).click();
  const form = page.getByRole("form", { name: "Yêu cầu nghĩa vụ tài chính" });
  await form
    .getByRole("textbox", { name: "Khoản phải nộp và lý do" })
    .fill("Lệ phí trước bạ theo thông báo.");
  await form.getByRole("textbox", { name: "Số tiền (đồng)" }).fill("1.500.000");
  await lookAt(page, "turns-14-duty");
  await form.getByRole("button", { name: "Yêu cầu nộp" }).click();
  await page.getByText("Số tiền: 1.500.000", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Ghi nhận đã nộp" }).click();
  const paid = page.getByRole("form", { name: "Ghi nhận đã nộp" });
  await paid.getByRole("textbox", { name: "Chứng từ đã nộp" }).fill("Giấy nộp tiền số 0012");
  await lookAt(page, "turns-15-duty-paid");
  await paid.getByRole("button", { name: "Ghi nhận đã nộp" }).click();
  await page.getByText("Đã ghi nhận việc nộp; thời hạn chạy tiếp.").first().waitFor();
  expect(errors).toEqual([]);
  await context.close();

  const approver = await signIn("Võ Quốc Thái", dossierId);
  await others(approver.page).click();
  await approver.page.getByRole("button", { name: "Dừng giải quyết", exact: true }).click();
  const stopping = approver.page.getByRole("form", { name: "Dừng giải quyết" });
  await stopping.getByRole("textbox", { name: "Lý do dừng" }).fill("Đối tượng giải quyết không còn.");
  await stopping.getByRole("button", { name: "Dừng giải quyết" }).click();
  await approver.page.getByText("Đã dừng giải quyết; trả lại giấy tờ cho người nộp.").first().waitFor();
  await lookAt(approver.page, "turns-16-stopped-by-approver");
  expect(approver.errors).toEqual([]);
  await approver.context.close();
});

test("whoever is late on the page is told, and what was typed stays", { timeout: 120_000 }, async () => {
  const dossierId = await openDossier("processing");
  const { page, context } = await signIn("Phạm Thu Hà", dossierId);
  await others(page).click();
  await page.getByRole("button", { name: "Yêu cầu nghĩa vụ tài chính" }).click();
  const form = page.getByRole("form", { name: "Yêu cầu nghĩa vụ tài chính" });
  const reason = form.getByRole("textbox", { name: "Khoản phải nộp và lý do" });
  await reason.fill("Lệ phí trước bạ theo thông báo.");
  passed(await turn(desks.officer, dossierId, "withdrawal-requests", 3));
  await form.getByRole("button", { name: "Yêu cầu nộp" }).click();
  await form.getByText("những gì vừa gõ vẫn còn nguyên", { exact: false }).waitFor();
  expect(await reason.inputValue()).toBe("Lệ phí trước bạ theo thông báo.");
  await lookAt(page, "turns-17-stale");
  await context.close();
});

/** The citizen's page of a dossier, as the code on the receipt opens it. */
async function seenByCitizen(dossierId: string, look: (page: Page) => Promise<void>): Promise<void> {
  const { bytes } = await desks.officer.get(`/dossiers/${dossierId}/receipt`);
  const url = await qrOfPdf(bytes);
  const context = await browser.newContext({ viewport: DESKTOP, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(url.replace(/^https?:\/\/[^/]+/u, base));
  await look(page);
  await context.close();
}
