import type { TrackedDossier } from "#contract/track.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { PartEnd } from "#domain/dossier/interlinked.ts";
import type { RatingLevel } from "#domain/dossier/rating.ts";
import { parcel } from "./citizen-parcel.ts";
import { post } from "./citizen-post.ts";
import { procedure } from "./citizen-procedure.ts";

/** What a status means for the person who waits, and what comes next. */
export interface StatusWords {
  readonly title: string;
  readonly next: string;
}

const statuses: Record<BusinessStatus, StatusWords> = {
  lodged: {
    title: "Hồ sơ đã được ghi nhận",
    next: "Nơi nhận hồ sơ đang kiểm tra; hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn trả.",
  },
  toBeSupplemented: {
    title: "Hồ sơ cần bổ sung trước khi tiếp nhận",
    next: "Ông/bà bổ sung những giấy tờ ghi trong Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ rồi nộp lại. Thời hạn chỉ tính từ khi hồ sơ đủ.",
  },
  notReceived: {
    title: "Hồ sơ không được tiếp nhận",
    next: "Lý do ghi trong Phiếu từ chối tiếp nhận giải quyết hồ sơ.",
  },
  awaitingSupplement: {
    title: "Hồ sơ cần bổ sung",
    next: "Ông/bà bổ sung những giấy tờ ghi trong Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. Khi hồ sơ đủ, thời hạn tính lại từ đầu.",
  },
  supplementAwaitingConfirmation: {
    title: "Giấy tờ bổ sung đang chờ xác nhận",
    next: "Quầy đã nhận giấy tờ bổ sung. Công chức đang xem; nếu đủ, thời hạn tính từ lúc ông/bà nộp bổ sung.",
  },
  awaitingPayment: {
    title: "Hồ sơ chờ thực hiện nghĩa vụ tài chính",
    next: "Ông/bà nộp khoản tiền theo thông báo. Thời gian chờ nộp không tính vào thời hạn giải quyết.",
  },
  withdrawalAsked: {
    title: "Đã nhận yêu cầu rút hồ sơ",
    next: "Công chức đang kiểm tra; nếu chưa có kết quả, hồ sơ sẽ dừng giải quyết và ông/bà nhận lại giấy tờ.",
  },
  stopped: {
    title: "Hồ sơ đã dừng giải quyết",
    next: "Lý do ghi trong Thông báo dừng giải quyết hồ sơ. Ông/bà đến nhận lại giấy tờ đã nộp.",
  },
  awaitingConfirmation: {
    title: "Hồ sơ đang chờ xác nhận",
    next: "Quầy đã nhận hồ sơ. Công chức Bộ phận Một cửa đang xem để xác nhận; nếu được xác nhận, thời hạn tính từ lúc nộp.",
  },
  handedBack: {
    title: "Hồ sơ đang chờ xác nhận",
    next: "Công chức đề nghị quầy xem lại hồ sơ. Nơi nhận hồ sơ sẽ liên hệ nếu ông/bà cần bổ sung.",
  },
  withdrawn: {
    title: "Người nộp đã nhận lại hồ sơ",
    next: "Hồ sơ không được tiếp nhận. Ông/bà có thể nộp lại bất cứ lúc nào.",
  },
  received: {
    title: "Hồ sơ đã được tiếp nhận",
    next: "Bộ phận Một cửa đang chuyển hồ sơ đến cơ quan giải quyết.",
  },
  forwarded: {
    title: "Hồ sơ đã chuyển đến cơ quan giải quyết",
    next: "Hồ sơ đang chờ công chức nhận xử lý.",
  },
  processing: {
    title: "Hồ sơ đang được giải quyết",
    next: "Công chức đang xem xét hồ sơ và chuẩn bị kết quả.",
  },
  awaitingApproval: {
    title: "Kết quả đang chờ phê duyệt",
    next: "Công chức đã giải quyết xong, người có thẩm quyền đang xem xét để phê duyệt.",
  },
  finished: {
    title: "Đã có kết quả",
    next: "Hồ sơ đã giải quyết xong, kết quả đang chờ trao cho ông/bà.",
  },
  returnAwaitingConfirmation: {
    title: "Đã trao kết quả",
    next: "Người nhận đã ký. Công chức Bộ phận Một cửa đang xác nhận việc trả kết quả; ông/bà không phải làm gì thêm.",
  },
  returned: {
    title: "Đã trả kết quả",
    next: "Kết quả đã được trao và người nhận đã ký xác nhận. Hồ sơ đã hoàn tất.",
  },
};

