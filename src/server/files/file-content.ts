import { FILE_TYPES } from "#contract/files.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { fileTypeFromBuffer } from "file-type";

export interface FileContent {
  readonly content: Buffer;
  readonly mediaType: (typeof FILE_TYPES)[number];
}

/** The bytes that came in and what they are, read from themselves: a name and a header say nothing. */
export async function fileContent(
  body: unknown,
): Promise<Result<FileContent, "file_empty" | "file_type_unknown">> {
  if (!(body instanceof Buffer) || body.length === 0) return refuse("file_empty");
  const found = await fileTypeFromBuffer(body);
  const mediaType = FILE_TYPES.find((type) => type === found?.mime);
  if (!mediaType) return refuse("file_type_unknown", { found: found?.ext ?? "?" });
  return done({ content: body, mediaType });
}

/** The name under which a file is kept. @example keptName("  Kết  quả.pdf ") → "Kết quả.pdf" */
export function keptName(name: string): string {
  return tidyText(name).slice(0, 200) || "tệp";
}
