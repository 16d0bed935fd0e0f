import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import type { ImportFields } from "./imported-columns.ts";
import { readImportedDossier } from "./imported-dossier.ts";

const NOW = instant("2026-11-21T09:00:00+07:00");

const RETURNED: ImportFields = {
  code: "000.00.31.H20-190305-0001",
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2019-03-05 08:30",
  dueAt: "2019-03-08 17:00",
  status: "10",
  finishedAt: "2019-03-07 10:00",
  returnedAt: "2019-03-08 09:00",
  outcome: "Đồng ý",
  resultNumber: "12/TLKT-BS",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
  applicantPhone: "0912 345 678",
  applicantAddress: "Ấp 1, xã Bình Tấn",
};
const OPEN: ImportFields = {
  ...RETURNED,
  status: "4",
  finishedAt: "",
  returnedAt: "",
  outcome: "",
  resultNumber: "",
};

const reasonsOf = (fields: ImportFields) => {
  const read = readImportedDossier(fields, NOW);
  return read.ok ? [] : read.reasons.map(({ field, code }) => `${field} ${code}`);
};
const valueOf = (fields: ImportFields) => {
  const read = readImportedDossier(fields, NOW);
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
};

describe("a row that can be taken over", () => {
  test("says the facts of a dossier", () => {
    expect(valueOf(RETURNED)).toMatchObject({
      code: "000.00.31.H20-190305-0001",
      procedureCode: "2.000635",
      receivedAt: "2019-03-05T01:30:00.000Z",
      dueAt: "2019-03-08T10:00:00.000Z",
      status: "returned",
      statedStatus: "10",
      outcome: "granted",
      resultNumber: "12/TLKT-BS",
      channel: "direct",
      returnMethod: "counter",
      applicant: {
        kind: "person",
        name: "Nguyễn Thị Hồng",
        identityNumber: "087190001234",
        phone: "0912345678",
      },
      steps: [
        { at: "2019-03-07T03:00:00.000Z", status: "finished", words: null },
        { at: "2019-03-08T02:00:00.000Z", status: "returned", words: null },
      ],
      notes: [],
      oldWords: [],
    });
  });

  test.each<{ change: ImportFields; expected: object; because: string }>([
    {
      change: { code: "  h20.031 - 190305 - 0001 " },
      expected: { code: "H20.031-190305-0001", oldCode: "h20.031 - 190305 - 0001" },
      because: "the code is kept as the look-up reads it",
    },
    {
      change: { code: "TB/2019/77" },
      expected: { code: "TB/2019/77" },
      because: "an older system had its own shape of codes",
    },
    {
      change: { procedure: "1.012753.H19" },
      expected: { procedureCode: "1.012753" },
      because: "local systems add their province",
    },
    {
      change: { receivedAt: "05/03/2019", dueAt: "08/03/2019" },
      expected: {
        receivedAt: "2019-03-04T17:00:00.000Z",
        dueAt: "2019-03-08T10:00:00.000Z",
        notes: ["timeOfDayUnknown"],
      },
      because: "a due day lasts to the end of office hours",
    },
    {
      change: { receivedAt: "05/03/2019", finishedAt: "05/03/2019", returnedAt: "05/03/2019 09:00" },
      expected: { status: "returned" },
      because: "the same day is not before, when no hour is known",
    },
    {
      change: { applicantNumber: "" },
      expected: { notes: ["numberMissing"], applicant: { identityNumber: "" } },
      because: "old registers often have no number",
    },
    {
      change: { applicantNumber: "không rõ" },
      expected: { notes: ["numberUnusual"], applicant: { identityNumber: "không rõ" } },
      because: "what stands there is kept as it is",
    },
    {
      change: { applicantNumber: 331_234_567 },
      expected: { notes: [], applicant: { identityNumber: "331234567" } },
      because: "a spreadsheet made a number of it",
    },
    {
      change: { applicantPhone: "hỏi anh Tư" },
      expected: { notes: ["phoneUnreadable"], oldWords: ["Số điện thoại: hỏi anh Tư"] },
      because: "words where a phone number should be",
    },
    {
      change: { applicantEmail: "không" },
      expected: { notes: ["emailUnreadable"], oldWords: ["Thư điện tử: không"] },
      because: "words where an address should be",
    },
    {
      change: { applicantAddress: "" },
      expected: { notes: ["addressMissing"] },
      because: "an address may be missing",
    },
    {
      change: { applicantKind: "2", applicantNumber: "1400123456" },
      expected: { applicant: { kind: "organisation", legalRepresentative: "" } },
      because: "LoaiDoiTuong 2 is an organisation",
    },
    {
      change: { outcome: "" },
      expected: { outcome: null, notes: ["outcomeUnknown"] },
      because: "nobody wrote down how it ended",
    },
    {
      change: { finishedAt: "" },
      expected: { notes: ["finishedDayUnknown"] },
      because: "the end of the work is not known",
    },
    {
      change: { papers: "Tờ khai|Sổ hộ khẩu" },
      expected: { papers: [], oldWords: ["Giấy tờ: Tờ khai; Sổ hộ khẩu"] },
      because: "nobody knows who holds the papers of a returned dossier",
    },
    {
      change: { fee: "8.000 đ", feePaid: "0" },
      expected: { feeDue: 0, oldWords: ["Phí, lệ phí chưa ghi là đã nộp: 8.000 đ"] },
      because: "nothing is asked for any more",
    },
    {
      change: { channel: "3", returnMethod: "1" },
      expected: { channel: "postal", returnMethod: "postal" },
      because: "the portal's figures",
    },
    {
      change: { channel: "Trực tuyến", returnMethod: "Tại quầy" },
      expected: { channel: "online", returnMethod: "counter" },
      because: "words as people write them",
    },
    { change: { remarks: "một\nhai" }, expected: { remarks: "một hai" }, because: "line ends become blanks" },
    {
      change: { applicantName: "Nguye\u0302\u0303n Thi\u0323 Ho\u0302\u0300ng" },
      expected: { applicant: { name: "Nguyễn Thị Hồng" } },
      because: "composed otherwise, the same name",
    },
  ])("$because", ({ change, expected }) => {
    expect(valueOf({ ...RETURNED, ...change })).toMatchObject(expected);
  });

  test.each<{ change: ImportFields; expected: object; because: string }>([
    {
      change: { status: "Đang xử lý" },
      expected: { status: "processing", outcome: null, steps: [] },
      because: "the portal's word",
    },
    {
      change: { status: "5" },
      expected: { status: "processing", statedStatus: "5" },
      because: "waiting for papers is work in hand",
    },
    {
      change: { status: "awaitingApproval" },
      expected: { status: "processing", notes: ["approvalStartsAgain"] },
      because: "the file of the result is not here",
    },
    { change: { status: "2" }, expected: { status: "received" }, because: "received and not sent on" },
    {
      change: { outcome: "granted", resultNumber: "1" },
      expected: { outcome: null, resultNumber: null },
      because: "an open dossier is decided here",
    },
    {
      change: { papers: 3 },
      expected: { papers: [{ originals: 0, copies: 3 }], notes: ["papersCountOnly"] },
      because: "only a count",
    },
    {
      change: { papers: [{ name: "Tờ khai", originals: 1 }, "Sổ hộ khẩu"] },
      expected: {
        papers: [
          { name: "Tờ khai", originals: 1, copies: 0 },
          { name: "Sổ hộ khẩu", originals: 0, copies: 1 },
        ],
      },
      because: "a list",
    },
    {
      change: { fee: "1,250,000 VND", feePaid: 250_000 },
      expected: { feeDue: 1_000_000 },
      because: "what is paid is not asked for again",
    },
    { change: { fee: "" }, expected: { feeDue: null }, because: "no amount is no zero" },
  ])("open: $because", ({ change, expected }) => {
    expect(valueOf({ ...OPEN, ...change })).toMatchObject(expected);
  });

  test("tells its history in order, the end and the return among its steps", () => {
    const history = [
      { at: "2019-03-05 08:35", step: "Được tiếp nhận", by: "Lê Minh Đức" },
      { at: "2019-03-06", step: "Chuyển phòng Tư pháp", note: "kèm bản chính" },
      { at: "2019-03-07 10:00", status: 9, step: "Ký" },
    ];
    const steps = [
      { at: "2019-03-05T01:35:00.000Z", status: "received", words: "Được tiếp nhận – Lê Minh Đức" },
      { at: "2019-03-05T17:00:00.000Z", status: null, words: "Chuyển phòng Tư pháp – kèm bản chính" },
      { at: "2019-03-07T03:00:00.000Z", status: "finished", words: "Ký" },
      { at: "2019-03-08T02:00:00.000Z", status: "returned", words: null },
    ];
    expect(valueOf({ ...RETURNED, history }).steps).toEqual(steps);
    expect(valueOf({ ...RETURNED, history: JSON.stringify(history) }).steps).toEqual(steps);
  });
});