const returnMethods: Record<TrackedDossier["returnMethod"], string> = {
  counter: "Nhận tại quầy",
  postal: "Nhận qua bưu điện",
  electronic: "Nhận bản điện tử",
};

const steps: Record<DossierEventType, string> = {
  "dossier.lodged": "Ghi nhận hồ sơ, chưa tiếp nhận",
  "dossier.accepted": "Tiếp nhận hồ sơ",
  "dossier.acceptanceTakenIn": "Nhận hồ sơ, chờ xác nhận",
  "dossier.supplementAskedBeforeReceipt": "Yêu cầu bổ sung trước khi tiếp nhận",
  "dossier.intakeRefused": "Từ chối tiếp nhận hồ sơ",
  "dossier.sentToDesk": "Cơ quan giải quyết chuyển lại Bộ phận Một cửa",
  "dossier.supplementAsked": "Yêu cầu bổ sung, hoàn thiện hồ sơ",
  "dossier.supplemented": "Đã nhận đủ giấy tờ bổ sung",
  "dossier.supplementTakenIn": "Nhận giấy tờ bổ sung, chờ xác nhận",
  "dossier.dutyImposed": "Yêu cầu thực hiện nghĩa vụ tài chính",
  "dossier.dutyFulfilled": "Đã thực hiện nghĩa vụ tài chính",
  "dossier.withdrawalAsked": "Người nộp yêu cầu rút hồ sơ",
  "dossier.withdrawalAccepted": "Dừng giải quyết theo yêu cầu rút hồ sơ",
  "dossier.withdrawalDeclined": "Không dừng theo yêu cầu, tiếp tục giải quyết",
  "dossier.stopped": "Dừng giải quyết hồ sơ",
  "dossier.stoppedWithWhole": "Dừng giải quyết cùng hồ sơ chung",
  "dossier.openedAsPart": "Chuyển cơ quan giải quyết phần này",
  "dossier.partEnded": "Một phần của hồ sơ đã có kết quả",
  "dossier.consulted": "Lấy ý kiến cơ quan khác",
  "dossier.consultationAnswered": "Cơ quan được hỏi đã trả lời",
  "dossier.consultationWithdrawn": "Không cần lấy ý kiến nữa",
  "dossier.extended": "Xin lỗi và hẹn lại ngày trả kết quả",
  "dossier.apologised": "Xin lỗi vì trả kết quả chậm",
  "dossier.submitted": "Bưu điện đã giao cho cơ quan: thời hạn tính từ đây",
  "dossier.dueDateMoved": "Ngày hẹn trả thay đổi vì lịch làm việc được sửa",
  "dossier.reopened": "Làm lại kết quả có sai sót",
  "dossier.received": "Tiếp nhận hồ sơ",
  "dossier.takenIn": "Nhận hồ sơ, chờ xác nhận",
  "dossier.confirmed": "Công chức xác nhận",
  "dossier.handedBack": "Công chức đề nghị quầy xem lại",
  "dossier.corrected": "Nơi nhận hồ sơ sửa thông tin và trình lại",
  "dossier.resubmitted": "Quầy trình lại hồ sơ",
  "dossier.withdrawn": "Người nộp nhận lại hồ sơ",
  "dossier.receiptDelivered": "Giao giấy tiếp nhận và hẹn trả",
  "dossier.handedOver": "Trao kết quả, người nhận đã ký",
  "dossier.papersHandedBack": "Đã trả lại bản chính giấy tờ",
  "dossier.collectionChosen": "Đã đổi nơi nhận kết quả",
  "dossier.resultTakenOver": "Kết quả đã được chuyển tới nơi nhận",
  "dossier.remarked": "Nơi tiếp nhận kiểm tra việc trả kết quả",
  "dossier.forwarded": "Chuyển hồ sơ đến cơ quan giải quyết",
  "dossier.taken": "Công chức nhận xử lý hồ sơ",
  "dossier.assigned": "Giao công chức xử lý hồ sơ",
  "dossier.outcomeRecorded": "Hoàn thành dự thảo kết quả, trình phê duyệt",
  "dossier.stepTaken": "Bắt đầu một bước xử lý nội bộ",
  "dossier.stepAssigned": "Phân công một bước xử lý nội bộ",
  "dossier.stepFinished": "Xong một bước xử lý nội bộ",
  "dossier.stepSentBack": "Làm lại một bước xử lý nội bộ",
  "dossier.sentBack": "Chuyển lại để hoàn thiện kết quả",
  "dossier.approved": "Phê duyệt kết quả",
  "dossier.returned": "Trả kết quả, người nhận đã ký",
  "dossier.imported": "Tiếp nhận hồ sơ (ở hệ thống cũ)",
  "dossier.pastStepImported": "Bước xử lý ở hệ thống cũ",
  "dossier.custodyPassed": "Bàn giao giấy tờ trong nội bộ",
  "dossier.reassigned": "Chuyển công chức khác xử lý hồ sơ",
  "dossier.stepsPassed": "Chuyển công chức khác làm tiếp một phần công việc",
};

