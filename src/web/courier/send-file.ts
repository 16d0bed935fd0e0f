import { readUpload, sendUploadPart } from "#contract/rounds.ts";
import type { CallProblem, CallResult, call as callApi } from "#web/staff/api.ts";
import type { KeptFile } from "./courier-store.ts";

/** A part that a slow line carries within seconds. */
const PART_BYTES = 256 * 1024;

type Call = typeof callApi;

/**
 * Sends a file in parts and goes on where the line dropped: what has arrived is asked first.
 *
 * @returns the file's id, or why it did not arrive; sending it again later costs only what is missing
 */
export async function sendFile(file: KeptFile, call: Call): Promise<CallResult<string>> {
  const bytes = file.content.size;
  const asked = await call(readUpload, { params: { uploadId: file.uploadId } });
  if (!asked.ok && !isUnknown(asked.problem)) return asked;
  let { received, fileId } = asked.ok ? asked.value : { received: 0, fileId: null };
  while (fileId === null) {
    const part = file.content.slice(received, received + PART_BYTES);
    const sent = await call(sendUploadPart, {
      params: { uploadId: file.uploadId },
      query: { purpose: file.purpose, bytes: String(bytes), from: String(received) },
      body: part,
      idempotencyKey: `${file.uploadId}-${received}`,
    });
    if (!sent.ok) return sent;
    if (sent.value.fileId === null && sent.value.received <= received)
      return { ok: false, problem: { kind: "unexpected", status: 200 } };
    ({ received, fileId } = sent.value);
  }
  return { ok: true, value: fileId };
}

function isUnknown(problem: CallProblem): boolean {
  return problem.kind === "refused" && problem.code === "not_found";
}
