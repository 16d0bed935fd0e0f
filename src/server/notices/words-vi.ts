import type { DateBecause, NoticeFacts, NoticeWords } from "./words.ts";

const DATE_BECAUSE: Readonly<Record<DateBecause, string>> = {
  supplement: "đã nhận đủ giấy tờ bổ sung nên thời hạn giải quyết tính lại từ đầu",
  duty: "đã ghi nhận nghĩa vụ tài chính nên thời hạn giải quyết tính tiếp",
  submission: "bưu điện đã giao hồ sơ cho cơ quan nên thời hạn giải quyết tính từ lúc hai bên ký biên bản",
  calendar: "lịch làm việc của cơ quan được sửa",
};

export const VI: NoticeWords = {
  greeting: (name) => `Kính gửi Ông (Bà) ${name},`,
  subjects: {
    receipt: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    supplementBeforeReceipt: "Yêu cầu bổ sung, hoàn thiện hồ sơ",
    intakeRefused: "Từ chối tiếp nhận hồ sơ",
    supplement: "Yêu cầu bổ sung, hoàn thiện hồ sơ",
    duty: "Yêu cầu thực hiện nghĩa vụ tài chính của hồ sơ",
    newDate: "Ngày hẹn trả kết quả mới của hồ sơ",
    extended: "Xin lỗi và hẹn lại ngày trả kết quả hồ sơ",
    apology: "Xin lỗi vì chậm trả kết quả hồ sơ",
    stopped: "Thông báo dừng giải quyết hồ sơ",
    withdrawalDeclined: "Trả lời yêu cầu rút hồ sơ",
    resultReady: "Đã có kết quả giải quyết hồ sơ",
    reopened: "Giải quyết lại hồ sơ",
    partRefused: "Một phần không được chấp thuận của hồ sơ",
    supplementReminder: "Nhắc bổ sung hồ sơ",
    dutyReminder: "Nhắc thực hiện nghĩa vụ tài chính của hồ sơ",
    resultReminder: "Nhắc nhận kết quả hồ sơ",
    parcelAttempted: "Bưu điện chưa giao được kết quả hồ sơ",
    parcelInvited: "Mời đến bưu điện nhận kết quả hồ sơ",
    parcelLost: "Bưu điện báo thất lạc kết quả hồ sơ",
    parcelBack: "Đã về lại cơ quan: kết quả hồ sơ",
  },
  openings: {
    receipt: ({ unitName }) => `${unitName} đã tiếp nhận hồ sơ của Ông (Bà).`,
    supplementBeforeReceipt: ({ unitName }) =>
      `Hồ sơ Ông (Bà) mang đến ${unitName} còn thiếu giấy tờ nên chưa được tiếp nhận. Giấy tờ cần bổ sung ghi ở phiếu gửi kèm và ở trang theo dõi.`,
    intakeRefused: ({ unitName }) =>
      `${unitName} chưa tiếp nhận được hồ sơ của Ông (Bà). Lý do ghi ở phiếu gửi kèm.`,
    supplement: ({ agencyName, day }) =>
      `${agencyName} cần Ông (Bà) bổ sung, hoàn thiện hồ sơ chậm nhất ngày ${day}. Giấy tờ cần bổ sung ghi ở phiếu gửi kèm và ở trang theo dõi.`,
    duty: ({ unitName, agencyName, reason, amount, day }) =>
      `Để tiếp tục giải quyết hồ sơ, Ông (Bà) cần thực hiện nghĩa vụ tài chính${reason === null ? "" : `: ${reason.replace(/\.$/u, "")}`}. Số tiền: ${amount ?? `theo thông báo của ${agencyName}`}. Hạn nộp: ${day === null ? `theo thông báo của ${agencyName}` : `chậm nhất ngày ${day}`}. Nơi nộp: theo thông báo của ${agencyName}; nộp xong, Ông (Bà) đưa chứng từ đến ${unitName}.`,
    newDate: ({ day, formerDay, dateBecause, calendarChange }) =>
      `Hồ sơ của Ông (Bà) có ngày hẹn trả kết quả mới là ngày ${day}${formerDay === null ? "" : `, thay cho ngày ${formerDay}`}${dateBecause === null ? "" : `, vì ${DATE_BECAUSE[dateBecause]}`}${calendarChange === null ? "" : ` (${calendarChange})`}.`,
    extended: ({ agencyName, day, formerDay }) =>
      `${agencyName} chưa kịp giải quyết hồ sơ của Ông (Bà), xin lỗi Ông (Bà) và hẹn trả kết quả vào ngày ${day}${formerDay === null ? "" : `, thay cho ngày ${formerDay}`}. Lý do ghi ở văn bản gửi kèm.`,
    apology: ({ agencyName, day, isLate }) =>
      `${agencyName} ${isLate ? "đã" : "sẽ"} chậm giải quyết hồ sơ của Ông (Bà), xin lỗi Ông (Bà) và dự kiến trả kết quả vào ngày ${day}. Lý do ghi ở văn bản gửi kèm.`,
    stopped: ({ unitName }) =>
      `Hồ sơ của Ông (Bà) đã dừng giải quyết. Lý do ghi ở thông báo gửi kèm; giấy tờ còn ở ${unitName} thì Ông (Bà) đến nhận lại.`,
    withdrawalDeclined: ({ reason }) =>
      `Hồ sơ của Ông (Bà) không dừng theo yêu cầu và được giải quyết tiếp.${reason === null ? "" : ` Lý do: ${reason.replace(/\.$/u, "")}.`}`,
    resultReady: ({ collection, agencyName, isRefused }) =>
      isRefused
        ? `${agencyName} không chấp thuận hồ sơ của Ông (Bà). Văn bản trả lời nêu rõ lý do${fetchedAt(collection)}`
        : `Hồ sơ của Ông (Bà) đã có kết quả${fetchedAt(collection)}`,
    partRefused: ({ unitName, part }) =>
      `Phần “${part?.vi ?? ""}” trong hồ sơ của Ông (Bà) không được chấp thuận, nên phần nào phải làm sau phần này không được thực hiện. Lý do và việc tiếp theo: hỏi tại ${unitName}.`,
    reopened: ({ agencyName, day }) =>
      `Kết quả của hồ sơ có sai sót. ${agencyName} giải quyết lại và hẹn trả kết quả vào ngày ${day}.`,
    supplementReminder: ({ day }) =>
      `Hạn bổ sung hồ sơ là ngày ${day}, đến nay chưa nhận được giấy tờ. Nếu còn vướng mắc, Ông (Bà) liên hệ nơi tiếp nhận.`,
    dutyReminder: ({ day }) =>
      `Hạn thực hiện nghĩa vụ tài chính là ngày ${day}, đến nay chưa ghi nhận được. Nếu đã nộp, Ông (Bà) mang chứng từ đến nơi tiếp nhận.`,
    resultReminder: ({ collection, unitName }) =>
      collection?.onItsWay
        ? `Ông (Bà) chưa nhận kết quả hồ sơ${fetchedAt(collection)}`
        : `Kết quả hồ sơ của Ông (Bà) vẫn để tại ${collection?.at ?? unitName}, mời Ông (Bà) đến nhận.`,
    parcelAttempted: ({ day }) =>
      `Bưu tá mang kết quả hồ sơ đến mà chưa giao được cho Ông (Bà). ${day === null ? "Bưu tá đến lại hoặc mời Ông (Bà) đến bưu điện" : `Bưu tá đến lại ngày ${day}`}. Ông (Bà) chuẩn bị giấy tờ tùy thân; người nhận thay mang thêm giấy ủy quyền.`,
    parcelInvited: ({ parcel }) =>
      `Kết quả hồ sơ của Ông (Bà) đang ở ${parcel?.office ? `${parcel.office.name}, ${parcel.office.address}` : "bưu điện"}. Đây là lần mời thứ ${parcel?.nth ?? 1}; mời Ông (Bà) đến nhận, mang giấy tờ tùy thân. Người nhận thay mang thêm giấy ủy quyền. Sau hai lần mời mà không có người nhận, kết quả được chuyển về cơ quan.`,
    parcelLost: ({ unitName }) =>
      `Bưu điện báo thất lạc kết quả hồ sơ của Ông (Bà). Ông (Bà) liên hệ ${unitName} để được làm lại giấy tờ; Ông (Bà) có quyền khiếu nại và đòi bồi thường ở trang theo dõi.`,
    parcelBack: ({ unitName }) =>
      `Bưu điện không giao được nên đã mang kết quả hồ sơ về lại cơ quan. Ông (Bà) đến ${unitName} nhận, hoặc yêu cầu gửi lại.`,
  },
  short: {
    receipt: ({ code, day }) => `Hồ sơ ${code} đã được tiếp nhận, hẹn trả ngày ${day}.`,
    supplementBeforeReceipt: ({ code }) => `Hồ sơ ${code} chưa được tiếp nhận, cần bổ sung giấy tờ.`,
    intakeRefused: ({ code }) => `Hồ sơ ${code} chưa được tiếp nhận.`,
    supplement: ({ code, day }) => `Hồ sơ ${code} cần bổ sung giấy tờ chậm nhất ngày ${day}.`,
    duty: ({ code, amount, day }) =>
      `Hồ sơ ${code} cần thực hiện nghĩa vụ tài chính: số tiền ${amount ?? "theo thông báo"}, ${day === null ? "hạn theo thông báo" : `chậm nhất ngày ${day}`}. Nộp khoản gì, ở đâu ghi ở trang theo dõi.`,
    newDate: ({ code, day, formerDay, dateBecause }) =>
      `Hồ sơ ${code} hẹn lại ngày trả kết quả là ${day}${formerDay === null ? "" : `, thay cho ${formerDay}`}${dateBecause === null ? "" : `, vì ${DATE_BECAUSE[dateBecause]}`}.`,
    extended: ({ code, day, formerDay }) =>
      `Xin lỗi Ông (Bà): hồ sơ ${code} hẹn lại ngày trả kết quả là ${day}${formerDay === null ? "" : `, thay cho ${formerDay}`}.`,
    apology: ({ code, day, isLate }) =>
      `Xin lỗi Ông (Bà): hồ sơ ${code} ${isLate ? "đã" : "sẽ"} chậm, dự kiến trả kết quả ngày ${day}.`,
    stopped: ({ code }) => `Hồ sơ ${code} đã dừng giải quyết.`,
    withdrawalDeclined: ({ code }) => `Hồ sơ ${code} không dừng theo yêu cầu, được giải quyết tiếp.`,
    resultReady: ({ code, isRefused }) =>
      isRefused
        ? `Hồ sơ ${code} không được chấp thuận, đã có văn bản trả lời.`
        : `Hồ sơ ${code} đã có kết quả.`,
    partRefused: ({ code }) => `Hồ sơ ${code} có một phần không được chấp thuận.`,
    reopened: ({ code, day }) => `Hồ sơ ${code} được giải quyết lại, hẹn trả kết quả ngày ${day}.`,
    supplementReminder: ({ code, day }) =>
      `Hồ sơ ${code} đã đến hạn bổ sung ngày ${day}, chưa nhận được giấy tờ.`,
    dutyReminder: ({ code, day }) => `Hồ sơ ${code} đã đến hạn nộp ngày ${day}, chưa ghi nhận được.`,
    resultReminder: ({ code }) => `Kết quả hồ sơ ${code} đang chờ Ông (Bà) đến nhận.`,
    parcelAttempted: ({ code, day }) =>
      `Bưu tá chưa giao được kết quả hồ sơ ${code}${day === null ? "" : `, đến lại ngày ${day}`}.`,
    parcelInvited: ({ code, parcel }) =>
      `Mời Ông (Bà) đến ${parcel?.office?.name ?? "bưu điện"} nhận kết quả hồ sơ ${code} (lần ${parcel?.nth ?? 1}).`,
    parcelLost: ({ code }) => `Bưu điện báo thất lạc kết quả hồ sơ ${code}. Ông (Bà) liên hệ nơi nộp hồ sơ.`,
    parcelBack: ({ code }) => `Bưu điện không giao được, kết quả hồ sơ ${code} đã về lại cơ quan.`,
  },
  see: (url) => `Xem: ${url}`,
  labels: {
    code: "Mã hồ sơ",
    procedure: "Thủ tục",
    agency: "Cơ quan giải quyết",
    papers: "Giấy tờ đã nhận",
    due: "Hẹn trả kết quả",
    note: "Lưu ý",
    place: "Nơi nhận kết quả",
    days: {
      receipt: "Hẹn trả kết quả",
      supplementBeforeReceipt: null,
      intakeRefused: null,
      supplement: "Hạn bổ sung",
      duty: "Hạn nộp",
      newDate: "Ngày hẹn mới",
      extended: "Ngày hẹn mới",
      apology: "Dự kiến trả kết quả",
      stopped: null,
      withdrawalDeclined: "Hẹn trả kết quả",
      resultReady: null,
      reopened: "Ngày hẹn mới",
      partRefused: null,
      supplementReminder: "Hạn bổ sung",
      dutyReminder: "Hạn nộp",
      resultReminder: null,
      parcelAttempted: "Ngày đến lại",
      parcelInvited: null,
      parcelLost: null,
      parcelBack: null,
    },
    formerDay: "Ngày đã hẹn",
    toBring: "Giấy tờ cần bổ sung",
    bringTo: "Nơi nộp",
    amount: "Số tiền",
    waybill: "Số hiệu bưu gửi",
    office: "Bưu điện",
    track: "Xem tình trạng hồ sơ",
  },
  none: "không có",
  appointment: (time, day) => `${time} ngày ${day}`,
  paper: ({ name, originals, copies, shownOnly }) => {
    if (shownOnly) return `${name} (đã xuất trình)`;
    const amounts = [
      ...(originals > 0 ? [`${originals} bản chính`] : []),
      ...(copies > 0 ? [`${copies} bản sao`] : []),
    ];
    return amounts.length === 0 ? name : `${name} (${amounts.join(", ")})`;
  },
  receiptAttached:
    "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01) gửi kèm thư này. Ông (Bà) giữ lại để nhận kết quả.",
  formAttached: "Văn bản gửi kèm thư này.",
  automatic: "Thư do phần mềm gửi tự động, xin không trả lời thư này.",
};

/** Where the result is fetched, behind what is said of it. */
function fetchedAt(collection: NoticeFacts["collection"]): string {
  if (collection === null) return ", được gửi đến theo cách Ông (Bà) đã chọn.";
  const way = collection.onItsWay
    ? " Kết quả đang được chuyển đến đó; khi tới nơi, trang theo dõi sẽ báo để Ông (Bà) đến nhận."
    : "";
  return `, nhận tại ${collection.at}.${way}`;
}

/** The text message with the code by which somebody without an account signs for what is handed over. */
export function custodyCodeText(code: string): string {
  return `Mã xác nhận nhận giấy tờ: ${code}. Ông/bà chỉ đọc mã cho người đang giao giấy tờ cho ông/bà. Mã dùng một lần, trong 15 phút.`;
}
