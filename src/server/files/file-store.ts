import { randomBytes } from "node:crypto";
import { access, mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { invariant } from "#domain/shared/result.ts";
import { type KeyRing, sha256 } from "../keys/key-ring.ts";
import { sealBytes, unsealBytes } from "../keys/seal.ts";

/**
 * Files by their content: a file is found by the SHA-256 of its bytes, so the same bytes are kept once. On
 * the disk it is sealed with the key ring: slips and signatures name people. A file that
 * was changed there is found out when it is read. A folder here; object storage is another port.
 */
export interface FileStore {
  /** Keeps the bytes, on disk before it answers. @returns their SHA-256 */
  readonly put: (content: Uint8Array) => Promise<Buffer>;
  /** @throws when the bytes are gone or are not what their name says. */
  readonly get: (hash: Buffer) => Promise<Buffer>;
}

export function openFileStore(folder: string, ring: KeyRing): FileStore {
  const placeOf = (hash: Buffer) => {
    const name = hash.toString("hex");
    return path.join(folder, name.slice(0, 2), name);
  };
  return {
    put: async (content) => {
      const hash = sha256(content);
      const place = placeOf(hash);
      if (await exists(place)) return hash;
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const partial = `${place}.${randomBytes(6).toString("hex")}.partial`;
      const handle = await open(partial, "w", 0o600);
      await handle.writeFile(sealBytes(ring, contextOf(hash), content));
      await handle.sync();
      await handle.close();
      await rename(partial, place);
      return hash;
    },
    get: async (hash) => {
      const content = unsealBytes(ring, contextOf(hash), await readFile(placeOf(hash)));
      invariant(sha256(content).equals(hash), "a file holds what its name says");
      return content;
    },
  };
}

const contextOf = (hash: Buffer) => `file:${hash.toString("hex")}`;

async function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  );
}
