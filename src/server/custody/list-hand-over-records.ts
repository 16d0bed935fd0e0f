import { listHandOverRecords } from "#contract/hand-over-records.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { findHandOverRecords } from "../ledgers/hand-over-records.ts";
import { holderNames } from "../ledgers/holders.ts";

/** What the counter may name when it takes in a dossier that the post has brought. */
export const listHandOverRecordsRoute = bind(
  listHandOverRecords,
  async ({ actor, deps, reference, now, read }) => {
    const seat = counterOf(actor);
    if (!seat.ok) return seat;
    return read(async (tx, space) => {
      const records = await findHandOverRecords(tx, seat.value, { now });
      const naming = { reference, space, ring: deps.ring };
      const named = await holderNames(
        tx,
        naming,
        records.map(({ from }) => from),
      );
      return done({
        records: records.map(({ id, from, ...record }) => ({
          ...record,
          handOverRecordId: id,
          from: named(from).name,
        })),
      });
    });
  },
);
