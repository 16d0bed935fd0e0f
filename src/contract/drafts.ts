import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Moment, ShortText, Strict, Uuid, Version } from "./shapes.ts";

/**
 * Drafts of the intake form. They are kept on the server, sealed, for the clerk who typed them: nothing
 * personal stays in the browser of a shared PC. They are purged seven days after the last keystroke.
 */

/** What the form holds, half filled as it may be; its shape is the form's own. */
const DraftContent = Type.Record(Type.String(), Type.Unknown());

const DraftRow = Type.Object({
  draftId: Uuid,
  version: Version,
  title: Type.String(),
  updatedAt: Moment,
});
export type DraftRow = Static<typeof DraftRow>;

export const listDrafts = defineRoute({
  method: "GET",
  path: "/drafts",
  summary: "The signed-in person's own drafts, newest first",
  readsPersons: true,
  permission: "dossier.receive",
  response: Type.Object({ drafts: Type.Array(DraftRow) }),
  refusals: [],
});

export const readDraft = defineRoute({
  method: "GET",
  path: "/drafts/:draftId",
  summary: "One of the signed-in person's own drafts",
  readsPersons: true,
  permission: "dossier.receive",
  params: Strict({ draftId: Uuid }),
  response: Type.Object({ draftId: Uuid, version: Version, updatedAt: Moment, content: DraftContent }),
  refusals: ["not_found"],
});

export const saveDraft = defineRoute({
  method: "PUT",
  path: "/drafts/:draftId",
  summary: "Keeps a draft; version 0 makes a new one, any other must be the version last seen",
  permission: "dossier.receive",
  asTyped: true,
  params: Strict({ draftId: Uuid }),
  body: Strict({ version: Version, title: ShortText, content: DraftContent }),
  response: Type.Object({ draftId: Uuid, version: Version }),
  refusals: ["draft_changed"],
});

export const deleteDraft = defineRoute({
  method: "DELETE",
  path: "/drafts/:draftId",
  summary: "Throws a draft away",
  permission: "dossier.receive",
  params: Strict({ draftId: Uuid }),
  response: Type.Object({}),
  refusals: ["not_found"],
});
