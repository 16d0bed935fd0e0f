import { randomUUID } from "node:crypto";
import { localTime } from "#domain/shared/instant.ts";
import { type Hand, type Life, type LifeAct, type Visitor, inWork, outcome, turn } from "./life.ts";
import { SHELF, bodyOfId, keepDrawn, placeOf } from "./postal-places.ts";

const [OFFICER, CLERK, COURIER] = ["duc.officer", "lan.clerk", "binh.courier"] as const;
const [CASE, APPROVER] = ["ha.case", "thai.approver"] as const;
/** A copy of an entry of civil status: soon decided, and few go to fetch it themselves. */
const EXTRACT = "2.000635";
const COMMUNE = { code: "30163", name: "xã Bình Thành, tỉnh Đồng Tháp" } as const;
const GRAMS = 80;

const receiver = (
  name: string,
  identityNumber: string,
  birthDate: string,
  hamlet: string,
  phone: string,
): Visitor & { readonly phone: string } => ({
  name,
  identityNumber,
  birthDate,
  sex: Number(identityNumber.charAt(3)) % 2 === 0 ? "male" : "female",
  address: `${hamlet}, ${COMMUNE.name}`,
  phone,
});

const at = (before: number, by: string, play: LifeAct["play"]): LifeAct => ({ before, by, play });

/** A result that is ready a day and a half after its dossier came. */
const decided = (before: number, number: string): readonly LifeAct[] => [
  ...inWork(before - 0.1, OFFICER, CASE),
  outcome(before - 1.2, CASE, number),
  turn(before - 1.4, APPROVER, "approval"),
];

/** The clerk orders the way back at the price that the tariff says. */
const ordered = (before: number, { name, address, phone }: ReturnType<typeof receiver>): LifeAct =>
  at(before, CLERK, async ({ call, dossierId, notes }) => {
    const what = { service: "return", weightGrams: GRAMS };
    const { quote } = (await call("POST", `/dossiers/${dossierId}/postal-quote`, {
      ...what,
      communeCode: COMMUNE.code,
    })) as { quote: { total: number } };
    const { shipments } = (await call("POST", `/dossiers/${dossierId}/postal-orders`, {
      ...what,
      citizen: { name, address, phone, communeCode: COMMUNE.code },
      payment: "recipientPays",
      saidTotal: quote.total,
    })) as { shipments: readonly { shipmentId: string }[] };
    notes.set("shipment", shipments[0]?.shipmentId ?? "");
  });

/** The officer seals the result into a packet, where it is told so into a bag, and signs the bảng kê for the courier. */
const offered = (before: number, seal: string, inBag = false): LifeAct =>
  at(before, OFFICER, async (hand) => {
    const { call, notes } = hand;
    const packet = await sealed(call, "packet", [await resultOf(hand)], seal);
    const outer = inBag ? await sealed(call, "bag", [packet], `${seal}-T`) : packet;
    const { manifestId } = await call("POST", "/custody/manifests", {
      things: [{ ...outer, seal: inBag ? `${seal}-T` : seal }],
      to: { kind: "person", id: await accountOf(hand, COURIER) },
      signature: await drawn(hand),
    });
    notes.set("manifest", String(manifestId));
  });

async function sealed(call: Hand["call"], kind: "packet" | "bag", things: readonly object[], seal: string) {
  const { containerId } = await call("POST", "/custody/containers", { kind });
  const id = String(containerId);
  await call("POST", `/custody/containers/${id}/packing`, { things });
  await call("POST", `/custody/containers/${id}/sealing`, { seal });
  return { thing: "container", id } as const;
}

/** The courier counts, signs, and carries it from then on; the post has it by that. */
const taken = (before: number): LifeAct =>
  at(before, COURIER, async (hand) => {
    const place = `/custody/manifests/${hand.notes.get("manifest") ?? ""}/acceptance`;
    await hand.call("POST", place, { counted: 1, signature: await drawn(hand) });
  });

function reported(
  before: number,
  type: string,
  more: (hand: Hand) => object | Promise<object> = () => ({}),
): LifeAct {
  return at(before, COURIER, async (hand) => {
    const place = `/postal/shipments/${hand.notes.get("shipment") ?? ""}/events`;
    await hand.call("POST", place, { reportId: randomUUID(), type, at: hand.at, ...(await more(hand)) });
  });
}

