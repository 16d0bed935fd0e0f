import { writtenAddress } from "#domain/unit/address-words.ts";
import { findAddress } from "#domain/unit/find-address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedRows } from "../../../test/kit/shipped-map.ts";
import { shippedPlaces } from "../../../test/kit/shipped-places.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

describe.each([18, 15] as const)("an old address on PostgreSQL %d", (postgres) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ postgres });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const offers = async (q: string) => {
    const { status, body } = await app.anonymous.get(`/addresses?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    return body["offers"] as { communeCode: string; was: string | null; certain: boolean; address: string }[];
  };

  test("is offered as it is written today, with what it was", async () => {
    expect(await offers("Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp")).toEqual([
      {
        communeCode: "30163",
        communeName: "Xã Bình Thành",
        provinceCode: "82",
        provinceName: "Tỉnh Đồng Tháp",
        line: "Ấp 2",
        address: "Ấp 2, xã Bình Thành, tỉnh Đồng Tháp",
        was: "xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp (đến 30/06/2025)",
        certain: true,
      },
    ]);
  });

  test("of a ward that was divided is offered twice, and neither for sure", async () => {
    const found = await offers("P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội");
    expect(found.map(({ address, certain }) => ({ address, certain }))).toEqual([
      { address: "phường Nghĩa Đô, thành phố Hà Nội", certain: false },
      { address: "phường Cầu Giấy, thành phố Hà Nội", certain: false },
    ]);
  });

  test.each([
    {
      q: "Phường Niệm Nghĩa, quận Lê Chân, Hải Phòng",
      was: "phường Niệm Nghĩa, quận Lê Chân, thành phố Hải Phòng (trước 01/07/2025)",
      because: "nobody noted when this ward was merged",
    },
    { q: "xã Bình Thành, tỉnh Đồng Tháp", was: null, because: "it is of today" },
    {
      q: "Huyện Lý Sơn, Quảng Ngãi",
      was: "huyện Lý Sơn, tỉnh Quảng Ngãi (đến 30/06/2025)",
      because: "an island had no communes",
    },
    {
      q: "12 Đồng Khởi, P. Bến Nghé, Q1, TPHCM",
      was: "phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh (đến 30/06/2025)",
      because: "the name of the city has a title of its own",
    },
  ])("says what it was: $q, $because", async ({ q, was }) => {
    expect((await offers(q))[0]?.was).toBe(was);
  });

  test.each(["", "Bình Tấn", "xã Không Có, huyện Thanh Bình", "'; drop table nation.counter; --", "%_%, %%"])(
    "that says too little brings nothing: %j",
    async (q) => {
      expect(await offers(q)).toEqual([]);
    },
  );

  test("that goes on for longer than a line is refused", async () => {
    const { status } = await app.anonymous.get(`/addresses?q=${"a".repeat(501)}`);
    expect(status).toBe(400);
  });

  test("finds in the database what the files say, for an address of each district", async () => {
    const { candidates } = shippedPlaces();
    const communes = new Map(shippedRows("communes-before").map((row) => [row["parent"], row]));
    const provinces = new Map(
      [...shippedRows("provinces"), ...shippedRows("provinces-before")].map((row) => [
        row["code"],
        row["name"],
      ]),
    );
    for (const district of shippedRows("districts-before").filter((_, index) => index % 7 === 0)) {
      const commune = communes.get(district["code"]);
      if (!commune) continue;
      const text = `${commune["name"]}, ${district["name"]}, ${provinces.get(district["parent"])}`;
      const address = writtenAddress(text);
      const wanted = findAddress(address, candidates(address)).flatMap(({ place }) => place.now);
      const found = (await offers(text)).map(({ communeCode }) => communeCode);
      expect(new Set(found), text).toEqual(new Set(wanted.slice(0, 5)));
    }
  });

  test("follows what has become of the commune of 2025 since then", async () => {
    await app.owner.query(
      "update nation.administrative_unit set valid_to = '2026-03-31' where code = '30163' and valid_to is null",
    );
    await app.owner.query(
      `insert into nation.administrative_unit (code, name, kind, parent_code, valid_from, source, search_key, name_key)
       values ('30999', 'Phường Thanh Bình Mới', 'ward', '82', '2026-04-01', 'test', 'phuong thanh binh moi', 'thanh binh moi')`,
    );
    await app.owner.query(
      "insert into nation.administrative_succession values ('30163', '30999', '2026-04-01')",
    );
    const found = await offers("Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp");
    expect(found.map(({ address }) => address)).toEqual(["Ấp 2, phường Thanh Bình Mới, tỉnh Đồng Tháp"]);
  });
});
