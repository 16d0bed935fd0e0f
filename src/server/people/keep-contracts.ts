import { endContract, extendContract } from "#contract/people.ts";
import {
  endContract as mayEndContract,
  extendContract as mayExtendContract,
  oneEmployer,
} from "#domain/people/contract.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { endPostsWith, writeAccountChange } from "../ledgers/account-ledger.ts";
import { handOver } from "../ledgers/hand-over.ts";
import { acrossSpace, findInHand } from "../ledgers/in-hand.ts";
import { leavingPerson } from "../ledgers/leavers.ts";
import { holdMandateEpoch, moveMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { decideSuccessor } from "../ledgers/successors.ts";
import { isWhollyOf, openAccount } from "./account-act.ts";
import { otherContracts } from "./store.ts";

/**
 * Ends a contract. Past, or asked for now: sessions end and what is in hand goes on in this transaction; today or on a
 * day to come the successor is kept, and the program hands over when that day is over.
 */
export const endContractRoute = bind(endContract, (context) =>
  context.write(async (tx, space) => {
    const { body, params, deps, now, reference, requestId } = context;
    await holdMandateEpoch(tx);
    const opened = await openAccount(tx, space, context, { ...params, ...body });
    if (!opened.ok) return opened;
    const { account, act, today } = opened.value;
    const lastDay = body.lastDay as PlainDate;
    const contract = { ...account, closed: account.closedAt !== null };
    const ends = mayEndContract(contract, lastDay, today, body.now);
    if (!ends.ok) return ends;
    if (!isWhollyOf(account, context, space, today)) return refuse("outside_jurisdiction");
    const successorId = body.successorId ?? null;
    const where = { reference, space, day: today };
    const leaver = leavingPerson(where, account.accountId);
    if (successorId !== null) {
      const inHand = await acrossSpace(tx, where, () => findInHand(tx, leaver));
      const fits = await decideSuccessor(tx, where, leaver, inHand, successorId);
      if (!fits.ok) return fits;
    }
    const { atOnce } = ends.value;
    const handOverId = atOnce
      ? await handOver(tx, where, {
          newId: deps.newId,
          leaver,
          successorId,
          cause: "contractEnd",
          causeId: account.accountId,
          reason: body.reason.trim(),
          basis: act.basis,
          actorId: act.actorId,
          requestId,
          now,
        })
      : null;
    await endPostsWith(tx, account.accountId, lastDay);
    const written = await writeAccountChange(
      tx,
      act,
      { type: "account.contractEnded", payload: { before: account.validTo, after: lastDay, handOverId } },
      {
        validTo: lastDay,
        successorId: atOnce ? null : successorId,
        ...(atOnce && { closedAt: now, endSessions: true as const }),
      },
    );
    if (!written.ok) return written;
    await moveMandateEpoch(tx);
    return done({ version: written.value, handOverId });
  }),
);

/** Lets a contract go on. Posts that ended with it are given anew: what somebody does is decided each time. */
export const extendContractRoute = bind(extendContract, (context) =>
  context.write(async (tx, space) => {
    const { body, params } = context;
    await holdMandateEpoch(tx);
    const opened = await openAccount(tx, space, context, { ...params, ...body });
    if (!opened.ok) return opened;
    const { account, act, today } = opened.value;
    const lastDay = body.lastDay as PlainDate | null;
    const extends_ = mayExtendContract({ ...account, closed: account.closedAt !== null }, lastDay, today);
    if (!extends_.ok) return extends_;
    if (!isWhollyOf(account, context, space, today)) return refuse("outside_jurisdiction");
    if (account.numberIndex !== null) {
      const others = await otherContracts(tx, account.numberIndex, account.accountId);
      const single = oneEmployer({ validFrom: account.validFrom, validTo: lastDay }, others);
      if (!single.ok) return single;
    }
    const written = await writeAccountChange(
      tx,
      act,
      { type: "account.contractExtended", payload: { before: account.validTo, after: lastDay } },
      { validTo: lastDay, closedAt: null, successorId: null },
    );
    if (!written.ok) return written;
    await moveMandateEpoch(tx);
    return done({ version: written.value });
  }),
);
