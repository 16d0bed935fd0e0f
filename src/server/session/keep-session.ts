import { chooseCounter, listCounters, listDemoAccounts, readSession, signOut } from "#contract/session.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { clearSessionCookie } from "../http/session-cookie.ts";
import { deleteSession, setSessionCounter } from "../http/session-store.ts";
import { countersFor } from "../ledgers/actor.ts";
import { findDemoAccounts } from "./demo-accounts.ts";
import { codeChangesIn } from "../keys/one-time-code.ts";
import { counterView, sessionView } from "./session-view.ts";

export const readSessionRoute = bind(readSession, async ({ actor, reference }) =>
  done(sessionView(actor, reference)),
);

export const signOutRoute = bind(signOut, async ({ actor, deps, reply }) => {
  await deleteSession(deps.db, actor.session.tokenHash);
  clearSessionCookie(reply);
  return done({});
});

export const listCountersRoute = bind(listCounters, async ({ actor, reference, now }) =>
  done({
    counters: countersFor(actor, reference, localTime(now).day).map((counter) =>
      counterView(counter, reference),
    ),
  }),
);

export const chooseCounterRoute = bind(chooseCounter, async ({ actor, reference, body, deps, now }) => {
  const counter = countersFor(actor, reference, localTime(now).day).find(
    (candidate) => candidate.id === body.counterId,
  );
  if (!counter) return refuse("outside_jurisdiction");
  await setSessionCounter(deps.db, actor.session.tokenHash, counter.id);
  return done({ counter: counterView(counter, reference) });
});

export const listDemoAccountsRoute = bind(listDemoAccounts, async ({ deps, now, reference }) =>
  done({ accounts: await findDemoAccounts(deps, reference, now), codesChangeIn: codeChangesIn(now) }),
);
