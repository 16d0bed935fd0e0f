import { unseal } from "#server/keys/seal.ts";
import type { TestApp } from "./test-app.ts";

/** What the citizen has of a dossier of the test's space: the code and the secret of the slip, and the page they open. */
export async function slipOf(
  { owner, program }: TestApp,
  dossierId: string,
): Promise<{ readonly code: string; readonly secret: string; readonly path: string }> {
  const { rows } = await owner.query<{ code: string; sealed: Buffer }>(
    "select code, track_secret_sealed as sealed from space_dong_thap.dossier where id = $1",
    [dossierId],
  );
  const { code = "", sealed = Buffer.of() } = rows[0] ?? {};
  const secret = unseal<string>(program.deps.ring, `dossier.track:${dossierId}`, sealed);
  return { code, secret, path: `/t/${encodeURIComponent(code)}/${secret}` };
}
