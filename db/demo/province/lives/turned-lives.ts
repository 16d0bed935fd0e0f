import { referenceId } from "#server/units/reference-table.ts";
import {
  type Life,
  answered,
  confirmed,
  consulted,
  inWork,
  originalsBack,
  outcome,
  returned,
  turn,
  wish,
} from "./life.ts";
import { VISITORS } from "./visitors.ts";

const OFFICER = "duc.officer";
const CASE = "ha.case";
const SECOND_CASE = "tuyet.case";
const APPROVER = "thai.approver";

const PENSION = "1.014027";
const SCHOOL = "2.002481";

const ACCOUNT = { name: "Xác nhận số tài khoản ngân hàng của người hưởng", originals: 0, copies: 1 };
const CHECK = { name: "Bản chụp sổ hộ khẩu cũ hoặc giấy xác nhận nơi ở", originals: 0, copies: 1 };

/** Dossiers that stand still, or whose date moved. */
const CLOCK_LIVES: readonly Life[] = [
  {
    procedure: PENSION,
    who: VISITORS.hoa,
    before: 5,
    by: OFFICER,
    acts: [
      ...inWork(4.9, OFFICER, CASE),
      turn(0.7, CASE, "supplement-requests", ({ dayIn }) => ({
        papers: [ACCOUNT],
        reason: "Chưa có số tài khoản để chi trả trợ cấp",
        answerBy: dayIn(15),
      })),
    ],
  },
  {
    procedure: "2.001088",
    who: VISITORS.nga,
    before: 12,
    by: OFFICER,
    acts: [
      ...inWork(11.9, OFFICER, SECOND_CASE),
      turn(9, SECOND_CASE, "supplement-requests", ({ dayIn }) => ({
        papers: [CHECK],
        reason: "Chưa rõ nơi thường trú trước ngày 01/7/2025",
        answerBy: dayIn(5),
      })),
      turn(0.8, OFFICER, "supplements", { papers: [CHECK] }),
    ],
  },
  {
    procedure: "2.000720",
    who: VISITORS.phat,
    before: 0.9,
    by: OFFICER,
    acts: [
      ...inWork(0.85, OFFICER, CASE),
      turn(0.5, CASE, "duties", ({ dayIn }) => ({
        amount: 100_000,
        reason: "Nộp lệ phí đăng ký hộ kinh doanh theo mức của tỉnh",
        answerBy: dayIn(5),
      })),
    ],
  },
  {
    procedure: PENSION,
    who: VISITORS.sau,
    before: 9,
    by: OFFICER,
    acts: [
      ...inWork(8.9, OFFICER, CASE),
      turn(0.6, APPROVER, "extension", ({ dayIn }) => ({
        day: dayIn(7),
        reason: "Chờ kết quả xác minh nơi cư trú của xã khác",
      })),
    ],
  },
  {
    procedure: SCHOOL,
    who: VISITORS.thuy,
    before: 6,
    by: OFFICER,
    acts: [
      ...inWork(5.9, OFFICER, SECOND_CASE),
      turn(0.8, APPROVER, "apologies", ({ dayIn }) => ({
        expectedOn: dayIn(3),
        reason: "Trường nơi đến trả lời chậm",
      })),
    ],
  },
];

/** Dossiers that ended without a result, are to end, or were never received. */
const ENDED_LIVES: readonly Life[] = [
  {
    procedure: "1.011607",
    who: VISITORS.dung,
    before: 8,
    by: OFFICER,
    acts: [
      ...inWork(7.9, OFFICER, CASE),
      turn(0.4, APPROVER, "stopping", { reason: "Hộ gia đình đã chuyển nơi thường trú sang tỉnh khác" }),
      originalsBack(0.2, OFFICER, "Người nộp nhận lại giấy đề nghị"),
    ],
  },
  {
    procedure: PENSION,
    who: VISITORS.tam,
    before: 4,
    by: OFFICER,
    acts: [
      ...inWork(3.9, OFFICER, CASE),
      wish(0.95, OFFICER, ["zalo", "sms"]),
      turn(0.9, OFFICER, "withdrawal-requests", { reason: "Đã hưởng trợ cấp hằng tháng khác" }),
      turn(0.6, OFFICER, "withdrawal-decision", { accept: true, reason: "Chưa có kết quả giải quyết" }),
    ],
  },
  {
    procedure: "2.000286",
    who: VISITORS.lieu,
    before: 3,
    by: OFFICER,
    acts: [
      ...inWork(2.9, OFFICER, SECOND_CASE),
      turn(0.3, OFFICER, "withdrawal-requests", { reason: "Con cháu nhận chăm sóc tại nhà" }),
    ],
  },
  {
    procedure: "1.001653",
    who: VISITORS.tu,
    before: 0.3,
    by: OFFICER,
    answer: {
      kind: "ask",
      papers: [{ name: "Giấy xác nhận khuyết tật bị hư hỏng", originals: 1, copies: 0 }],
      reason: "Chưa mang theo giấy cũ để đổi",
    },
    acts: [],
  },
  {
    procedure: "2.000884",
    who: VISITORS.ut,
    before: 0.45,
    by: OFFICER,
    answer: {
      kind: "refuse",
      reason: "Giấy tờ, văn bản có nội dung giao dịch, không chứng thực chữ ký được",
    },
    acts: [],
  },
];

