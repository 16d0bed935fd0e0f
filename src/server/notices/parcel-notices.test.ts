import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { mailServer, readMail } from "../../../test/kit/mail-server.ts";
import { type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { trackDossier } from "../lookup/track-dossier.ts";
import { openReceipt } from "../intake/print-receipt.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { openForm } from "../turns/print-form.ts";
import { openCarriers } from "./carriers.ts";
import { sendNotice } from "./send-notice.ts";

let app: TestApp;
let desk: PostalDesk;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Parcel {
  readonly dossierId: string;
  readonly shipmentId: string;
}

/** A result on its way to a citizen who can be written to. */
async function parcel(leg: "send" | "return" = "return"): Promise<Parcel> {
  const applicant = { ...AN_APPLICANT, email: "nhung.hong@example.vn" };
  const dossierId = await desk.received({ applicant });
  const shipmentId = shipmentsOf(passed(await desk.order(dossierId, { service: leg })))[0]?.shipmentId ?? "";
  if (leg === "return") await bringTo(desk.desks, dossierId, "finished");
  passed(await desk.report(shipmentId, "accepted"));
  return { dossierId, shipmentId };
}

const ORDERED = `select id, payload from space_dong_thap.outbox
  where lane = $1 and payload ->> 'parcelEventId' is not null order by created_at, seq`;

/** Does what waits in the outbox for the parcels of a dossier, as the queue would, and gives the new mails. */
async function told({ dossierId }: Parcel): Promise<readonly { subject: string; text: string }[]> {
  await using server = await mailServer();
  const { deps } = app.program;
  const settings = { mail: server.settings, sms: "off", zalo: "off", quiet: null } as const;
  const work = { deps, carriers: openCarriers(settings, app.dataFolder), quiet: null, openReceipt, openForm };
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  const { rows } = await app.owner.query<{ payload: Record<string, unknown> }>(ORDERED, [dossierId]);
  for (const { payload } of rows) await sendNotice(work, space, payload);
  return server.mails.map(({ raw }) => {
    const { head, parts } = readMail(raw);
    return { subject: head.get("subject") ?? "", text: parts[0]?.content.toString() ?? "" };
  });
}

async function parcelOnPage({ dossierId }: Parcel) {
  const { code, secret } = await slipOf(app, dossierId);
  const found = await trackDossier(app.program.deps, {
    code,
    secret,
    address: "127.0.0.1",
    requestId: "a-citizen",
    now: app.clock.now(),
  });
  return found.ok ? found.value.parcels[0] : undefined;
}

describe("the parcel with a result", () => {
  test("that nobody took is told with the day of the next attempt, and each attempt by its own", async () => {
    const sent = await parcel();
    const attempt = (nextOn: string) =>
      desk.report(sent.shipmentId, "attemptFailed", { reason: "nobodyHome", nextOn });
    passed(await attempt("2026-12-22"));
    const [first, none] = await told(sent);
    expect(none).toBeUndefined();
    expect(first?.subject).toContain("Bưu điện chưa giao được kết quả hồ sơ");
    expect(first?.text).toContain("Bưu tá đến lại ngày 22/12/2026");
    app.clock.advance(60_000);
    passed(await attempt("2026-12-23"));
    const again = await told(sent);
    expect(again.map(({ text }) => text.includes("23/12/2026"))).toEqual([true]);
  });

  test("that waits at the post office is told with the office, and which invitation it is", async () => {
    const sent = await parcel();
    passed(await desk.report(sent.shipmentId, "invited"));
    const [first] = await told(sent);
    expect(first?.text).toMatch(/đang ở Bưu điện .+, .+ Đây là lần mời thứ 1;/);
    expect(await parcelOnPage(sent)).toMatchObject({
      invited: { office: { name: expect.stringContaining("Bưu điện") }, nth: 1 },
    });
    app.clock.advance(5_000);
    passed(await desk.report(sent.shipmentId, "invited"));
    expect(await told(sent)).toEqual([]);
    expect((await desk.view(sent.shipmentId)).shipment["invitations"]).toBe(1);
    expect(await parcelOnPage(sent)).toMatchObject({ invited: { nth: 1 } });
  });

  test.each([
    ["lost", "Bưu điện báo thất lạc kết quả hồ sơ"],
    ["backAtAgency", "Đã về lại cơ quan"],
  ])("that is %s is told", async (type, subject) => {
    const sent = await parcel();
    passed(await desk.report(sent.shipmentId, type));
    expect((await told(sent)).map((mail) => mail.subject.includes(subject))).toEqual([true]);
  });

  test("is not told of what is over when the message goes", async () => {
    const sent = await parcel();
    app.clock.advance(120_000);
    passed(await desk.report(sent.shipmentId, "attemptFailed", { reason: "nobodyHome" }));
    app.clock.advance(60_000);
    passed(await desk.report(sent.shipmentId, "outForDelivery"));
    expect(await told(sent)).toEqual([]);
    // Heard late: it was before what is known already, and nothing is ordered.
    const at = new Date(Date.parse(app.clock.now()) - 90_000).toISOString();
    passed(await desk.report(sent.shipmentId, "invited", { at }));
    const { rows } = await app.owner.query(ORDERED, [sent.dossierId]);
    expect(rows).toHaveLength(1);
  });

  test("is told of the result alone: who sends papers in hears of them by the page", async () => {
    const sent = await parcel("send");
    passed(await desk.report(sent.shipmentId, "lost"));
    expect(await told(sent)).toEqual([]);
  });

  test("is told as invited a second time when two working days lie between", async () => {
    const sent = await parcel();
    passed(await desk.report(sent.shipmentId, "invited"));
    expect((await told(sent))[0]?.text).toContain("lần mời thứ 1");
    app.clock.advance(4 * 24 * 60 * 60_000);
    const courier = await app.signIn("tho.courier");
    passed(await desk.report(sent.shipmentId, "invited", {}, courier));
    expect((await told(sent))[0]?.text).toContain("lần mời thứ 2");
    expect(await parcelOnPage(sent)).toMatchObject({ invited: { nth: 2 } });
  });
});
