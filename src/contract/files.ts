import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Line, OneOf, Strict, Uuid } from "./shapes.ts";

/** Larger uploads are refused before they are read to the end. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;
export const FILE_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
/** What a file is for decides who may see it and how long it is kept. */
export const FILE_PURPOSES = ["result", "signature", "signedSlip", "stepPaper"] as const;

export const FileView = Type.Object({
  fileId: Uuid,
  mediaType: OneOf(FILE_TYPES),
  bytes: Type.Integer(),
  sha256: Type.String(),
});

export const uploadFile = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/files",
  summary: "Keeps a file for a dossier; its type is read from its content, never from its name",
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid }),
  query: Strict({ name: Line, purpose: OneOf(FILE_PURPOSES) }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: FileView,
  refusals: [
    "not_found",
    "file_type_unknown",
    "file_empty",
    "permission_missing",
    "right_suspended",
    "mandates_changed",
  ],
});

/** A file beside the mandate ledger: of no dossier, and of nobody's person. */
export const keepMandateFile = defineRoute({
  method: "POST",
  path: "/mandate-files",
  summary: "Keeps a scan of a decision or a photo of a site; its type is read from its content",
  permission: "evidence.keep",
  query: Strict({ name: Line }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: FileView,
  refusals: ["file_type_unknown", "file_empty"],
});

export const readMandateFile = defineRoute({
  method: "GET",
  path: "/mandate-files/:fileId",
  summary: "The bytes of a scan or a photo beside the mandate ledger",
  permission: "site.read",
  params: Strict({ fileId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

export const readFile = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/files/:fileId",
  summary: "The bytes of a file of a dossier",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid, fileId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});
