import type { Uses } from "./rooms.ts";

/** The rooms of the domain, as {@link HOUSE_PLAN} lists the others: they know each other and nothing else. */
export const DOMAIN_PLAN: Readonly<Record<string, Uses>> = {
  "domain/calendar": { rooms: ["domain/shared"], packages: [] },
  "domain/catalogue": { rooms: ["domain/calendar", "domain/shared"], packages: [] },
  "domain/custody": { rooms: ["domain/mandate", "domain/shared"], packages: [] },
  "domain/dossier": {
    rooms: [
      "domain/calendar",
      "domain/catalogue",
      "domain/custody",
      "domain/mandate",
      "domain/person",
      "domain/shared",
    ],
    packages: [],
  },
  "domain/mandate": { rooms: ["domain/shared"], packages: [] },
  "domain/notice": { rooms: ["domain/dossier", "domain/postal", "domain/shared"], packages: [] },
  "domain/people": {
    rooms: ["domain/custody", "domain/mandate", "domain/person", "domain/shared"],
    packages: [],
  },
  "domain/person": { rooms: ["domain/shared"], packages: [] },
  "domain/postal": {
    rooms: ["domain/calendar", "domain/catalogue", "domain/custody", "domain/shared"],
    packages: [],
  },
  "domain/programme": { rooms: ["domain/mandate", "domain/shared", "domain/unit"], packages: [] },
  "domain/shared": { rooms: [], packages: [] },
  "domain/site": { rooms: ["domain/calendar", "domain/shared", "domain/unit"], packages: [] },
  "domain/watch": {
    rooms: ["domain/calendar", "domain/mandate", "domain/notice", "domain/shared"],
    packages: [],
  },
  "domain/unit": { rooms: ["domain/catalogue", "domain/shared"], packages: [] },
};
