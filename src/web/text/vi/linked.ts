import type { ConsultationView, PartView } from "#contract/linked.ts";

const states: Readonly<Record<ConsultationView["state"], string>> = {
  open: "Chờ trả lời",
  answered: "Đã trả lời",
  withdrawn: "Đã rút",
  lapsed: "Hết việc, không có trả lời",
};

const partStates: Readonly<Record<PartView["state"], string>> = {
  waiting: "Chưa tới lượt",
  open: "Đang giải quyết",
  granted: "Đã có kết quả",
  refused: "Bị từ chối",
  stopped: "Đã dừng",
  fallen: "Không còn thực hiện",
  outside: "Giải quyết ngoài hệ thống này",
};

/** Words of asking another agency, and of what several agencies do as one (liên thông). */
export const linked = {
  consultations: {
    title: "Lấy ý kiến",
    none: "Chưa lấy ý kiến cơ quan nào.",
    states,
    askedBy: (who: string, moment: string) => `${who} hỏi lúc ${moment}`,
    question: "Nội dung hỏi",
    answer: "Trả lời",
    answeredBy: (who: string, moment: string) => `${who} trả lời lúc ${moment}`,
    number: (number: string) => `Văn bản số ${number}`,
    byDay: (day: string) => `Trả lời chậm nhất ${day}`,
    left: (days: number) => `Còn ${days} ngày`,
    today: "Hạn trả lời hôm nay",
    late: (days: number) => `Quá hạn trả lời ${days} ngày`,
    holds: "Trình kết quả được khi có trả lời hoặc khi quá ngày hẹn trả lời.",
    holdsNoMore: "Đã quá ngày hẹn trả lời: trình kết quả không cần chờ nữa.",
  },
  ask: {
    agency: "Cơ quan được hỏi",
    agencyHint: "Cơ quan này đọc được hồ sơ để trả lời, khi xong việc thì thôi.",
    agencyMissing: "Chọn cơ quan được hỏi.",
    agencyNone: "Không có cơ quan nào như vậy.",
    pick: "Gõ tên cơ quan",
    question: "Nội dung cần ý kiến",
    questionHint: "Ghi rõ điều cần trả lời. Thời hạn của hồ sơ vẫn chạy.",
    answerBy: "Trả lời chậm nhất ngày",
    answerByHint: "Hết ngày này mà chưa có trả lời thì hồ sơ được trình kết quả.",
    submit: "Gửi câu hỏi",
  },
  answering: {
    open: "Trả lời",
    words: "Ý kiến trả lời",
    wordsHint: "Trả lời một lần; không sửa được sau khi gửi.",
    number: "Số văn bản trả lời",
    submit: "Gửi trả lời",
    done: "Đã gửi trả lời.",
  },
  withdrawing: {
    open: "Rút câu hỏi",
    reason: "Lý do rút",
    reasonHint: "Cơ quan được hỏi thấy câu hỏi đã rút và không đọc hồ sơ nữa.",
    submit: "Rút câu hỏi",
    done: "Đã rút câu hỏi.",
  },
  list: {
    title: "Lấy ý kiến",
    intro: "Những câu hỏi mà cơ quan của ông/bà cần trả lời.",
    tabs: { open: "Chờ trả lời", over: "Đã xong" },
    listLabel: "Câu hỏi lấy ý kiến",
    empty: { open: "Không có câu hỏi nào đang chờ.", over: "Chưa có câu hỏi nào đã xong." },
    emptyHint: "Khi cơ quan khác hỏi, câu hỏi hiện ở đây.",
    from: (agency: string, to: string) => `${agency} hỏi ${to}`,
    columns: {
      by: "Hạn trả lời",
      code: "Hồ sơ",
      question: "Nội dung hỏi",
      asking: "Nơi hỏi",
      state: "Trạng thái",
    },
    answeredAt: (moment: string) => `Trả lời lúc ${moment}`,
    keys: "↑ ↓ đi từng dòng, Enter mở hồ sơ.",
  },
  parts: {
    title: "Các thủ tục liên thông",
    intro: "Người dân nộp một lần, có một mã và nhận kết quả chung ở hồ sơ này.",
    latest: (moment: string) => `Muộn nhất trong các phần: ${moment}`,
    states: partStates,
    needed: "Cần có kết quả trước khi phê duyệt",
    optional: "Không giữ lại việc phê duyệt",
    after: (names: string) => `Bắt đầu sau: ${names}`,
    due: (moment: string) => `Hẹn trả: ${moment}`,
    noDue: "Không có ngày hẹn lúc này",
    /** For who hears the link without its row. */
    open: (code: string) => `Mở hồ sơ ${code}`,
  },
  partOf: {
    title: "Hồ sơ thành phần",
    of: (name: string) => `Phần “${name}” của hồ sơ liên thông`,
    note: "Người dân giữ mã và giấy tiếp nhận của hồ sơ chung; kết quả trả ở hồ sơ đó.",
  },
  citizen: {
    title: "Các việc được giải quyết cùng nhau",
    intro: "Ông/bà chỉ cần giữ một mã này. Kết quả được trả chung một lần.",
    states: {
      waiting: "Sẽ bắt đầu khi việc trước xong",
      open: "Đang giải quyết",
      granted: "Đã xong",
      refused: "Không được chấp thuận",
      stopped: "Đã dừng",
      fallen: "Không thực hiện nữa, vì việc trước không thành",
      outside: "Cơ quan khác giải quyết và báo riêng",
    } satisfies Readonly<Record<PartView["state"], string>>,
    due: (moment: string) => `Hẹn xong: ${moment}`,
    bring: (name: string) =>
      `Việc “${name}” cần ông/bà nộp thêm. Xem ở mục “Các việc được giải quyết cùng nhau” dưới đây.`,
    refused: {
      title: (names: string) => `Không được chấp thuận: ${names}`,
      goesOn: "Các việc còn lại vẫn được giải quyết. Văn bản trả lời được trao cùng kết quả chung.",
      nothingLeft:
        "Những việc phải làm sau đó không thực hiện nữa. Hồ sơ chung đang được kết thúc; văn bản trả lời nêu rõ lý do được trao cho ông/bà một lần.",
      toDo: (place: string) =>
        `Ông/bà có thể hỏi lý do và cách làm lại tại ${place}. Khi có văn bản trả lời, trang này sẽ báo để đến nhận.`,
    },
    latest: (moment: string) => `Chậm nhất mọi việc xong: ${moment}`,
  },
};