const drawn = async (hand: Hand) => ({ kind: "drawn", fileId: await keepDrawn(hand.call, hand.files) });

async function resultOf({ call, dossierId }: Hand) {
  const { items } = (await call("GET", `/dossiers/${dossierId}`)) as {
    items: readonly { itemId: string; kind: string }[];
  };
  return { thing: "item", id: items.find(({ kind }) => kind === "result")?.itemId ?? "" } as const;
}

async function accountOf({ callerOf }: Hand, username: string): Promise<string> {
  return bodyOfId(await (await callerOf(username))("GET", "/session"), "accountId");
}

const life = (
  who: Visitor,
  before: number,
  acts: readonly LifeAct[],
  returnMethod: "postal" | "counter" = "postal",
): Life => ({ procedure: EXTRACT, who, before, by: CLERK, form: { returnMethod }, acts });

/** On its way from the third day before the demo's now: ordered, sealed, in the courier's hands. */
const underWay = (who: ReturnType<typeof receiver>, number: string): readonly LifeAct[] => [
  ...decided(5, `${number}/TLHT`),
  ordered(3.4, who),
  offered(3.2, `NP-${number}`),
  taken(3.1),
];

const WHO = {
  ordered: receiver("Nguyễn Thị Diễu", "087186980211", "1986-04-02", "Ấp 1", "0950000121"),
  onTheWay: receiver("Trần Văn Cảnh", "087078980224", "1978-08-15", "Ấp 2", "0950000122"),
  delivered: receiver("Lê Thị Nhiên", "087172980238", "1972-12-01", "Ấp 3", "0950000123"),
  notThere: receiver("Phạm Văn Đợi", "087081980249", "1981-06-19", "Ấp Bình Hòa", "0950000124"),
  lost: receiver("Huỳnh Thị Mười", "087165980253", "1965-02-27", "Ấp Bình Chánh", "0950000125"),
  offered: receiver("Võ Thanh Sang", "087090980266", "1990-10-30", "Ấp Bình Trung", "0950000126"),
  fetches: receiver("Đặng Thị Phụng", "087194980277", "1994-01-21", "Ấp 2", "0950000127"),
} as const;

/** What the post has to do with: an order, ways that went well, badly and not at all, and a shelf that waits. */
export const POSTAL_LIVES: readonly Life[] = [
  life(WHO.ordered, 3, [...decided(3, "301/TLHT"), ordered(1.1, WHO.ordered)]),
  life(WHO.onTheWay, 5, [
    ...underWay(WHO.onTheWay, "302"),
    reported(0.6, "inTransit", () => ({ place: "Bưu điện Thanh Bình" })),
  ]),
  life(WHO.delivered, 5, [
    ...underWay(WHO.delivered, "303"),
    reported(1.3, "delivered", async ({ call, files }) => ({
      delivery: { taker: "recipient", name: WHO.delivered.name, identityChecked: true },
      signatureFileId: await keepDrawn(call, files),
    })),
  ]),
  life(WHO.notThere, 5, [
    ...underWay(WHO.notThere, "304"),
    reported(1.5, "attemptFailed", () => ({ reason: "nobodyHome" })),
    reported(1.45, "invited"),
  ]),
  life(WHO.lost, 5, [
    ...underWay(WHO.lost, "305"),
    reported(1.2, "lost"),
    at(0.7, CLERK, async ({ call, notes, at: now }) => {
      await call("POST", `/postal/shipments/${notes.get("shipment") ?? ""}/incidents`, {
        kind: "lost",
        source: "counter",
        on: localTime(now).day,
        words: "Bà Mười chưa nhận được bản trích lục, đề nghị bưu điện trả lời (dữ liệu minh họa).",
      });
    }),
  ]),
  life(WHO.offered, 4, [...decided(4, "306/TLHT"), ordered(1.4, WHO.offered), offered(0.4, "NP-306", true)]),
  life(
    WHO.fetches,
    4,
    [
      ...decided(4, "307/TLHT"),
      at(1.9, OFFICER, async (hand) => {
        const things = [await resultOf(hand)];
        const to = { kind: "place", id: await placeOf(hand.call, SHELF) };
        await hand.call("POST", "/custody/placing", { things, to, signature: await drawn(hand) });
      }),
    ],
    "counter",
  ),
];
