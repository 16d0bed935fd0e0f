import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { SampleFiles } from "../sample-files.ts";
import type { Caller } from "../staff-sessions.ts";

export type Body = Readonly<Record<string, unknown>>;

/** What an act of a life has at hand when its moment has come. */
export interface Hand {
  readonly call: Caller;
  /** Somebody else of the demo, to be asked for an id. */
  readonly callerOf: (username: string) => Promise<Caller>;
  /** The moment of the act. */
  readonly at: Instant;
  readonly dossierId: string;
  /** The working day so many days of work from the demo's now. */
  readonly dayIn: (workingDays: number) => PlainDate;
  readonly files: SampleFiles;
  /** Ids that earlier acts of this life left behind. */
  readonly notes: Map<string, string>;
  /** Does something to the dossier as it was last seen. @example move("forwarding", {}) */
  readonly move: (path: string, body: Body) => Promise<Body>;
  /** Does what does not ask as what it was seen. */
  readonly add: (path: string, body: Body) => Promise<Body>;
  /** A civil servant stands by what a clerk did who only assists. */
  readonly confirm: () => Promise<void>;
}

/** One thing that somebody does to a dossier. */
export interface LifeAct {
  /** So many working days before the demo's now, counted by the clock at work. @example 0.5 is half a working day */
  readonly before: number;
  /** A user name. */
  readonly by: string;
  readonly play: (hand: Hand) => Promise<void>;
}

/** Somebody who comes to a counter: invented, as everybody in the demo. */
export interface Visitor {
  readonly name: string;
  /** The last six digits begin with 98: never those of anybody who is drawn by chance. */
  readonly identityNumber: string;
  readonly birthDate: string;
  readonly sex: "female" | "male";
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
}

/** A dossier that takes a turn of its own, from the counter to where it stands at the demo's now. */
export interface Life {
  readonly procedure: string;
  readonly who: Visitor;
  readonly before: number;
  readonly by: string;
  /** Left out, it is received; otherwise what the counter answers instead (Mẫu 02, Mẫu 03). */
  readonly answer?: Body;
  /** Fields of the form beside those that every form has. */
  readonly form?: Body;
  readonly acts: readonly LifeAct[];
}

const act = (before: number, by: string, play: LifeAct["play"]): LifeAct => ({ before, by, play });

/** A turn with what is said with it; days are counted when it happens. */
export function turn(
  before: number,
  by: string,
  path: string,
  body: Body | ((hand: Hand) => Body) = {},
): LifeAct {
  return act(before, by, async (hand) => {
    await hand.move(path, typeof body === "function" ? body(hand) : body);
  });
}

/** The officer forwards it, and a case officer takes it in hand. */
export function inWork(before: number, officer: string, caseOfficer: string): readonly LifeAct[] {
  return [turn(before, officer, "forwarding"), turn(before - 0.2, caseOfficer, "taking")];
}

export function confirmed(before: number, by: string): LifeAct {
  return act(before, by, ({ confirm }) => confirm());
}

export function outcome(before: number, by: string, number: string): LifeAct {
  return act(before, by, async (hand) => {
    const fileId = await keep(hand, "result", "Kết quả.pdf", hand.files.result.granted);
    await hand.move("outcome", { outcome: "granted", fileId, number });
  });
}

export function returned(before: number, by: string): LifeAct {
  return act(before, by, async (hand) => {
    await hand.move("return", {
      collector: "applicant",
      identityProof: "identityCard",
      identityChecked: true,
      signature: await signature(hand),
      originals: [],
    });
  });
}

/** Originals that were kept to be compared go back to the citizen. */
export function originalsBack(before: number, by: string, note: string): LifeAct {
  return act(before, by, async (hand) => {
    const { items } = (await hand.call("GET", `/dossiers/${hand.dossierId}`)) as {
      items: readonly { itemId: string; kind: string; originals: number; shown: boolean }[];
    };
    const itemIds = items
      .filter(({ kind, originals, shown }) => kind === "paper" && originals > 0 && !shown)
      .map(({ itemId }) => itemId);
    await hand.move("paper-returns", { itemIds, signature: await signature(hand), note });
  });
}

/** How the citizen wants to be told from now on. */
export function wish(before: number, by: string, channels: readonly string[]): LifeAct {
  return act(before, by, async ({ call, dossierId }) => {
    await call("PUT", `/dossiers/${dossierId}/notice-wish`, { channels, language: "vi" });
  });
}

/** Another agency is asked for its opinion, by a day. */
export function consulted(
  before: number,
  by: string,
  question: { readonly agencyId: string; readonly question: string; readonly answerIn: number },
): LifeAct {
  return act(before, by, async ({ move, dayIn, notes }) => {
    const { answerIn, ...asked } = question;
    const { consultationId } = await move("consultations", { ...asked, answerBy: dayIn(answerIn) });
    notes.set("consultation", String(consultationId));
  });
}

export function answered(
  before: number,
  by: string,
  answer: { readonly words: string; readonly number: string },
): LifeAct {
  return act(before, by, async ({ add, notes }) => {
    await add(`consultations/${notes.get("consultation") ?? ""}/answer`, answer);
  });
}

async function signature(hand: Hand): Promise<Body> {
  const [drawn] = hand.files.signatures;
  if (!drawn) throw new Error("There is no signature to sign with");
  return { kind: "drawn", fileId: await keep(hand, "signature", "Chữ ký.png", drawn) };
}

async function keep({ call, dossierId }: Hand, purpose: string, name: string, content: Buffer) {
  const place = `/dossiers/${dossierId}/files?purpose=${purpose}&name=${encodeURIComponent(name)}`;
  return String((await call("POST", place, content))["fileId"]);
}
