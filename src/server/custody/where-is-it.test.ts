import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ref, accept, keepFile, makeContainer, offer, pack, sign } from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

interface View {
  readonly id: string;
  readonly thing: string;
  readonly kind: string;
  readonly code: string;
  readonly originals: number;
  readonly copies: number;
  readonly seal: string | null;
  readonly holder: {
    readonly kind: string;
    readonly id: string | null;
    readonly name: string;
    readonly responsible: string | null;
  } | null;
  readonly inside: { readonly id: string; readonly code: string } | null;
  readonly manifestId: string | null;
  readonly since: string;
}
interface Step {
  readonly seq: number;
  readonly type: string;
  readonly by: { readonly code: string } | null;
  readonly from: View["holder"];
  readonly to: View["holder"];
  readonly signatures: readonly {
    readonly name: string;
    readonly kind: string;
    readonly fileId: string | null;
  }[];
  readonly photos: readonly string[];
}

let app: TestApp;
let desks: Desks;
let binh: Client;
const who = { clerk: "", binh: "", officer: "" };
const OFFICE = { kind: "postOffice", id: referenceId("post:30163:30148") };

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  const me = async (client: Client) => String((await client.get("/session")).body["accountId"]);
  who.clerk = await me(desks.clerk);
  who.binh = await me(binh);
  who.officer = await me(desks.officer);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Papers {
  readonly dossierId: string;
  readonly code: string;
  readonly refs: readonly Ref[];
}

/** The papers of a new dossier, at the clerk's counter. */
async function papers(form: Record<string, unknown> = {}): Promise<Papers> {
  const { body } = passed(await receive(desks.clerk, form));
  const { rows } = await app.owner.query<{ id: string; code: string }>(
    `select i.id, d.code from space_dong_thap.item i join space_dong_thap.dossier d on d.id = i.dossier_id
     where d.id = $1 and i.holder_kind = 'counter' order by i.position`,
    [body["dossierId"]],
  );
  const refs = rows.map(({ id }) => ({ thing: "item" as const, id }));
  return { dossierId: String(body["dossierId"]), code: rows[0]?.code ?? "", refs };
}

let sealed = 0;
async function seal(by: Client, container: Ref): Promise<string> {
  sealed += 1;
  const number = `TIM-${sealed}`;
  passed(await by.send("POST", `/custody/containers/${container.id}/sealing`, { seal: number }));
  return number;
}

async function find(by: Client, q: string): Promise<readonly View[]> {
  return passed(await by.get(`/custody/things?q=${encodeURIComponent(q)}`)).body["things"] as View[];
}

async function held(by: Client, query = "") {
  const { body } = passed(await by.get(`/custody/holdings${query}`));
  return {
    holders: body["holders"] as { holder: View["holder"] & object; things: number }[],
    things: body["things"] as View[],
    next: body["next"] as string | null,
  };
}

async function way(by: Client, { thing, id }: Ref) {
  const { body } = passed(await by.get(`/custody/things/${thing}/${id}`));
  return {
    view: body["view"] as View,
    contents: body["contents"] as View[],
    chain: body["chain"] as Step[],
    mayHandOver: body["mayHandOver"] as boolean,
  };
}

async function give(by: Client, things: readonly Ref[], to: { kind: string; id: string }, taker: Client) {
  const manifestId = String(passed(await offer(by, things, to)).body["manifestId"]);
  passed(await accept(taker, manifestId, things.length));
  return manifestId;
}

