import { instant } from "#domain/shared/instant.ts";
import { dong } from "#domain/shared/money.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type {
  HandOverRecordData,
  InventoryRecordData,
  ManifestData,
  ManifestLine,
  PaperParty,
  RecordLine,
} from "./custody-data.ts";
import type { LabelData } from "./label-data.ts";
import type { WaybillData } from "./waybill-data.ts";

/** A line that a finger drew, 240 by 80 pixels. */
const DRAWING =
  "iVBORw0KGgoAAAANSUhEUgAAAPAAAABQAQAAAAAPMsXRAAABx0lEQVR42u3VvW6DMBAAYDepRIaqXhmi8iJRnUfpk9REGRjz" +
  "SkEMeQ1QXuCyebDs4vPxcwhQp3ZJJOSgz3BnOB/Cr/7Ek/+Ly3XO6fS0wJpPm7DQ86nQ+U7xaRN+i+x2xBVjt8/imCqeIvEH" +
  "8V7xHDqWONrDLFtF/El34SuxKuGcTrjA0XxHtikLYvU5sp7NweqyXGGjr/jHeMmC9FxjruCLWfYg1BqbdMzgGUNYWzs29C6A" +
  "chjYZSNukM0v+UF8byFWZhEv6hnnV8QV56bnOjyz5Ixcj/mCDF/K222BOTQd39ujwANE5o1Ilti0DEeJXAV+UGFGthvZBpAY" +
  "jvEN03OyZZP5xkrOFWWf4JWNScIFkW+RncQAgQG2IRznbOCaGCitNnub4bQQBo4l58ZbLInI5gVfiwjvhdiMeVsPfEEGrLcG" +
  "J9sEiHVc0MPXR9+zkxASZewHpnIcGKg9wbjWRbtD4nphUoa4UwY2C6w6ntmlyFjjRnPGPR64PkROOAtkl11xA9m5zRs4x6fV" +
  "95cpbyJTX+n5FKfIRMy2HbrDu8TH5Rb4lXdEJzjnCw2zYzVp2pyvmvfy04T9fKuf3Clf/46Vz+/33/APRHV8RYMbVmAAAAAA" +
  "SUVORK5CYII=";
const DRAWN_SIGNATURE = new Uint8Array(Buffer.from(DRAWING, "base64"));

const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const POST = "Bưu cục Bình Thành";
const AT = instant("2026-11-20T15:30:00+07:00");

const CLERK: PaperParty = {
  name: "Lê Văn Phước",
  office: POST,
  phone: "0277 3833 111",
  proof: { kind: "drawn", png: DRAWN_SIGNATURE, at: AT },
};
const OFFICER: PaperParty = {
  name: "Trần Quốc Đạt",
  office: UNIT,
  proof: { kind: "code", at: instant("2026-11-20T15:42:00+07:00") },
};

const HEAD = {
  copies: 2,
  governingBody: "UBND xã Bình Thành",
  unitName: UNIT,
  place: "Bình Thành",
  issuedAt: AT,
  venue: `${UNIT}, quầy số 3`,
} as const;

/** Everything that a line of a bảng kê can say. */
export function sampleManifestLine(index: number): ManifestLine {
  const number = String(index + 1).padStart(4, "0");
  return {
    dossierCode: `000.00.01.H20-261120-${number}`,
    codes: ["EE473124829VN", "B12345678W"],
    seal: `NP-00${number}`,
    person: "Nguyễn Thị Ánh Tuyết, số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp, 0912 345 678",
    kind: "dossier",
    originals: 2,
    copies: 3,
    cod: dong(75_000),
    note: "Gọi trước khi giao",
    missing: false,
    within: false,
  };
}

export const MANIFEST: ManifestData = {
  ...HEAD,
  paper: "manifest",
  number: "BK-2026-000123",
  giver: CLERK,
  taker: { ...OFFICER, proof: { kind: "blank" } },
  lines: [0, 1, 2].map(sampleManifestLine),
  end: { state: "offered" },
};

const RECORD_LINE: RecordLine = {
  dossierCode: "000.00.01.H20-261120-0001",
  waybill: "EE473124829VN",
  container: "B12345678W",
  seal: "NP-000123",
  applicant: "Nguyễn Thị Ánh Tuyết",
  originals: 2,
  copies: 3,
  state: "complete",
  contents: [
    { name: "Tờ khai đăng ký khai sinh theo mẫu", originals: 1, copies: 0 },
    { name: "Giấy chứng sinh", originals: 1, copies: 0 },
    { name: "Giấy chứng nhận kết hôn của cha, mẹ", originals: 0, copies: 3 },
  ],
};

