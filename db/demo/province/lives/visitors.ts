import type { Visitor } from "./life.ts";

const IN = "xã Bình Thành, tỉnh Đồng Tháp";

const visitor = (
  name: string,
  identityNumber: string,
  birthDate: string,
  hamlet: string,
  contact: Pick<Visitor, "phone" | "email">,
): Visitor => ({
  name,
  identityNumber,
  birthDate,
  // The fourth digit: even for a man, odd for a woman [recalled].
  sex: Number(identityNumber.charAt(3)) % 2 === 0 ? "male" : "female",
  address: `${hamlet}, ${IN}`,
  ...contact,
});

/** Who comes in the lives: invented. The addresses at `busy.example` and `refused.example` are never reached. */
export const VISITORS = {
  hoa: visitor("Nguyễn Thị Hoa", "087149980011", "1949-03-02", "Ấp 1", { email: "hoa.nguyen@vidu.example" }),
  tam: visitor("Lê Văn Tám", "087048980027", "1948-11-19", "Ấp 2", { phone: "0950000102" }),
  kim: visitor("Trần Thị Kim Loan", "087192980035", "1992-06-08", "Ấp 3", { phone: "0950000103" }),
  phat: visitor("Huỳnh Tấn Phát", "087084980042", "1984-01-27", "Ấp Bình Hòa", { phone: "0950000104" }),
  sau: visitor("Đặng Văn Sáu", "087047980059", "1947-09-30", "Ấp Bình Chánh", { phone: "0950000105" }),
  thuy: visitor("Võ Thị Bích Thủy", "087185980066", "1985-04-12", "Ấp Bình Trung", {}),
  dung: visitor("Cao Văn Dũng", "087079980073", "1979-12-05", "Ấp 1", { email: "dung.cao@refused.example" }),
  xuan: visitor("Mai Thị Xuân", "087188980088", "1988-02-21", "Ấp 2", { phone: "0950000108" }),
  long: visitor("Phan Thành Long", "087090980091", "1990-07-14", "Ấp 3", { phone: "0950000109" }),
  nga: visitor("Bùi Thị Tuyết Nga", "087193980103", "1993-10-10", "Ấp Bình Hòa", { phone: "0950000110" }),
  binh: visitor("Dương Văn Bình", "087086980117", "1986-05-25", "Ấp 2", { phone: "0950000111" }),
  lieu: visitor("Hồ Thị Liễu", "087151980124", "1951-08-08", "Ấp Bình Trung", { phone: "0950000112" }),
  tu: visitor("Ngô Văn Tư", "087061980138", "1961-03-17", "Ấp 1", { email: "tu.ngo@busy.example" }),
  ut: visitor("Lâm Thị Út", "087170980145", "1970-01-09", "Ấp 3", {
    phone: "0950000114",
    email: "ut.lam@refused.example",
  }),
  chin: visitor("Trương Văn Chín", "087050980159", "1950-06-30", "Ấp Bình Chánh", { phone: "0950000115" }),
  mung: visitor("Phạm Thị Mừng", "087148980162", "1948-12-24", "Ấp Bình Hòa", { phone: "0950000116" }),
} as const satisfies Readonly<Record<string, Visitor>>;

/** Four families of one hamlet who moved together. */
export const FAMILIES: readonly Visitor[] = [
  visitor("Nguyễn Hữu Nghĩa", "087082980174", "1982-02-11", "Ấp Bình Trung", { phone: "0950000117" }),
  visitor("Lê Thị Cẩm Hường", "087184980188", "1984-09-03", "Ấp Bình Trung", { phone: "0950000118" }),
  visitor("Trần Quốc Việt", "087083980192", "1983-05-20", "Ấp Bình Trung", { phone: "0950000119" }),
  visitor("Huỳnh Thị Mộng Tuyền", "087187980205", "1987-11-15", "Ấp Bình Trung", { phone: "0950000120" }),
];