describe("where is it", () => {
  test("a code of a packet, a seal, a code of a dossier or of one paper, a name without diacritics: all lead there", async () => {
    const dossier = await papers();
    const packet = await makeContainer(desks.clerk);
    const [first] = dossier.refs;
    passed(await pack(desks.clerk, packet, dossier.refs));
    const number = await seal(desks.clerk, packet);
    const ids = async (q: string) => (await find(desks.clerk, q)).map(({ id }) => id);
    expect(await ids(packet.code.toLowerCase())).toEqual([packet.id]);
    expect(await ids(` ${number.toLowerCase()}`)).toEqual([packet.id]);
    expect(await ids(dossier.code)).toEqual([packet.id, ...dossier.refs.map(({ id }) => id)]);
    expect(await ids(`${dossier.code}/1`)).toEqual([first?.id]);
    const { rows } = await app.owner.query<{ name: string }>(
      "select applicant_name as name from space_dong_thap.dossier where id = $1",
      [dossier.dossierId],
    );
    const plain = (rows[0]?.name ?? "").normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/gu, "d");
    expect(await ids(plain)).toContain(first?.id);
    expect(await ids("không ai tên như thế")).toEqual([]);
  });

  test("a broken seal still leads to the packet that it closed", async () => {
    const dossier = await papers();
    const packet = await makeContainer(desks.clerk);
    passed(await pack(desks.clerk, packet, dossier.refs));
    const number = await seal(desks.clerk, packet);
    passed(await desks.clerk.send("POST", `/custody/containers/${packet.id}/opening`, { seal: number }));
    expect((await find(desks.clerk, number)).map(({ id, seal: now }) => ({ id, now }))).toEqual([
      { id: packet.id, now: null },
    ]);
  });

  test("a paper in a packet in a bag is with whoever has the bag, and its way tells each hand", async () => {
    const dossier = await papers();
    const [packet, bag] = [await makeContainer(desks.clerk), await makeContainer(desks.clerk, "bag")];
    passed(await pack(desks.clerk, packet, dossier.refs));
    passed(await pack(desks.clerk, bag, [packet]));
    const manifestId = await give(desks.clerk, [bag], { kind: "person", id: who.binh }, binh);
    const [paper] = dossier.refs;
    if (!paper) throw new Error("there is a paper");
    const { view, chain, mayHandOver } = await way(desks.clerk, paper);
    expect(view.holder).toMatchObject({ kind: "person", id: who.binh });
    expect(view.holder?.name).not.toBe("");
    expect(view.inside).toEqual({ id: packet.id, code: packet.code });
    expect(mayHandOver).toBe(false);
    const told = chain.map(({ type, by }) => [type, by?.code ?? null]);
    expect(told).toEqual([
      ["born", null],
      ["packed", null],
      ["packed", packet.code],
      ["handedOver", bag.code],
    ]);
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const last = chain.at(-1);
    expect(last).toMatchObject({ manifestId, from: { id: who.clerk }, to: { id: who.binh } });
    expect(last?.signatures.map(({ kind, fileId }) => [kind, fileId === null])).toEqual([
      ["drawn", false],
      ["drawn", false],
    ]);
  });

  test("what a container did before a paper came in, and after it came out, is no step of the paper", async () => {
    const [one, other] = [await papers(), await papers()];
    const packet = await makeContainer(desks.clerk);
    passed(await pack(desks.clerk, packet, one.refs));
    await give(desks.clerk, [packet], { kind: "person", id: who.officer }, desks.officer);
    passed(await desks.officer.send("POST", `/custody/containers/${packet.id}/unpacking`, {}));
    passed(await pack(desks.officer, packet, [one.refs[0] ?? packet]));
    await give(desks.officer, [packet], { kind: "person", id: who.clerk }, desks.clerk);
    const [, stayed] = one.refs;
    if (!stayed || !one.refs[0]) throw new Error("there are two papers");
    const steps = async (paper: Ref) => (await way(desks.officer, paper)).chain.map(({ type }) => type);
    expect(await steps(stayed)).toEqual(["born", "packed", "handedOver", "unpacked"]);
    expect(await steps(one.refs[0])).toEqual([
      "born",
      "packed",
      "handedOver",
      "unpacked",
      "packed",
      "handedOver",
    ]);
    expect(other.refs.length).toBeGreaterThan(0);
  });

  test("a packet tells its sheets and what lies in it; its giver may hand it over until it is offered", async () => {
    const dossier = await papers();
    const packet = await makeContainer(desks.clerk);
    passed(await pack(desks.clerk, packet, dossier.refs));
    const before = await way(desks.clerk, packet);
    expect(before.contents.map(({ id }) => id)).toEqual(dossier.refs.map(({ id }) => id).toSorted());
    const sum = (what: "originals" | "copies") =>
      before.contents.reduce((total, view) => total + view[what], 0);
    expect([before.view.originals, before.view.copies]).toEqual([sum("originals"), sum("copies")]);
    expect(before.view.originals + before.view.copies).toBeGreaterThan(0);
    expect(before.mayHandOver).toBe(true);
    const offered = passed(await offer(desks.clerk, [packet], OFFICE));
    const after = await way(desks.clerk, packet);
    expect(after.view.manifestId).toBe(offered.body["manifestId"]);
    expect(after.mayHandOver).toBe(false);
    expect((await way(desks.clerk, dossier.refs[0] ?? packet)).view.since <= after.view.since).toBe(true);
  });

  test("a courier sees the packet that was handed over, and neither the papers in it nor other dossiers", async () => {
    const dossier = await papers();
    const packet = await makeContainer(desks.clerk);
    passed(await pack(desks.clerk, packet, dossier.refs));
    await give(desks.clerk, [packet], { kind: "person", id: who.binh }, binh);
    const { view, contents } = await way(binh, packet);
    expect(view).toMatchObject({ dossierCode: null, originals: 3, copies: 1 });
    expect(contents).toEqual([]);
    expect(await find(binh, dossier.code)).toEqual([]);
    const [paper] = dossier.refs;
    expect((await binh.get(`/custody/things/item/${paper?.id}`)).body["code"]).toBe("not_found");
  });

  test("a seal that differed is told with its photo", async () => {
    const dossier = await papers();
    const packet = await makeContainer(desks.clerk);
    passed(await pack(desks.clerk, packet, dossier.refs));
    await seal(desks.clerk, packet);
    const photoFileId = await keepFile(desks.clerk, "photo");
    passed(
      await desks.clerk.send("POST", `/custody/containers/${packet.id}/opening`, {
        seal: "SAI-1",
        differs: { note: "Chì niêm phong khác số", photoFileId },
      }),
    );
    const { chain } = await way(desks.clerk, packet);
    expect(chain.map(({ type, photos }) => [type, photos])).toEqual([
      ["born", []],
      ["sealed", []],
      ["opened", [photoFileId]],
    ]);
  });
});

