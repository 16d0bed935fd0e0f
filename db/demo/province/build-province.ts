import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { systemClock } from "#server/clock.ts";
import type { Database } from "#server/db/database.ts";
import { createDb, createPool, inSpace } from "#server/db/kysely.ts";
import type { KeyRing } from "#server/keys/key-ring.ts";
import type { NoticeSettings } from "#server/notice-settings.ts";
import { openProgram } from "#server/program.ts";
import { openReferenceCache } from "#server/units/reference-cache.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { pino } from "pino";
import { employPeople } from "../employ-people.ts";
import { DOSSIERS_MIN } from "./fates.ts";
import { grantHandOvers } from "./grant-hand-overs.ts";
import { endOf, planProvince } from "./plan-province.ts";
import { playInterlinked } from "./play-interlinked.ts";
import { playProvince } from "./play-province.ts";
import { createRandom } from "./random.ts";
import { rateEnded } from "./rate-ended.ts";
import { sampleFiles } from "./sample-files.ts";
import { STAFF } from "./staff.ts";
import { staffSessions } from "./staff-sessions.ts";
import { suspendClerk } from "./suspend-clerk.ts";
import { suspendHandOver } from "./suspend-hand-over.ts";
import { playStories } from "../stories/play-stories.ts";
import { storeStories } from "../stories/store-stories.ts";
import { STORY_PEOPLE } from "../stories/stories.ts";
import { tellCitizens } from "./tell-citizens.ts";
import { type Building, markWhole, wipeSpace } from "./wipe-space.ts";

export interface ProvincePlace extends Pick<Database, "ownerConfig" | "appConfig" | "appRole" | "dataDir"> {
  readonly ring: KeyRing;
  readonly publicUrl: string;
}

/** What the first start builds. */
export const DEFAULT_BUILDING: Building = { seed: 2026, dossiers: 400, now: null };

/** Nobody of the demo is ever reached. */
const IN_FILES: NoticeSettings = { mail: "file", sms: "file", zalo: "file", quiet: null };

/** In the order of the sign-in page: those of today first. */
const EVERYBODY = [...STAFF, ...STORY_PEOPLE];

const DOSSIERS_MAX = 5_000;
const PROGRESS_STEPS = 10;
/**
 * From the forms of TT 03/2025 on, which an ended dossier is told by, with seven weeks of the two-tier units behind it; to
 * the end of the calendars, with three months ahead.
 */
const CLOCK = { from: "2025-10-01", to: "2027-09-30" } as const;

/** Why a province cannot be built from this, as a sentence; undefined when it can. */
export function checkBuilding({ dossiers, now }: Building): string | undefined {
  if (dossiers < DOSSIERS_MIN || dossiers > DOSSIERS_MAX)
    return `A demo province has from ${DOSSIERS_MIN} to ${DOSSIERS_MAX} dossiers, not ${dossiers}.`;
  if (now === null) return undefined;
  const moment = Number.isNaN(Date.parse(now)) ? undefined : localTime(instant(now)).day;
  return moment === undefined || moment < CLOCK.from || moment > CLOCK.to
    ? `The clock of a demo is a moment from ${CLOCK.from} to ${CLOCK.to}, not ${JSON.stringify(now)}.`
    : undefined;
}

/**
 * Makes the demo province anew: empties the installation, then writes people, decisions and dossiers, the dossiers
 * through the program's own routes with a clock that is set to each moment. The same `building` and the same
 * reference data give the same province, but for ids and secrets. Receipts are left to the jobs of the next start.
 * @throws Error with the refusal when the plan and the rules disagree
 */
export async function buildProvince(
  place: ProvincePlace,
  building: Building,
  say: (line: string) => void,
): Promise<void> {
  const every = Math.max(1, Math.floor(building.dossiers / PROGRESS_STEPS));
  const now = building.now === null ? systemClock.now() : instant(building.now);
  await wipeSpace(place, building);
  await storeStories(place.ownerConfig, place.appRole);
  const owner = createDb(createPool({ ...place.ownerConfig, max: 1 }));
  const time: { now: Instant } = { now };
  const program = await openProgram({
    config: { publicUrl: place.publicUrl, trustProxy: false, notices: IN_FILES },
    // What a crash could lose here is built again from the start: no need to wait for the disk at each act.
    database: { ...place, appConfig: { ...place.appConfig, options: "-c synchronous_commit=off" } },
    ring: place.ring,
    clock: { now: () => time.now },
    log: pino({ level: "silent" }),
    site: null,
    jobs: false,
  });
  try {
    const reference = (await openReferenceCache(owner)).current();
    const plan = planProvince(reference, { ...building, now });
    const { employed, mandates } = await inSpace(owner, SPACES[0], { places: [] }, async (tx) => {
      const employed = await employPeople(tx, EVERYBODY, place.ring);
      return { employed, mandates: await grantHandOvers(tx, employed, plan.clock) };
    });
    const setClock = (moment: Instant) => {
      time.now = moment;
    };
    const sessions = staffSessions(program, EVERYBODY, employed);
    await playStories({ program, setClock, sessions, people: employed, owner, seed: building.seed });
    say("Demo: five stories of 2018 to 2025");
    await playProvince(plan, {
      setClock,
      callerOf: sessions.callerOf,
      suspend: (office, at) =>
        inSpace(owner, SPACES[0], { places: [] }, (tx) => {
          const by = employed.get("kiet.programme");
          invariant(by, "the demo has a programme officer");
          return suspendHandOver(tx, { mandateId: mandates.get(office) ?? "", by, at });
        }),
      files: sampleFiles(createRandom(building.seed)),
      reference,
      onReceived: (count) => {
        if (count % every === 0 || count === plan.dossiers)
          say(`Demo: ${count} of ${plan.dossiers} dossiers`);
      },
    });
    await tellCitizens(owner, program, { setClock, now });
    await rateEnded(owner, { seed: building.seed, from: plan.clock.at(0), now });
    const end = endOf(plan);
    setClock(end);
    await playInterlinked({
      callerOf: sessions.callerOf,
      result: sampleFiles(createRandom(building.seed)).result.granted,
      now: end,
    });
    await suspendClerk(await sessions.callerOf("kiet.programme"), employed, end);
    await sessions.end();
  } finally {
    await program.close();
    await owner.destroy();
  }
  await markWhole(place);
}
