import type { NoticeChannel, NoticeKind, NoticeProblem, NoticeState } from "#domain/notice/notice.ts";
import { VI } from "./words-vi.ts";

/** What the file of notices says, in the words of the messages themselves. */
export const KIND_WORDS: Readonly<Record<NoticeKind, string>> = VI.subjects;

export const CHANNEL_WORDS: Readonly<Record<NoticeChannel, string>> = {
  email: "Thư điện tử",
  sms: "Tin nhắn",
  zalo: "Zalo",
  person: "Báo trực tiếp",
};

export const STATE_WORDS: Readonly<Record<NoticeState, string>> = {
  waiting: "Đang chờ gửi",
  failed: "Chưa gửi được, sẽ gửi lại",
  sent: "Đã gửi",
  givenUp: "Không gửi được",
  overtaken: "Không gửi nữa: đã có tin mới hơn",
};

export const PROBLEM_WORDS: Readonly<Record<NoticeProblem, string>> = {
  noAnswer: "Máy chủ không trả lời",
  notSignedIn: "Máy chủ thư không cho đăng nhập",
  refusedForNow: "Máy chủ thư tạm thời không nhận",
  refused: "Địa chỉ không nhận được thư",
  notNeeded: "Không cần gửi nữa",
  tooLate: "Việc đã qua nhiều ngày",
  noWay: "Không có địa chỉ hay số điện thoại để gửi",
  notWanted: "Người dân không muốn nhận thông báo",
};
