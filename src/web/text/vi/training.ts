import type { TrainingFault, TrainingResult, TrainingState } from "#domain/people/training.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const states: Words<TrainingState> = {
  valid: "Còn giá trị",
  endsSoon: "Hết hạn trong 60 ngày",
  ended: "Đã hết hạn",
  coming: "Chưa có giá trị",
  failed: "Không đạt",
  withdrawn: "Đã thu hồi",
};

const results: Words<TrainingResult> = { passed: "Đạt", failed: "Không đạt" };

const faults: Words<TrainingFault> = {
  title_missing: "Hãy nhập nội dung buổi tập huấn.",
  held_by_missing: "Hãy nhập cơ quan tập huấn.",
  held_in_future: "Buổi tập huấn chưa diễn ra.",
  fields_missing: "Hãy chọn ít nhất một lĩnh vực.",
  field_unknown: "Có lĩnh vực không còn trong danh mục.",
  participants_missing: "Hãy thêm ít nhất một người dự.",
  participant_twice: "Có người được ghi hai lần.",
  participant_unknown: "Có người không phải nhân viên bưu điện tại đây.",
  period_reversed: "Ngày cuối ở trước ngày đầu.",
  valid_before_held: "Không có giá trị trước ngày tập huấn.",
};

/** Training of the post's clerks: sessions, what each is worth, and who lacks it. */
export const training = {
  states,
  results,
  faults,
  title: "Tập huấn",
  intro: "Nhân viên bưu điện chỉ làm việc được giao trong lĩnh vực đã tập huấn và đạt.",
  record: "Ghi buổi tập huấn",
  views: { sessions: "Buổi tập huấn", people: "Theo người", gaps: "Còn thiếu" },
  sessions: {
    none: "Chưa có buổi tập huấn nào",
    noneHint: "Bấm “Ghi buổi tập huấn” khi một buổi đã diễn ra.",
    columns: { what: "Buổi tập huấn", fields: "Lĩnh vực", validity: "Giá trị", people: "Người dự" },
    by: (by: string, day: string) => `${by}, ngày ${day}`,
    recordedBy: (name: string) => `Người ghi: ${name}`,
    passed: (count: number) => `${count} đạt`,
    failed: (count: number) => `${count} không đạt`,
    withdrawn: (count: number) => `${count} đã thu hồi`,
    validity: (from: string, to: string) => `từ ${from} đến hết ${to}`,
    validityOpen: (from: string) => `từ ${from}, không thời hạn`,
    participants: (title: string) => `Người dự: ${title}`,
    open: "Xem người dự",
  },
  people: {
    clerk: "Nhân viên",
    field: "Lĩnh vực",
    state: "Giá trị",
    all: "Tất cả",
    filter: "Lọc",
    none: "Không có ai như vậy",
    noneHint: "Hãy bớt điều kiện lọc.",
    columns: { who: "Nhân viên", field: "Lĩnh vực", held: "Tập huấn", state: "Giá trị" },
    until: (day: string) => `đến hết ${day}`,
    noEnd: "không thời hạn",
    withdraw: "Thu hồi",
    withdrawOf: (name: string, field: string) => `Thu hồi tập huấn: ${name}, ${field}`,
    withdrawn: (by: string, at: string, reason: string) => `${by} thu hồi lúc ${at}: ${reason}`,
    shown: (count: number, more: boolean) => `${count} dòng${more ? ", còn nữa" : ""}`,
  },
  gaps: {
    none: "Không ai còn thiếu",
    noneHint: "Mọi lĩnh vực đã giao đều có tập huấn.",
    intro: "Đã được giao việc nhưng chưa có tập huấn còn giá trị, nên chưa làm được.",
    columns: { who: "Nhân viên", where: "Nơi làm", fields: "Lĩnh vực còn thiếu" },
  },
  form: {
    session: "Buổi tập huấn",
    what: "Nội dung",
    heldBy: "Cơ quan tập huấn",
    heldOn: "Ngày tập huấn",
    validFrom: "Có giá trị từ ngày",
    validTo: "Đến hết ngày",
    validToHint: "Để trống là không thời hạn",
    fields: "Lĩnh vực",
    addField: "Thêm lĩnh vực",
    participants: "Người dự",
    addParticipant: "Thêm người dự",
    addHint: "Gõ tên, Enter để thêm; người kế tiếp gõ ngay tại đây.",
    chosen: (count: number) => `${count} người`,
    resultOf: (name: string) => `Kết quả của ${name}`,
    remove: (name: string) => `Bỏ ${name}`,
    pick: "Gõ để tìm",
    nothingFound: "Không tìm thấy",
    submit: "Ghi buổi tập huấn",
    done: (count: number) => `Đã ghi buổi tập huấn với ${count} người. Có tác dụng từ thao tác kế tiếp.`,
    notADay: "Chưa đọc được ngày.",
  },
  withdrawal: {
    title: "Thu hồi kết quả tập huấn?",
    body: (name: string, field: string) =>
      `${name} không làm được việc trong lĩnh vực ${field} nữa, từ thao tác kế tiếp. Việc đã làm vẫn giữ nguyên.`,
    reason: "Lý do",
    submit: "Thu hồi",
    done: "Đã thu hồi.",
    missing: "Không được để trống.",
  },
};