export const HAND_OVER_RECORD: HandOverRecordData = {
  ...HEAD,
  paper: "handOverRecord",
  number: "BB-2026-000045",
  manifestNumber: "BK-2026-000123",
  signedAt: instant("2026-11-20T15:42:00+07:00"),
  receivedAs: "postalForwarder",
  giver: CLERK,
  taker: OFFICER,
  lines: [
    RECORD_LINE,
    {
      ...RECORD_LINE,
      dossierCode: "000.00.01.H20-261120-0002",
      waybill: "EE473124832VN",
      container: "B2222222XA",
      seal: "NP-000124",
      applicant: "Hợp tác xã Nông nghiệp Tân Bình",
      state: "sealed",
      contents: [],
    },
  ],
  differences: [],
  money: dong(150_000),
};

export const INVENTORY_RECORD: InventoryRecordData = {
  ...HEAD,
  paper: "inventoryRecord",
  number: null,
  at: AT,
  dossierCode: "000.00.01.H20-261120-0001",
  waybill: "EE473124829VN",
  container: "B12345678W",
  seal: "NP-000123",
  condition: "Bì rách một góc, niêm phong còn nguyên",
  cause: "Bị kẹt khi xếp túi",
  papers: [
    {
      name: "Tờ khai đăng ký khai sinh theo mẫu",
      listed: { originals: 1, copies: 0 },
      found: { originals: 1, copies: 0 },
      note: "",
    },
    {
      name: "Giấy chứng nhận kết hôn của cha, mẹ",
      listed: { originals: 0, copies: 3 },
      found: { originals: 0, copies: 2 },
      note: "Thiếu một bản sao",
    },
  ],
  newContainer: "B3333333YC",
  newSeal: "NP-000999",
  packer: CLERK,
  witness: { ...OFFICER, proof: { kind: "paper", at: AT } },
};

export const WAYBILL: WaybillData = {
  paper: "waybill",
  trackingNumber: "EE473124829VN",
  dossierCode: "000.00.01.H20-261120-0001",
  operator: "Bưu điện tỉnh Đồng Tháp",
  office: POST,
  sender: {
    name: "Nguyễn Thị Ánh Tuyết",
    address: "Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp",
    phone: "0912 345 678",
    email: "anh.tuyet@example.vn",
  },
  recipient: {
    name: UNIT,
    address: "Ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp",
    phone: "0277 3833 999",
    email: "motcua@example.vn",
  },
  proxy: {
    name: "Trần Văn Minh",
    identityNumber: "087192004567",
    paper: "Giấy ủy quyền số 12 ngày 19/11/2026",
  },
  service: "both",
  procedure: { name: "Đăng ký khai sinh có yếu tố nước ngoài", code: "2.000528" },
  acceptedAt: AT,
  pickUpPlace: "Tại nhà người gửi",
  deliverPlace: "Địa chỉ người nhận",
  manner: "fetched",
  packet: { code: "B12345678W", seal: "NP-000123", papers: 3, sheets: 5 },
  quote: {
    tariffId: "TT22-2017",
    service: "both",
    zone: "betweenDistricts",
    weightGrams: 1_200,
    lines: [
      { key: "step", leg: "send", upToGrams: 500, amount: 30_500 },
      { key: "further", leg: "send", times: 2, perGrams: 500, each: dong(2_900), amount: 5_800 },
      { key: "step", leg: "return", upToGrams: 500, amount: 32_500 },
      { key: "further", leg: "return", times: 2, perGrams: 500, each: dong(2_900), amount: 5_800 },
      { key: "discount", id: "poor", percent: 50, amount: -37_300 },
      { key: "vat", percent: 8, amount: 2_984 },
    ],
    total: dong(40_284),
  },
  discountName: "Hộ nghèo",
  payment: { by: "bySender", how: "cash", paid: true },
  cod: dong(75_000),
  due: { on: plainDate("2026-11-24"), days: 2 },
  papers: [
    { name: "Tờ khai đăng ký khai sinh theo mẫu", originals: 1, copies: 0, giveBack: false },
    { name: "Giấy chứng sinh", originals: 1, copies: 0, giveBack: false },
    { name: "Sổ hộ khẩu cũ của cha, mẹ", originals: 1, copies: 2, giveBack: true },
  ],
  result: "Giấy khai sinh (bản chính)",
  senderSigns: { name: "Nguyễn Thị Ánh Tuyết", office: "", proof: { kind: "blank" } },
  clerkSigns: CLERK,
  recipientSigns: null,
};

export const LABEL: LabelData = {
  code: "B12345678W",
  lines: ["Bì hồ sơ 000.00.01.H20-261120-0001", "Bưu cục Bình Thành → UBND xã Bình Thành"],
  seal: "NP-000123",
};
