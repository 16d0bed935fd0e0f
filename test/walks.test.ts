import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "./kit/test-app.ts";
import { WALKED_MOVES } from "./kit/walk-moves.ts";
import { type Cast, type Walked, openCast, walk } from "./kit/walk.ts";

/** More walks than the gate's, or others: WALKS=5000 WALK_SEED=7 npx vitest run test/walks.test.ts */
const WALKS = Number(process.env["WALKS"] ?? 200);
const FIRST_SEED = Number(process.env["WALK_SEED"] ?? 20_261_122);
const AT_ONCE = 25;

let app: TestApp;
let cast: Cast;
const walked: Walked[] = [];
beforeAll(async () => {
  app = await testApp();
  cast = await openCast(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const starts = Array.from({ length: Math.ceil(WALKS / AT_ONCE) }, (_, index) => index * AT_ONCE);

test.each(starts)(
  "from %i on, people drawn by chance do what their pages offer and what they bar, and no dossier is stuck",
  async (start) => {
    for (let index = start; index < Math.min(start + AT_ONCE, WALKS); index += 1)
      walked.push(await walk(app, cast, FIRST_SEED + index));
  },
);

test("the walks went everywhere: through every status, and everybody was also refused something", () => {
  const been = new Set(walked.flatMap(({ statuses }) => [...statuses]));
  const done = new Set(walked.flatMap(({ done: moves }) => moves));
  expect(walked).toHaveLength(WALKS);
  // What is handed in is answered in the same act: no dossier stays `lodged`.
  expect(BUSINESS_STATUSES.filter((status) => !been.has(status))).toEqual(["lodged"]);
  expect(WALKED_MOVES.filter((move) => !done.has(move))).toEqual([]);
  expect(walked.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(WALKS);
});
