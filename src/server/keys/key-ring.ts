import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "../db/start-failure.ts";

/**
 * The keys of one installation. They live beside the data (`<data>/keys/key-ring.json`, readable by the
 * program's user alone) and travel in the backup: without them sealed columns cannot be read by anybody.
 */
export interface KeyRing {
  /** Seals with this one; opens with the one that the sealed value names. */
  readonly currentKeyId: number;
  readonly sealingKeys: ReadonlyMap<number, Buffer>;
  /** Keyed hash for blind indexes: equal values meet, nothing else can be told. */
  readonly indexKey: Buffer;
  /** Tells this ring from another one, and nothing else. */
  readonly fingerprint: Buffer;
  readonly databasePasswords: { readonly owner: string; readonly app: string };
}

interface KeyFile {
  readonly format: 1;
  readonly keys: readonly { readonly id: number; readonly secret: string }[];
  readonly indexSecret: string;
  readonly databasePasswords: { readonly owner: string; readonly app: string };
}

/** The key ring of a data folder; made on the first start, never overwritten. */
export async function openKeyRing(dataDir: string): Promise<KeyRing> {
  const file = path.join(dataDir, "keys", "key-ring.json");
  return fromFile(file, (await readKeyFile(file)) ?? (await createKeyFile(file)));
}

async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const ring = parseKeyFile(text);
  if (!ring)
    throw new StartFailure(`The key ring ${file} is damaged; restore it from a backup before starting.`);
  return ring;
}

/** A key ring that has all its parts, or undefined. */
function parseKeyFile(text: string): KeyFile | undefined {
  try {
    const { format, keys, indexSecret, databasePasswords } = JSON.parse(text) as Partial<KeyFile>;
    const whole = format !== undefined && keys?.length && indexSecret && databasePasswords;
    return whole ? { format, keys, indexSecret, databasePasswords } : undefined;
  } catch {
    return undefined;
  }
}

async function createKeyFile(file: string): Promise<KeyFile> {
  const secret = () => randomBytes(32).toString("base64url");
  const made: KeyFile = {
    format: 1,
    keys: [{ id: 1, secret: secret() }],
    indexSecret: secret(),
    databasePasswords: { owner: secret(), app: secret() },
  };
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await chmod(path.dirname(file), 0o700);
  const partial = `${file}.partial`;
  const handle = await open(partial, "w", 0o600);
  await handle.writeFile(JSON.stringify(made, null, 2));
  await handle.sync();
  await handle.close();
  await rename(partial, file); // Whole or not at all, whatever happens in between.
  return made;
}

function fromFile(file: string, { format, keys, indexSecret, databasePasswords }: KeyFile): KeyRing {
  const last = keys.at(-1);
  if (format !== 1 || !last) throw new StartFailure(`The key ring ${file} has an unknown format.`);
  const derive = (secret: string, use: string) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(secret, "base64url"), "", `motcua ${use}`, 32));
  return {
    currentKeyId: last.id,
    sealingKeys: new Map(keys.map(({ id, secret }) => [id, derive(secret, "seal")])),
    indexKey: derive(indexSecret, "index"),
    fingerprint: derive(indexSecret, "fingerprint"),
    databasePasswords,
  };
}

/** Exact-match index of a personal number: a keyed hash, so the database alone cannot guess it back. */
export function blindIndex(ring: KeyRing, kind: "number" | "phone" | "address", value: string): Buffer {
  return createHmac("sha256", ring.indexKey).update(`${kind}:${value}`).digest();
}

/** SHA-256 of a text or bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
