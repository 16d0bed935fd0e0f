import { systemClock } from "#server/clock.ts";
import { loadDemo } from "./load-demo.ts";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "./people.ts";
import { DEFAULT_BUILDING, type ProvincePlace, buildProvince } from "./province/build-province.ts";
import { asOwner, readBuilding, wipeSpace } from "./province/wipe-space.ts";

/**
 * Gives a demo installation what it lacks at a start: the province, or only its first people. One that was being
 * built when the program was killed is built anew, since nobody could have worked in it. Otherwise an installation
 * with any account stays as it is.
 */
export async function settleDemo(
  place: ProvincePlace,
  wanted: "province" | "people",
  say: (line: string) => void,
): Promise<void> {
  const interrupted = await readBuilding(place);
  if (interrupted)
    say("Demo: the province was not finished when the program was last stopped; it is built anew.");
  else if (await hasAccounts(place)) return;
  if (wanted === "people") {
    if (interrupted) await wipeSpace(place, null);
    await loadDemo(place.ownerConfig, place.ring, systemClock.now());
    say(`Demo people loaded. ${HOW_TO_SIGN_IN}`);
  } else {
    await buildProvince(place, interrupted ?? DEFAULT_BUILDING, say);
    say(`Demo province loaded. ${HOW_TO_SIGN_IN}`);
  }
  for (const person of DEMO_PEOPLE)
    say(`  ${person.username.padEnd(16)} ${person.fullName}, ${person.employer}`);
  say("  These and the others stand on the sign-in page, with their one-time codes.");
  say("  With MOTCUA_CARRIER_URL=simulator a carrier that is none takes orders and reports by itself.");
}

const HOW_TO_SIGN_IN = `Password of every demo account: ${DEMO_PASSWORD}`;

async function hasAccounts({ ownerConfig }: ProvincePlace): Promise<boolean> {
  return asOwner(ownerConfig, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select exists (select from nation.account) as there",
    );
    return rows[0]?.there ?? false;
  });
}
