import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept, keepFile, makeContainer, offer, pack, papersAtCounter } from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { codesOf } from "../../../test/kit/pdf-codes.ts";
import { read, squeezed } from "../../../test/kit/pdf-words.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let binh: Client;
let manifestId = "";
let code = "";

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  const { body } = passed(await receive(desks.clerk, {}));
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.item where dossier_id = $1 and holder_kind is not null",
    [body["dossierId"]],
  );
  const packet = await makeContainer(desks.clerk);
  code = packet.code;
  passed(
    await pack(
      desks.clerk,
      packet,
      rows.map(({ id }) => ({ thing: "item", id })),
    ),
  );
  passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: "NP-7781" }));
  const to = { kind: "person", id: String((await binh.get("/session")).body["accountId"]) };
  manifestId = String(passed(await offer(desks.clerk, [packet], to)).body["manifestId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

const print = (by: Client, paper: string) => by.get(`/custody/manifests/${manifestId}/print?paper=${paper}`);

describe("the papers of a hand-over", () => {
  test("the bảng kê is there at once, the biên bản once both have signed", async () => {
    const list = passed(await print(desks.clerk, "manifest"));
    const words = read(list.bytes);
    for (const word of ["NP-7781", code, "Nguyễn Thị Lan", "Võ Văn Bình"])
      expect(words).toContain(squeezed(word));
    expect((await print(desks.clerk, "record")).body["code"]).toBe("manifest_not_accepted");
    const taken = {
      differences: [
        { kind: "torn", position: 1, note: "Rách một góc", photoFileId: await keepFile(binh, "photo") },
      ],
    };
    passed(await accept(binh, manifestId, 1, taken));
    const record = read(passed(await print(binh, "record")).bytes);
    for (const word of ["NP-7781", code, "Võ Văn Bình", "Rách một góc"])
      expect(record).toContain(squeezed(word));
  });

  test("says later what was signed, whatever was taken out since, with the giver's unit at its head", async () => {
    const before = read(passed(await print(desks.clerk, "manifest")).bytes);
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.container where code = $1",
      [code],
    );
    passed(await binh.send("POST", `/custody/containers/${rows[0]?.id}/opening`, { seal: "NP-7781" }));
    passed(await binh.send("POST", `/custody/containers/${rows[0]?.id}/unpacking`, {}));
    expect(read(passed(await print(desks.clerk, "manifest")).bytes)).toBe(before);
    const record = read(passed(await print(binh, "record")).bytes);
    for (const word of ["Trung tâm Phục vụ hành chính công xã Bình Thành", "BK-2026-"])
      expect(record).toContain(squeezed(word));
  });

  test("whoever has no part in it sees neither", async () => {
    const other = await app.signIn("ha.case");
    expect((await print(other, "manifest")).status).toBe(404);
  });
});

describe("the record of a torn packet", () => {
  /** The counts of a paper as the record has them: what was listed, what was found. */
  const countsOf = async (id: string | undefined, found: string) => {
    const { rows } = await app.owner.query<{ listed: string }>(
      "select originals::text || copies as listed from space_dong_thap.item where id = $1",
      [id],
    );
    return `${rows[0]?.listed}${found}`;
  };

  test("says what lay in it then and what was found, also once it is empty", async () => {
    const packet = await makeContainer(desks.clerk);
    const papers = await papersAtCounter(app, desks.clerk);
    passed(await pack(desks.clerk, packet, papers));
    passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: "NP-5501" }));
    const photoFileId = await keepFile(desks.clerk, "photo");
    const rewrap = (counts: readonly object[]) =>
      desks.clerk.send("POST", `/custody/containers/${packet.id}/rewrapping`, {
        seal: "NP-5502",
        note: "Bì rách cạnh phải",
        photoFileId,
        counts,
      });
    const elsewhere = await rewrap([{ id: packet.id, originals: 1, copies: 0 }]);
    expect(elsewhere.body["code"]).toBe("thing_not_inside");
    const torn = passed(await rewrap([{ id: papers[0]?.id, originals: 7, copies: 9 }]));
    expect(torn.body["differing"]).toBe(1);
    const path = `/custody/tasks/${String(torn.body["taskId"])}/inventory-record`;
    const before = read(passed(await desks.clerk.get(path)).bytes);
    for (const word of ["NP-5501", "NP-5502", packet.code, "Bì rách cạnh phải", "Nguyễn Thị Lan"])
      expect(before).toContain(squeezed(word));
    expect(before).toContain(await countsOf(papers[0]?.id, "79"));
    passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/opening`, { seal: "NP-5502" }));
    passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/unpacking`, {}));
    expect(read(passed(await desks.clerk.get(path)).bytes)).toBe(before);
    expect((await binh.get(path)).body["code"]).toBe("not_found");
  });

  test("a packet that was torn when it changed hands has its biên bản giao nhận instead", async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.custody_task where kind = 'torn' and manifest_id is not null",
    );
    expect((await binh.get(`/custody/tasks/${rows[0]?.id}/inventory-record`)).body["code"]).toBe("not_found");
  });
});

describe("labels", () => {
  test("of a packet that is there, and of packets to come, whose codes are scanned later", async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.container where code = $1",
      [code],
    );
    const url = `/custody/labels?stock=a4&containers=${rows[0]?.id}&newPackets=2&newBags=1`;
    const printed = passed(await binh.get(url));
    const scanned = await codesOf(printed.bytes);
    const codes = [...new Set(scanned.map(({ text }) => text))];
    expect(codes).toContain(code);
    const fresh = codes.filter((one) => one !== code);
    expect(fresh.toSorted().map((one) => one[0])).toEqual(["B", "B", "T"]);
    const packet = fresh.find((one) => one.startsWith("B"));
    passed(await binh.send("POST", "/custody/containers", { kind: "packet", code: packet }));
  });

  test.each([
    { query: "stock=a4", code: "no_labels", because: "none was asked for" },
    {
      query: "stock=a4&containers=0192c1a0-0000-7000-8000-000000000001",
      code: "not_found",
      because: "there is no such packet",
    },
  ])("$code: $because", async ({ query, code: refused }) => {
    expect((await binh.get(`/custody/labels?${query}`)).body["code"]).toBe(refused);
  });
});
