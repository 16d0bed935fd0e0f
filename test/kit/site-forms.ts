import { referenceId } from "#server/units/reference-table.ts";
import { A_PNG, passed } from "./steps.ts";
import type { Client } from "./test-app.ts";

/** The reception point inside the post office of Bình Tấn, of the unit that the demo's head heads. */
export const SITE = referenceId("point:30163:30148");
/** Another point of the same unit, and one of a unit that the demo's head does not head. */
export const SAME_UNIT_SITE = referenceId("point:30163");
export const OTHER_SITE = referenceId("point:30130");

export const anOpening = (changes: Record<string, unknown> = {}) => ({
  openedOn: "2026-11-10",
  address: "Ấp 1, xã Bình Thành, tỉnh Đồng Tháp",
  counterIds: [referenceId("counter:30163:30148:1"), referenceId("counter:30163:30148:2")],
  decal: true,
  decalSince: "2026-11-09",
  equipment: [
    { kind: "computer", count: 2 },
    { kind: "scanner", count: 1 },
    { kind: "printer", count: 0 },
  ],
  otherEquipment: "Bảng hướng dẫn quét mã",
  present: "Đại diện Ủy ban nhân dân xã, Bưu điện tỉnh",
  photos: [],
  ...changes,
});

/** The items of the checklist, in its order. */
export const ITEMS = [
  "ownCounter",
  "decal",
  "easyToFind",
  "computer",
  "account",
  "equipmentUsable",
  "proceduresPosted",
  "feesPosted",
  "tariffsPosted",
  "seats",
  "writingDesk",
  "onlineComputer",
  "camera",
  "queueMachine",
] as const;

const answers = ITEMS.map((item) => ({
  item: item as string,
  answer: item === "queueMachine" ? "notApplicable" : "met",
  words: "",
  photos: [] as unknown[],
}));

/** Everything met; `answer` puts one item in the place of its own. */
export const allMet = (answer?: { readonly item: string; readonly answer: string; readonly words: string }) =>
  answers.map((one) => (one.item === answer?.item ? { ...answer, photos: [] } : one));

export const aFinding = (changes: Record<string, unknown> = {}) => ({
  item: "decal",
  words: "Decal quầy 2 bị bong",
  severity: "minor",
  deadline: "2026-11-20",
  responsible: "Bưu điện Văn hóa xã Bình Tấn",
  photos: [],
  ...changes,
});

export const aSurvey = (changes: Record<string, unknown> = {}) => ({
  day: "2026-11-12",
  members: "Trung tâm Phục vụ hành chính công, Bưu điện tỉnh",
  note: "",
  checklistVersion: 1,
  answers: allMet({ item: "decal", answer: "partly", words: "Bong một góc" }),
  findings: [aFinding()],
  ...changes,
});

/** Keeps a photo and gives it as a form names it. */
export async function photo(by: Client, words: string, content: Buffer = A_PNG) {
  const kept = passed(await by.send("POST", "/mandate-files?name=anh.png", content, { type: "image/png" }));
  return { fileId: String(kept.body["fileId"]), words };
}
