import { listAdministrativeUnits } from "#contract/map.ts";
import { call } from "../api.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

interface Asked {
  readonly q: string;
  readonly asOf: string | null;
  readonly parent: string | null;
}

/** Administrative units of a day: provinces, those below one, or those found by name; a page after the other. */
export function useUnits({ q, asOf, parent }: Asked) {
  const query = {
    ...(q !== "" && { q }),
    ...(asOf !== null && { asOf }),
    ...(parent !== null && { parent }),
  };
  const list = usePages({
    key: readKey(listAdministrativeUnits, query),
    read: (after) => call(listAdministrativeUnits, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  return { ...list, rows: list.pages?.flatMap(({ units }) => units) };
}
