import { FILE_BYTES_MAX, FILE_TYPES } from "#contract/files.ts";

/**
 * What the browser can already say against a file, before it is sent. The server reads the content and
 * has the last word; a file whose type the browser does not know is sent.
 */
export function fileProblem(file: {
  readonly size: number;
  readonly type: string;
}): "tooLarge" | "wrongType" | null {
  if (file.size > FILE_BYTES_MAX) return "tooLarge";
  const known = file.type === "" || FILE_TYPES.some((type) => type === file.type);
  return known ? null : "wrongType";
}

/** A size as people read it. @example fileSize(1_572_864, ",") → "1,5 MB" */
export function fileSize(bytes: number, decimalSign: string): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", decimalSign)} MB`;
}
