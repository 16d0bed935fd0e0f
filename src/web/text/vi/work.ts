import type { BulkMove } from "#contract/queue.ts";
import type { DueBucket } from "#domain/dossier/work-due.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const buckets: Words<DueBucket> = {
  overdue: "Quá hạn",
  today: "Đến hạn hôm nay",
  week: "Đến hạn tuần này",
  later: "Sau tuần này",
};

const filters = {
  label: "Lọc hồ sơ",
  due: "Hạn trả",
  any: "Tất cả",
  buckets,
  holder: "Người giải quyết",
  mine: "Của tôi",
  nobody: "Chưa ai nhận",
  clock: "Thời hạn",
  running: "Đang tính",
  standing: "Đang tạm dừng",
  field: "Lĩnh vực",
  status: "Trạng thái",
  step: "Bước",
  clear: "Bỏ lọc",
  matching: (count: number, open: number) => `${count} trong ${open} hồ sơ`,
  none: "Không có hồ sơ nào đúng điều kiện lọc",
  noneHint: "Bỏ bớt điều kiện lọc để thấy các hồ sơ khác.",
};

const list = {
  choose: (code: string) => `Chọn hồ sơ ${code}`,
  chooseAll: "Chọn tất cả đang hiện",
  chosen: (count: number) => (count === 0 ? "Chưa chọn hồ sơ nào" : `Đã chọn ${count} hồ sơ`),
  chosenMax: (most: number) => `Mỗi lần nhiều nhất ${most} hồ sơ.`,
  keys: "↑ ↓ hoặc J K: đi từng dòng · Enter: mở · X: chọn · Shift + X: chọn cả đoạn · A: làm với hồ sơ đã chọn · ?: mọi phím tắt",
  since: (moment: string, why: string) => `Từ ${moment}, ${why}`,
  lodgedAt: (moment: string) => `Ghi nhận ${moment}`,
  handedBack: "Công chức trả lại, bổ sung chưa đạt",
  outcomes: { granted: "Đề xuất: đồng ý giải quyết", refused: "Đề xuất: từ chối" },
  steps: (names: string) => `Bước: ${names}`,
  /** Where a result lies that is to be given out. */
  shelf: (name: string) => `Kết quả để tại: ${name}`,
  number: (number: string) => `số ${number}`,
  late: {
    label: "Vì sao chậm",
    held: (since: string) => `giữ ở đây từ ${since}`,
    idle: (days: number) => (days === 0 ? "hôm nay có xử lý" : `không ai xử lý ${days} ngày làm việc`),
    waiting: (agencies: string) => `đang chờ ý kiến: ${agencies}`,
    supplements: (times: number) => `đã yêu cầu bổ sung ${times} lần`,
    stood: (days: number) => `từng chờ người nộp ${days} ngày lịch`,
    extended: "đã gia hạn",
    apologised: "đã xin lỗi",
    notApologised: "chưa xin lỗi",
  },
  csv: "Tải tệp CSV",
  print: "In danh sách",
};

const bulkActs: Words<BulkMove> = {
  take: "Nhận giải quyết",
  forward: "Chuyển đi",
  sendToDesk: "Chuyển lại một cửa",
  approve: "Phê duyệt",
  assign: "Giao người giải quyết",
};

