import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

const names = (details: RefusalDetails, key: string) => codes(details, key, (list) => `: ${list}`);

/** What happened and what to do now, where a dossier is worked by an internal procedure (quy trình nội bộ). */
export const stepRefusals = {
  steps_open: (details: RefusalDetails) => ({
    what: `Còn bước của quy trình nội bộ chưa xong${names(details, "steps")}.`,
    wayOut: "Hãy hoàn thành các bước đó rồi trình kết quả.",
  }),
  step_unknown: () => ({
    what: "Hồ sơ này không có bước như vậy.",
    wayOut: "Hãy mở lại hồ sơ để xem các bước của hồ sơ.",
  }),
  step_not_open: () => ({
    what: "Bước này không làm được lúc này: đã xong, còn chờ bước trước, hoặc hồ sơ đã kết thúc.",
    wayOut: "Hãy mở lại hồ sơ để xem bước nào đang mở.",
  }),
  step_not_done: () => ({
    what: "Bước này chưa xong nên không thể trả lại để làm lại.",
    wayOut: "Hãy chọn một bước đã xong.",
  }),
  step_yours_already: () => ({
    what: "Ông/bà đã nhận bước này rồi.",
    wayOut: "Hãy làm tiếp và bấm hoàn thành khi xong.",
  }),
  step_of_another: (details: RefusalDetails) => ({
    what:
      detail(details, "name", (name) => (name === "" ? "" : `Bước này đang do ${name} làm.`)) ||
      "Chưa ai nhận bước này.",
    wayOut: "Hãy nhận bước trước rồi hoàn thành; nếu làm thay, việc làm thay được ghi lại.",
  }),
  step_person_unsuited: () => ({
    what: "Người được chọn hiện không giữ vị trí làm bước này ở nơi làm bước.",
    wayOut: "Hãy chọn một người trong danh sách.",
  }),
  step_papers_missing: (details: RefusalDetails) => ({
    what: `Chưa đủ giấy tờ mà bước này phải có${names(details, "papers")}.`,
    wayOut: "Hãy đính kèm đúng các giấy tờ của bước rồi hoàn thành.",
  }),
  internal_procedure_invalid: () => ({
    what: "Quy trình nội bộ này chưa dùng được nên chưa lưu gì.",
    wayOut: "Hãy sửa những điểm được nêu cạnh từng bước rồi lưu lại.",
  }),
  internal_procedure_changed: () => ({
    what: "Người khác vừa lưu một quy trình nội bộ mới hơn.",
    wayOut: "Hãy mở lại để xem bản mới rồi sửa tiếp.",
  }),
};
