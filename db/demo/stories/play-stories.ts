import type { Instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Db } from "#server/db/kysely.ts";
import type { Program } from "#server/program.ts";
import type { Employed } from "../employ-people.ts";
import { createResidents } from "../province/invent-party.ts";
import { createRandom } from "../province/random.ts";
import { sampleFiles } from "../province/sample-files.ts";
import type { StaffSessions } from "../province/staff-sessions.ts";
import { isWorkingTime, momentOf } from "./moments.ts";
import { STORIES } from "./stories.ts";

interface StoryStage {
  readonly program: Program;
  readonly setClock: (now: Instant) => void;
  readonly sessions: StaffSessions;
  readonly people: ReadonlyMap<string, Employed>;
  readonly owner: Db;
  readonly seed: number;
}

/** Ages of the stories' citizens are counted from here; the first dossier comes in a few days later. */
const FIRST_DOSSIERS = plainDate("2019-01-08");

/**
 * Plays the five stories through the routes of the program, all in one order of time, each scene at its moment.
 * @throws Error with the refusal when a scene is refused: the story and the rules then disagree, which is a bug
 */
export async function playStories(given: StoryStage): Promise<void> {
  const { program, setClock, sessions, people, owner, seed } = given;
  const random = createRandom(seed);
  const notes = new Map<string, string>();
  const standing = {
    notes,
    people,
    owner,
    residents: createResidents(random, FIRST_DOSSIERS),
    files: sampleFiles(random),
  };
  const scenes = STORIES.flatMap((story) => story.scenes).map((scene) => ({
    ...scene,
    now: momentOf(scene.at),
  }));
  for (const { at, now, by, play } of scenes.toSorted((a, b) =>
    a.now < b.now ? -1 : a.now > b.now ? 1 : 0,
  )) {
    const { current } = program.deps.reference;
    const calendar = current().calendars.get("agency");
    invariant(calendar && isWorkingTime(now, calendar), `${at} is a moment at which people work`);
    setClock(now);
    const call = await sessions.callerOf(by);
    await play({ ...standing, now, call, reference: current() });
  }
}
