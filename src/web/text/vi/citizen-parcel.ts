import type { TrackedParcel } from "#contract/track.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import type { PostalLeg } from "#domain/postal/tariff.ts";

type Standing = Readonly<Record<ShipmentState, string>>;

const onItsWay = "Đang trên đường";
/** Như nhau ở cả hai chiều. */
const common = {
  pickedUp: "Bưu điện đã lấy",
  accepted: "Bưu điện đã nhận gửi",
  inTransit: onItsWay,
  lost: "Bưu điện báo thất lạc",
  cancelled: "Đã hủy gửi",
};

const states: Readonly<Record<PostalLeg, Standing>> = {
  send: {
    ...common,
    notOrdered: "Đã đặt bưu điện đến lấy",
    ordered: "Chờ bưu điện đến lấy",
    pickupAssigned: "Bưu tá đang đến lấy",
    outForDelivery: "Đang giao cho cơ quan",
    attemptFailed: "Chưa giao được cho cơ quan",
    invited: "Chờ cơ quan đến nhận ở bưu điện",
    returning: "Đang chuyển trả ông/bà",
    backAtAgency: "Cơ quan đã nhận",
    delivered: "Cơ quan đã nhận",
  },
  return: {
    ...common,
    notOrdered: "Đã đặt gửi, chờ bưu điện",
    ordered: "Chờ bưu điện đến lấy kết quả",
    pickupAssigned: "Bưu tá đang đến lấy kết quả",
    outForDelivery: "Bưu tá đang mang đến",
    attemptFailed: "Bưu tá đã đến mà chưa giao được",
    invited: "Chờ ông/bà đến nhận ở bưu điện",
    returning: "Đang chuyển về cơ quan",
    backAtAgency: "Đã về lại cơ quan",
    delivered: "Ông/bà đã nhận",
  },
};

/** Đường đi của giấy tờ qua bưu điện, trên trang của người dân. */
export const parcel = {
  title: { send: "Gửi hồ sơ qua bưu điện", return: "Gửi kết quả qua bưu điện" } satisfies Readonly<
    Record<PostalLeg, string>
  >,
  states,
  unconfirmed: "Bưu điện báo đã phát",
  waits: "Chờ có kết quả",
  waybill: "Số hiệu bưu gửi",
  due: "Chậm nhất",
  late: "quá hạn",
  time: "Thời gian",
  days: (days: number) => `Tối đa ${days} ngày làm việc từ lúc bưu điện nhận`,
  pay: "Trả cho bưu tá",
  damaged: "Bưu điện báo bưu gửi bị hư hỏng. Khi nhận, ông/bà kiểm tra giấy tờ rồi hãy ký.",
  complain: "Khiếu nại về bưu gửi này",
  way: "Đường đi",
  next: {
    waits: "Khi có kết quả, bưu điện đến lấy ở cơ quan và mang đến ông/bà.",
    unconfirmed: "Nếu ông/bà chưa nhận được, hãy báo cho bộ phận Một cửa hoặc khiếu nại ở dưới.",
    fromCounter:
      "Giấy tờ đã ở quầy tiếp nhận. Bưu điện chuyển từ quầy đến cơ quan; ông/bà không phải làm gì.",
    handIn: "Bưu tá đến lấy giấy tờ ở địa chỉ đã đăng ký. Ông/bà để sẵn giấy tờ theo danh sách.",
    collectedSoon: "Bưu điện đến lấy kết quả ở cơ quan. Lúc này ông/bà chưa phải làm gì.",
    toAgency: (day: string) => `Chậm nhất ${day}, giấy tờ đến cơ quan.`,
    toAgencySoon: "Giấy tờ đang đến cơ quan. Lúc này ông/bà chưa phải làm gì.",
    toCitizen: (day: string) =>
      `Chậm nhất ${day}, bưu điện mang kết quả đến. Khi nhận, xuất trình giấy tờ tùy thân và ký nhận.`,
    toCitizenSoon: "Bưu điện mang kết quả đến. Khi nhận, xuất trình giấy tờ tùy thân và ký nhận.",
    late: "Bưu điện chậm so với hạn. Ông/bà hỏi nơi nộp hồ sơ hoặc bưu điện, nêu số hiệu bưu gửi.",
    again: (day: string) =>
      `Bưu tá đến lại vào ${day}. Ông/bà chuẩn bị giấy tờ tùy thân; người nhận thay mang thêm giấy ủy quyền.`,
    againSoon: "Bưu tá đến lại hoặc mời ông/bà đến bưu điện. Số điện thoại đã đăng ký cần liên lạc được.",
    invited: ({ office, nth }: NonNullable<TrackedParcel["invited"]>) =>
      `Mời ông/bà đến ${office === null ? "bưu điện" : `${office.name}, ${office.address},`} nhận, mang giấy tờ tùy thân (lần mời thứ ${nth}). Sau hai lần mời mà không có người nhận, kết quả được chuyển về cơ quan.`,
    invitedAgency: "Bưu điện đã mời cơ quan nhận. Lúc này ông/bà chưa phải làm gì.",
    backSoon: "Kết quả đang về lại cơ quan. Khi về đến, ông/bà đến nhận ở nơi nộp hồ sơ.",
    backToCitizen: "Bưu điện đang mang giấy tờ trả lại ông/bà. Hỏi nơi nộp hồ sơ để được gửi lại.",
    back: "Ông/bà đến nhận kết quả ở nơi nộp hồ sơ, hoặc yêu cầu gửi lại.",
    lost: "Ông/bà liên hệ nơi nộp hồ sơ để được hướng dẫn làm lại giấy tờ; ông/bà có quyền đòi bồi thường.",
    nothing: "Ông/bà không phải làm gì thêm.",
  },
};
