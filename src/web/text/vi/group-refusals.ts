import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

/** What happened and what to do now, where somebody comes from elsewhere in the province or with others. */
export const groupRefusals = {
  agency_not_competent: () => ({
    what: "Cơ quan đã chọn không giải quyết thủ tục này, hoặc ở tỉnh khác.",
    wayOut: "Hãy chọn lại nơi giải quyết trong danh sách.",
  }),
  unit_not_of_province: () => ({
    what: "Nơi đã chọn không phải bộ phận một cửa đang hoạt động trong tỉnh.",
    wayOut: "Hãy chọn lại trong danh sách.",
  }),
  unit_closed: (details: RefusalDetails) => ({
    what: `${detail(details, "unit", (unit) => unit) || "Nơi đã chọn"} không còn hoạt động.`,
    wayOut:
      detail(details, "successor", (name) =>
        name === "" ? "" : `Hãy chọn ${name}, nơi làm tiếp công việc.`,
      ) || "Hãy chọn nơi khác trong danh sách.",
  }),
  collection_not_at_counter: () => ({
    what: "Kết quả đã đăng ký nhận qua bưu chính hoặc bản điện tử, không nhận tại quầy.",
    wayOut: "Chỉ chọn nơi nhận khác khi kết quả được nhận tại quầy.",
  }),
  collection_there_already: () => ({
    what: "Kết quả đã được đăng ký nhận tại nơi này.",
    wayOut: "Không cần đổi; hãy chọn nơi khác nếu người dân muốn.",
  }),
  collected_elsewhere: (details: RefusalDetails) => ({
    what: `Kết quả đăng ký nhận tại ${detail(details, "unit", (unit) => unit) || "nơi khác"}.`,
    wayOut: "Nếu người dân muốn nhận tại đây, nơi tiếp nhận đổi nơi nhận kết quả trước.",
  }),
  result_not_here: (details: RefusalDetails) => ({
    what: `Kết quả chưa tới đây${detail(details, "unit", (unit) => `: còn ở ${unit}`)}.`,
    wayOut: "Khi giấy đã tới, hãy bấm “Nhận kết quả về để trả” rồi trả kết quả.",
  }),
  result_here_already: () => ({
    what: "Kết quả đã ở đây.",
    wayOut: "Không cần nhận nữa; hãy trả kết quả cho người dân.",
  }),
  group_too_large: (details: RefusalDetails) => ({
    what: `Nhóm có quá nhiều dòng${detail(details, "max", (max) => `: mỗi lần nhận nhiều nhất ${max} hồ sơ`)}.`,
    wayOut: "Chưa có gì được ghi. Hãy nhận làm nhiều lần; những dòng sau vẫn vào cùng nhóm.",
  }),
  group_of_another: () => ({
    what: "Nhóm này thuộc đơn vị khác hoặc thủ tục khác.",
    wayOut: "Chưa có gì được ghi. Hãy lập nhóm mới.",
  }),
  applicant_twice: (details: RefusalDetails) => ({
    what: `Người này đã có ở dòng trên của nhóm${detail(details, "code", (code) => `: hồ sơ ${code}`)}.`,
    wayOut: "Hãy bỏ dòng trùng; nếu cần hai hồ sơ thì đánh dấu “Vẫn tiếp nhận” ở dòng này.",
  }),
  applicant_has_open: (details: RefusalDetails) => ({
    what: `Người này đang có hồ sơ cùng thủ tục tại đây${codes(details, "codes", (all) => `: ${all}`)}.`,
    wayOut: "Hãy xem hồ sơ đó trước; nếu cần thêm hồ sơ nữa thì đánh dấu “Vẫn tiếp nhận” rồi gửi lại.",
  }),
  row_received_already: () => ({
    what: "Dòng này đã được tiếp nhận với nội dung khác.",
    wayOut: "Hãy mở danh sách của nhóm để xem hồ sơ đã nhận; muốn sửa thì sửa ở hồ sơ đó.",
  }),
};
