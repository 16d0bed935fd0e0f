import { readFile, uploadFile } from "#contract/files.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { type Permission, permits } from "#domain/mandate/permission.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { loadReadable } from "../ledgers/consultation-ledger.ts";
import { rightToMove } from "../ledgers/move-dossier.ts";
import { fileContent, keptName } from "./file-content.ts";

/** Who may bring a file of a purpose: the result is the case officer's, a signature belongs to the return. */
const PERMISSION_FOR = {
  result: "dossier.process",
  signature: "dossier.return",
  signedSlip: "dossier.return",
  stepPaper: "dossier.turn",
} as const satisfies Record<string, Permission>;

/** The move that a file of a purpose is brought for. */
const MOVE_FOR = {
  result: "recordOutcome",
  signature: "returnResult",
  signedSlip: "returnResult",
  stepPaper: "finishStep",
} as const satisfies Record<string, Move>;

/**
 * Keeps a file's bytes by their hash, then its row; what it is, is read from its content. A file is no act, so that it
 * may come before the right to the act that needs it; but who is stopped brings none.
 */
export const uploadFileRoute = bind(uploadFile, async (context) => {
  const { actor, params, query, deps, now, act } = context;
  if (!permits(actor.roles, PERMISSION_FOR[query.purpose])) return refuse("permission_missing");
  const found = await fileContent(context.request.body);
  if (!found.ok) return found;
  const { content, mediaType } = found.value;
  return act(async (tx, _space, facts) => {
    const dossier = await loadReadable(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const right = rightToMove(actor, MOVE_FOR[query.purpose], dossier, facts, now);
    if (!right.ok && right.code === "right_suspended") return refuse(right.code, right.details);
    const sha256 = await deps.files.put(content);
    const fileId = deps.newId();
    await tx
      .insertInto("file")
      .values({
        id: fileId,
        dossier_id: dossier.id,
        purpose: query.purpose,
        sha256,
        bytes: content.length,
        media_type: mediaType,
        name: keptName(query.name),
        uploaded_by: actor.accountId,
        uploaded_at: now,
        scope: dossier.scope,
      })
      .execute();
    return done({ fileId, mediaType, bytes: content.length, sha256: sha256.toString("hex") });
  });
});

export const readFileRoute = bind(readFile, async ({ params, deps, read }) => {
  const file = await read(async (tx) => {
    await loadReadable(tx, params.dossierId);
    return tx
      .selectFrom("file")
      .select(["sha256", "media_type", "name"])
      .where("id", "=", params.fileId)
      .where("dossier_id", "=", params.dossierId)
      .executeTakeFirst();
  });
  if (!file) return refuse("not_found");
  return done({
    content: await deps.files.get(file.sha256),
    mediaType: file.media_type,
    fileName: file.name,
  });
});
