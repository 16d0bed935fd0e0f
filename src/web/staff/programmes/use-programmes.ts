import { readBasis } from "#contract/basis.ts";
import {
  listProgrammeChoices,
  listProgrammes,
  readOwnCoordination,
  readProgramme,
} from "#contract/programmes.ts";
import { listStaffFreed } from "#contract/staff-freed.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { AnswerOf } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { serverNow } from "../server-clock.ts";
import { readKey } from "../use-read.ts";

export type ProgrammeView = AnswerOf<typeof readProgramme>;
export type ProgrammeChoices = AnswerOf<typeof listProgrammeChoices>;

/** Today by the server's clock. */
export function today(): PlainDate {
  return localTime(serverNow()).day;
}

/** Throws away what was read of programmes, after one was changed. */
export async function forgetProgrammes(): Promise<void> {
  const routes = [
    listProgrammes,
    readProgramme,
    listProgrammeChoices,
    readOwnCoordination,
    listStaffFreed,
    readBasis,
  ];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
