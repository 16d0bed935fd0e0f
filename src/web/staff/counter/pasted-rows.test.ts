import { describe, expect, test } from "vitest";
import { NO_TEXTS } from "./group-line.ts";
import { isTable, pastedRows } from "./pasted-rows.ts";

const BAY = {
  name: "Trần Thị Bảy",
  birthDate: "1990-02-01",
  identityNumber: "087190001234",
  phone: "0912345678",
  address: "",
};

describe("people copied from a spreadsheet", () => {
  test.each([
    {
      text: "Trần Thị Bảy\t01/02/1990\t087190001234\t0912345678",
      rows: [BAY],
      because: "the cells stand as the form has them",
    },
    {
      text: "1\tTrần  Thị Bảy\tNữ\t087190001234\t1/2/1990\t0912 345 678\r\n",
      rows: [{ ...BAY, phone: "0912 345 678" }],
      because: "another order, a row's number and the sex between them",
    },
    {
      text: "STT\tHọ và tên\tNgày sinh\tSố định danh\tSố điện thoại\tĐịa chỉ\n1\tTrần Thị Bảy\t01/02/1990\t087190001234\t0912345678\tẤp 2",
      rows: [{ ...BAY, address: "Ấp 2" }],
      because: "a line of headings says what is what, and is nobody",
    },
    {
      text: "Trần Thị Bảy\t01/02/1990\t87190001234\t912345678",
      rows: [BAY],
      because: "the spreadsheet took the zeros away",
    },
    {
      text: "Lê Văn Tám\n\nNgô Thị Chín\n",
      rows: [
        { ...NO_TEXTS, name: "Lê Văn Tám" },
        { ...NO_TEXTS, name: "Ngô Thị Chín" },
      ],
      because: "a list of names is one as well, and an empty line is nobody",
    },
    {
      text: "Lê Văn Tám\t340123456\tẤp 3, xã Bình Thành",
      rows: [
        { ...NO_TEXTS, name: "Lê Văn Tám", identityNumber: "340123456", address: "Ấp 3, xã Bình Thành" },
      ],
      because: "nine digits alone are an old identity number, not a phone",
    },
    { text: "\n\t\n", rows: [], because: "nothing stands there" },
  ])("$because", ({ text, rows }) => {
    expect(pastedRows(text)).toEqual(rows);
  });

  test.each([
    { text: "Trần Thị Bảy", table: false },
    { text: "Trần Thị Bảy\n", table: false },
    { text: "Trần\tThị", table: true },
    { text: "Một\nHai", table: true },
  ])("what is no table goes into the field where it was pasted: $text", ({ text, table }) => {
    expect(isTable(text)).toBe(table);
  });
});