const bulk = {
  acts: bulkActs,
  button: (act: string, count: number) => `${act} (${count})`,
  title: (act: string, count: number) => `${act}: ${count} hồ sơ`,
  leftOut: (count: number) =>
    `${count} hồ sơ đã chọn không ở đúng trạng thái nên không nằm trong danh sách này.`,
  each: "Mỗi hồ sơ được ghi riêng: hồ sơ nào không làm được thì giữ nguyên và có lý do bên cạnh.",
  look: "Xem kỹ kết quả được trình của từng hồ sơ trước khi phê duyệt.",
  reason: "Lý do chuyển lại",
  reasonHint: "Ghi vào từng hồ sơ; Bộ phận Một cửa đọc được.",
  reasonShort: "Viết lý do, ít nhất 3 ký tự.",
  note: "Ghi chú (không bắt buộc)",
  start: (act: string, count: number) => `${act} ${count} hồ sơ`,
  progress: (done: number, all: number) => `Đã xử lý ${done} trong ${all} hồ sơ`,
  done: (count: number) => `Xong ${count} hồ sơ`,
  refused: (count: number) => `${count} hồ sơ không làm được`,
  ok: "Xong",
  waiting: "Chưa gửi",
  goOn: "Gửi tiếp những hồ sơ còn lại",
  results: "Kết quả từng hồ sơ",
  undo: (count: number) => `Hoàn tác: giao lại ${count} hồ sơ cho người trước`,
  undone: (count: number, all: number) => `Đã giao lại ${count} trong ${all} hồ sơ cho người trước`,
  wayBack: {
    take: "Nhận nhầm thì người phê duyệt giao lại cho người khác.",
    forward: "Chuyển nhầm thì cơ quan giải quyết chuyển lại một cửa khi chưa nhận.",
    sendToDesk: "Bộ phận Một cửa chuyển lại khi đã đủ.",
    assign: "Giao nhầm thì giao lại.",
    approve: "Kết quả có sai sót thì dùng “Làm lại kết quả” ở trang hồ sơ.",
  } satisfies Words<BulkMove>,
};

const assign = {
  to: "Giao cho",
  hint: "Công chức chuyên môn của cơ quan; người đang có ít hồ sơ nhất đứng đầu.",
  officer: (name: string, inHand: number) => `${name} (đang có ${inHand} hồ sơ)`,
  nobody: "Không có công chức nào tên như vậy",
  missing: "Chọn người giải quyết.",
};

const board = {
  title: "Bảng điều hành",
  intro: "Hồ sơ nào chậm, đang nằm ở đâu, và những ngày tới có bao nhiêu việc.",
  overviews: { unit: "Bộ phận Một cửa", agency: "Cơ quan giải quyết" },
  overviewLabel: "Phạm vi",
  asOf: (moment: string) => `Tính đến ${moment}`,
  columns: { overdue: "Quá hạn", today: "Hôm nay", week: "Tuần này", later: "Sau đó", standing: "Tạm dừng" },
  standingNote:
    "Tạm dừng: chờ người nộp, không tính là chậm. Mỗi phần của hồ sơ liên thông là một việc và được đếm riêng ở đây; sổ theo dõi chỉ đếm hồ sơ chung.",
  total: "Tất cả hồ sơ đang giải quyết",
  byStatus: "Đang nằm ở khâu nào",
  byStep: "Đang ở bước nào của quy trình nội bộ",
  byOfficer: "Trong tay ai",
  byPlace: { unit: "Cơ quan giải quyết", agency: "Nơi tiếp nhận" },
  nobody: "Chưa ai nhận",
  name: { status: "Khâu", step: "Bước", officer: "Người", place: "Nơi" },
  forecast: "Đến hạn trong 10 ngày làm việc tới",
  forecastColumns: { day: "Ngày", due: "Hồ sơ đến hạn", people: "Số người", each: "Mỗi người" },
  noPeople: "không có ai",
  open: (count: number, what: string) => `Mở ${count} hồ sơ: ${what}`,
  listTitle: (what: string) => `Danh sách: ${what}`,
  close: "Đóng danh sách",
  csv: "Tải tệp CSV",
  print: "In bảng",
  empty: "Không có hồ sơ nào đang giải quyết",
  emptyHint: "Khi có hồ sơ mới, số liệu hiện ở đây.",
};

const presence = {
  others: (names: string) => `Đang mở cùng hồ sơ này: ${names}`,
  one: (name: string, since: string) => `${name} (từ ${since})`,
  doing: (name: string, since: string, form: string) => `${name} (từ ${since}, đang điền “${form}”)`,
  changed: "Hồ sơ vừa có thay đổi",
  act: (actor: string, what: string, at: string) =>
    actor === "" ? `${at}: ${what}` : `${at}, ${actor}: ${what}`,
  reload: "Tải bản mới",
  kept: "Những gì ông/bà đang gõ vẫn được giữ.",
  since: "Từ lúc ông/bà mở biểu mẫu, đã có người làm:",
};

/** Words of the work queue, its acts on many dossiers, the head's board, and who else has a dossier open. */
export const work = { filters, list, bulk, assign, board, presence };
