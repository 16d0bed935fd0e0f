import { QueryClient } from "@tanstack/react-query";

/**
 * What was read lives in memory only, and is thrown away on signing out. A lost line is shown at once
 * with a button, so nothing is retried behind the person's back.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", staleTime: 5_000, refetchOnWindowFocus: false },
  },
});
