import type { PlainDate } from "../shared/plain-date.ts";

/** What is kept of a change of an account. No name, number or password is in it; free words stand beside it. */
export interface AccountEventPayloads {
  readonly "account.created": {
    readonly employerKind: string;
    readonly validFrom: PlainDate;
    readonly validTo: PlainDate | null;
  };
  readonly "account.contractEnded": ContractChange & { readonly handOverId: string | null };
  readonly "account.contractExtended": ContractChange;
  readonly "account.postGiven": PostPayload;
  readonly "account.postEnded": {
    readonly postId: string;
    readonly before: PlainDate | null;
    readonly after: PlainDate;
    readonly handOverId: string | null;
  };
  /** A new first password and authenticator were handed over; every open session ended. */
  readonly "account.credentialsReset": Record<never, never>;
  /** The person set an own password. */
  readonly "account.passwordChosen": Record<never, never>;
}

interface ContractChange {
  /** The last day before and after; null is without end. */
  readonly before: PlainDate | null;
  readonly after: PlainDate | null;
}

interface PostPayload {
  readonly postId: string;
  readonly role: string;
  readonly placeId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export type AccountEventType = keyof AccountEventPayloads;

/** Types with the version that is written today. */
export const ACCOUNT_EVENT_VERSIONS = {
  "account.created": 1,
  "account.contractEnded": 1,
  "account.contractExtended": 1,
  "account.postGiven": 1,
  "account.postEnded": 1,
  "account.credentialsReset": 1,
  "account.passwordChosen": 1,
} as const satisfies Record<AccountEventType, number>;