/** Dossiers that other people have a hand in. */
const OTHERS_LIVES: readonly Life[] = [
  {
    procedure: SCHOOL,
    who: VISITORS.xuan,
    before: 2,
    by: OFFICER,
    acts: [
      ...inWork(1.9, OFFICER, SECOND_CASE),
      originalsBack(1, OFFICER, "Đã đối chiếu học bạ, trả lại bản chính"),
    ],
  },
  {
    procedure: "1.004772",
    who: VISITORS.long,
    before: 10,
    by: OFFICER,
    acts: [
      ...inWork(9.9, OFFICER, CASE),
      outcome(8, CASE, "57/GKS"),
      turn(7.5, APPROVER, "approval"),
      returned(6, OFFICER),
      turn(0.5, APPROVER, "reopening", {
        fault: "agency",
        reason: "Ghi sai chữ đệm của người được khai sinh",
      }),
    ],
  },
  {
    procedure: "2.000286",
    who: VISITORS.mung,
    before: 6,
    by: OFFICER,
    acts: [
      ...inWork(5.9, OFFICER, CASE),
      consulted(5, CASE, {
        agencyId: referenceId("agency:department:health"),
        question: "Đề nghị cho biết cơ sở nào của tỉnh còn nhận người cao tuổi cần chăm sóc dài ngày.",
        answerIn: 3,
      }),
      answered(1.5, "lam.case", {
        words: "Trung tâm Bảo trợ xã hội tổng hợp của tỉnh còn sáu chỗ, tiếp nhận trong tháng này.",
        number: "1482/SYT-NVY",
      }),
    ],
  },
  // Received here, decided and fetched in the commune beside, regardless of boundaries; which asks those who know him.
  {
    procedure: PENSION,
    who: VISITORS.chin,
    before: 3,
    by: OFFICER,
    form: {
      decidingAgencyId: referenceId("agency:commune:30130"),
      collectedAtUnitId: referenceId("unit:commune:30130"),
    },
    acts: [
      ...inWork(2.9, OFFICER, "dung.case"),
      consulted(0.9, "dung.case", {
        agencyId: referenceId("agency:commune:30163"),
        question: "Ông Trương Văn Chín có còn ở tại ấp Bình Chánh, và có hưởng trợ cấp nào ở đó không?",
        answerIn: 3,
      }),
    ],
  },
  // A clerk who only assists took the missing paper in: an officer has still to look at it.
  {
    procedure: PENSION,
    who: VISITORS.kim,
    before: 5,
    by: "kieu.clerk",
    acts: [
      confirmed(4.95, "loc.officer"),
      ...inWork(4.8, "loc.officer", "dung.case"),
      turn(3, "dung.case", "supplement-requests", ({ dayIn }) => ({
        papers: [ACCOUNT],
        reason: "Chưa có số tài khoản để chi trả trợ cấp",
        answerBy: dayIn(10),
      })),
      turn(0.2, "kieu.clerk", "supplements", { papers: [ACCOUNT] }),
    ],
  },
];

/** The turns that a dossier can take, one of each kind, in the commune of the pilot and the one beside it. */
export const TURNED_LIVES: readonly Life[] = [...CLOCK_LIVES, ...ENDED_LIVES, ...OTHERS_LIVES];
