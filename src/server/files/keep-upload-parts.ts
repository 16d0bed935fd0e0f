import { FILE_BYTES_MAX } from "#contract/files.ts";
import { readUpload, sendUploadPart } from "#contract/rounds.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { custodianOf } from "../ledgers/custodian.ts";
import { custodyContent, insertCustodyFile } from "./keep-custody-files.ts";

interface Upload {
  readonly id: string;
  readonly purpose: string;
  readonly bytes: number;
  readonly received: number;
  readonly fileId: string | null;
}

/**
 * One part of a file. A part that begins where the last one ended is kept; any other changes nothing, and the answer says
 * where to go on, so that a phone which does not know what arrived needs to know nothing else. With the last part the file is
 * looked at and kept like one that came in one piece.
 */
export const sendUploadPartRoute = bind(sendUploadPart, (context) => {
  const { actor, params, query, request, now } = context;
  return context.act(async (tx, _space, facts) => {
    const custodian = await custodianOf(tx, actor, facts, context);
    if (!custodian.ok) return custodian;
    const bytes = Number(query.bytes);
    if (bytes > FILE_BYTES_MAX) return refuse("input_too_large");
    if (bytes === 0) return refuse("file_empty");
    const upload = await begin(tx, {
      id: params.uploadId,
      account_id: actor.accountId,
      purpose: query.purpose,
      bytes,
      received: 0,
      begun_at: now,
    });
    if (!upload) return refuse("not_found");
    const part = request.body;
    if (!(part instanceof Buffer) || part.length === 0) return refuse("file_empty");
    const received = upload.received + part.length;
    if (upload.fileId !== null || Number(query.from) !== upload.received || received > upload.bytes)
      return done({ received: upload.received, fileId: upload.fileId });
    await tx
      .insertInto("custody_upload_part")
      .values({ upload_id: upload.id, starts_at: upload.received, content: part })
      .execute();
    const kept = received === upload.bytes ? await keepWhole(tx, context, upload) : done(null);
    if (!kept.ok) return kept;
    await tx
      .updateTable("custody_upload")
      .set({ received, file_id: kept.value })
      .where("id", "=", upload.id)
      .execute();
    return done({ received, fileId: kept.value });
  });
});

export const readUploadRoute = bind(readUpload, ({ params, read }) =>
  read(async (tx) => {
    const upload = await find(tx, params.uploadId);
    return upload ? done({ received: upload.received, fileId: upload.fileId }) : refuse("not_found");
  }),
);

/** The upload under its number, locked; undefined when the number is somebody else's. */
async function begin(
  tx: Tx,
  row: {
    readonly id: string;
    readonly account_id: string;
    readonly purpose: string;
    readonly bytes: number;
    readonly received: number;
    readonly begun_at: Instant;
  },
): Promise<Upload | undefined> {
  await tx
    .insertInto("custody_upload")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return find(tx, row.id, true);
}

function find(tx: Tx, id: string, locked = false): Promise<Upload | undefined> {
  const asked = tx
    .selectFrom("custody_upload")
    .select(["id", "purpose", "bytes", "received", "file_id as fileId"])
    .where("id", "=", id);
  return (locked ? asked.forUpdate() : asked).executeTakeFirst();
}

async function keepWhole(
  tx: Tx,
  context: Parameters<typeof insertCustodyFile>[1],
  { id, purpose }: Upload,
): Promise<Result<string, "file_empty" | "file_type_unknown" | "signature_unreadable">> {
  const parts = await tx
    .deleteFrom("custody_upload_part")
    .where("upload_id", "=", id)
    .returning(["starts_at", "content"])
    .execute();
  const whole = Buffer.concat(
    parts.toSorted((one, other) => one.starts_at - other.starts_at).map(({ content }) => content),
  );
  const found = await custodyContent(whole, purpose);
  return found.ok ? done(await insertCustodyFile(tx, context, purpose, found.value)) : found;
}
