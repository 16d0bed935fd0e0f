import { expect, test } from "vitest";
import { findStop } from "./find-stop.ts";

const one = { packetCode: "B26-0000017", waybill: "EB000000104VN", orderNumber: "H20.031-261116-0001-KQ" };
const other = { packetCode: null, waybill: null, orderNumber: "H20.031-261116-0002-KQ-2" };

test.each<{ typed: string; found: typeof one | typeof other | undefined; because: string }>([
  { typed: "B26-0000017", found: one, because: "the label of the packet" },
  { typed: " eb 000 000 104 vn ", found: one, because: "fingers type small letters and gaps" },
  { typed: "https://motcua.example/o/B26-0000017", found: one, because: "a label's QR holds an address" },
  { typed: "H20.031-261116-0002", found: other, because: "the dossier's code without the way" },
  { typed: "H20.031-261116", found: undefined, because: "half a code may be several" },
  { typed: "", found: undefined, because: "nothing typed is nothing found" },
  { typed: "EB000000118VN", found: undefined, because: "another round's parcel" },
])("$typed: $because", ({ typed, found }) => {
  expect(findStop([one, other], typed)).toBe(found);
});
