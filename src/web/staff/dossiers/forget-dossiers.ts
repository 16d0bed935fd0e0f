import { listAwaited, listConfirmations, listReceiptsDue } from "#contract/confirming.ts";
import { readDossier } from "#contract/dossiers.ts";
import { listQueue } from "#contract/queue.ts";
import { listConsultations } from "#contract/linked.ts";
import { listSteps } from "#contract/steps.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

const READ_OF_DOSSIERS = [
  listQueue,
  readDossier,
  listConfirmations,
  listAwaited,
  listReceiptsDue,
  listSteps,
  listConsultations,
];

/** After an act: what was read of dossiers is old; what is on the screen is read again. */
export async function forgetDossiers(): Promise<void> {
  await Promise.all(
    READ_OF_DOSSIERS.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })),
  );
}
