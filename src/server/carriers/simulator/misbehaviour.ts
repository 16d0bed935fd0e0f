import type { Instant } from "#domain/shared/instant.ts";

/** How badly the simulated carrier behaves. Shares are in percent of requests or rows. */
export interface Misbehaviour {
  /** Before each answer. */
  readonly delayMs: number;
  /** Answered by 503 without doing anything. */
  readonly errorShare: number;
  /** The connection is cut: in half of them after what was asked for is done. */
  readonly cutShare: number;
  /** Answered by text that is no JSON. */
  readonly garbageShare: number;
  /** Rows of a page that are sent a second time, older ones too. */
  readonly duplicateShare: number;
  /** Events that are reported after later ones. */
  readonly lateShare: number;
  /** The rows of a page come in no order. */
  readonly shuffled: boolean;
  /** Every request is refused by cutting the connection. */
  readonly down: boolean;
  /** Times of its own clock in which it is down. */
  readonly downtimes: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Only the token endpoint is down. */
  readonly tokensDown: boolean;
  /** How long a token that is given from now on is good for. */
  readonly tokenSeconds: number;
  /** So much its clock is ahead of the world's. */
  readonly aheadSeconds: number;
  /** It sends everything that it has, whatever size of page was asked for. */
  readonly wholePages: boolean;
}

export const GOOD_BEHAVIOUR: Misbehaviour = {
  delayMs: 0,
  errorShare: 0,
  cutShare: 0,
  garbageShare: 0,
  duplicateShare: 0,
  lateShare: 0,
  shuffled: false,
  down: false,
  downtimes: [],
  tokensDown: false,
  tokenSeconds: 3600,
  aheadSeconds: 0,
  wholePages: false,
};

/** What a bad day looks like: the demo and the tests use it. */
export const BAD_BEHAVIOUR: Misbehaviour = {
  ...GOOD_BEHAVIOUR,
  errorShare: 10,
  cutShare: 10,
  garbageShare: 10,
  duplicateShare: 30,
  lateShare: 30,
  shuffled: true,
};

const isShare = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100;
const isCount = (value: unknown) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isFlag = (value: unknown) => typeof value === "boolean";
const isTime = (value: unknown) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const isDowntime = (value: unknown) =>
  typeof value === "object" && value !== null && "from" in value && "to" in value
    ? isTime(value.from) && isTime(value.to)
    : false;

const CHECKS: Readonly<Record<keyof Misbehaviour, (value: unknown) => boolean>> = {
  delayMs: isCount,
  errorShare: isShare,
  cutShare: isShare,
  garbageShare: isShare,
  duplicateShare: isShare,
  lateShare: isShare,
  shuffled: isFlag,
  down: isFlag,
  downtimes: (value) => Array.isArray(value) && value.every(isDowntime),
  tokensDown: isFlag,
  tokenSeconds: isCount,
  aheadSeconds: isCount,
  wholePages: isFlag,
};

/** The behaviour with what somebody asked to change; undefined when that cannot be meant. */
export function changedBehaviour(before: Misbehaviour, change: unknown): Misbehaviour | undefined {
  if (typeof change !== "object" || change === null) return undefined;
  const checks = new Map<string, (value: unknown) => boolean>(Object.entries(CHECKS));
  const meant = Object.entries(change).every(([name, value]) => checks.get(name)?.(value) ?? false);
  return meant ? { ...before, ...change } : undefined;
}
