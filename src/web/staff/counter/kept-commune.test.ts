import { expect, test } from "vitest";
import { keptCommune } from "./kept-commune.ts";

const before = { address: "Ấp 2, xã Bình Thành, tỉnh Đồng Tháp", communeCode: "30163" };

test.each([
  { typed: before.address, kept: "30163", because: "nothing was typed" },
  { typed: "Số 5, ấp 2, xã Bình Thành, tỉnh Đồng Tháp", kept: "30163", because: "only the house was added" },
  { typed: "Ấp 2,  xã Bình Thành , tỉnh Đồng Tháp ", kept: "30163", because: "only spaces were typed" },
  { typed: "Ấp 2, xã Bình Thàn, tỉnh Đồng Tháp", kept: "", because: "the commune was touched" },
  { typed: "Ấp 2, xã Bình Thành, tỉnh Đồng Thá", kept: "", because: "the province was touched" },
  { typed: "", kept: "", because: "the field was emptied" },
])("the commune of an address is $kept when $because", ({ typed, kept }) => {
  expect(keptCommune(before, typed)).toBe(kept);
});
