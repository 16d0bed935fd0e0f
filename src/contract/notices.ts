import {
  NOTICE_CHANNELS,
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  NOTICE_PROBLEMS,
  NOTICE_STATES,
  SENDING_CHANNELS,
} from "#domain/notice/notice.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

/** A message to a citizen: what, by which way, why, and what became of it. */
export const SentNotice = Type.Object({
  noticeId: Uuid,
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  unitName: Type.String(),
  kind: OneOf(NOTICE_KINDS),
  channel: OneOf(NOTICE_CHANNELS),
  language: OneOf(NOTICE_LANGUAGES),
  state: OneOf(NOTICE_STATES),
  problem: Nullable(OneOf(NOTICE_PROBLEMS)),
  /** The type of the event because of which somebody is told; `parcel` where it was a report of the post. */
  because: Type.String(),
  /** Enough of the address to know it again; empty when nobody could be written to. */
  to: Type.String(),
  createdAt: Moment,
  attempts: Type.Integer(),
  triedAt: Nullable(Moment),
  sentAt: Nullable(Moment),
  answer: Nullable(Type.String()),
  /** What overtook it, so that it is not sent any more: the event, and its type. */
  overtakenBy: Nullable(Type.Object({ seq: Type.Integer(), because: Type.String() })),
  /** Who told the citizen in person. */
  toldBy: Nullable(Type.String()),
});
export type SentNotice = Static<typeof SentNotice>;

const filters = {
  q: Type.Optional(ShortText),
  state: Type.Optional(OneOf(NOTICE_STATES)),
  kind: Type.Optional(OneOf(NOTICE_KINDS)),
  channel: Type.Optional(OneOf(NOTICE_CHANNELS)),
  unitId: Type.Optional(Uuid),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};

export const listNotices = defineRoute({
  method: "GET",
  path: "/notices",
  summary:
    "What citizens were told by this person's units, the newest first: by code, state, kind, unit, day",
  readsPersons: true,
  permission: "dossier.read",
  query: Strict({ ...filters, after: Type.Optional(Cursor) }),
  response: Type.Object({
    notices: Type.Array(SentNotice),
    next: Nullable(Cursor),
    /** The units whose notices this person sees. */
    units: Type.Array(Type.Object({ id: Uuid, name: Type.String() })),
  }),
  refusals: [],
});

export const exportNotices = defineRoute({
  method: "GET",
  path: "/notices.csv",
  summary: "The same list as a file, 10,000 rows at most",
  readsPersons: true,
  permission: "dossier.read",
  query: Strict(filters),
  responseType: "bytes",
  response: Type.Unknown(),
  refusals: [],
});

const params = Strict({ noticeId: Uuid });
const Changed = Type.Object({ noticeId: Uuid, state: OneOf(NOTICE_STATES) });

export const sendNoticeAgain = defineRoute({
  method: "POST",
  path: "/notices/:noticeId/sending-again",
  summary: "Has a message that was given up sent once more",
  permission: "dossier.turn",
  params,
  response: Changed,
  refusals: ["not_found", "notice_not_given_up"],
});

export const tellInPerson = defineRoute({
  method: "POST",
  path: "/notices/:noticeId/telling",
  summary: "Says that the citizen was told in person what no message could tell",
  permission: "dossier.turn",
  params,
  response: Changed,
  refusals: ["not_found", "notice_not_given_up"],
});

const wish = {
  /** The dearest first; empty: no message at all. */
  channels: Type.Array(OneOf(SENDING_CHANNELS), { maxItems: 3, uniqueItems: true }),
  language: OneOf(NOTICE_LANGUAGES),
};
export const NoticeWishView = Type.Object({
  ...wish,
  /** False when nobody has said anything: then it is what holds for everybody. */
  said: Type.Boolean(),
  /** What there is an address or a number for. */
  reachable: Type.Array(OneOf(SENDING_CHANNELS)),
});
export type NoticeWishView = Static<typeof NoticeWishView>;

export const readNoticeWish = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/notice-wish",
  summary: "How the person of a dossier wants to be told",
  permission: "dossier.read",
  readsPersons: true,
  params: Strict({ dossierId: Uuid }),
  response: NoticeWishView,
  refusals: ["not_found"],
});

export const recordNoticeWish = defineRoute({
  method: "PUT",
  path: "/dossiers/:dossierId/notice-wish",
  summary: "How the person of a dossier wants to be told, for all dossiers of that person from now on",
  permission: "dossier.turn",
  params: Strict({ dossierId: Uuid }),
  body: Strict(wish),
  response: Type.Object({ ...wish }),
  refusals: ["not_found"],
});
