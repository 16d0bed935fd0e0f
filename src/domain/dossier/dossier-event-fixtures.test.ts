import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DOSSIER_EVENT_TYPES, DOSSIER_EVENT_VERSIONS, type PastDossierEvent } from "./dossier-event.ts";
import { type DossierState, foldDossier } from "./fold-dossier.ts";

interface Kept {
  readonly because: string;
  readonly events: readonly PastDossierEvent[];
  readonly state: DossierState;
}
const kept = JSON.parse(
  readFileSync(new URL("dossier-event.fixtures.json", import.meta.url), "utf8"),
) as Kept[];

describe("events of version 1, as they stand in ledgers for ever", () => {
  test.each(kept)("fold to what they meant: $because", ({ events, state }) => {
    expect(foldDossier(events)).toEqual(state);
  });

  test("every type is among them, in the version that is written today or an older one", () => {
    const written = kept.flatMap(({ events }) => events);
    expect([...new Set(written.map((event) => event.type))].toSorted()).toEqual(
      [...DOSSIER_EVENT_TYPES].toSorted(),
    );
    for (const type of DOSSIER_EVENT_TYPES) {
      const versions = written.filter((event) => event.type === type).map((event): number => event.version);
      for (let version = 1; version <= DOSSIER_EVENT_VERSIONS[type]; version += 1)
        expect(versions).toContain(version);
    }
  });
});
