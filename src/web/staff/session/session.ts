import { type SessionView, readSession } from "#contract/session.ts";
import { type Permission, permits } from "#domain/mandate/permission.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { queryClient } from "../query-client.ts";
import { emptyTab } from "../tab-store.ts";
import { readKey } from "../use-read.ts";

const KEY = readKey(readSession);

/** Often enough that a tab notices when another person signed in beside it in the same browser. */
const FRESH_MS = 15_000;

/** Who is signed in; null when nobody is, undefined until that is known. */
export function useSessionQuery() {
  return useQuery<SessionView | null, CallFailure>({
    queryKey: KEY,
    queryFn: async () => {
      const result = await call(readSession, {});
      if (result.ok) return result.value;
      const ended = result.problem.kind === "refused" && result.problem.code === "not_signed_in";
      // A session that ends while somebody works must not take the page and its form away.
      if (ended && !queryClient.getQueryData(KEY)) return null;
      throw new CallFailure(result.problem);
    },
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });
}

/** The signed-in person, for what is shown inside the frame. */
export function useSession(): SessionView {
  const { data } = useSessionQuery();
  if (!data) throw new Error("A page inside the frame was shown without a session");
  return data;
}

/** Whether any post of the person gives a permission: the first look before a button is shown. */
export function mayUse(session: SessionView, permission: Permission): boolean {
  return permits(session.roles, permission);
}

/** Puts a session in the place of the one before; with null everything that was read is thrown away. */
export function keepSession(session: SessionView | null): void {
  if (session === null) {
    queryClient.removeQueries({ predicate: (query) => query.queryKey !== KEY });
    emptyTab();
  }
  queryClient.setQueryData(KEY, session);
}
