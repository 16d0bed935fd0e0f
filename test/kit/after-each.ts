import { afterEach, expect } from "vitest";
import { watchedDisagreements } from "./ledger-watch.ts";

// Folding the events gives the columns and the holders, of every dossier that a test touched, after each test.
afterEach(async () => {
  expect(await watchedDisagreements(), "the projections say something else than the ledgers").toEqual([]);
});