describe("what somebody holds right now", () => {
  test("the own hands first, then the counter; each with how many things, newest first", async () => {
    const packet = await makeContainer(desks.clerk);
    const { holders, things } = await held(desks.clerk);
    expect(holders[0]?.holder).toMatchObject({ kind: "person", id: who.clerk });
    expect(holders[1]?.holder.kind).toBe("counter");
    expect(holders[0]?.things).toBeGreaterThan(0);
    expect(things[0]?.id).toBe(packet.id);
  });

  test("pages follow each other without a gap", async () => {
    for (let made = 0; made < 53; made += 1) await makeContainer(desks.officer);
    const first = await held(desks.officer);
    expect(first.things).toHaveLength(50);
    const second = await held(desks.officer, `?after=${first.next}`);
    const all = [...first.things, ...second.things].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(53);
    expect((await held(desks.officer, "?after=nonsense")).things).toHaveLength(50);
  });

  test("anybody may ask what another has, and sees of it what is his or hers to see", async () => {
    const packet = await makeContainer(desks.clerk);
    await give(desks.clerk, [packet], { kind: "person", id: who.binh }, binh);
    const seen = await held(desks.clerk, `?kind=person&id=${who.binh}`);
    expect(seen.things.map(({ id }) => id)).toContain(packet.id);
    const other = await held(desks.approver, `?kind=person&id=${who.clerk}`);
    expect(other.things).toEqual([]);
    const nobody = await desks.clerk.get(
      "/custody/holdings?kind=person&id=0192c1a0-0000-7000-8000-000000000001",
    );
    expect(nobody.body["code"]).toBe("not_found");
  });

  test("the head is told who of the unit has something", async () => {
    const head = await app.signIn("hanh.head");
    const { holders } = await held(head);
    const clerk = holders.find(
      ({ holder }) => holder.name !== "" && holder.kind === "person" && holder.id === who.clerk,
    );
    expect(clerk?.things).toBeGreaterThan(0);
    expect((await held(desks.officer)).holders.map(({ holder }) => holder.id)).not.toContain(who.clerk);
  });
});

