import type { IDENTITY_PROOFS, COLLECTORS } from "#contract/dossiers.ts";
import type { DESKS } from "#contract/queue.ts";
import type { RETURN_METHODS } from "#contract/intake.ts";
import type {
  Channel,
  DecidingLevel,
  FeeKind,
  Mark,
  PaperKind,
  ProcedureLevel,
} from "#domain/catalogue/procedure.ts";
import { EVENT_WORDS } from "#domain/dossier/event-words.ts";
import type { ImportNote, Outcome, ReceiptDelivery, ReceivedAs } from "#domain/dossier/dossier-payloads.ts";
import type {
  BusinessStatus,
  DeliveryStatus,
  MoneyStatus,
  SyncStatus,
} from "#domain/dossier/dossier-state.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { Autonomy, Task } from "#domain/mandate/mandate.ts";
import type { Act, BasisKind } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { AuthorisationRelation } from "#domain/person/authorisation.ts";
import type { Sex } from "#domain/person/identity-number.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Where a dossier stands: in plain words, and as the national portal names it. */
export interface StatusWords {
  readonly plain: string;
  readonly national: string;
}

const businessStatuses: Readonly<Record<BusinessStatus, StatusWords>> = {
  lodged: { plain: "Đã ghi nhận, chưa tiếp nhận", national: "Mới đăng ký" },
  toBeSupplemented: { plain: "Chờ bổ sung trước khi tiếp nhận", national: "Yêu cầu bổ sung giấy tờ" },
  notReceived: { plain: "Từ chối tiếp nhận", national: "Không được tiếp nhận" },
  awaitingSupplement: { plain: "Chờ người nộp bổ sung", national: "Yêu cầu bổ sung giấy tờ" },
  supplementAwaitingConfirmation: {
    plain: "Giấy tờ bổ sung chờ công chức xác nhận",
    national: "Yêu cầu bổ sung giấy tờ",
  },
  awaitingPayment: {
    plain: "Chờ thực hiện nghĩa vụ tài chính",
    national: "Yêu cầu thực hiện nghĩa vụ tài chính",
  },
  withdrawalAsked: { plain: "Người nộp yêu cầu rút hồ sơ", national: "Công dân yêu cầu rút hồ sơ" },
  stopped: { plain: "Đã dừng giải quyết", national: "Dừng xử lý" },
  awaitingConfirmation: { plain: "Chờ công chức xác nhận tiếp nhận", national: "Mới đăng ký" },
  handedBack: { plain: "Công chức trả lại để sửa", national: "Mới đăng ký" },
  withdrawn: { plain: "Người nộp đã nhận lại hồ sơ", national: "Không được tiếp nhận" },
  received: { plain: "Đã tiếp nhận tại quầy", national: "Được tiếp nhận" },
  forwarded: { plain: "Đã chuyển cơ quan giải quyết", national: "Đang xử lý" },
  processing: { plain: "Đang giải quyết", national: "Đang xử lý" },
  awaitingApproval: { plain: "Đang chờ phê duyệt", national: "Đang xử lý" },
  finished: { plain: "Đã có kết quả, chờ trả", national: "Đã xử lý xong" },
  returnAwaitingConfirmation: { plain: "Đã trao kết quả, chờ xác nhận", national: "Đã xử lý xong" },
  returned: { plain: "Đã trả kết quả", national: "Đã trả kết quả" },
};

const moneyStatuses: Words<MoneyStatus> = {
  nothingDue: "Không phải nộp phí, lệ phí",
  due: "Còn phí, lệ phí phải nộp",
  toBeFixed: "Mức phí chờ xác định",
};

const deliveryStatuses: Words<DeliveryStatus> = {
  notReady: "Chưa có kết quả",
  readyAtUnit: "Kết quả có tại bộ phận một cửa",
  handedOver: "Đã giao cho người dân",
};

const syncStatuses: Words<SyncStatus> = {
  notSent: "Chưa gửi Cổng Dịch vụ công quốc gia",
  sent: "Đã gửi Cổng Dịch vụ công quốc gia",
};

