import { describe, expect, test } from "vitest";
import { nearestFirst } from "./nearest-first.ts";

describe("the nearest procedure first", () => {
  const rows = [
    "Cấp bản sao Giấy khai sinh",
    "Đăng ký kết hôn",
    "Thủ tục đăng ký khai sinh",
    "Đăng ký lại khai sinh có yếu tố nước ngoài",
  ].map((name, at) => ({ name, code: `1.00000${at}` }));

  test("the words together, and the shortest name with them, without diacritics", () => {
    expect(nearestFirst(rows, "Khai Sinh").map(({ name }) => name)).toEqual([
      "Thủ tục đăng ký khai sinh",
      "Cấp bản sao Giấy khai sinh",
      "Đăng ký lại khai sinh có yếu tố nước ngoài",
      "Đăng ký kết hôn",
    ]);
  });

  test("without words the order of the server stays", () => {
    expect(nearestFirst(rows, " ")).toEqual(rows);
  });
});
