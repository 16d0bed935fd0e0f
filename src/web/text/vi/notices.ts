import type {
  NoticeChannel,
  NoticeKind,
  NoticeLanguage,
  NoticeProblem,
  NoticeState,
} from "#domain/notice/notice.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const kinds: Words<NoticeKind> = {
  receipt: "Giấy tiếp nhận và hẹn trả (Mẫu 01)",
  supplementBeforeReceipt: "Yêu cầu bổ sung trước khi tiếp nhận",
  intakeRefused: "Từ chối tiếp nhận",
  supplement: "Yêu cầu bổ sung",
  duty: "Nghĩa vụ tài chính",
  newDate: "Ngày hẹn trả mới",
  extended: "Xin lỗi và hẹn lại",
  apology: "Xin lỗi vì chậm",
  stopped: "Dừng giải quyết",
  withdrawalDeclined: "Không rút được hồ sơ",
  resultReady: "Đã có kết quả",
  reopened: "Làm lại kết quả",
  partRefused: "Một phần không được chấp thuận",
  supplementReminder: "Nhắc bổ sung",
  dutyReminder: "Nhắc nghĩa vụ tài chính",
  resultReminder: "Nhắc nhận kết quả",
  parcelAttempted: "Bưu gửi chưa giao được",
  parcelInvited: "Mời đến bưu điện nhận",
  parcelLost: "Bưu gửi thất lạc",
  parcelBack: "Bưu gửi đã về cơ quan",
};
const languages: Words<NoticeLanguage> = { vi: "Tiếng Việt", en: "Tiếng Anh" };
const channels: Words<NoticeChannel> = {
  email: "Thư điện tử",
  sms: "Tin nhắn",
  zalo: "Zalo",
  person: "Báo trực tiếp",
};
const states: Words<NoticeState> = {
  waiting: "Đang chờ gửi",
  failed: "Chưa gửi được, sẽ gửi lại",
  sent: "Đã gửi",
  givenUp: "Không gửi được",
  overtaken: "Không gửi nữa",
};
const problems: Words<NoticeProblem> = {
  noAnswer: "Máy chủ gửi thư, gửi tin không trả lời.",
  notSignedIn: "Máy chủ thư không cho phần mềm đăng nhập; báo người quản trị.",
  refusedForNow: "Máy chủ thư tạm thời không nhận.",
  refused: "Máy chủ thư không nhận: địa chỉ có thể sai hoặc không còn dùng.",
  notNeeded: "Người dân đã có giấy, đã được báo hoặc đã nhận kết quả.",
  tooLate: "Không gửi nữa vì việc đã qua nhiều ngày.",
  noWay: "Không có địa chỉ hay số điện thoại mà phần mềm gửi được; cần báo trực tiếp.",
  notWanted: "Người dân không muốn nhận thông báo.",
};

/** Messages that the program sends to citizens: on the page of a dossier and where slips still have to come. */
export const notices = {
  title: "Thông báo đã gửi",
  all: "Tất cả thông báo",
  kinds,
  channels,
  languages,
  states,
  problems,
  /** The citizen had the paper in another way before the message went out. */
  needless: "Không cần gửi nữa",
  to: (channel: string, address: string) => `${channel} đến ${address}`,
  because: (event: string) => `Vì: ${event}`,
  /** Trước liên kết đến tin mới hơn. */
  newer: "Đã có tin mới hơn:",
  sentAt: (moment: string) => `Gửi lúc ${moment}`,
  triedAt: (moment: string, attempts: number) => `Đã thử ${attempts} lần, lần cuối lúc ${moment}`,
  answer: (code: string) => `Mã lỗi: ${code}`,
  /** Ở danh sách giấy cần giao: thông báo đang ở đâu. */
  due: {
    waiting: "Phần mềm đang gửi; xong thì giấy tự ra khỏi danh sách này.",
    failed: "Phần mềm sẽ tự gửi lại; không cần làm gì.",
    sent: "Đã nhắn tin cho người dân; giấy vẫn phải giao.",
    givenUp: "Hãy báo cho người dân rồi đánh dấu.",
    overtaken: "Người dân được báo bằng tin mới hơn; giấy vẫn phải giao.",
  } satisfies Words<NoticeState>,
  /** Trang tất cả thông báo. */
  list: {
    title: "Thông báo đã gửi",
    intro: "Phần mềm đã báo gì cho người dân, khi nào, vì việc gì; cái nào không đi được thì người báo.",
    search: "Mã hồ sơ",
    state: "Tình trạng",
    kind: "Nội dung",
    channel: "Cách gửi",
    unit: "Đơn vị",
    from: "Từ ngày",
    to: "Đến ngày",
    any: "Tất cả",
    export: "Tải bảng (CSV)",
    more: "Xem thêm",
    empty: "Không có thông báo nào",
    emptyHint:
      "Hãy bớt điều kiện lọc. Thông báo chỉ được gửi khi người quản trị đã đặt máy chủ thư hoặc tin nhắn.",
    again: "Gửi lại",
    againDone: (code: string) => `Sẽ gửi lại thông báo của hồ sơ ${code}.`,
    told: "Đã báo trực tiếp",
    toldDone: (code: string) => `Đã ghi: người dân của hồ sơ ${code} được báo trực tiếp.`,
    toldBy: (name: string) => `${name} đã báo trực tiếp`,
    because: "Vì",
    listLabel: "Thông báo, mới nhất trước",
  },
  /** Cách người dân muốn được báo. */
  wish: {
    title: "Cách báo tin",
    said: "Theo ý người dân",
    usual: "Người dân chưa nói gì: báo bằng cách đầu tiên gửi được.",
    none: "Không gửi thông báo",
    place: (nth: number) => `dùng thứ ${nth}`,
    noContact: "chưa có địa chỉ hoặc số điện thoại",
    language: "Ngôn ngữ",
    change: "Đổi cách báo tin",
    hint: "Áp dụng cho mọi hồ sơ của người này từ bây giờ. Cách đứng trước được dùng trước.",
    wanted: "Báo bằng",
    save: "Ghi",
    cancel: "Thôi",
    saved: "Đã ghi cách báo tin.",
  },
};
