import type { ProcedureView } from "#contract/catalogue.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import { expect, test } from "vitest";
import { type CorrectionPage, correctionInput, formOfCorrection } from "./correction-form.ts";

const PAGE: CorrectionPage = {
  dossierId: "d",
  code: "H20.01-261116-0001",
  version: 2,
  procedure: {
    versionId: "v",
    content: { code: "2.000635", papers: [{ id: "form" }, { id: "online", channels: ["online"] }] },
  } as unknown as ProcedureView,
  channel: "direct",
  case: null,
  words: "Sai số điện thoại",
  form: {
    applicant: {
      kind: "person",
      name: "Nguyễn Thị Hồng Nhung",
      identityNumber: "087190001234",
      address: "Ấp 1",
    },
    papers: [
      { paperId: "form", originals: 1, copies: 0, shown: false, note: "có mộc" },
      { paperId: "form", originals: 1, copies: 2, shown: false },
    ],
    furtherPapers: [
      { itemId: "first", name: "Đơn", originals: 1, copies: 0 },
      { itemId: "second", name: "Bản đồ", originals: 0, copies: 1 },
    ],
    dossierSets: 1,
    returnMethod: "postal",
    receiptDelivery: "message",
    assistedWriting: false,
  },
};
const SENT = {
  procedureVersionId: "v",
  channel: "direct",
  papers: [{ paperId: "form", originals: 2, copies: 2, shown: false }],
  furtherPapers: [
    { name: "Bản đồ đất", originals: 0, copies: 1 },
    { name: "Giấy mới", originals: 1, copies: 0 },
  ],
} as unknown as ReceiveDossierInput;

test("the form opens with what was written down; several lines of a paper are one", () => {
  const form = formOfCorrection(PAGE);
  expect(form).toMatchObject({
    person: { name: "Nguyễn Thị Hồng Nhung", phone: "", birthDate: "" },
    submitterIsOther: false,
    papers: { form: { originals: 2, copies: 2, shown: false } },
    returnMethod: "postal",
    receiptDelivery: "message",
  });
});

test("a paper that was removed is never met by a line that was added after it", () => {
  const [, second] = formOfCorrection(PAGE).furtherPapers;
  const added = { id: 1, name: "Giấy mới", originals: 1, copies: 0 };
  const typed = { ...formOfCorrection(PAGE), furtherPapers: second ? [second, added] : [] };
  expect(correctionInput(SENT, typed, PAGE).furtherPapers).toEqual([
    { itemId: "second", name: "Bản đồ đất", originals: 0, copies: 1 },
    { name: "Giấy mới", originals: 1, copies: 0 },
  ]);
});

test("what cannot be corrected is not sent, and a note that the form does not show stays", () => {
  const sent = correctionInput(SENT, formOfCorrection(PAGE), PAGE);
  expect(Object.keys(sent).sort()).toEqual(["furtherPapers", "papers"]);
  expect(sent.papers).toMatchObject([{ note: "có mộc" }]);
});

test("a paper of another channel, which the form does not show, is never struck", () => {
  const online = { paperId: "online", originals: 1, copies: 0, shown: false };
  const page = { ...PAGE, form: { ...PAGE.form, papers: [...PAGE.form.papers, online] } };
  expect(correctionInput(SENT, formOfCorrection(page), page).papers).toContainEqual(online);
});

test("an organisation opens in its own fields, and the person's stay empty", () => {
  const applicant = {
    kind: "organisation" as const,
    name: "Hợp tác xã Bình Thành",
    taxCode: "1400123456",
    legalRepresentative: "Lê Văn Tám",
    address: "Ấp 1",
  };
  expect(formOfCorrection({ ...PAGE, form: { ...PAGE.form, applicant } })).toMatchObject({
    applicantKind: "organisation",
    person: { name: "" },
    organisation: { name: "Hợp tác xã Bình Thành", taxCode: "1400123456" },
  });
  expect(formOfCorrection(PAGE).organisation.name).toBe("");
});

test("a paper of this channel that the clerk took away is not sent", () => {
  const map = { paperId: "map", originals: 1, copies: 0, shown: true };
  const page = {
    ...PAGE,
    procedure: {
      ...PAGE.procedure,
      content: { code: "2.000635", papers: [{ id: "form" }, { id: "map", channels: ["direct"] }] },
    } as unknown as ProcedureView,
    form: { ...PAGE.form, papers: [...PAGE.form.papers, map] },
  };
  expect(formOfCorrection(page).papers["map"]).toEqual({ originals: 1, copies: 0, shown: true });
  const sent = correctionInput(SENT, formOfCorrection(page), page).papers;
  expect(sent.map(({ paperId }) => paperId)).toEqual(["form"]);
});
