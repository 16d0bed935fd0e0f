import { deleteDraft, listDrafts, readDraft, saveDraft } from "#contract/drafts.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { seal, unseal } from "../keys/seal.ts";

/** Drafts are sealed whole, title included: a title names the applicant. */
interface SealedDraft {
  readonly title: string;
  readonly content: Record<string, unknown>;
}

const sealContext = (draftId: string) => `draft:${draftId}`;

export const listDraftsRoute = bind(listDrafts, async ({ deps, actor, read }) => {
  const rows = await read((tx) =>
    tx
      .selectFrom("draft")
      .selectAll()
      .where("account_id", "=", actor.accountId)
      .orderBy("updated_at", "desc")
      .limit(100)
      .execute(),
  );
  const drafts = rows.map((row) => ({
    draftId: row.id,
    version: row.version,
    title: unseal<SealedDraft>(deps.ring, sealContext(row.id), row.sealed).title,
    updatedAt: row.updated_at as string,
  }));
  return done({ drafts });
});

export const readDraftRoute = bind(readDraft, async ({ deps, params, read }) => {
  const row = await read((tx) =>
    tx.selectFrom("draft").selectAll().where("id", "=", params.draftId).executeTakeFirst(),
  );
  if (!row) return refuse("not_found");
  const { content } = unseal<SealedDraft>(deps.ring, sealContext(row.id), row.sealed);
  return done({ draftId: row.id, version: row.version, updatedAt: row.updated_at, content });
});

export const saveDraftRoute = bind(saveDraft, async ({ deps, actor, params, body, now, write }) =>
  write(async (tx) => {
    const { draftId } = params;
    const sealed = seal(deps.ring, sealContext(draftId), { title: body.title, content: body.content });
    const version = body.version + 1;
    if (body.version === 0) {
      const made = await tx
        .insertInto("draft")
        .values({ id: draftId, account_id: actor.accountId, version, sealed, updated_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return made.numInsertedOrUpdatedRows === 1n ? done({ draftId, version }) : refuse("draft_changed");
    }
    const kept = await tx
      .updateTable("draft")
      .set({ version, sealed, updated_at: now })
      .where("id", "=", draftId)
      .where("version", "=", body.version)
      .executeTakeFirst();
    return kept.numUpdatedRows === 1n ? done({ draftId, version }) : refuse("draft_changed");
  }),
);

export const deleteDraftRoute = bind(deleteDraft, async ({ params, write }) =>
  write(async (tx) => {
    const gone = await tx.deleteFrom("draft").where("id", "=", params.draftId).executeTakeFirst();
    return gone.numDeletedRows === 1n ? done({}) : refuse("not_found");
  }),
);
