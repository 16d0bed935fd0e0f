import { listAccreditations, listTrainingGaps, listTrainings } from "#contract/training.ts";
import { readPerson } from "#contract/people.ts";
import { TRAINING_STATES, type TrainingState } from "#domain/people/training.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** What narrows the list of training; empty is all. */
export interface TrainingFilter {
  readonly accountId: string;
  readonly fieldCode: string;
  readonly state: TrainingState | "";
  readonly trainingId: string;
}

export const NO_FILTER: TrainingFilter = { accountId: "", fieldCode: "", state: "", trainingId: "" };

export function trainingStateOf(value: string): TrainingState | "" {
  return TRAINING_STATES.find((one) => one === value) ?? "";
}

/** Sessions, the last first, page after page. */
export function useTrainings() {
  const list = usePages({
    key: readKey(listTrainings, {}),
    read: (after) => call(listTrainings, { query: after === null ? {} : { after } }),
  });
  return { ...list, rows: list.pages?.flatMap(({ trainings }) => trainings) };
}

/** Training by person and field, page after page. */
export function useAccreditations({ accountId, fieldCode, state, trainingId }: TrainingFilter) {
  const query = {
    ...(accountId !== "" && { accountId }),
    ...(fieldCode !== "" && { fieldCode }),
    ...(state !== "" && { state }),
    ...(trainingId !== "" && { trainingId }),
  };
  const list = usePages({
    key: readKey(listAccreditations, query),
    read: (after) => call(listAccreditations, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  return { ...list, rows: list.pages?.flatMap(({ accreditations }) => accreditations) };
}

/** Throws away what was read of training, after a session was recorded or a mistake withdrawn. */
export async function forgetTraining(): Promise<void> {
  const routes = [listTrainings, listAccreditations, listTrainingGaps, readPerson];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