const moves: Words<Move> = {
  receive: "Tiếp nhận",
  takeIn: "Nhận, chờ xác nhận",
  askBeforeReceipt: "Yêu cầu bổ sung trước khi tiếp nhận",
  refuseIntake: "Từ chối tiếp nhận",
  sendToDesk: "Chuyển lại một cửa",
  askSupplement: "Yêu cầu bổ sung",
  supplement: "Nhận giấy tờ bổ sung",
  takeInSupplement: "Nhận giấy tờ bổ sung, chờ xác nhận",
  imposeDuty: "Yêu cầu nghĩa vụ tài chính",
  fulfilDuty: "Ghi nhận đã nộp",
  askWithdrawal: "Ghi nhận yêu cầu rút",
  acceptWithdrawal: "Dừng giải quyết theo yêu cầu",
  declineWithdrawal: "Không dừng, giải quyết tiếp",
  extend: "Xin lỗi và gia hạn",
  apologise: "Xin lỗi vì chậm",
  stop: "Dừng giải quyết",
  stopWithWhole: "Dừng cùng hồ sơ chung",
  consult: "Lấy ý kiến",
  answerConsultation: "Trả lời ý kiến",
  withdrawConsultation: "Rút yêu cầu lấy ý kiến",
  recordRefusal: "Trình văn bản từ chối",
  reopen: "Làm lại kết quả",
  confirm: "Xác nhận",
  handBack: "Trả lại quầy",
  correct: "Sửa hồ sơ",
  resubmit: "Trình lại",
  withdraw: "Trả hồ sơ cho người nộp",
  forward: "Chuyển hồ sơ",
  take: "Nhận giải quyết",
  assign: "Giao người giải quyết",
  takeStep: "Nhận bước",
  assignStep: "Phân công bước",
  finishStep: "Hoàn thành bước",
  sendStepBack: "Trả lại bước trước",
  recordOutcome: "Trình kết quả",
  sendBack: "Trả lại chuyên môn",
  approve: "Phê duyệt",
  handPapersBack: "Trả bản chính giấy tờ",
  chooseCollection: "Đổi nơi nhận kết quả",
  takeOverResult: "Nhận kết quả về để trả",
  returnResult: "Trả kết quả",
  handOver: "Trả kết quả, chờ xác nhận",
  remark: "Trao đổi",
};

const acts: Words<Act> = {
  askBeforeReceipt: "yêu cầu bổ sung trước khi tiếp nhận",
  refuseIntake: "từ chối tiếp nhận hồ sơ",
  askSupplement: "yêu cầu bổ sung hồ sơ",
  askSupplementAgain: "yêu cầu bổ sung lần nữa",
  supplement: "nhận giấy tờ bổ sung",
  fulfilDuty: "ghi nhận việc nộp tiền",
  askWithdrawal: "ghi nhận yêu cầu rút hồ sơ",
  endOnRequest: "quyết định về yêu cầu rút hồ sơ",
  handPapersBack: "trả lại giấy tờ",
  setDate: "gia hạn, dừng hoặc làm lại hồ sơ",
  consult: "lấy ý kiến cơ quan khác",
  answerConsultation: "trả lời ý kiến",
  guide: "hướng dẫn người dân",
  receive: "tiếp nhận hồ sơ",
  returnResult: "trả kết quả",
  forward: "chuyển hồ sơ",
  take: "nhận giải quyết hồ sơ",
  doStep: "làm bước này của quy trình nội bộ",
  assignStep: "giao việc cho công chức",
  recordOutcome: "trình kết quả",
  sendBack: "trả lại chuyên môn",
  approve: "phê duyệt kết quả",
  confirm: "xác nhận việc của nhân viên bưu điện",
  resubmit: "trình lại hồ sơ",
  withdraw: "trả hồ sơ cho người nộp",
  deliverReceipt: "giao giấy tiếp nhận",
  remark: "trao đổi về việc trả kết quả",
};

const roles: Words<Role> = {
  postalClerk: "Nhân viên bưu điện",
  courier: "Bưu tá",
  oneStopOfficer: "Công chức một cửa",
  unitHead: "Trưởng bộ phận một cửa",
  caseOfficer: "Công chức chuyên môn",
  approver: "Người phê duyệt",
  programmeOfficer: "Người quản lý đề án",
  administrator: "Người quản trị",
};

const tasks: Words<Task> = {
  guide: "hướng dẫn",
  receive: "tiếp nhận hồ sơ",
  enterData: "nhập dữ liệu",
  digitise: "số hóa hồ sơ",
  assistOnline: "hỗ trợ nộp trực tuyến",
  collectFee: "thu phí, lệ phí",
  returnResult: "trả kết quả",
  homeVisit: "tiếp nhận tại nhà",
  collectAtHome: "thu gom hồ sơ tại nhà",
  carry: "vận chuyển hồ sơ",
};

const autonomies: Words<Autonomy> = {
  assist: "hỗ trợ, công chức xác nhận từng việc",
  supervised: "tự làm, có giám sát",
  independent: "tự làm",
};

const basisKinds: Words<BasisKind> = {
  office: "Theo vị trí công tác",
  mandate: "Theo quyết định giao nhiệm vụ",
  assignment: "Theo giao việc của trưởng bộ phận",
  ownRight: "Theo quyền của người dân",
  partner: "Theo việc của đối tác",
  rule: "Do hệ thống thực hiện theo quy tắc",
};

const channels: Words<Channel> = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  postal: "Bưu chính công ích",
};

const returnMethods: Words<(typeof RETURN_METHODS)[number]> = {
  counter: "Nhận tại quầy",
  postal: "Nhận qua bưu chính công ích",
  electronic: "Nhận bản điện tử",
};

