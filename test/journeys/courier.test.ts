import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openSite } from "#server/main.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PHONE, keepLastPictures, lookAt, openBrowser, signInAs, signOnPad } from "../kit/browser.ts";
import { accept, makeContainer, offer, pack } from "../kit/custody.ts";
import { CITIZEN, type PostalDesk, postalDesk, shipmentsOf } from "../kit/postal.ts";
import { filmOf } from "../kit/pdf-codes.ts";
import { bringTo, passed } from "../kit/steps.ts";
import { type Client, type TestApp, testApp } from "../kit/test-app.ts";

interface Parcel {
  readonly shipmentId: string;
  readonly code: string;
  readonly packetId: string;
}

/** A courier with a phone where the line is gone: what was done is kept, and arrives once. */
describe("a courier's round", () => {
  let app: TestApp;
  let browser: Browser;
  let base: string;
  let desk: PostalDesk;
  let phone: { context: BrowserContext; page: Page; errors: string[] };
  let film: string;
  let given: Parcel;
  let kept: Parcel;

  beforeAll(async () => {
    app = await testApp({ site: await openSite() });
    desk = await postalDesk(app);
    const courier = await app.signIn("binh.courier");
    given = await inHand(courier, {
      ...CITIZEN,
      name: "Lê Thị Út",
      address: "Ấp 3, xã Bình Thành, tỉnh Đồng Tháp",
    });
    kept = await inHand(courier, {
      ...CITIZEN,
      name: "Trần Văn Sáu",
      address: "Ấp 5, xã Bình Thành, tỉnh Đồng Tháp",
    });
    // Somebody stood at both doors before.
    for (const [{ shipmentId }, latitude] of [
      [given, 10.461],
      [kept, 10.468],
    ] as const) {
      const point = { latitude, longitude: 105.63, accuracyMetres: 20 };
      passed(await desk.report(shipmentId, "attemptFailed", { reason: "nobodyHome", point }));
    }
    app.clock.advance(60_000); // The digits of a moment count once.
    base = await app.program.app.listen({ host: "127.0.0.1", port: 0 });
    // The label of the first packet lies before the camera.
    film = await mkdtemp(path.join(tmpdir(), "motcua-film-"));
    const camera = path.join(film, "label.mjpeg");
    const label = await courier.get(`/custody/labels?stock=roll50x30&containers=${given.packetId}`);
    await writeFile(camera, filmOf(passed(label).bytes));
    browser = await openBrowser(camera);
    phone = await signInAs(browser, base, "Võ Văn Bình");
    await phone.page.setViewportSize(PHONE);
  });
  afterAll(async () => {
    await keepLastPictures(browser);
    await browser.close();
    await rm(film, { recursive: true });
    await app[Symbol.asyncDispose]();
  });

  /** A result in a packet that the courier took over. */
  async function inHand(courier: Client, citizen: typeof CITIZEN): Promise<Parcel> {
    const dossierId = await desk.received();
    const [shipment] = shipmentsOf(passed(await desk.order(dossierId, { citizen })));
    const shipmentId = shipment?.shipmentId ?? "";
    await bringTo(desk.desks, dossierId, "finished");
    await app.owner.query("update space_dong_thap.shipment set told_at = ordered_at where id = $1", [
      shipmentId,
    ]);
    const { rows: results } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.item where dossier_id = $1 and kind = 'result'",
      [dossierId],
    );
    const { rows: people } = await app.owner.query<{ id: string }>(
      "select id from nation.account where username = 'binh.courier'",
    );
    const packet = await makeContainer(desk.desks.officer);
    passed(await pack(desk.desks.officer, packet, [{ thing: "item", id: results[0]?.id ?? "" }]));
    const to = { kind: "person", id: people[0]?.id ?? "" };
    const offered = passed(await offer(desk.desks.officer, [packet], to));
    passed(await accept(courier, String(offered.body["manifestId"]), 1));
    return { shipmentId, code: packet.code, packetId: packet.id };
  }

  const eventsOf = async ({ shipmentId }: Parcel) =>
    (await desk.view(shipmentId)).events.map(({ type }) => type);

  test("is loaded with a network, and opens again without one", async () => {
    const { page } = phone;
    await page.goto(`${base}/courier/`);
    await page.getByText("Lê Thị Út").waitFor();
    await page.getByText("Sơ đồ 2 điểm đã từng đến").click();
    await page.getByRole("link", { name: "Điểm 1" }).waitFor();
    await lookAt(page, "courier-round");
    await page.setViewportSize(PHONE);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The worker has taken its files over once it answers for the page itself.
    await page.waitForFunction(async () => (await caches.match("/courier/")) !== undefined);
    await phone.context.setOffline(true);
    await page.reload();
    await page.getByText("Không có mạng").waitFor();
    await page.getByText("Lê Thị Út").waitFor();
  });

  test("goes on without a network: one is delivered, one is not, and the phone keeps both", async () => {
    const { page } = phone;
    await page.getByLabel("Quét hoặc gõ mã bì, số hiệu").fill(given.code.toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Lê Thị Út" }).waitFor();
    await lookAt(page, "courier-stop");
    await page.setViewportSize(PHONE);
    await page.getByRole("button", { name: "Phát được", exact: true }).click();
    await page.getByRole("button", { name: "Xác nhận đã phát" }).click();
    await page.getByRole("alert").getByText("Xem giấy tờ tùy thân trước khi phát.").waitFor();
    await page.getByRole("alert").getByText("Người nhận chưa ký.").waitFor();
    await page.getByLabel("Quét hoặc gõ mã trên bì để chắc đúng bì").fill(kept.code);
    await page.getByText(`Mã trên bì phải là ${given.code}.`).waitFor();
    await page.getByRole("button", { name: "Quét bằng camera" }).click();
    await page.getByText("Đúng bì.").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByLabel("Đã xem giấy tờ tùy thân của người nhận").check();
    await page.getByLabel("Đã thu đủ 26.000 đ").check();
    await page.locator("canvas").evaluate((pad) => pad.scrollIntoView({ block: "center" }));
    await signOnPad(page);
    await page.getByText("Đã ký").waitFor();
    await lookAt(page, "courier-delivery");
    await page.setViewportSize(PHONE);
    await page.getByRole("button", { name: "Xác nhận đã phát" }).click();
    await page.getByText("1 việc chờ gửi").waitFor();

    await page.getByRole("link", { name: /Trần Văn Sáu/ }).click();
    await page.getByRole("button", { name: "Chưa phát được" }).click();
    await page.getByLabel("Không có ai ở nhà").check();
    await page.getByLabel("Hẹn ngày phát lại").selectOption({ index: 2 });
    await lookAt(page, "courier-failed");
    await page.setViewportSize(PHONE);
    await page.getByRole("button", { name: "Ghi chưa phát được" }).click();
    await page.getByText("2 việc chờ gửi").waitFor();
    await lookAt(page, "courier-queue");
    expect(await eventsOf(given)).not.toContain("delivered");
  });

  test("sends everything once, in order, after the browser was closed in between", async () => {
    await phone.page.close();
    const page = await phone.context.newPage();
    await page.setViewportSize(PHONE);
    await page.goto(`${base}/courier/`);
    await page.getByText("2 việc chờ gửi").waitFor();
    await phone.context.setOffline(false);
    await page.getByText("Đã gửi hết").waitFor();
    await page.getByText("Lê Thị Út").waitFor({ state: "detached" });
    await page.getByText("2 lần chưa được").waitFor();
    expect(await eventsOf(given)).toContain("delivered");
    expect((await eventsOf(kept)).filter((type) => type === "attemptFailed")).toHaveLength(2);
    expect(phone.errors.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});
