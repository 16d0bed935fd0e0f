import { createPerson, resetCredentials } from "#contract/people.ts";
import {
  type AccountFault,
  accountFaults,
  hasEnded,
  oneEmployer,
  postFaults,
  tidyUsername,
} from "#domain/people/contract.ts";
import { readIdentityNumber } from "#domain/person/identity-number.ts";
import { asId } from "#domain/shared/id.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { cleanText } from "#domain/person/written-text.ts";
import { type Context, bind } from "../http/context.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { writeAccount, writeAccountChange, writePost } from "../ledgers/account-ledger.ts";
import { isWhollyOf, openAccount } from "./account-act.ts";
import { isPlaceOf, officeOf } from "./jurisdiction.ts";
import { credentialsOf, slipOf } from "./slip.ts";
import { otherContracts, usernameTaken } from "./store.ts";

/** Makes an account with its first post. What is kept of the answer is the slip's id; its secrets are derived from it. */
export const createPersonRoute = bind(createPerson, async (context) => {
  const { body, deps } = context;
  const read = termsOf(body);
  const made = await context.write(async (tx, space) => {
    if (!read.ok) return read;
    const { account, post, number } = read.value;
    if (!isPlaceOf(context.reference, space, post.place, post.placeId)) return refuse("outside_jurisdiction");
    const accountId = deps.newId();
    const numberIndex = blindIndex(deps.ring, "number", number);
    const single = oneEmployer(account, await otherContracts(tx, numberIndex, accountId));
    if (!single.ok) return single;
    if (await usernameTaken(tx, account.username)) return refuse("username_taken");
    const slipId = deps.newId();
    const act = {
      accountId,
      basis: officeOf(context.actor, ["administrator"]),
      actorId: context.actor.accountId,
      reason: body.reason.trim(),
      now: context.now,
    };
    await writeAccount(tx, act, {
      ...account,
      numberIndex,
      ...(await credentialsOf(deps, accountId, slipId)),
    });
    const postId = deps.newId();
    await writePost(tx, { ...post, id: postId, accountId });
    const { role, placeId, validFrom, validTo } = post;
    const given = await writeAccountChange(
      tx,
      { ...act, version: 1 },
      {
        type: "account.postGiven",
        payload: { postId, role, placeId, validFrom, validTo },
      },
    );
    return given.ok ? done({ accountId, slipId }) : refuse("username_taken");
  });
  if (!made.ok) return made;
  const { accountId, slipId } = made.value;
  const person = { username: tidyUsername(body.username), fullName: cleanText(body.fullName) };
  return done({ accountId, slip: slipOf(deps, slipId, person) });
});

type Body = Context<typeof createPerson>["body"];

/** The contract has vouched for the days; what a person could have mistyped is checked here. */
function termsOf(body: Body): Result<ReturnType<typeof terms>, "account_invalid"> {
  const read = terms(body);
  const number = readIdentityNumber(body.identityNumber);
  const faults: readonly AccountFault[] = [
    ...accountFaults(read.account),
    ...(number.ok ? [] : ["number_unreadable" as const]),
    ...postFaults(read.account, read.post),
  ];
  return faults.length > 0 ? refuse("account_invalid", { problems: faults }) : done(read);
}

function terms(body: Body) {
  const number = readIdentityNumber(body.identityNumber);
  const { role, placeKind, placeId } = body.post;
  return {
    account: {
      username: tidyUsername(body.username),
      fullName: cleanText(body.fullName),
      employer: cleanText(body.employer),
      employerKind: body.employerKind,
      validFrom: body.validFrom as PlainDate,
      validTo: body.validTo as PlainDate | null,
    },
    post: {
      role,
      place: placeKind,
      placeId,
      validFrom: body.post.validFrom as PlainDate,
      validTo: body.post.validTo as PlainDate | null,
    },
    number: number.ok ? number.value : "",
  };
}

/** A new first password and authenticator: whoever holds the old ones is out, in every window. */
export const resetCredentialsRoute = bind(resetCredentials, async (context) => {
  const { body, params, deps } = context;
  const reset = await context.write(async (tx, space) => {
    const opened = await openAccount(tx, space, context, { ...params, ...body });
    if (!opened.ok) return opened;
    const { account, act, today } = opened.value;
    if (hasEnded({ ...account, closed: account.closedAt !== null }, today)) return refuse("contract_over");
    if (!isWhollyOf(account, context, space, today)) return refuse("outside_jurisdiction");
    const slipId = deps.newId();
    const change = { mustChangePassword: true, forgetUsedCodes: true, endSessions: true } as const;
    const written = await writeAccountChange(
      tx,
      act,
      { type: "account.credentialsReset", payload: {} },
      { ...change, ...(await credentialsOf(deps, account.accountId, slipId)) },
    );
    return written.ok ? done({ slipId }) : written;
  });
  if (!reset.ok) return reset;
  const person = await context.read((tx) =>
    tx
      .selectFrom("nation.account")
      .select(["username", "full_name as fullName"])
      .where("id", "=", asId<never>(params.accountId))
      .executeTakeFirstOrThrow(),
  );
  return done({ slip: slipOf(deps, reset.value.slipId, person) });
});
