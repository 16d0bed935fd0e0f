import { StartFailure } from "#server/db/start-failure.ts";
import { readConfig } from "#server/config.ts";
import { describe, expect, test } from "vitest";
import { openDemoCarrier } from "../cli/demo-carrier.ts";

describe("the carrier of a demo", () => {
  test("is a process of its own that the program is pointed at, and ends with it", async () => {
    const carrier = await openDemoCarrier({ MOTCUA_CARRIER_URL: "simulator" });
    const { ngsp } = readConfig(carrier.env).carriers;
    expect(ngsp).toMatchObject({ name: "vnpost", key: "simulator" });
    expect((await fetch(ngsp?.url ?? "")).status).toBe(401);
    await carrier.stop();
    await expect(fetch(ngsp?.url ?? "")).rejects.toThrow();
  });

  test("is there only when it is asked for, and in no installation without a demo", async () => {
    const env = { MOTCUA_CARRIER_URL: "https://ngsp.example.vn" };
    const carrier = await openDemoCarrier(env);
    expect(carrier.env).toBe(env);
    await carrier.stop();
    await expect(openDemoCarrier({ MOTCUA_CARRIER_URL: "simulator", DEMO: "0" })).rejects.toThrow(
      StartFailure,
    );
  });
});