const home = {
  title: "Tra cứu hồ sơ và thủ tục hành chính",
  lead: "Xem hồ sơ đã nộp ở Bộ phận Một cửa hoặc điểm phục vụ của bưu điện đang đến đâu, hẹn trả ngày nào và vì sao.",
  trackTitle: "Tra cứu hồ sơ",
  trackLead: "Nhập hai mã in trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả, hoặc quét mã QR trên giấy đó.",
  proceduresTitle: "Tìm thủ tục",
  proceduresLead: "Gõ tên hoặc mã thủ tục, có dấu hay không dấu đều được.",
  staff: "Dành cho cán bộ, nhân viên",
};

const form = {
  code: "Mã hồ sơ",
  codeHint: "Ví dụ: H20.031-261123-0001",
  secret: "Mã tra cứu",
  secretHint: "In cạnh mã QR. Không phân biệt chữ hoa, chữ thường.",
  submit: "Xem hồ sơ",
  problemTitle: "Chưa mở được hồ sơ",
  problems: {
    track_not_found: "Mã hồ sơ và mã tra cứu không khớp với hồ sơ nào.",
    too_many_requests: "Đã thử quá nhiều lần. Vui lòng chờ 15 phút rồi thử lại.",
    input_malformed: "Mã hồ sơ hoặc mã tra cứu chưa đúng dạng.",
  },
  check: {
    track_not_found: [
      "So lại từng ký tự của cả hai mã với Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
      "Hồ sơ vừa nộp thì dùng được ngay, không phải chờ.",
      "Nếu mất giấy hoặc mã bị mờ, mang giấy tờ tùy thân đến nơi đã nộp hồ sơ để được hỗ trợ.",
    ],
    too_many_requests: [
      "Việc giới hạn số lần thử giúp người khác không dò được mã của ông/bà.",
      "Trong lúc chờ, có thể hỏi trực tiếp tại nơi đã nộp hồ sơ.",
    ],
    input_malformed: [
      "Nhập đủ cả hai mã, đúng như in trên giấy, kể cả dấu chấm và dấu gạch ngang.",
      "Không nhập số căn cước hoặc số điện thoại vào đây.",
    ],
  },
};

const levels: Record<RatingLevel, string> = {
  verySatisfied: "Rất hài lòng",
  satisfied: "Hài lòng",
  notSatisfied: "Chưa hài lòng",
};

const rating = {
  title: "Ông/bà có hài lòng với việc phục vụ không?",
  levels,
  confidential:
    "Câu trả lời chỉ được tính gộp; công chức và nhân viên không xem được câu trả lời của từng hồ sơ.",
  until: (day: string) => `Có thể trả lời và đổi câu trả lời đến hết ngày ${day}.`,
  answered: (level: string) => `Ông/bà đã trả lời: ${level}.`,
  thanks: "Cảm ơn ông/bà. Câu trả lời đã được ghi nhận.",
  closed: "Hồ sơ này hiện không nhận câu trả lời, nên câu trả lời vừa gửi không được ghi nhận.",
  complain:
    "Nếu muốn nói rõ điều chưa hài lòng, ông/bà gửi phản ánh, kiến nghị đến Bộ phận Một cửa hoặc trên Cổng Dịch vụ công quốc gia.",
};

const issued = {
  title: "Giấy tờ đã cấp cho ông/bà",
  lead: "Các giấy tờ này ghi họ tên và số giấy tờ, nên cần nhập thêm số định danh để mở bản PDF.",
  number: "Số định danh cá nhân hoặc mã số thuế",
  numberHint: "Của người đề nghị hoặc người nộp hồ sơ, như ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
  wrongNumber: "Số này không phải của người đề nghị hay người nộp hồ sơ. Hãy so lại với giấy tờ và nhập lại.",
  open: (form: string, at: string) => `Mở ${form} (PDF), ${at}`,
  forms: {
    mau01: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    mau02: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    mau03: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    mau04: "Văn bản xin lỗi",
    mau05: "Thông báo dừng giải quyết hồ sơ",
  },
};

