import { type RefusalDetails, type RefusalSentence, detail } from "../refusal-words.ts";

const successors = (details: RefusalDetails) => {
  const { successors: offered } = details;
  return Array.isArray(offered) ? offered.join("; ") : "";
};

/** Của yêu cầu gửi, bưu gửi và số hiệu. */
export const postalRefusals = {
  waybill_incomplete: () => ({
    what: "Bưu gửi này chưa có số hiệu hoặc chưa có giá cước, nên chưa in được phiếu gửi.",
    wayOut: "Đặt lại với số hiệu và giá cước, hoặc nạp thêm dải số.",
  }),
  procedure_not_postal: () => ({
    what: "Thủ tục này không nhận hồ sơ qua bưu chính.",
    wayOut: "Hướng dẫn người dân nộp trực tiếp; kết quả vẫn gửi về được.",
  }),
  commune_unknown: () => ({
    what: "Không có xã, phường nào mang mã này.",
    wayOut: "Chọn lại xã, phường của địa chỉ.",
  }),
  commune_abolished: (details: RefusalDetails): RefusalSentence => {
    const offered = successors(details);
    return {
      what: "Xã, phường này không còn nữa.",
      wayOut: offered === "" ? "Chọn xã, phường hiện nay." : `Chọn xã, phường hiện nay: ${offered}.`,
    };
  },
  tariff_missing: () => ({
    what: "Hôm nay không có bảng giá cước nào có hiệu lực.",
    wayOut: "Báo người quản trị cập nhật bảng giá.",
  }),
  discount_unknown: () => ({
    what: "Tỉnh của người dân không có mức giảm này.",
    wayOut: "Bỏ mức giảm hoặc chọn mức khác.",
  }),
  weight_not_positive: () => ({ what: "Khối lượng phải lớn hơn 0 gam.", wayOut: "Cân lại rồi nhập số gam." }),
  weight_too_heavy: () => ({
    what: "Khối lượng vượt mức bưu chính công ích nhận.",
    wayOut: "Tách hồ sơ hoặc gửi bằng dịch vụ bưu kiện.",
  }),
  quote_changed: () => ({
    what: "Giá cước không còn như lúc xem.",
    wayOut: "Xem lại giá, báo cho người dân rồi đặt lại.",
  }),
  carrier_unknown: () => ({
    what: "Đơn vị vận chuyển này chưa được kết nối.",
    wayOut: "Chọn đơn vị khác hoặc báo người quản trị.",
  }),
  shipment_live_already: () => ({
    what: "Hồ sơ đã có một bưu gửi đang đi theo chiều này.",
    wayOut: "Mở bưu gửi đó; muốn đặt lại thì hủy nó trước.",
  }),
  result_not_to_post: () => ({
    what: "Hồ sơ không còn kết quả để gửi trả.",
    wayOut: "Xem lại trạng thái hồ sơ.",
  }),
  tracking_number_unreadable: () => ({
    what: "Số hiệu bưu gửi không đọc được.",
    wayOut: "Nhập lại chữ và số in trên phiếu gửi.",
  }),
  waybill_used_before: () => ({
    what: "Số hiệu này đã dùng cho một bưu gửi khác.",
    wayOut: "Kiểm tra lại phiếu gửi, dùng số hiệu khác.",
  }),
  waybill_given_already: (details: RefusalDetails): RefusalSentence => ({
    what: `Bưu gửi này đã có số hiệu${detail(details, "waybill", (number) => ` ${number}`)}.`,
    wayOut: "Dùng số hiệu đó. Nếu phiếu ghi tay mang số khác, kiểm tra lại phiếu là của bưu gửi nào.",
  }),
  waybill_numbers_gone: () => ({
    what: "Không còn số hiệu nào để cấp.",
    wayOut: "Nhờ quản trị mở dải số hoặc nạp kho số, hoặc nhập số hiệu của phiếu ghi tay.",
  }),
  postal_order_changed: () => ({
    what: "Yêu cầu gửi vừa được người khác thay đổi.",
    wayOut: "Tải lại rồi làm lại.",
  }),
  postal_order_cancelled: () => ({ what: "Yêu cầu gửi đã được hủy.", wayOut: "Không cần làm gì thêm." }),
  carrier_has_it: () => ({
    what: "Bưu điện đã nhận giấy tờ, không hủy được nữa.",
    wayOut: "Dùng nút rút bưu gửi để xin lấy lại.",
  }),
  shipment_not_under_way: () => ({
    what: "Bưu gửi không ở trong tay bưu điện.",
    wayOut: "Chưa đi thì hủy yêu cầu; đã kết thúc thì không rút được.",
  }),
  shipment_of_carrier: () => ({
    what: "Bưu gửi này do đơn vị khác vận chuyển và tự báo.",
    wayOut: "Xem hành trình; không ghi thay đơn vị đó.",
  }),
  reception_to_choose: () => ({
    what: "Bảng kê này có thể nhận theo hai cách: bưu điện chuyển hồ sơ, hoặc đã tiếp nhận thay cơ quan.",
    wayOut: "Chọn một cách rồi ký nhận.",
  }),
  reception_not_possible: () => ({
    what: "Không nhận được theo tư cách đã chọn.",
    wayOut: "Mở lại bảng kê rồi chọn một trong các tư cách được nêu.",
  }),
  shipment_ended: () => ({
    what: "Bưu gửi này đã kết thúc.",
    wayOut: "Đặt gửi mới rồi gắn bì.",
  }),
  packet_unknown: () => ({
    what: "Không có bì nào đang dùng mang mã này.",
    wayOut: "Quét lại nhãn bì.",
  }),
  packet_of_another: () => ({
    what: "Bì không chỉ chứa giấy tờ của hồ sơ này.",
    wayOut: "Bỏ giấy tờ của hồ sơ này vào một bì riêng.",
  }),
  packet_travels_already: () => ({
    what: "Bì đang đi theo một bưu gửi khác.",
    wayOut: "Dùng bì khác, hoặc hủy yêu cầu gửi kia trước.",
  }),
  report_from_future: () => ({
    what: "Thời điểm ghi còn ở phía trước.",
    wayOut: "Kiểm tra giờ của điện thoại rồi ghi lại.",
  }),
  report_before_order: () => ({
    what: "Thời điểm ghi sớm hơn nhiều so với lúc đặt gửi.",
    wayOut: "Kiểm tra giờ của điện thoại rồi ghi lại.",
  }),
  report_too_early: () => ({
    what: "Thời điểm ghi sớm hơn lúc có kết quả, hoặc lúc ông/bà nhận bì theo sổ.",
    wayOut: "Kiểm tra giờ của điện thoại hoặc ngày trên phiếu, rồi ghi lại.",
  }),
  packet_elsewhere: () => ({
    what: "Theo sổ, bì đang ở nơi khác, không ở với ông/bà.",
    wayOut: "Xem bì đang ở đâu tại mục Ở đâu. Người đang giữ bì mới ghi thất lạc.",
  }),
  report_of_another: () => ({
    what: "Việc này do người khác ghi, hoặc ghi cho bưu gửi khác.",
    wayOut: "Nhờ người đã ghi rút lại, hoặc ghi một việc mới.",
  }),
  next_day_wrong: () => ({
    what: "Ngày hẹn phát lại không đúng.",
    wayOut: "Chọn một ngày từ hôm đó đến 60 ngày nữa.",
  }),
  packet_still_out: () => ({
    what: "Theo sổ, bì còn ở với bưu tá hoặc người chở giúp.",
    wayOut: "Nhận bàn giao bì trước, rồi ghi đã về cơ quan.",
  }),
  recovered_on_way_in: () => ({
    what: "Chỉ thu lại giấy tờ khi phát kết quả cho người dân.",
    wayOut: "Bỏ số giấy tờ thu lại; giấy tờ gửi đến được đếm tại quầy.",
  }),
  quarantine_settled: () => ({ what: "Tin báo này đã được xử lý.", wayOut: "Tải lại danh sách." }),
  shipment_unknown: () => ({
    what: "Không tìm thấy bưu gửi có số này.",
    wayOut: "Nhập số hiệu hoặc mã hồ sơ của bưu gửi.",
  }),
  range_upside_down: () => ({
    what: "Số cuối của dải nhỏ hơn số đầu.",
    wayOut: "Nhập lại số đầu và số cuối.",
  }),
  range_overlaps: () => ({ what: "Dải số trùng với một dải đã mở.", wayOut: "Kiểm tra dải số được cấp." }),
};
