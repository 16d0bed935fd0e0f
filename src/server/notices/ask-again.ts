import { sendNoticeAgain, tellInPerson } from "#contract/notices.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { NOTICE_TOPIC } from "../ledgers/notice-topic.ts";
import { askAgain, holdNotice, markTold, queueNotice } from "./again-store.ts";
import { causeOf } from "./store.ts";

/** Has a message that was given up sent once more, with as many tries as at first. */
export const sendNoticeAgainRoute = bind(sendNoticeAgain, ({ actor, deps, params, now, write }) =>
  write(async (tx) => {
    const notice = await holdNotice(tx, params.noticeId);
    if (!notice) return refuse("not_found");
    if (notice.state !== "givenUp" || notice.channel === "person") return refuse("notice_not_given_up");
    await askAgain(tx, notice.id, actor.accountId, now);
    await queueNotice(tx, { id: deps.newId(), topic: NOTICE_TOPIC, payload: causeOf(notice), now });
    return done({ noticeId: notice.id, state: "waiting" as const });
  }),
);

/** Somebody told the citizen: nothing is sent any more. */
export const tellInPersonRoute = bind(tellInPerson, ({ actor, params, now, write }) =>
  write(async (tx) => {
    const notice = await holdNotice(tx, params.noticeId);
    if (!notice) return refuse("not_found");
    if (notice.state !== "givenUp" || notice.told_by !== null) return refuse("notice_not_given_up");
    await markTold(tx, notice.id, actor.accountId, now);
    return done({ noticeId: notice.id, state: "sent" as const });
  }),
);