const dossier = {
  statuses,
  issued,
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  procedureCode: "Mã thủ tục",
  dueTitle: "Hẹn trả kết quả",
  dueProvisional: "tạm tính",
  overdueAdvice:
    "Đã qua ngày hẹn mà chưa có kết quả. Ông/bà có quyền hỏi lý do và ngày trả mới tại nơi đã nộp hồ sơ.",
  expected: (day: string) =>
    `Cơ quan giải quyết xin lỗi ông/bà vì chậm và dự kiến trả kết quả ngày ${day}. Ngày hẹn theo quy định ở trên không đổi.`,
  extended:
    "Ngày này đã được gia hạn kèm lời xin lỗi; ngày hẹn cũ và văn bản ghi ở phần “Vì sao là ngày này?”.",
  why: (reason: string) => `Lý do: ${reason}`,
  refused: {
    finished: {
      title: "Hồ sơ không được chấp thuận",
      next: "Cơ quan giải quyết đã từ chối. Văn bản trả lời nêu rõ lý do đang chờ trao cho ông/bà.",
    },
    returnAwaitingConfirmation: {
      title: "Đã trao văn bản không chấp thuận",
      next: "Người nhận đã ký. Công chức Bộ phận Một cửa đang xác nhận; ông/bà không phải làm gì thêm.",
    },
    returned: {
      title: "Đã trả văn bản không chấp thuận",
      next: "Hồ sơ không được chấp thuận; văn bản trả lời nêu rõ lý do đã được trao và người nhận đã ký. Hồ sơ đã hoàn tất.",
    },
  },
  finishedEarly: (days: number) => `Giải quyết xong sớm hơn hẹn ${days} ngày.`,
  finishedOnTime: "Giải quyết xong đúng hẹn.",
  finishedCountsLate: (times: number) =>
    `Cơ quan giải quyết đã yêu cầu bổ sung ${times} lần: hồ sơ được tính là trễ hạn.`,
  finishedLate: (days: number) =>
    days === 0 ? "Giải quyết xong muộn hơn giờ hẹn." : `Giải quyết xong muộn hơn hẹn ${days} ngày.`,
  nextTitle: "Việc tiếp theo",
  withdrawnToDo: "Khi nộp lại, ông/bà được cấp mã hồ sơ mới.",
  waitingToDo:
    "Lúc này ông/bà chưa phải làm gì. Sau khi công chức xác nhận, Giấy tiếp nhận hồ sơ và hẹn trả kết quả được giao theo cách ghi trên phiếu nhận hồ sơ.",
  receiptToCome: {
    counter: (place: string) =>
      `Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã có. Mời ông/bà đến nhận tại ${place}.`,
    post: () => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã có, sẽ được gửi đến ông/bà qua bưu điện.",
    message: () =>
      "Giấy tiếp nhận hồ sơ và hẹn trả kết quả đã có, sẽ được gửi qua thư điện tử hoặc báo bằng tin nhắn.",
  },
  awaited: {
    supplement: (place: string) => `Mang những giấy tờ sau đến ${place}:`,
    payment: (place: string, agency: string) =>
      `Nộp khoản tiền dưới đây ở nơi ghi trong thông báo của ${agency}, rồi đưa chứng từ đã nộp đến ${place}.`,
    what: (reason: string) => `Khoản phải nộp: ${reason}`,
    amount: (amount: string) => `Số tiền: ${amount}.`,
    amountByNotice: (agency: string) => `Số tiền: theo thông báo của ${agency}.`,
    by: "Chậm nhất:",
    byNotice: (agency: string) => `Hạn nộp: theo thông báo của ${agency}.`,
  },
  standing: {
    title: "Đang tạm dừng",
    since: (moment: string) => `Thời hạn giải quyết tạm dừng từ ${moment}, vì hồ sơ chờ ông/bà.`,
    after: {
      supplement: "Khi nhận đủ giấy tờ, thời hạn tính lại từ đầu và ông/bà được báo ngày hẹn mới.",
      payment: "Khi ghi nhận ông/bà đã nộp, ngày hẹn lùi đúng bằng thời gian tạm dừng.",
    },
  },
  confirmedSoon: "Lúc này ông/bà chưa phải làm gì. Trang này sẽ hiện kết quả khi công chức xem xong.",
  notReceivedToDo: "Ông/bà có thể nộp lại khi lý do từ chối không còn.",
  stoppedToDo: (place: string) =>
    `Đến ${place} nhận lại giấy tờ đã nộp. Cần giải quyết tiếp thì nộp hồ sơ mới.`,
  nothingToDo: "Lúc này ông/bà chưa phải làm gì. Không cần đến hỏi trước ngày hẹn.",
  doneTitle: "Ông/bà không phải làm gì thêm.",
  collect: {
    counter: (place: string) => `Đến nhận kết quả tại ${place}.`,
    onItsWay: (place: string) =>
      `Đã có kết quả và đang chuyển tới ${place}. Khi kết quả tới nơi, trang này sẽ báo để đến nhận.`,
    postal:
      "Bưu điện mang kết quả đến khi đã có đủ địa chỉ và số điện thoại. Nếu trang này chưa hiện bưu gửi, ông/bà đặt ở mục “Nhận, gửi giấy tờ tại nhà” hoặc liên hệ bộ phận Một cửa.",
    electronic: "Kết quả điện tử được gửi theo cách đã đăng ký khi nộp hồ sơ.",
  },
  bring: {
    slip: "Mang theo Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    lost: "Nếu mất giấy: xuất trình giấy tờ tùy thân và cung cấp thông tin liên quan đến hồ sơ.",
    proxy: "Người nhận thay mang thêm giấy ủy quyền và giấy tờ tùy thân của mình.",
  },
  toldTitle: "Đã báo cho ông/bà",
  stepsTitle: "Các bước đã thực hiện",
  steps,
  partEnds: {
    granted: steps["dossier.partEnded"],
    refused: "Một phần của hồ sơ không được chấp thuận",
    stopped: "Một phần của hồ sơ đã dừng giải quyết",
  } satisfies Readonly<Record<PartEnd, string>>,
  otherStep: "Cập nhật hồ sơ",
  oldStep: (status: string) => `${status} (ở hệ thống cũ)`,
  papersTitle: "Giấy tờ đã nộp",
  noPapers: "Không có giấy tờ nào được ghi nhận.",
  originals: (count: number) => `${count} bản chính`,
  copies: (count: number) => `${count} bản sao`,
  shownOnly: "chỉ xuất trình để đối chiếu",
  nothingHandedIn: "chưa nộp",
  placesTitle: "Nơi tiếp nhận và giải quyết",
  receivedAt: "Nơi nộp hồ sơ",
  unit: "Bộ phận Một cửa",
  helpedAt: "Nơi hướng dẫn",
  collectedAt: "Nơi nhận kết quả",
  decidedBy: "Cơ quan giải quyết",
  /** Một nơi đã sắp xếp lại, và nơi làm tiếp hôm nay. */
  nowCalled: (name: string, now: string) => `${name} (nay là ${now})`,
  returnMethod: "Cách nhận kết quả",
  returnMethods,
  national: (code: number) => `Mã trạng thái theo Cổng Dịch vụ công quốc gia: ${code}`,
  asOf: (moment: string) => `Thông tin lúc ${moment}.`,
  rating,
  privacy: "Trang này không hiện họ tên và số giấy tờ của người nộp.",
};

