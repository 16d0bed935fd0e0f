import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedRows } from "../../../test/kit/shipped-map.ts";
import { shippedPlaces } from "../../../test/kit/shipped-places.ts";
import { writtenAddress } from "./address-words.ts";
import { findAddress } from "./find-address.ts";

const { candidates } = shippedPlaces();
const nameOf = new Map(shippedRows("communes").map((row) => [row["code"] ?? "", row["name"] ?? ""]));

function read(text: string) {
  const address = writtenAddress(text);
  const found = findAddress(address, candidates(address));
  return {
    line: found[0]?.line,
    now: [...new Set(found.flatMap(({ place }) => place.now))],
    sure: found.length > 0 && found.every(({ sure }) => sure),
  };
}

describe("an address leads to the commune of today", () => {
  test.each([
    {
      text: "Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp",
      line: "Ấp 2",
      now: "Xã Bình Thành",
      because: "as a card says it",
    },
    {
      text: "Ấp 2, xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp",
      line: "Ấp 2",
      now: "Xã Bình Thành",
      because: "in full",
    },
    {
      text: "ap 2 binh tan thanh binh dong thap",
      line: "ap 2",
      now: "Xã Bình Thành",
      because: "without marks and commas",
    },
    {
      text: "Ấp 3 - xã Mỹ Thọ - huyện Cao Lãnh - Đồng Tháp",
      line: "Ấp 3",
      now: "Xã Mỹ Thọ",
      because: "with dashes",
    },
    {
      text: "Số 12, đường Nguyễn Huệ, P.1, TP. Cao Lãnh, Đồng Tháp",
      line: "Số 12, đường Nguyễn Huệ",
      now: "Phường Cao Lãnh",
      because: "a house and a street stay as they are",
    },
    {
      text: "Khóm 3, TT. Thanh Bình, H. Thanh Bình, T. Đồng Tháp",
      line: "Khóm 3",
      now: "Xã Thanh Bình",
      because: "town and district have one name",
    },
    {
      text: "Ấp Tân Phú, Tân Thạnh, Thanh Bình, Đồng Tháp",
      line: "Ấp Tân Phú",
      now: "Xã Tân Thạnh",
      because: "Tân Phú was a commune there too, but this one is a hamlet",
    },
    {
      text: "Tân Phú, Tân Thạnh, Thanh Bình, Đồng Tháp",
      line: "Tân Phú",
      now: "Xã Tân Thạnh",
      because: "the name nearest to the district is the commune",
    },
    {
      text: "Hòa Bình Thạnh, Châu Thành, An Giang",
      line: "",
      now: "Xã An Châu",
      because: "Bình Thạnh lies there too, and is not what stands between the commas",
    },
    {
      text: "Xã Tân Phú, huyện Thanh Bình",
      line: "",
      now: "Xã Thanh Bình",
      because: "the district is enough",
    },
    {
      text: "xã Bình Thành, huyện Lấp Vò, tỉnh Đồng Tháp",
      line: "",
      now: "Xã Lấp Vò",
      because: "the other Bình Thành",
    },
    {
      text: "Xã Tân Hội Đông, huyện Châu Thành, tỉnh Tiền Giang",
      line: "",
      now: "Xã Tân Hương",
      because: "Tiền Giang is Đồng Tháp today",
    },
    {
      text: "Xã Tân Hội Đông, huyện Châu Thành, tỉnh Đồng Tháp",
      line: "",
      now: "Xã Tân Hương",
      because: "old commune and new province, as people mix them",
    },
    {
      text: "Phường 4, Thị xã Cai Lậy, Tiền Giang",
      line: "",
      now: "Phường Cai Lậy",
      because: "a numbered ward of a town",
    },
    {
      text: "Phường Mỹ Ngãi, TP Cao Lãnh, Đồng Tháp",
      line: "",
      now: "Phường Mỹ Ngãi",
      because: "ward of before and of today",
    },
    {
      text: "123 Lý Tự Trọng, P. Bến Nghé, Q.1, TP.HCM",
      line: "123 Lý Tự Trọng",
      now: "Phường Sài Gòn",
      because: "a numbered district, a short province",
    },
    {
      text: "123 Lý Tự Trọng, Bến Nghé, Q1, TPHCM",
      line: "123 Lý Tự Trọng",
      now: "Phường Sài Gòn",
      because: "the number is glued to its kind",
    },
    {
      text: "45/6 Quang Trung, Phường 10, Quận Gò Vấp, Thành phố Hồ Chí Minh",
      line: "45/6 Quang Trung",
      now: "Phường Gò Vấp",
      because: "a house number is no ward",
    },
    { text: "P12, Q. Gò Vấp, TP HCM", line: "", now: "Phường An Hội Tây", because: "everything shortened" },
    {
      text: "P.05, Q.3, Sài Gòn",
      line: "",
      now: "Phường Bàn Cờ",
      because: "a zero before the number, the old name of the city",
    },
    {
      text: "Phường Linh Trung, TP Thủ Đức, TP. Hồ Chí Minh",
      line: "",
      now: "Phường Linh Xuân",
      because: "a city within a city",
    },
    {
      text: "Phường Dĩ An, TP Dĩ An, Bình Dương",
      line: "",
      now: "Phường Dĩ An",
      because: "Bình Dương is part of Hồ Chí Minh City",
    },
    {
      text: "Số 5 ngõ 12 Phố Huế, phường Phố Huế, quận Hai Bà Trưng, Hà Nội",
      line: "Số 5 ngõ 12 Phố Huế",
      now: "Phường Hai Bà Trưng",
      because: "street and ward have one name",
    },
    {
      text: "Thôn Đông, xã Kim Sơn, huyện Gia Lâm, TP Hà Nội",
      line: "Thôn Đông",
      now: "Xã Thuận An",
      because: "the source names another commune's code here",
    },
    {
      text: "Phường Tây Lộc, TP Huế, tỉnh Thừa Thiên Huế",
      line: "",
      now: "Phường Phú Xuân",
      because: "as it was before 2025",
    },
    {
      text: "Phường Tây Lộc, quận Phú Xuân, thành phố Huế",
      line: "",
      now: "Phường Phú Xuân",
      because: "as it was for half a year",
    },
    {
      text: "Buôn Ky, xã Ea Tu, TP Buôn Ma Thuột, Đắc Lắc",
      line: "Buôn Ky",
      now: "Phường Tân An",
      because: "Đắc Lắc for Đắk Lắk",
    },
    {
      text: "xa Ea Kpam, huyen Cu M'gar, tinh Dak Lak",
      line: "",
      now: "Xã Cư M’gar",
      because: "names of the highlands",
    },
    {
      text: "Xã Ia Mơ, huyện Chư Prông, tỉnh Gia Lai",
      line: "",
      now: "Xã Ia Mơ",
      because: "the source forgot this one",
    },
    {
      text: "Phường Sa Pa, thị xã Sa Pa, tỉnh Lào Cai",
      line: "",
      now: "Phường Sa Pa",
      because: "in the north",
    },
    {
      text: "Xã Y Tý, huyện Bát Xát, tỉnh Lào Cai",
      line: "",
      now: "Xã Y Tý",
      because: "a name of one letter",
    },
    {
      text: "Phường Trần Phú, TP Hà Giang, Hà Giang",
      line: "",
      now: "Phường Hà Giang 2",
      because: "Hà Giang is Tuyên Quang today",
    },
    {
      text: "thôn Nà Tu, xã Cẩm Giàng, huyện Bạch Thông, tỉnh Bắc Kạn",
      line: "thôn Nà Tu",
      now: "Xã Cẩm Giàng",
      because: "Bắc Kạn is Thái Nguyên today",
    },
    {
      text: "Phường Hồng Gai, TP Hạ Long, Quảng Ninh",
      line: "",
      now: "Phường Hồng Gai",
      because: "a province that went on",
    },
    {
      text: "Xã Minh Quán, huyện Trấn Yên, tỉnh Yên Bái",
      line: "",
      now: "Xã Trấn Yên",
      because: "the tone tells Quán from Quân",
    },
    {
      text: "Huyện Lý Sơn, Quảng Ngãi",
      line: "",
      now: "Đặc khu Lý Sơn",
      because: "an island without communes",
    },
    {
      text: "Huyện đảo Côn Đảo, Bà Rịa - Vũng Tàu",
      line: "",
      now: "Đặc khu Côn Đảo",
      because: "as the island is called",
    },
    {
      text: "Phường 7, TP. Vũng Tàu, tỉnh Bà Rịa – Vũng Tàu",
      line: "",
      now: "Phường Tam Thắng",
      because: "a long dash within a name",
    },
    {
      text: "Dương Đông, Phú Quốc, Kiên Giang",
      line: "",
      now: "Đặc khu Phú Quốc",
      because: "without any kind",
    },
    {
      text: "Phường Lê Bình, quận Cái Răng, TP Cần Thơ, Việt Nam",
      line: "",
      now: "Phường Cái Răng",
      because: "the country adds nothing",
    },
    {
      text: "Xã Đất Mũi, huyện Ngọc Hiển, tỉnh Cà Mau",
      line: "",
      now: "Xã Đất Mũi",
      because: "in the far south",
    },
    { text: "P. Lê Lợi, TP. Qui Nhơn, Bình Định", line: "", now: "Phường Quy Nhơn", because: "Qui for Quy" },
    {
      text: "Phường Niệm Nghĩa, quận Lê Chân, Hải Phòng",
      line: "",
      now: "Phường An Biên",
      because: "merged some time before 2025",
    },
    {
      text: "Xã An Hồng, huyện An Dương, TP Hải Phòng",
      line: "",
      now: "Phường Hồng An",
      because: "a district before it became a quận",
    },
    {
      text: "Tổ 4, Phường Noong Bua, TP. Điện Biên Phủ, tỉnh Điện Biên",
      line: "Tổ 4",
      now: "Phường Mường Thanh",
      because: "in the north-west",
    },
    {
      text: "Đặc khu Phú Quốc, tỉnh An Giang",
      line: "",
      now: "Đặc khu Phú Quốc",
      because: "it is of today already",
    },
    {
      text: "Phường Quy Nhơn, tỉnh Gia Lai",
      line: "",
      now: "Phường Quy Nhơn",
      because: "it is of today already",
    },
  ])("$text: $because", ({ text, line, now }) => {
    const found = read(text);
    expect(found.now.map((code) => nameOf.get(code))).toEqual([now]);
    expect(found).toMatchObject({ line, sure: true });
  });
});

