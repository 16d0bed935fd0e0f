import { keepMandateFile, readMandateFile } from "#contract/files.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { bind } from "../http/context.ts";
import { fileContent, keptName } from "./file-content.ts";

/** Keeps evidence beside the mandate ledger: the bytes by their hash, then the row that others name by its id. */
export const keepMandateFileRoute = bind(keepMandateFile, async ({ actor, query, deps, now, ...context }) => {
  const found = await fileContent(context.request.body);
  if (!found.ok) return found;
  const { content, mediaType } = found.value;
  return context.write(async (tx) => {
    const sha256 = await deps.files.put(content);
    const fileId = deps.newId();
    await tx
      .insertInto("mandate_file")
      .values({
        id: fileId,
        sha256,
        bytes: content.length,
        media_type: mediaType,
        name: keptName(query.name),
        uploaded_by: actor.accountId,
        uploaded_at: now,
      })
      .execute();
    return done({ fileId, mediaType, bytes: content.length, sha256: sha256.toString("hex") });
  });
});

/** A scan that was taken back is opened no more, unless it stands with another decision. */
const isOpen = sql<boolean>`(select coalesce(bool_or(w.position is null), true)
  from decision_scan s left join decision_scan_withdrawal w on w.decision_id = s.decision_id and w.position = s.position
  where s.file_id = mandate_file.id)`;

export const readMandateFileRoute = bind(readMandateFile, async ({ params, deps, read }) => {
  const file = await read((tx) =>
    tx
      .selectFrom("mandate_file")
      .select(["sha256", "media_type", "name"])
      .where("id", "=", params.fileId)
      .where(isOpen)
      .executeTakeFirst(),
  );
  if (!file) return refuse("not_found");
  return done({
    content: await deps.files.get(file.sha256),
    mediaType: file.media_type,
    fileName: file.name,
  });
});
