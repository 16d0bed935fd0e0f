import type { Result } from "#domain/shared/result.ts";
import { refuse } from "#domain/shared/result.ts";
import { type Db, type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { WriteRequest } from "../db/write-request.ts";

/** Carries a refusal out of a transaction so that it rolls back. */
class RolledBack extends Error {
  readonly refusal: Result<never, string>;
  constructor(refusal: Result<never, string>) {
    super("rolled back by a refusal");
    this.refusal = refusal;
  }
}

/**
 * One transaction, once per key. The key's row is claimed first: a second request with the same key that
 * comes at the same moment waits there until the first has committed, and then reads its answer.
 * Answers that are kept hold ids, codes and dates, nothing personal.
 */
export async function idempotentWrite<T>(
  db: Db,
  space: Space,
  request: WriteRequest,
  run: (tx: Tx) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeOnce(db, space, request, run);
    } catch (error) {
      if (tries === DEADLOCK_TRIES || !isDeadlock(error)) throw error;
    }
  }
}

/** Two that wait for each other: one of them is ended by the database, with nothing of it written, and comes after the other. */
const DEADLOCK_TRIES = 3;

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "40P01";
}

async function writeOnce<T>(
  db: Db,
  space: Space,
  request: WriteRequest,
  run: (tx: Tx) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  try {
    return await inSpace(db, space, { places: request.places, accountId: request.accountId }, async (tx) => {
      const earlier = await claim(tx, request);
      if (earlier) return earlier as Result<T, string>;
      const result = await run(tx);
      if (!result.ok) throw new RolledBack(result);
      await tx
        .updateTable("idempotency")
        .set({ answer: JSON.stringify(result.value) })
        .where("account_id", "=", request.accountId)
        .where("key", "=", request.key)
        .execute();
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

async function claim(tx: Tx, request: WriteRequest): Promise<Result<unknown, string> | undefined> {
  const claimed = await tx
    .insertInto("idempotency")
    .values({
      account_id: request.accountId,
      key: request.key,
      route: request.route,
      request_hash: request.hash,
      created_at: request.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  return answerOf(tx, request);
}

/** What the request's key was answered, or undefined when it has none yet; another body under it is refused. */
export async function earlierAnswer(
  db: Db,
  space: Space,
  request: WriteRequest,
): Promise<Result<unknown, string> | undefined> {
  return answerOf(db.withSchema(space.schema), request);
}

async function answerOf(db: Db | Tx, request: WriteRequest): Promise<Result<unknown, string> | undefined> {
  const earlier = await db
    .selectFrom("idempotency")
    .select(["request_hash", "answer"])
    .where("account_id", "=", request.accountId)
    .where("key", "=", request.key)
    .executeTakeFirst();
  if (!earlier) return undefined;
  if (!earlier.request_hash.equals(request.hash)) return refuse("idempotency_key_reused");
  return { ok: true, value: earlier.answer };
}
