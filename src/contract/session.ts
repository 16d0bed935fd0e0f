import { ROLES } from "#domain/mandate/permission.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

/** A counter as the person who serves it sees it. */
export const CounterView = Type.Object({
  id: Uuid,
  label: Type.String(),
  receptionPoint: Type.String(),
  address: Type.String(),
  unitId: Uuid,
  unitName: Type.String(),
  /** The post office that staffs the counter; null for a counter of the state. */
  postOfficeName: Nullable(Type.String()),
});
export type CounterView = Static<typeof CounterView>;

export const SessionView = Type.Object({
  accountId: Uuid,
  username: Type.String(),
  fullName: Type.String(),
  roles: Type.Array(OneOf(ROLES)),
  /** Where the person is employed, in words. */
  employer: Type.String(),
  counter: Nullable(CounterView),
  /** True when the counter is not open today: the page stays as it is, and another counter must be chosen. */
  counterClosed: Type.Boolean(),
  expiresAt: Moment,
  /** Changes when the rules that browser and server share change: an old tab is told to reload. */
  rulesVersion: Type.String(),
});
export type SessionView = Static<typeof SessionView>;

export const signIn = defineRoute({
  method: "POST",
  path: "/session",
  summary: "Signs in with user name, password and the six digits of the authenticator",
  permission: "public",
  asTyped: true,
  body: Strict({
    username: ShortText,
    password: ShortText,
    code: ShortText,
    /** Asked for by `password_change_needed`: the person's own password in the place of the one handed over. */
    newPassword: Type.Optional(ShortText),
  }),
  response: SessionView,
  refusals: [
    "sign_in_failed",
    "sign_in_code_used",
    "sign_in_locked",
    "password_change_needed",
    "password_too_weak",
  ],
});

export const readSession = defineRoute({
  method: "GET",
  path: "/session",
  summary: "Who is signed in, and at which counter",
  permission: "signedIn",
  response: SessionView,
  refusals: [],
});

export const signOut = defineRoute({
  method: "DELETE",
  path: "/session",
  summary: "Ends the session",
  permission: "signedIn",
  response: Type.Object({}),
  refusals: [],
});

export const listCounters = defineRoute({
  method: "GET",
  path: "/counters",
  summary: "The counters that the signed-in person may serve",
  permission: "counter.serve",
  response: Type.Object({ counters: Type.Array(CounterView) }),
  refusals: [],
});

export const chooseCounter = defineRoute({
  method: "PUT",
  path: "/session/counter",
  summary: "Sits down at a counter",
  permission: "counter.serve",
  body: Strict({ counterId: Uuid }),
  response: Type.Object({ counter: CounterView }),
  refusals: ["outside_jurisdiction"],
});

export const listDemoAccounts = defineRoute({
  method: "GET",
  path: "/demo/accounts",
  summary: "The demo's accounts in their order, with their current codes; empty where no demo is loaded",
  permission: "public",
  response: Type.Object({
    accounts: Type.Array(
      Type.Object({
        username: Type.String(),
        password: Type.String(),
        code: Type.String(),
        fullName: Type.String(),
        roles: Type.Array(OneOf(ROLES)),
        employer: Type.String(),
        /** The commune or province where the person works, under which the sign-in page lists them. */
        place: Type.String(),
      }),
    ),
    /** Seconds until the codes change. */
    codesChangeIn: Type.Integer(),
  }),
  refusals: [],
});
