import type { NoticeChannel, NoticeKind, NoticeProblem, NoticeState } from "#domain/notice/notice.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const kinds: Words<NoticeKind> = { receipt: "Giấy tiếp nhận và hẹn trả (Mẫu 01)" };
const channels: Words<NoticeChannel> = { email: "Thư điện tử", sms: "Tin nhắn" };
const states: Words<NoticeState> = {
  waiting: "Đang chờ gửi",
  failed: "Chưa gửi được, sẽ gửi lại",
  sent: "Đã gửi",
  givenUp: "Không gửi được",
};
const problems: Words<NoticeProblem> = {
  noAnswer: "Máy chủ gửi thư, gửi tin không trả lời.",
  notSignedIn: "Máy chủ thư không cho phần mềm đăng nhập; báo người quản trị.",
  refusedForNow: "Máy chủ thư tạm thời không nhận.",
  refused: "Máy chủ thư không nhận: địa chỉ có thể sai hoặc không còn dùng.",
  notNeeded: "Không gửi nữa vì người dân đã có giấy.",
  tooLate: "Không gửi nữa vì việc đã qua nhiều ngày.",
};

/** Messages that the program sends to citizens: on the page of a dossier and where slips still have to come. */
export const notices = {
  title: "Thông báo đã gửi",
  kinds,
  channels,
  states,
  problems,
  to: (channel: string, address: string) => `${channel} đến ${address}`,
  because: (event: string) => `Vì: ${event}`,
  sentAt: (moment: string) => `Gửi lúc ${moment}`,
  triedAt: (moment: string, attempts: number) => `Đã thử ${attempts} lần, lần cuối lúc ${moment}`,
  answer: (code: string) => `Máy chủ trả lời: ${code}`,
  /** Ở danh sách giấy cần giao: thông báo đang ở đâu. */
  due: {
    waiting: "Phần mềm đang gửi; xong thì giấy tự ra khỏi danh sách này.",
    failed: "Phần mềm sẽ tự gửi lại; không cần làm gì.",
    sent: "Đã nhắn tin cho người dân; giấy vẫn phải giao.",
    givenUp: "Hãy báo cho người dân rồi đánh dấu.",
  } satisfies Words<NoticeState>,
};