const procedures = {
  title: "Tìm thủ tục hành chính",
  label: "Tên hoặc mã thủ tục",
  hint: "Ví dụ: khai sinh, chứng thực, 1.001193",
  submit: "Tìm thủ tục",
  found: (count: number, query: string) => `${count} thủ tục đang có hiệu lực với “${query}”`,
  all: (count: number) => `${count} thủ tục đang có hiệu lực`,
  foundPart: (query: string) => `Các thủ tục đang có hiệu lực với “${query}”`,
  allPart: "Các thủ tục đang có hiệu lực",
  next: "Xem các thủ tục tiếp theo",
  code: "Mã",
  field: "Lĩnh vực",
  noneTitle: (query: string) => `Không tìm thấy thủ tục nào với “${query}”`,
  noneAdvice: [
    "Thử ít từ hơn, ví dụ chỉ “khai sinh” thay cho cả câu.",
    "Hoặc hỏi tại Bộ phận Một cửa: người trực quầy sẽ chỉ đúng thủ tục và giấy tờ cần mang.",
  ],
};

/** Every word of the public pages. */
export const citizen = {
  brand: "Một cửa",
  brandNote: "Dịch vụ công tại một nơi",
  skip: "Đến nội dung chính",
  home,
  form,
  dossier,
  procedures,
  procedure,
  parcel,
  post,
  otherLookup: "Tra cứu hồ sơ khác",
  toHome: "Về trang đầu",
  notFound: {
    title: "Không có trang này",
    lead: "Địa chỉ có thể bị gõ sai hoặc mã QR bị quét thiếu.",
    advice: "Nếu quét từ giấy hẹn, hãy quét lại, hoặc nhập mã hồ sơ và mã tra cứu bằng tay.",
  },
  tooMany: {
    title: "Vui lòng chờ một phút",
    lead: "Đã có quá nhiều lượt xem từ địa chỉ mạng này.",
    advice: "Hãy chờ một phút rồi tải lại trang.",
  },
};

export type CitizenText = typeof citizen;
