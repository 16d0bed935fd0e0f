import { Client, type ClientConfig } from "pg";
import { StartFailure } from "../db/start-failure.ts";
import type { KeyRing } from "../keys/key-ring.ts";

/**
 * Writes at the first start what this installation is, and holds every later start to it: another key ring
 * could not read the sealed columns, and a real installation must never turn into a demo.
 * @returns whether this is a demo
 * @throws StartFailure when the key ring is not the one that the data were sealed with
 */
export async function settleInstallation(
  ownerConfig: ClientConfig,
  ring: KeyRing,
  demoWanted: boolean,
): Promise<boolean> {
  const client = new Client(ownerConfig);
  await client.connect();
  try {
    await client.query(
      "insert into nation.installation (key_fingerprint, demo) values ($1, $2) on conflict do nothing",
      [ring.fingerprint, demoWanted],
    );
    const { rows } = await client.query<{ fingerprint: Buffer; demo: boolean }>(
      "select key_fingerprint as fingerprint, demo from nation.installation",
    );
    const [settled] = rows;
    if (!settled?.fingerprint.equals(ring.fingerprint)) {
      throw new StartFailure(
        "The key ring in the data folder is not the one that this database was sealed with: put keys/key-ring.json back from a backup.",
      );
    }
    return settled.demo;
  } finally {
    await client.end();
  }
}
