import type { TrackedParcel } from "#contract/track.ts";
import { SHIPMENT_EVENT_TYPES } from "#domain/postal/shipment-event.ts";
import { SHIPMENT_STATES } from "#domain/postal/shipment-journey.ts";
import { POSTAL_LEGS } from "#domain/postal/tariff.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { TRACKED, TRACKED_NOW as now } from "../../../test/kit/tracked-dossier.ts";
import { LANGUAGES, wordsOf } from "../text/words.ts";
import { parcelNext } from "./parcel-next.ts";
import { renderCitizenPage } from "./render.tsx";

const HOME: TrackedParcel = {
  leg: "return",
  waybill: "PA000000996VN",
  state: "inTransit",
  live: true,
  waitsForResult: false,
  fromCounter: false,
  confirmed: true,
  dueOn: plainDate("2026-11-25"),
  workingDays: 2,
  dueAtDoor: 0,
  late: false,
  nextOn: null,
  invited: null,
  damaged: false,
  events: [
    { type: "accepted", at: "2026-11-23T02:00:00.000Z", place: null, reason: null },
    { type: "inTransit", at: "2026-11-23T08:00:00.000Z", place: "Bưu cục Tân Hồng", reason: null },
  ],
};
const parcel = (changes: Partial<TrackedParcel> = {}): TrackedParcel => ({ ...HOME, ...changes });
const nextOf = (changes: Partial<TrackedParcel>) => parcelNext(parcel(changes), wordsOf("vi"));
const page = (parcels: readonly TrackedParcel[], changes: Partial<typeof TRACKED> = {}) =>
  renderCitizenPage(
    {
      kind: "dossier",
      language: "vi",
      dossier: { ...TRACKED, ...changes, parcels },
      now,
      secret: "7KQWM-2XR9D",
      rated: null,
    },
    { nonce: "n0nce" },
  );

describe("what comes next of a parcel", () => {
  test.each([
    { changes: {}, says: "Chậm nhất thứ Tư 25/11/2026, bưu điện mang kết quả đến" },
    { changes: { dueOn: null }, says: "Bưu điện mang kết quả đến" },
    { changes: { late: true }, says: "Bưu điện chậm so với hạn" },
    { changes: { leg: "send" as const }, says: "Chậm nhất thứ Tư 25/11/2026, giấy tờ đến cơ quan" },
    { changes: { leg: "send" as const, state: "ordered" as const }, says: "Bưu tá đến lấy giấy tờ" },
    { changes: { state: "ordered" as const, waitsForResult: true }, says: "Khi có kết quả" },
    {
      changes: { leg: "send" as const, state: "ordered" as const, fromCounter: true },
      says: "Giấy tờ đã ở quầy",
    },
    {
      changes: { state: "delivered" as const, live: false, confirmed: false },
      says: "Nếu ông/bà chưa nhận được",
    },
    { changes: { state: "ordered" as const }, says: "Bưu điện đến lấy kết quả ở cơ quan" },
    {
      changes: { state: "attemptFailed" as const, nextOn: plainDate("2026-11-26") },
      says: "Bưu tá đến lại vào thứ Năm 26/11/2026",
    },
    { changes: { state: "attemptFailed" as const }, says: "Bưu tá đến lại hoặc mời" },
    {
      changes: { state: "invited" as const, invited: { office: null, nth: 1 } },
      says: "Mời ông/bà đến bưu điện nhận, mang giấy tờ tùy thân (lần mời thứ 1). Sau hai lần mời",
    },
    {
      changes: {
        state: "invited" as const,
        invited: { office: { name: "Bưu điện Tân Hồng", address: "số 1 đường Số 2" }, nth: 2 },
      },
      says: "Mời ông/bà đến Bưu điện Tân Hồng, số 1 đường Số 2, nhận",
    },
    { changes: { state: "returning" as const }, says: "Kết quả đang về lại cơ quan" },
    { changes: { leg: "send" as const, state: "returning" as const }, says: "mang giấy tờ trả lại ông/bà" },
    { changes: { leg: "send" as const, state: "invited" as const }, says: "Bưu điện đã mời cơ quan" },
    { changes: { state: "lost" as const }, says: "quyền đòi bồi thường" },
    { changes: { state: "backAtAgency" as const, live: false }, says: "yêu cầu gửi lại" },
    { changes: { state: "delivered" as const, live: false }, says: "không phải làm gì thêm" },
  ])("is said as: $says", ({ changes, says }) => {
    expect(nextOf(changes)).toContain(says);
  });

  test.each(LANGUAGES)("has words in %s for every state of either way", (language) => {
    const words = wordsOf(language);
    for (const leg of POSTAL_LEGS)
      for (const state of SHIPMENT_STATES)
        for (const live of [true, false]) {
          expect(parcelNext(parcel({ leg, state, live }), words)).toMatch(/\.$/u);
          expect(words.citizen.parcel.states[leg][state]).not.toBe("");
        }
    for (const type of SHIPMENT_EVENT_TYPES) expect(words.postal.events[type]).not.toBe("");
  });
});

describe("the page of a dossier by post", () => {
  test("shows where the parcel is, its number, its last day and its way, as it happened", () => {
    const html = page([parcel()]);
    expect(html).toContain("Gửi kết quả qua bưu điện");
    expect(html).toContain("Đang trên đường");
    expect(html).toContain("PA000000996VN");
    expect(html).toContain("thứ Tư 25/11/2026");
    expect(html.indexOf("2026-11-23T02:00:00.000Z")).toBeLessThan(html.indexOf("Bưu cục Tân Hồng"));
  });

  test("says how long it takes before the post has it, and what is paid at the door", () => {
    const html = page([parcel({ dueOn: null, workingDays: 2, dueAtDoor: 34_000 })]);
    expect(html).toContain("Tối đa 2 ngày làm việc từ lúc bưu điện nhận");
    expect(html).toContain("34.000 đ");
    expect(page([parcel()])).not.toContain("Trả cho bưu tá");
  });

  test("names as the next thing to do of a result what the parcel waits for, not the counter", () => {
    const html = page([parcel({ state: "invited", invited: { office: null, nth: 1 } })], {
      status: "finished",
      returnMethod: "counter",
    });
    expect(html).toContain("Mời ông/bà đến bưu điện nhận");
    expect(html).not.toContain("Đến nhận kết quả tại");
  });

  test("says a damage only while it can still be looked at", () => {
    expect(page([parcel({ damaged: true })])).toContain("bị hư hỏng");
    expect(page([parcel({ damaged: true, live: false, state: "delivered" })])).not.toContain("bị hư hỏng");
  });

  test.each([
    { says: "where it is lost", changes: { state: "lost" as const }, taken: true, links: true },
    { says: "where it is damaged", changes: { damaged: true }, taken: true, links: true },
    { says: "where it is late", changes: { late: true }, taken: true, links: true },
    { says: "not where all goes well", changes: {}, taken: true, links: false },
    { says: "not where none is taken of that way", changes: { late: true }, taken: false, links: false },
  ])("leads to the complaint $says", ({ changes, taken, links }) => {
    const leg = taken ? ("return" as const) : ("send" as const);
    const html = page([parcel(changes)], { complaints: [{ leg, until: null }] });
    expect(html.includes('href="#complaints"')).toBe(links);
  });

  test("has nothing of the post where nothing was ordered", () => {
    expect(page([])).not.toContain("qua bưu điện");
  });
});