describe("several are offered when", () => {
  test.each([
    {
      text: "P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội",
      now: ["Phường Nghĩa Đô", "Phường Cầu Giấy"],
      because: "the ward was divided",
    },
    {
      text: "xa Minh Quan, huyen Tran Yen, tinh Yen Bai",
      now: ["Xã Trấn Yên", "Phường Âu Lâu"],
      because: "without marks Minh Quán and Minh Quân are one",
    },
    {
      text: "xã Bình Thành, tỉnh Đồng Tháp",
      now: ["Xã Bình Thành", "Xã Lấp Vò"],
      because: "the one of today comes first, and the other may have lost its district",
    },
  ])("$because: $text", ({ text, now }) => {
    expect(read(text).now.map((code) => nameOf.get(code))).toEqual(now);
  });
});

describe("nothing is offered, or not for sure, when", () => {
  test.each([
    { text: "Bình Tấn", because: "a commune alone may be anywhere" },
    { text: "12 Nguyễn Trãi", because: "it is a street" },
    { text: "xã Không Có, huyện Thanh Bình, Đồng Tháp", because: "nobody knows this commune" },
    { text: "huyện Thanh Bình, tỉnh Đồng Tháp", because: "the commune is missing" },
    { text: "Ấp Tân Phú, huyện Thanh Bình, tỉnh Đồng Tháp", because: "the hamlet has the name of a commune" },
    { text: "", because: "nothing was written" },
    { text: ",,, ;;", because: "nothing was said" },
    { text: "1, 2, 3, 4", because: "numbers are no places" },
  ])("$because: $text", ({ text }) => {
    expect(read(text).now).toEqual([]);
  });

  test.each([
    { text: "Xã Bình Tấn, huyện Thanh Bình, tỉnh Tiền Giang", because: "the province is another" },
    { text: "Xã Bình Tân, huyện Thanh Bình, tỉnh Đồng Tháp", because: "the marks say another name" },
    { text: "Thị trấn Sa Pa, huyện Sa Pa, Lào Cai", because: "it was a ward, not a town" },
  ])("$because: $text", ({ text }) => {
    const found = read(text);
    expect(found.now).toHaveLength(1);
    expect(found.sure).toBe(false);
  });
});

test("whatever is typed is read in its own time and keeps its own words", () => {
  const words = fc.constantFrom(
    "Ấp",
    "xã",
    "P.",
    "tp",
    "Bình",
    "Thanh",
    "Đồng",
    "Tháp",
    "1",
    ",",
    "-",
    "Tấn",
    "’",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 500 }),
        fc.array(words, { maxLength: 60 }).map((all) => all.join(" ")),
      ),
      (text) => {
        const address = writtenAddress(text);
        for (const { line } of findAddress(address, candidates(address))) {
          expect(address.text.startsWith(line)).toBe(true);
        }
      },
    ),
  );
});
