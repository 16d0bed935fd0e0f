import { listRegisterEntries, readRegisters, readSlips } from "#contract/registers.ts";
import type { REGISTER_STATES } from "#contract/registers.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import type { ShownBook } from "./register-links.ts";

export type RegisterState = (typeof REGISTER_STATES)[number];

const TYPING_MS = 300;

/** Lines of a register, page after page; what is typed is searched for when the typing rests. */
export function useEntries({ unitId, year, fields }: ShownBook, typed: string, state: RegisterState) {
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const params = { unitId, year: String(year) };
  const list = usePages({
    key: [...readKey(listRegisterEntries), unitId, year, fields, search, state],
    read: (after) =>
      call(listRegisterEntries, {
        params,
        query: {
          fields,
          state,
          ...(search !== "" && { search }),
          ...(after !== null && { after }),
        },
      }),
    keepPrevious: true,
  });
  return { ...list, rows: list.pages?.flatMap(({ entries }) => entries), total: list.pages?.[0]?.total ?? 0 };
}

/** Throws away what was read of registers and slips, after one was closed or issued. */
export async function forgetRegisters(): Promise<void> {
  const routes = [readRegisters, listRegisterEntries, readSlips];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
