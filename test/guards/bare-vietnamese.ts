/** Common words of the trade, bare. Acronyms that everybody uses (CCCD) are names of their own. */
const BARE_WORDS = new Set([
  "hoso",
  "thutuc",
  "canbo",
  "congchuc",
  "nguoidan",
  "congdan",
  "nguoinop",
  "buudien",
  "buuchinh",
  "giayto",
  "bienlai",
  "bienban",
  "hanhchinh",
  "tiepnhan",
  "traketqua",
  "ketqua",
  "hentra",
  "linhvuc",
  "coquan",
  "donvi",
  "diachi",
  "hoten",
  "sodienthoai",
  "ngaysinh",
  "gioitinh",
  "lephi",
  "uyquyen",
  "nhanvien",
  "matkhau",
  "dangnhap",
  "taikhoan",
  "danhsach",
  "trangthai",
  "thoihan",
  "ngayhen",
  "bangke",
  "phieuhen",
  "chuky",
]);

/** Whether the words of a name, joined, say one of the bare ones. */
export function isBareVietnamese(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/\d+/g, "")
    .split(/[_$]+/);
  return words.some((_, start) =>
    words
      .slice(start)
      .some((_word, length) => BARE_WORDS.has(words.slice(start, start + length + 1).join(""))),
  );
}
