import { ROLES } from "#domain/mandate/permission.ts";
import { ACCOUNT_EVENT_VERSIONS, type AccountEventType } from "#domain/people/account-event.ts";
import { CONTRACT_REFUSALS, EMPLOYER_KINDS, POST_PLACES } from "#domain/people/contract.ts";
import { SUCCESSOR_REFUSALS } from "#domain/people/successor.ts";
import { TRAINING_STATES } from "#domain/people/training.ts";
import { type Static, Type } from "typebox";
import { InHandView, PlacedChoice } from "./hand-overs.ts";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  Day,
  Line,
  Moment,
  NamedLine,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
} from "./shapes.ts";

export const PERSON_STATES = ["inForce", "suspended", "ending", "coming", "ended"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

const PersonRow = Type.Object({
  accountId: Uuid,
  username: Type.String(),
  fullName: Type.String(),
  employer: Type.String(),
  employerKind: OneOf(EMPLOYER_KINDS),
  validFrom: Day,
  validTo: Nullable(Day),
  state: OneOf(PERSON_STATES),
  /** The posts that stand or are to come: role and place. */
  posts: Type.Array(Type.Object({ role: OneOf(ROLES), place: Type.String() })),
});
export type PersonRow = Static<typeof PersonRow>;

export const listPeople = defineRoute({
  method: "GET",
  path: "/people",
  summary: "Everybody who works at the places of the own space, by name",
  permission: "people.edit",
  query: Strict({
    /** Of the name, the user name or the employer, with or without diacritics. */
    q: Type.Optional(ShortText),
    employerKind: Type.Optional(OneOf(EMPLOYER_KINDS)),
    placeId: Type.Optional(Uuid),
    state: Type.Optional(OneOf(PERSON_STATES)),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ people: Type.Array(PersonRow), next: Nullable(Cursor) }),
  refusals: [],
});

export const PostView = Type.Object({
  postId: Uuid,
  role: OneOf(ROLES),
  placeId: Uuid,
  place: Type.String(),
  /** The counters that a clerk or an officer may serve by it today. */
  counters: Type.Array(Type.String()),
  validFrom: Day,
  validTo: Nullable(Day),
  ended: Type.Boolean(),
  /** False for a post at a place of another space. */
  editable: Type.Boolean(),
});
export type PostView = Static<typeof PostView>;

const AccountEventView = Type.Object({
  seq: Type.Integer(),
  type: OneOf(Object.keys(ACCOUNT_EVENT_VERSIONS) as AccountEventType[]),
  at: Moment,
  by: Type.String(),
  reason: Nullable(Type.String()),
  /** The last day before and after, where the event is about days. */
  before: Nullable(Day),
  after: Nullable(Day),
  /** The post that it is about. */
  post: Nullable(Type.Object({ role: OneOf(ROLES), place: Type.String() })),
  handOverId: Nullable(Uuid),
});
export type AccountEventView = Static<typeof AccountEventView>;

export const readPerson = defineRoute({
  method: "GET",
  path: "/people/:accountId",
  summary: "A person with contract, posts, training, suspensions and the history of the account",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  response: Type.Object({
    person: PersonRow,
    version: Version,
    closedAt: Nullable(Moment),
    mustChangePassword: Type.Boolean(),
    /** Whether the personal number is known, by which a second employer is noticed. */
    numberKnown: Type.Boolean(),
    successor: Nullable(Type.String()),
    own: Type.Boolean(),
    posts: Type.Array(PostView),
    trainings: Type.Array(
      Type.Object({
        fieldName: Type.String(),
        heldOn: Day,
        validTo: Nullable(Day),
        state: OneOf(TRAINING_STATES),
      }),
    ),
    suspensions: Type.Array(
      Type.Object({
        from: Moment,
        to: Nullable(Moment),
        reason: Type.String(),
        decision: Type.String(),
        handOverId: Nullable(Uuid),
      }),
    ),
    history: Type.Array(AccountEventView),
  }),
  refusals: ["not_found"],
});
export type PersonView = Static<typeof readPerson.response>;

const NewPost = {
  role: OneOf(ROLES),
  placeKind: OneOf(POST_PLACES),
  placeId: Uuid,
  validFrom: Day,
  validTo: Nullable(Day),
};

/** What a person is handed once: the program does not show it a second time. */
const Slip = Type.Object({
  username: Type.String(),
  fullName: Type.String(),
  password: Type.String(),
  /** Of the authenticator, in base 32, to be typed where no camera is. */
  secret: Type.String(),
  /** The same as a QR code, as SVG. */
  qr: Type.String(),
});
export type Slip = Static<typeof Slip>;

const ReasonText = NamedLine;

export const createPerson = defineRoute({
  method: "POST",
  path: "/people",
  summary: "Makes an account for a person with one employer and a first post",
  permission: "people.edit",
  body: Strict({
    username: ShortText,
    fullName: Line,
    employer: Line,
    employerKind: OneOf(EMPLOYER_KINDS),
    /** Kept as a keyed hash only. */
    identityNumber: ShortText,
    validFrom: Day,
    validTo: Nullable(Day),
    post: Strict(NewPost),
    reason: ReasonText,
  }),
  response: Type.Object({ accountId: Uuid, slip: Slip }),
  refusals: ["account_invalid", "username_taken", "clerk_two_employers", "outside_jurisdiction"],
});

export const resetCredentials = defineRoute({
  method: "POST",
  path: "/people/:accountId/credentials",
  summary: "Gives a new first password and a new authenticator, and ends every session",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  body: Strict({ version: Version, reason: ReasonText }),
  response: Type.Object({ slip: Slip }),
  refusals: ["not_found", "account_own", "account_changed", "contract_over", "outside_jurisdiction"],
});

const Ended = Type.Object({
  version: Version,
  /** The record of what went on to a successor; null when nothing was in hand, or the day is still to come. */
  handOverId: Nullable(Uuid),
});

export const endContract = defineRoute({
  method: "POST",
  path: "/people/:accountId/contract-end",
  summary:
    "Ends a contract when its last day is over; past or asked for now, sessions end and what is in hand goes on",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  body: Strict({
    version: Version,
    lastDay: Day,
    /** Ends it at this moment, not when the last day is over; the last day is then today. */
    now: Type.Optional(Type.Boolean()),
    reason: ReasonText,
    successorId: Type.Optional(Uuid),
  }),
  response: Ended,
  refusals: [
    ...SUCCESSOR_REFUSALS,
    "not_found",
    "account_own",
    "account_changed",
    "contract_over",
    "contract_end_too_early",
    "contract_end_not_now",
    "outside_jurisdiction",
  ],
});

export const extendContract = defineRoute({
  method: "POST",
  path: "/people/:accountId/contract-extension",
  summary: "Lets a contract go on until a later day, or without end",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  body: Strict({ version: Version, lastDay: Nullable(Day), reason: ReasonText }),
  response: Type.Object({ version: Version }),
  refusals: [
    "not_found",
    "account_own",
    "account_changed",
    "contract_end_not_later",
    "clerk_two_employers",
    "outside_jurisdiction",
  ],
});

export const givePost = defineRoute({
  method: "POST",
  path: "/people/:accountId/posts",
  summary: "Gives a person a post at a place of the own space",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  body: Strict({ ...NewPost, version: Version, reason: ReasonText }),
  response: Type.Object({ version: Version, postId: Uuid }),
  refusals: [
    "not_found",
    "account_own",
    "account_changed",
    "account_invalid",
    "contract_over",
    "outside_jurisdiction",
  ],
});

export const endPost = defineRoute({
  method: "POST",
  path: "/people/:accountId/posts/:postId/end",
  summary: "Ends a post on a day; when the day is past, what is in hand by it goes on at once",
  permission: "people.edit",
  params: Strict({ accountId: Uuid, postId: Uuid }),
  body: Strict({ version: Version, lastDay: Day, reason: ReasonText, successorId: Type.Optional(Uuid) }),
  response: Ended,
  refusals: [
    ...SUCCESSOR_REFUSALS,
    ...CONTRACT_REFUSALS,
    "not_found",
    "account_own",
    "account_changed",
    "outside_jurisdiction",
  ],
});

export const previewLeaving = defineRoute({
  method: "GET",
  path: "/people/:accountId/in-hand",
  summary: "What a person has in hand now, and who may take it over",
  permission: "people.edit",
  params: Strict({ accountId: Uuid }),
  response: Type.Object({ inHand: InHandView, successors: Type.Array(PlacedChoice) }),
  refusals: ["not_found"],
});

export const listPeopleChoices = defineRoute({
  method: "GET",
  path: "/people-choices",
  summary: "The places of the own space at which posts are held",
  permission: "people.edit",
  response: Type.Object({
    units: Type.Array(PlacedChoice),
    agencies: Type.Array(PlacedChoice),
    postOffices: Type.Array(PlacedChoice),
  }),
  refusals: [],
});
export type PeopleChoices = Static<typeof listPeopleChoices.response>;
