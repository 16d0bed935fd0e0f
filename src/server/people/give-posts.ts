import { endPost, givePost } from "#contract/people.ts";
import {
  type PostTerms,
  endPost as mayEndPost,
  hasEnded,
  postFaults,
  sharesADay,
} from "#domain/people/contract.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { writeAccountChange, writePost, writePostEnd } from "../ledgers/account-ledger.ts";
import { handOver } from "../ledgers/hand-over.ts";
import { acrossSpace, findInHand } from "../ledgers/in-hand.ts";
import { holdMandateEpoch, moveMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { decideSuccessor } from "../ledgers/successors.ts";
import { openAccount } from "./account-act.ts";
import { isPlaceOf } from "./jurisdiction.ts";
import { leavingPost } from "./leaving-post.ts";

/** Gives a post at a place of the own space, within the contract. */
export const givePostRoute = bind(givePost, (context) =>
  context.write(async (tx, space) => {
    const { body, params, deps, reference } = context;
    await holdMandateEpoch(tx);
    const opened = await openAccount(tx, space, context, { ...params, ...body });
    if (!opened.ok) return opened;
    const { account, act, today } = opened.value;
    if (hasEnded({ ...account, closed: account.closedAt !== null }, today)) return refuse("contract_over");
    const post: PostTerms & { placeId: string } = {
      role: body.role,
      place: body.placeKind,
      placeId: body.placeId,
      validFrom: body.validFrom as PlainDate,
      validTo: body.validTo as PlainDate | null,
    };
    if (!isPlaceOf(reference, space, post.place, post.placeId)) return refuse("outside_jurisdiction");
    const held = account.posts.some(
      (one) => one.role === post.role && one.placeId === post.placeId && sharesADay(one, post),
    );
    const problems = [...postFaults(account, post), ...(held ? ["post_held_already" as const] : [])];
    if (problems.length > 0) return refuse("account_invalid", { problems });
    const postId = deps.newId();
    await writePost(tx, { ...post, id: postId, accountId: account.accountId });
    const { role, placeId, validFrom, validTo } = post;
    const written = await writeAccountChange(tx, act, {
      type: "account.postGiven",
      payload: { postId, role, placeId, validFrom, validTo },
    });
    if (!written.ok) return written;
    await moveMandateEpoch(tx);
    return done({ version: written.value, postId });
  }),
);

/** Ends a post. When its last day is past, what is in hand by it alone goes on now; else when that day is over. */
export const endPostRoute = bind(endPost, (context) =>
  context.write(async (tx, space) => {
    const { body, params, deps, reference, requestId, now } = context;
    await holdMandateEpoch(tx);
    const opened = await openAccount(tx, space, context, { ...params, ...body });
    if (!opened.ok) return opened;
    const { account, act, today } = opened.value;
    const post = account.posts.find(({ postId }) => postId === params.postId);
    if (!post) return refuse("not_found");
    if (!isPlaceOf(reference, space, post.placeKind, post.placeId)) return refuse("outside_jurisdiction");
    const lastDay = body.lastDay as PlainDate;
    const ends = mayEndPost(post, lastDay, today);
    if (!ends.ok) return ends;
    const successorId = body.successorId ?? null;
    const where = { reference, space, day: today };
    const leaver = leavingPost(where, account, post);
    if (successorId !== null) {
      const inHand = await acrossSpace(tx, where, () => findInHand(tx, leaver));
      const fits = await decideSuccessor(tx, where, leaver, inHand, successorId);
      if (!fits.ok) return fits;
    }
    const { atOnce } = ends.value;
    await writePostEnd(tx, post.postId, lastDay, atOnce ? null : successorId);
    const handOverId = atOnce
      ? await handOver(tx, where, {
          newId: deps.newId,
          leaver,
          successorId,
          cause: "postEnd",
          causeId: post.postId,
          reason: body.reason.trim(),
          basis: act.basis,
          actorId: act.actorId,
          requestId,
          now,
        })
      : null;
    const { postId, validTo: before } = post;
    const written = await writeAccountChange(tx, act, {
      type: "account.postEnded",
      payload: { postId, before, after: lastDay, handOverId },
    });
    if (!written.ok) return written;
    await moveMandateEpoch(tx);
    return done({ version: written.value, handOverId });
  }),
);
