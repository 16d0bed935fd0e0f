import type { readRound } from "#contract/rounds.ts";
import type { reportShipment } from "#contract/postal.ts";
import type { RefusalCode } from "#contract/refusals.ts";
import type { RefusalDetails } from "#web/text/refusal-words.ts";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Static } from "typebox";

export type Round = Static<(typeof readRound)["response"]>;
export type Report = Static<(typeof reportShipment)["body"]>;

/** Who used this phone last; the name alone. */
export interface PhoneUser {
  readonly accountId: string;
  readonly fullName: string;
}

/** A photo or signature that goes before its report; its number is the phone's, so that a cut line can go on. */
export interface KeptFile {
  readonly uploadId: string;
  readonly purpose: "signature" | "photo";
  readonly content: Blob;
}

/** What a courier recorded, until the server has it. */
export interface KeptAct {
  /** The place in the queue: given by the store. */
  readonly seq?: number;
  readonly accountId: string;
  readonly shipmentId: string;
  /** In words, for the list: who and where. */
  readonly about: string;
  readonly report: Report;
  readonly files: readonly KeptFile[];
  /** Set when the server said no: it stays until the courier deals with it, and holds up nothing else. */
  readonly refused?: { readonly code: RefusalCode; readonly details: RefusalDetails };
}

interface Kept extends DBSchema {
  user: { key: "last"; value: PhoneUser };
  clock: { key: "ahead"; value: number };
  rounds: { key: string; value: Round };
  acts: { key: number; value: KeptAct };
}

/** What the phone keeps, also when the browser is killed. */
export interface CourierStore {
  readonly lastUser: () => Promise<PhoneUser | undefined>;
  readonly keepUser: (user: PhoneUser) => Promise<void>;
  /** Forgets the user and the doors of the round; what is waiting to be sent stays. */
  readonly forgetUser: (accountId: string) => Promise<void>;
  /** How far the server's clock is ahead of the phone's, in milliseconds; 0 before there was a network. */
  readonly ahead: () => Promise<number>;
  readonly keepAhead: (milliseconds: number) => Promise<void>;
  readonly round: (accountId: string) => Promise<Round | undefined>;
  readonly keepRound: (accountId: string, round: Round) => Promise<void>;
  /** All that waits, of everybody who used this phone, in the order in which it was recorded. */
  readonly acts: () => Promise<readonly (KeptAct & { readonly seq: number })[]>;
  /** @throws DOMException when the phone is full */
  readonly addAct: (act: KeptAct) => Promise<void>;
  readonly putAct: (act: KeptAct & { readonly seq: number }) => Promise<void>;
  readonly removeAct: (seq: number) => Promise<void>;
}

/** Opens the phone's own database. */
export async function openCourierStore(): Promise<CourierStore> {
  const db: IDBPDatabase<Kept> = await openDB<Kept>("motcua-courier", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("user");
      fresh.createObjectStore("clock");
      fresh.createObjectStore("rounds");
      fresh.createObjectStore("acts", { keyPath: "seq", autoIncrement: true });
    },
  });
  return {
    lastUser: () => db.get("user", "last"),
    keepUser: async (user) => void (await db.put("user", user, "last")),
    forgetUser: async (accountId) => {
      await db.delete("user", "last");
      await db.delete("rounds", accountId);
    },
    ahead: async () => (await db.get("clock", "ahead")) ?? 0,
    keepAhead: async (milliseconds) => void (await db.put("clock", milliseconds, "ahead")),
    round: (accountId) => db.get("rounds", accountId),
    keepRound: async (accountId, round) => void (await db.put("rounds", round, accountId)),
    acts: async () => (await db.getAll("acts")) as readonly (KeptAct & { readonly seq: number })[],
    addAct: async (act) => void (await db.add("acts", act)),
    putAct: async (act) => void (await db.put("acts", act)),
    removeAct: (seq) => db.delete("acts", seq),
  };
}
