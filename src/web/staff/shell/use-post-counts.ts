import { countPost } from "#contract/postal-counts.ts";
import { mayUse, useSession } from "../session/session.ts";
import { useRead } from "../use-read.ts";

/** How much of the post waits for this person on each page of it; nothing for whom it is not opened. */
export function usePostCounts(refetchEveryMs?: number) {
  const session = useSession();
  const read = useRead(
    countPost,
    {},
    { enabled: mayUse(session, "postal.read"), ...(refetchEveryMs !== undefined && { refetchEveryMs }) },
  );
  const { toLookAt = 0, strays = 0, unsent: all = 0 } = read.data ?? {};
  const unsent = mayUse(session, "postal.order") ? all : 0;
  return { toLookAt, strays, unsent, sum: toLookAt + strays + unsent };
}
