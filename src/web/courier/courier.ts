import { readRound } from "#contract/rounds.ts";
import { type SessionView, readSession, signOut } from "#contract/session.ts";
import type { call as callApi } from "#web/staff/api.ts";
import { rememberServerAhead, serverAhead, serverNow } from "#web/staff/server-clock.ts";
import type { CourierStore, KeptAct, PhoneUser, Round } from "./courier-store.ts";
import { type SendEnd, sendQueue } from "./send-queue.ts";

/** Refusals of the moment that a report names, which came of the phone's clock. */
const OF_THE_CLOCK: ReadonlySet<string> = new Set(["report_before_order", "report_from_future"]);

type Call = typeof callApi;
type Waiting = KeptAct & { readonly seq: number };

/** What the screens show. */
export interface CourierState {
  readonly user: PhoneUser | null;
  readonly round: Round | null;
  /** This person's acts that the server does not have yet. */
  readonly acts: readonly Waiting[];
  /** Of other people who used this phone: how many wait for them. */
  readonly ofOthers: number;
  readonly busy: boolean;
  /** How the last try ended; null before the first. */
  readonly end: SendEnd | "notCourier" | null;
}

/** The courier's work on this phone: what is kept, what is sent, and what the screens are told. */
export interface Courier {
  readonly state: () => CourierState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends what waits, then loads the round; two at once are one. */
  readonly synchronise: () => Promise<void>;
  /** Keeps an act and tries to send it. @throws DOMException when the phone is full */
  readonly record: (act: Omit<KeptAct, "accountId">) => Promise<void>;
  readonly drop: (seq: number) => Promise<void>;
  /** Sends a refused act once more, as after a hand-over that was missing; without its photo where that was refused. */
  readonly sendAgain: (act: Waiting, without?: "photo") => Promise<void>;
  readonly signedIn: (session: SessionView) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Opens the work from what the phone has; nothing is asked of the network yet. */
export async function openCourier(store: CourierStore, call: Call): Promise<Courier> {
  const listeners = new Set<() => void>();
  let state: CourierState = { user: null, round: null, acts: [], ofOthers: 0, busy: false, end: null };
  let running: Promise<void> | null = null;

  const tell = (changes: Partial<CourierState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const follow = async (): Promise<void> => {
    const acts = await store.acts();
    const mine = acts.filter(({ accountId }) => accountId === state.user?.accountId);
    tell({ acts: mine, ofOthers: acts.length - mine.length });
  };
  const become = async (user: PhoneUser | null): Promise<void> => {
    if (user !== null) await store.keepUser(user);
    tell({ user, round: user === null ? null : ((await store.round(user.accountId)) ?? null) });
    await follow();
  };

  const run = async (): Promise<void> => {
    tell({ busy: true });
    let end: CourierState["end"] = "trouble";
    try {
      end = await exchange({ store, call, become, follow, tell, user: () => state.user });
    } finally {
      tell({ busy: false, end });
    }
  };

  const courier: Courier = {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    synchronise: () =>
      (running ??= inTurn(run).finally(() => {
        running = null;
      })),
    record: async (act) => {
      if (state.user === null) throw new Error("an act is somebody's");
      await store.addAct({ ...act, accountId: state.user.accountId });
      await follow();
      void courier.synchronise();
    },
    drop: async (seq) => {
      await store.removeAct(seq);
      await follow();
    },
    sendAgain: async (act, without) => {
      await store.putAct(again(act, without));
      await follow();
      await courier.synchronise();
    },
    signedIn: async ({ accountId, fullName }) => {
      await become({ accountId, fullName });
      await courier.synchronise();
    },
    leave: async () => {
      await call(signOut, {});
      if (state.user) await store.forgetUser(state.user.accountId);
      tell({ end: "signedOut" });
      await become(null);
    },
  };
  rememberServerAhead(await store.ahead());
  await become((await store.lastUser()) ?? null);
  return courier;
}

/** A refused act as it is sent once more. */
function again({ refused, report, files, ...act }: Waiting, without?: "photo"): Waiting {
  // A clock that was wrong is right by now: it was when it is sent, since nobody knows better.
  const isOfClock = OF_THE_CLOCK.has(refused?.code ?? "");
  return {
    ...act,
    report: isOfClock ? { ...report, at: serverNow() } : report,
    files: files.filter(({ purpose }) => purpose !== without),
  };
}

interface Exchange {
  readonly store: CourierStore;
  readonly call: Call;
  readonly become: (user: PhoneUser) => Promise<void>;
  readonly follow: () => Promise<void>;
  readonly tell: (changes: Partial<CourierState>) => void;
  readonly user: () => PhoneUser | null;
}

/** Who is signed in, then what waits goes out, then the round comes in. @returns where it ended */
async function exchange(phone: Exchange): Promise<NonNullable<CourierState["end"]>> {
  const { store, call } = phone;
  const session = await call(readSession, {});
  if (!session.ok) return session.problem.kind === "offline" ? "offline" : "signedOut";
  await unlessFull(store.keepAhead(serverAhead()));
  if (!session.value.roles.includes("courier")) return "notCourier";
  const { accountId, fullName } = session.value;
  if (phone.user()?.accountId !== accountId) await phone.become({ accountId, fullName });
  const end = await sendQueue(store, accountId, call, phone.follow);
  if (end !== "sent") return end;
  const round = await call(readRound, { query: {} });
  if (!round.ok) return round.problem.kind === "offline" ? "offline" : "trouble";
  await unlessFull(store.keepRound(accountId, round.value));
  phone.tell({ round: round.value });
  return "sent";
}

/** A phone that is full keeps nothing new, and still sends what it has: that makes room. */
async function unlessFull(keeping: Promise<void>): Promise<void> {
  try {
    await keeping;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Two tabs of one phone send one after the other. */
function inTurn(run: () => Promise<void>): Promise<void> {
  return navigator.locks.request("motcua-courier", run);
}
