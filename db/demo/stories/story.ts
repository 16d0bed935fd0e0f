import type { Json } from "#server/units/reference-table.ts";
import type { Db } from "#server/db/kysely.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Reference } from "#server/units/reference.ts";
import type { Residents } from "../province/invent-party.ts";
import type { SampleFiles } from "../province/sample-files.ts";
import type { StaffMember } from "../province/staff.ts";
import type { Employed } from "../employ-people.ts";
import type { Caller } from "../province/staff-sessions.ts";

/** Where the ledgers of a story are kept; the first is that of every installation. */
export const STORY_SPACES = [
  { id: "dong-thap", schema: "space_dong_thap", title: "Tỉnh Đồng Tháp" },
  { id: "gia-lai", schema: "space_gia_lai", title: "Tỉnh Gia Lai" },
  { id: "binh-duong", schema: "space_binh_duong", title: "Tỉnh Bình Dương" },
] as const;
type StorySpace = (typeof STORY_SPACES)[number]["id"];

/** The last day of the districts, and of every place that a story begins with. */
export const LAST_DAY = "2025-06-30";
/** What a decision, a date or a name of the demo is that no source tells. */
export const OURS = "Dữ liệu minh họa, không phải một văn bản có thật";

/** The places of a story, list by list as in the reference files. */
export type StoryPlaces = Readonly<
  Record<
    | "agencies"
    | "agencyCodes"
    | "competences"
    | "oneStopUnits"
    | "postOffices"
    | "receptionPoints"
    | "counters",
    readonly Json[]
  >
>;

/** Somebody of a story: at work from a day on, and until the contract ended. */
export interface StoryPerson extends StaffMember {
  readonly since: PlainDate;
  readonly until: PlainDate | null;
}

/** What a scene has at hand when its moment has come. */
export interface Stage {
  readonly now: Instant;
  /** As whom the scene is played; throws with the refusal when the program says no. */
  readonly call: Caller;
  /** Ids that earlier scenes left behind. @example notes.get("mandate:30148") */
  readonly notes: Map<string, string>;
  readonly reference: Reference;
  readonly people: ReadonlyMap<string, Employed>;
  readonly residents: Residents;
  readonly files: SampleFiles;
  readonly owner: Db;
}

/** One thing that somebody does at a moment. */
export interface Scene {
  /** In Việt Nam, at work. @example "2020-04-20 08:15" */
  readonly at: string;
  /** A user name. */
  readonly by: string;
  readonly play: (stage: Stage) => Promise<void>;
}

export interface Story {
  readonly space: StorySpace;
  readonly places: StoryPlaces;
  readonly people: readonly StoryPerson[];
  readonly scenes: readonly Scene[];
}

/** An id that an earlier scene left behind. @throws Error when none did: the scenes are then out of order */
export function noted({ notes }: Pick<Stage, "notes">, name: string): string {
  const id = notes.get(name);
  if (id === undefined) throw new Error(`No scene before this one left ${name} behind`);
  return id;
}