describe("a row that is not taken over", () => {
  test.each<{ change: ImportFields; reasons: readonly string[]; because: string }>([
    { change: { code: " " }, reasons: ["code missing"], because: "nothing would tell it from another" },
    {
      change: { procedure: "khai sinh" },
      reasons: ["procedure procedure_code_malformed"],
      because: "a name is no code",
    },
    {
      change: { receivedAt: "1989-12-31" },
      reasons: ["receivedAt before_1990"],
      because: "a slip of the converter",
    },
    {
      change: {
        receivedAt: "2027-01-01",
        dueAt: "2027-01-05",
        finishedAt: "",
        returnedAt: "",
        status: "4",
        outcome: "",
      },
      reasons: ["receivedAt in_future"],
      because: "nobody is received tomorrow",
    },
    {
      change: { receivedAt: "31/02/2019" },
      reasons: ["receivedAt not_a_moment"],
      because: "there is no such day",
    },
    {
      change: { receivedAt: "\u200b" },
      reasons: ["receivedAt missing"],
      because: "what cannot be seen is nothing",
    },
    {
      change: { dueAt: "2019-03-04" },
      reasons: ["dueAt due_before_received"],
      because: "promised before it came",
    },
    { change: { dueAt: "2099-03-04" }, reasons: ["dueAt too_far_ahead"], because: "no limit is that long" },
    {
      change: { finishedAt: "2019-03-01" },
      reasons: ["finishedAt finished_before_received"],
      because: "finished before it came",
    },
    {
      change: { returnedAt: "2019-03-06" },
      reasons: ["returnedAt returned_before_finished"],
      because: "returned before there was a result",
    },
    { change: { status: "11" }, reasons: ["status unknown_status"], because: "the portal has ten" },
    {
      change: { status: "constructor" },
      reasons: ["status unknown_status"],
      because: "a word of the language is no status",
    },
    {
      change: { status: "Dừng xử lý" },
      reasons: ["status stopped"],
      because: "we cannot say yet that a dossier was stopped",
    },
    { change: { status: "8" }, reasons: ["status stopped"], because: "this is the portal's number of it" },
    { change: { status: "1" }, reasons: ["status never_received"], because: "it was only registered" },
    { change: { status: "3" }, reasons: ["status never_received"], because: "it was refused at the desk" },
    {
      change: { status: "4" },
      reasons: ["status status_contradicts_dates"],
      because: "in work, and yet returned",
    },
    {
      change: { status: "9" },
      reasons: ["status status_contradicts_dates"],
      because: "waiting, and yet returned",
    },
    { change: { outcome: "toString" }, reasons: ["outcome unknown_outcome"], because: "granted or refused" },
    { change: { channel: "9" }, reasons: ["channel unknown_channel"], because: "there are three" },
    {
      change: { returnMethod: "bồ câu" },
      reasons: ["returnMethod unknown_return_method"],
      because: "there are three",
    },
    {
      change: { applicantKind: "0" },
      reasons: ["applicantKind unknown_kind"],
      because: "adapters differ: it must be mapped first",
    },
    { change: { applicantName: "" }, reasons: ["applicantName missing"], because: "a dossier is somebody's" },
    {
      change: { applicantName: "12345" },
      reasons: ["applicantName no_letter"],
      because: "a column was shifted",
    },
    {
      change: { applicantName: "a".repeat(201) },
      reasons: ["applicantName too_long"],
      because: "two hundred characters are enough",
    },
    {
      change: { remarks: "a\u0000b" },
      reasons: ["remarks unreadable_character"],
      because: "no database keeps a NUL",
    },
    { change: { unit: "\ud800" }, reasons: ["unit unreadable_character"], because: "half of a character" },
    {
      change: { unit: { name: "x" } },
      reasons: ["unit not_text"],
      because: "an object where a word should be",
    },
    { change: { fee: "tám nghìn" }, reasons: ["fee not_an_amount"], because: "words are not counted" },
    { change: { fee: -5 }, reasons: ["fee not_an_amount"], because: "nobody owes less than nothing" },
    { change: { papers: { toString: 1 } }, reasons: ["papers not_a_list"], because: "an object is no list" },
    {
      change: { papers: [{ name: "", copies: 5000 }] },
      reasons: ["papers[0].name missing", "papers[0].copies not_a_count"],
      because: "a paper has a name and a number",
    },
    { change: { history: "không có" }, reasons: ["history not_a_list"], because: "a history is a list" },
    {
      change: { history: [{ step: "x" }] },
      reasons: ["history[0].at missing"],
      because: "a step has a time",
    },
    {
      change: { history: [{ at: "2019-03-07" }, { at: "2019-03-06" }] },
      reasons: ["history history_out_of_order"],
      because: "time does not run backwards",
    },
    {
      change: { history: [{ at: "2019-03-01" }] },
      reasons: ["history history_before_received"],
      because: "nothing happens before it came",
    },
    {
      change: { history: Array.from({ length: 201 }, () => ({ at: "2019-03-06" })) },
      reasons: ["history too_many"],
      because: "two hundred steps are enough",
    },
  ])("$because", ({ change, reasons }) => {
    expect(reasonsOf({ ...RETURNED, ...change })).toEqual(reasons);
  });

  test("is told all its reasons, not only the first", () => {
    expect(reasonsOf({})).toEqual([
      "code missing",
      "procedure missing",
      "unit missing",
      "receivedAt missing",
      "dueAt missing",
      "status missing",
      "applicantName missing",
    ]);
  });
});
