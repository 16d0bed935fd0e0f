import type { DossierView } from "#contract/dossiers.ts";
import { type Move, hasButton } from "#domain/dossier/dossier-machine.ts";
import { actOfMove } from "#domain/dossier/supplement.ts";
import { OFFICES_FOR_ACT } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { supplementsOf } from "../turns/turn-state.ts";

/** Turns that other posts make, and which posts those are. */
export interface OthersActs {
  readonly roles: readonly Role[];
  readonly moves: readonly Move[];
}

/** The moves of a dossier's state, sorted by what a person does with them. */
export interface OfferedActs {
  /** What brings the dossier on, and what sends it back, in this order. */
  readonly main: readonly Move[];
  /** Turns aside from the way that fall to this person's post: each with its reason when it cannot be made. */
  readonly aside: readonly Move[];
  /** Turns of other posts, those of the same posts together: one reason for all of them. */
  readonly others: readonly OthersActs[];
  /** What is done at the counter, with its form. */
  readonly atCounter: boolean;
}

const ASIDE: readonly Move[] = [
  "assign",
  "askSupplement",
  "imposeDuty",
  "askWithdrawal",
  "extend",
  "apologise",
  "consult",
  "sendToDesk",
  "handPapersBack",
  "chooseCollection",
  "recordRefusal",
  "reopen",
  "stop",
];
const AT_COUNTER = [
  "receive",
  "takeIn",
  "askBeforeReceipt",
  "refuseIntake",
] as const satisfies readonly Move[];

/**
 * Sorts what the state allows. The acts of other posts, and to the post's people those of the state's, are nothing to be
 * refused here, and nothing to be told a way out of: the turns among them are named with whose they are, no more.
 * @example a case officer at "processing" → main: recordOutcome; aside: askSupplement, imposeDuty; others: the approver's
 * extend and stop
 * @param toGiveBack the dossier has ended, and originals of the citizen still lie here: to hand them back is what is left
 */
export function offeredActs(dossier: Pick<DossierView, "acts" | "events">, toGiveBack = false): OfferedActs {
  const { acts } = dossier;
  const moves = acts.map(({ move }) => move);
  const isOthers = (move: Move) =>
    OF_OTHERS.includes(acts.find((act) => act.move === move)?.permit.refusal?.code ?? "");
  const standsAside = (move: Move) => isAside(move) && !(toGiveBack && move === "handPapersBack");
  const aside = ASIDE.filter((move) => moves.includes(move) && standsAside(move));
  return {
    main: moves
      .filter((move) => hasButton(move) && !standsAside(move) && !isAtCounter(move) && !isOthers(move))
      .toSorted((one, other) => Number(isBack(one)) - Number(isBack(other))),
    aside: aside.filter((move) => !isOthers(move)),
    others: byOffice(aside.filter(isOthers), supplementsOf(dossier)),
    atCounter: moves.some((move) => isAtCounter(move) && !isOthers(move)),
  };
}

const OF_OTHERS: readonly string[] = ["post_missing", "act_reserved_to_state"];

/** Moves that the same posts make, together, in the order of the first of each. */
function byOffice(moves: readonly Move[], supplements: number): readonly OthersActs[] {
  const rolesOf = (move: Move) => OFFICES_FOR_ACT[actOfMove(move, supplements)].flatMap(({ roles }) => roles);
  return [...groupBy(moves, (move) => rolesOf(move).join(" ")).values()].map((group) => ({
    roles: rolesOf(group[0]),
    moves: group,
  }));
}

/** Whether a move stands aside from the way of the dossier. */
export function isAside(move: Move): boolean {
  return ASIDE.includes(move);
}

/** Whether a move is made with the form of the counter. */
export function isAtCounter(move: Move): move is (typeof AT_COUNTER)[number] {
  return AT_COUNTER.some((one) => one === move);
}

/** What sends the dossier back rather than on. */
function isBack(move: Move): boolean {
  return move === "sendBack" || move === "handBack" || move === "withdraw" || move === "declineWithdrawal";
}

/** One act alone leads on: to submit again without putting anything right is the other way. */
export function isSecond(move: Move): boolean {
  return isBack(move) || move === "resubmit" || isAside(move);
}
