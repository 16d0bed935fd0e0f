import {
  listSuspensionChoices,
  listSuspensions,
  readOwnRights,
  readUnitRights,
} from "#contract/assignments.ts";
import { readRightFacts } from "#contract/right-facts.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** Throws away what was read of rights, after one was given, taken back, stopped or given again. */
export async function forgetRights(): Promise<void> {
  const routes = [readUnitRights, readOwnRights, readRightFacts, listSuspensions, listSuspensionChoices];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
