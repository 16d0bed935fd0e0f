import type { GuidanceOutcome } from "#domain/mandate/guidance.ts";

const outcomes: Readonly<Record<GuidanceOutcome, string>> = {
  answered: "Đã giải đáp xong",
  toComeBack: "Người dân chuẩn bị thêm, sẽ quay lại",
  sentElsewhere: "Đã chỉ đến nơi khác",
  appliedOnline: "Đã giúp nộp trực tuyến",
  dossierReceived: "Tiếp nhận hồ sơ ngay sau đó",
};

/** Words of guidance without a dossier. */
export const guidance = {
  title: "Hướng dẫn hôm nay",
  today: (count: number, minutes: number) => `${count} lượt · ${minutes} phút tại quầy này`,
  none: "Chưa ghi lượt hướng dẫn nào hôm nay.",
  noneHint: "Mỗi lần giải đáp mà chưa có hồ sơ, ghi một dòng; không ghi tên người dân.",
  record: "Ghi lượt hướng dẫn",
  dialogTitle: "Ghi một lượt hướng dẫn",
  procedure: "Thủ tục đã hướng dẫn",
  procedureHint: "Gõ tên hoặc mã rồi Enter. Không rõ thủ tục nào thì chỉ chọn lĩnh vực.",
  otherProcedure: "Chọn thủ tục khác",
  field: "Lĩnh vực",
  fieldPlaceholder: "Chọn khi không có thủ tục cụ thể",
  subjectMissing: "Hãy chọn một thủ tục hoặc một lĩnh vực.",
  minutes: "Số phút",
  minutesOf: (count: number) => `${count} phút`,
  outcome: "Kết quả",
  save: "Ghi lại",
  saved: "Đã ghi lượt hướng dẫn.",
  undone: "Đã bỏ dòng vừa ghi.",
  undo: (about: string) => `Bỏ dòng: ${about}`,
  outcomes,
};
