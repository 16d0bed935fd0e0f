import { errand } from "./errand.ts";
import { type NamedDecision, mandateLife, training } from "./mandate-scenes.ts";
import { keysOf, placesBefore } from "./places-before.ts";
import { part, programme } from "./programme-scenes.ts";
import { PROVINCE_OFFICERS } from "./province-before.ts";
import { scan } from "./site-scenes.ts";
import type { Story } from "./story.ts";
import { atAgency, clerk, officer } from "./story-people.ts";
import { referenceId } from "#server/units/reference-table.ts";

const DISTRICT = "877";
const POST = "post:before:877";
const PLACE = "thị trấn Cái Tàu Hạ, huyện Châu Thành, tỉnh Đồng Tháp";

/** The article does not say which of the ten districts of this name it is: Đồng Tháp is our choice. */
const places = placesBefore({
  units: [
    {
      code: DISTRICT,
      kind: "districtCommittee",
      name: "huyện Châu Thành",
      unitName: "Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành",
      agencyCode: "000.00.30.H20",
      point: {
        name: "Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành",
        address: `Văn phòng HĐND – UBND huyện, ${PLACE}`,
        office: POST,
      },
    },
  ],
  offices: [{ key: POST, name: "Bưu điện Châu Thành", address: `Bưu điện huyện, ${PLACE}` }],
});

const toThisDay = { since: "2018-01-02", until: null } as const;
const district = { employer: "Ủy ban nhân dân huyện Châu Thành", ...toThisDay };
const CLERK = "bich.story3";
const TEAM = {
  desk: "phuong.story3",
  officer: "phuong.story3",
  caseOfficer: "thu.story3",
  approver: "nhan.story3",
} as const;
const people = [
  clerk(
    CLERK,
    "Đỗ Thị Ngọc Bích",
    { office: POST, code: DISTRICT },
    { employer: "Bưu điện Châu Thành", ...toThisDay },
  ),
  officer(TEAM.officer, "Lâm Hoài Phương", DISTRICT, district),
  atAgency("caseOfficer", TEAM.caseOfficer, "Nguyễn Minh Thư", keysOf(DISTRICT).agency, district),
  atAgency("approver", TEAM.approver, "Trần Trọng Nhân", keysOf(DISTRICT).agency, district),
];

const legal: NamedDecision = {
  number: "45/2016/QĐ-TTg",
  issuer: "Thủ tướng Chính phủ",
  title: "Tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích",
  issuedOn: "2016-10-19",
  source: "Bài viết ngày 06/05/2019 của huyện Châu Thành nêu số và năm; ngày ban hành theo trí nhớ",
};
const handedOver: NamedDecision = {
  number: "1904/QĐ-UBND",
  issuer: "Ủy ban nhân dân huyện Châu Thành",
  title: "Giao Bưu điện huyện trả kết quả giải quyết thủ tục hành chính (dữ liệu minh họa)",
  issuedOn: "2018-10-29",
};

const [drafter, approver] = PROVINCE_OFFICERS;
const FIELDS = ["householdBusiness", "certification", "education", "socialProtection"] as const;
const who = { address: `Khóm Phú Mỹ, ${PLACE}`, birthProvince: "087" } as const;

const returned = (
  name: string,
  procedure: string,
  received: string,
  decided: string,
  at: string,
  number: string,
) =>
  errand(TEAM, {
    name,
    procedure,
    who,
    received,
    decided,
    returned: at,
    returnedBy: CLERK,
    resultNumber: number,
  });

/** Châu Thành, fourth quarter of 2018: an agreement with the post, and results that it brings home for 26.000 đ. */
export const CHAU_THANH: Story = {
  space: "dong-thap",
  places,
  people,
  scenes: [
    programme(["2018-10-22 08:00", drafter], {
      name: "returns",
      title: "Trả kết quả giải quyết thủ tục hành chính qua bưu chính công ích, huyện Châu Thành",
      aim: "Giảm thời gian, chi phí đi lại của người dân và doanh nghiệp. Tỉnh của huyện Châu Thành trong bài viết được chọn là Đồng Tháp (dữ liệu minh họa).",
      decision: legal,
      validFrom: "2018-10-15",
      validTo: null,
    }),
    part(["2018-10-26 09:00", drafter], "returns", () => ({
      part: "agreement",
      number: "01/TT-BĐ",
      signedOn: "2018-10-24",
      agencyId: referenceId(keysOf(DISTRICT).agency),
      agencyWords: "Văn phòng HĐND – UBND huyện Châu Thành",
      operatorId: null,
      postOfficeId: referenceId(POST),
      postWords: "Bưu điện huyện Châu Thành",
      content:
        "Trả kết quả đến địa chỉ đã đăng ký của người dân, doanh nghiệp; an toàn, nhanh chóng. Chi phí dịch vụ 26.000 đồng một bộ hồ sơ. Bài viết chỉ nêu quý IV/2018; số và ngày ký là dữ liệu minh họa.",
      fileId: null,
      validFrom: "2018-10-24",
      validTo: null,
    })),
    training(["2018-10-26 14:00", drafter], FIELDS, [CLERK], {
      title: "Hướng dẫn giao trả kết quả cho nhân viên bưu điện",
      heldBy: "Văn phòng HĐND – UBND huyện Châu Thành",
    }),
    ...mandateLife({
      name: DISTRICT,
      unit: keysOf(DISTRICT).unit,
      office: POST,
      tasks: ["returnResult", "carry"],
      fields: FIELDS,
      autonomy: "supervised",
      from: "2018-11-01",
      to: null,
      conditions: "Chỉ trả kết quả; không tiếp nhận hồ sơ.",
      drafted: ["2018-10-29 08:00", drafter],
      proposed: ["2018-10-29 08:15", drafter],
      approved: ["2018-10-30 08:00", approver],
      decision: handedOver,
      inForce: ["2018-11-01 07:15", approver],
    }),
    scan(["2018-11-01 07:30", approver], handedOver),
    ...returned("shop", "2.000720", "2019-01-15 08:05", "2019-01-16", "2019-01-17 08:40", "51C8-0391"),
    ...returned("extract", "2.000908", "2019-02-26 08:10", "2019-02-27", "2019-02-28 09:00", "46/BS"),
    ...returned("shopEnds3", "1.001266", "2019-04-09 07:55", "2019-04-10", "2019-04-11 08:45", "19/TB-TCKH"),
    ...returned("shop3", "2.000720", "2023-08-15 08:15", "2023-08-16", "2023-08-17 14:15", "51C8-2210"),
    ...errand(TEAM, {
      name: "lastExtract",
      procedure: "2.000908",
      who,
      received: "2025-06-26 08:20",
      decided: "2025-06-27",
      resultNumber: "402/BS",
    }),
  ],
};