const receiptDeliveries: Words<ReceiptDelivery> = {
  counter: "Nhận tại quầy",
  post: "Gửi qua bưu điện",
  message: "Thư điện tử, tin nhắn",
};

/** What a dossier of another system lacked or had otherwise. */
const importNotes: Words<ImportNote> = {
  numberMissing: "Hệ thống cũ không có số giấy tờ của người đề nghị.",
  numberUnusual: "Số giấy tờ có dạng lạ, giữ nguyên như ở hệ thống cũ.",
  addressMissing: "Hệ thống cũ không có địa chỉ.",
  phoneUnreadable: "Số điện thoại không đọc được, giữ nguyên trong ghi chú.",
  emailUnreadable: "Thư điện tử không đọc được, giữ nguyên trong ghi chú.",
  representativeMissing: "Hệ thống cũ không có người đại diện của tổ chức.",
  outcomeUnknown: "Hệ thống cũ không ghi đồng ý hay từ chối giải quyết.",
  finishedDayUnknown: "Hệ thống cũ không ghi ngày giải quyết xong.",
  returnedDayUnknown: "Hệ thống cũ không ghi ngày trả kết quả.",
  timeOfDayUnknown: "Có mốc hệ thống cũ chỉ ghi ngày, không ghi giờ.",
  papersCountOnly: "Hệ thống cũ chỉ ghi số lượng giấy tờ.",
  approvalStartsAgain: "Kết quả đang chờ phê duyệt ở hệ thống cũ: phải trình lại ở đây, kèm tệp kết quả.",
  versionNotOfThatDay: "Danh mục không có phiên bản thủ tục của ngày tiếp nhận; dùng phiên bản gần nhất.",
};

const outcomes: Words<Outcome> = { granted: "Đồng ý giải quyết", refused: "Không giải quyết được" };

const receivedAs: Words<ReceivedAs> = {
  agentOfAgency: "Nhận thay mặt bộ phận một cửa",
  postalForwarder: "Nhận để chuyển phát",
};

const desks: Words<(typeof DESKS)[number]> = {
  oneStop: "Chờ chuyển",
  case: "Chờ giải quyết",
  approval: "Chờ phê duyệt",
  returning: "Chờ trả kết quả",
  lodged: "Chưa tiếp nhận",
  supplement: "Chờ người dân bổ sung",
};

const identityProofs: Words<(typeof IDENTITY_PROOFS)[number]> = {
  identityCard: "Thẻ căn cước, căn cước công dân",
  electronicIdentity: "Căn cước điện tử trên VNeID",
  passport: "Hộ chiếu",
  receiptSlip: "Giấy tiếp nhận và hẹn trả kết quả",
};

const collectors: Words<(typeof COLLECTORS)[number]> = {
  applicant: "Người đề nghị",
  submitter: "Người đã nộp hồ sơ",
  proxy: "Người được ủy quyền khác",
};

const relations: Words<AuthorisationRelation> = {
  grandparent: "Ông, bà",
  parent: "Cha, mẹ",
  child: "Con",
  spouse: "Vợ, chồng",
  sibling: "Anh, chị, em ruột",
  employee: "Nhân viên của tổ chức",
  other: "Quan hệ khác",
};

const marks: Words<Mark> = {
  sourced: "Có nguồn công bố",
  recalled: "Chưa đối chiếu với văn bản",
  inference: "Suy ra, chưa xác nhận",
  undecided: "Chưa có quyết định",
};

const paperKinds: Words<PaperKind> = { submit: "Giấy tờ phải nộp", show: "Giấy tờ phải xuất trình" };
const feeKinds: Words<FeeKind> = { fee: "Phí", charge: "Lệ phí", unstated: "Phí, lệ phí" };
const levels: Words<ProcedureLevel> = {
  ministry: "Cấp bộ",
  province: "Cấp tỉnh",
  commune: "Cấp xã",
  other: "Cơ quan khác",
};
const deciding: Words<DecidingLevel> = {
  commune: "Ủy ban nhân dân cấp xã",
  province: "Cơ quan cấp tỉnh",
  ministry: "Bộ, cơ quan ngang bộ",
  other: "Cơ quan khác",
};
const sexes: Words<Sex> = { male: "Nam", female: "Nữ" };

/** The words of every closed list, complete by type. */
export const lists = {
  businessStatuses,
  moneyStatuses,
  deliveryStatuses,
  syncStatuses,
  moves,
  acts,
  roles,
  tasks,
  autonomies,
  basisKinds,
  channels,
  returnMethods,
  receiptDeliveries,
  events: EVENT_WORDS,
  importNotes,
  outcomes,
  receivedAs,
  desks,
  identityProofs,
  collectors,
  relations,
  marks,
  paperKinds,
  feeKinds,
  levels,
  deciding,
  sexes,
};
