import type { Reference } from "../units/reference.ts";
import type { StopNames } from "./mail-store.ts";

/** Names of the places where runs call; empty for one that is gone. */
export function stopNames({ units, agencies, postOfficeNames }: Reference): StopNames {
  return ({ kind, id }) => {
    if (kind === "unit") return units.get(id)?.name ?? "";
    if (kind === "agency") return agencies.get(id)?.name ?? "";
    return postOfficeNames.get(id) ?? "";
  };
}
