import { openKeyRing } from "#server/keys/key-ring.ts";
import { settleInstallation } from "#server/units/installation.ts";
import { inject } from "vitest";
import { buildProvince } from "../../db/demo/province/build-province.ts";
import type { Building } from "../../db/demo/province/wipe-space.ts";
import type { TestApp } from "./test-app.ts";

/** Puts a demo province in the place of what a test database holds. @returns what was said of its progress */
export async function buildDemo(
  app: TestApp,
  building: Building,
  postgres: 15 | 18 = 18,
): Promise<readonly string[]> {
  const server = inject("servers")[String(postgres)];
  if (!server) throw new Error("the gate has started its servers");
  const said: string[] = [];
  const place = {
    ownerConfig: app.database.owner,
    appConfig: app.database.app,
    appRole: server.appRole,
    dataDir: app.dataFolder,
    ring: await openKeyRing(server.dataDir),
    publicUrl: "http://localhost",
  };
  await settleInstallation(place.ownerConfig, place.ring, true);
  await buildProvince(place, building, (line) => said.push(line));
  return said;
}