describe("bảng kê", () => {
  test("one stands with the giver as given, with the addressee as offered, and with both when it is settled", async () => {
    const packet = await makeContainer(desks.clerk);
    const manifestId = String(
      passed(await offer(desks.clerk, [packet], { kind: "person", id: who.binh })).body["manifestId"],
    );
    const list = async (by: Client, name: string) =>
      (
        passed(await by.get(`/custody/manifests?list=${name}`)).body["manifests"] as {
          manifestId: string;
          mayAccept: boolean;
          mayWithdraw: boolean;
        }[]
      ).find((one) => one.manifestId === manifestId);
    expect(await list(desks.clerk, "fromMe")).toMatchObject({ mayAccept: false, mayWithdraw: true });
    expect(await list(binh, "toMe")).toMatchObject({ mayAccept: true, mayWithdraw: false });
    expect(await list(binh, "fromMe")).toBeUndefined();
    expect(await list(desks.clerk, "toMe")).toBeUndefined();
    passed(await accept(binh, manifestId, 1));
    expect(await list(binh, "toMe")).toBeUndefined();
    for (const by of [desks.clerk, binh])
      expect(await list(by, "settled")).toMatchObject({ mayAccept: false, mayWithdraw: false, accepted: 1 });
  });

  test("a bảng kê tells its lines, both signatures and what differed", async () => {
    const [one, two] = [await makeContainer(desks.clerk), await makeContainer(desks.clerk)];
    const offered = passed(await offer(desks.clerk, [one, two], { kind: "person", id: who.binh }));
    const manifestId = String(offered.body["manifestId"]);
    passed(
      await accept(binh, manifestId, 1, {
        differences: [{ kind: "missing", position: 2, note: "Không có trong túi" }],
      }),
    );
    const { body } = passed(await binh.get(`/custody/manifests/${manifestId}`));
    expect(body["manifest"]).toMatchObject({ number: offered.body["number"], lines: 2, accepted: 1 });
    const lines = body["lines"] as { position: number; outcome: string; view: View }[];
    expect(lines.map(({ position, outcome, view }) => [position, outcome, view.id])).toEqual([
      [1, "accepted", one.id],
      [2, "missing", two.id],
    ]);
    const signatures = body["signatures"] as { side: string; name: string }[];
    expect(signatures.map(({ side }) => side)).toEqual(["giver", "receiver"]);
    expect(new Set(signatures.map(({ name }) => name)).size).toBe(2);
    expect(body["differences"]).toMatchObject([
      { kind: "missing", note: "Không có trong túi", settled: null },
    ]);
    expect((await desks.approver.get(`/custody/manifests/${manifestId}`)).body["code"]).toBe("not_found");
  });

  test("somebody without an account is named on the bảng kê and in the way", async () => {
    const packet = await makeContainer(desks.clerk);
    const { body } = passed(
      await desks.clerk.send("POST", "/custody/hand-overs", {
        things: [{ thing: "container", id: packet.id }],
        receiver: { name: "Trần Văn Tài", paper: "GPLX 790123" },
        signature: await sign(desks.clerk),
        receiverSignature: await sign(desks.clerk),
      }),
    );
    const told = passed(await desks.clerk.get(`/custody/manifests/${String(body["manifestId"])}`)).body;
    expect(told["manifest"]).toMatchObject({ to: { kind: "outsider", name: "Trần Văn Tài" } });
    const { view, chain } = await way(desks.clerk, packet);
    expect(view.holder?.name).toBe("Trần Văn Tài");
    expect(chain.at(-1)?.signatures.map(({ name }) => name)).toContain("Trần Văn Tài");
  });
});

describe("to whom", () => {
  const receivers = async (q: string) =>
    passed(await desks.clerk.get(`/custody/receivers?q=${encodeURIComponent(q)}`)).body["receivers"] as {
      kind: string;
      id: string;
      name: string;
    }[];

  test("people and places are found without diacritics, each word anywhere; nobody finds himself", async () => {
    const { rows } = await app.owner.query<{ name: string }>(
      "select full_name as name from nation.account where id = $1",
      [who.binh],
    );
    const plain = (rows[0]?.name ?? "").normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/gu, "d");
    expect((await receivers(plain.split(" ").toReversed().join(" "))).map(({ id }) => id)).toContain(
      who.binh,
    );
    expect((await receivers("buu dien")).map(({ kind }) => kind)).toContain("postOffice");
    expect((await receivers("")).length).toBeLessThanOrEqual(200);
    expect((await receivers("")).map(({ id }) => id)).not.toContain(who.clerk);
    expect(await receivers("không có ai như thế")).toEqual([]);
  });
});
