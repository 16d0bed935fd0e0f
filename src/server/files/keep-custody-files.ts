import { keepCustodyFile, readCustodyFile } from "#contract/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { custodianOf } from "../ledgers/custodian.ts";
import { type FileContent, fileContent } from "./file-content.ts";
import { isWholePng } from "../ledgers/whole-png.ts";

/** Keeps a signature, photo or signed paper; whoever changes hands with this person's places sees it later. */
export const keepCustodyFileRoute = bind(keepCustodyFile, async (context) => {
  const { actor, query, deps, now } = context;
  const found = await custodyContent(context.request.body, query.purpose);
  if (!found.ok) return found;
  const { content, mediaType } = found.value;
  return context.act(async (tx, _space, facts) => {
    const custodian = await custodianOf(tx, actor, facts, context);
    if (!custodian.ok) return custodian;
    const fileId = await insertCustodyFile(tx, { deps, actor, now }, query.purpose, found.value);
    return done({ fileId, mediaType, bytes: content.length });
  });
});

/** What came as a file of a purpose: a signature is drawn on a screen, so it is a picture that can be printed again. */
export async function custodyContent(
  body: unknown,
  purpose: string,
): Promise<Result<FileContent, "file_type_unknown" | "file_empty" | "signature_unreadable">> {
  const found = await fileContent(body);
  if (!found.ok || purpose !== "signature") return found;
  return isWholePng(found.value.content) ? found : refuse("signature_unreadable");
}

/** Puts the bytes away and their row beside them. @returns the id of the file */
export async function insertCustodyFile(
  tx: Tx,
  { deps, actor, now }: { readonly deps: Deps; readonly actor: Actor; readonly now: Instant },
  purpose: string,
  { content, mediaType }: { readonly content: Buffer; readonly mediaType: string },
): Promise<string> {
  const fileId = deps.newId();
  await tx
    .insertInto("custody_file")
    .values({
      id: fileId,
      purpose,
      sha256: await deps.files.put(content),
      bytes: content.length,
      media_type: mediaType,
      uploaded_by: actor.accountId,
      uploaded_at: now,
      scope: [...actor.places],
    })
    .execute();
  return fileId;
}

export const readCustodyFileRoute = bind(readCustodyFile, async ({ params, deps, read }) => {
  const file = await read((tx) =>
    tx
      .selectFrom("custody_file")
      .select(["sha256", "media_type", "purpose"])
      .where("id", "=", params.fileId)
      .executeTakeFirst(),
  );
  if (!file) return refuse("not_found");
  return done({
    content: await deps.files.get(file.sha256),
    mediaType: file.media_type,
    fileName: file.purpose,
  });
});
