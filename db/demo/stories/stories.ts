import { CHAU_THANH } from "./chau-thanh.ts";
import { DONG_THAP } from "./dong-thap.ts";
import { PHU_THIEN } from "./phu-thien.ts";
import type { Story } from "./story.ts";
import { THANH_BINH } from "./thanh-binh.ts";
import { THU_DAU_MOT } from "./thu-dau-mot.ts";

/** The five stories, as the articles tell them; what they leave open says itself that it is ours. */
export const STORIES: readonly Story[] = [THANH_BINH, PHU_THIEN, CHAU_THANH, DONG_THAP, THU_DAU_MOT];

/** Everybody of the stories who has an account. */
export const STORY_PEOPLE = STORIES.flatMap(({ people }) => people);
