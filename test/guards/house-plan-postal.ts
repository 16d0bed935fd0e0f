import type { Uses } from "./rooms.ts";

/** The rooms of the post, of custody and of the settings, as {@link HOUSE_PLAN} lists the others. */
export const POSTAL_PLAN: Readonly<Record<string, Uses>> = {
  "server/custody": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/print",
      "server/units",
    ],
    packages: ["kysely", "node", "typebox"],
  },
  "server/carrier-settings": { rooms: ["domain", "server/db"], packages: ["node"] },
  "server/config": {
    rooms: [
      "domain",
      "server/carrier-settings",
      "server/db",
      "server/notice-settings",
      "server/turn-settings",
      "server/watch-settings",
    ],
    packages: ["node"],
  },
  "server/incidents": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http",
      "server/ledgers",
      "server/units",
    ],
    packages: ["kysely"],
  },
  "server/postal-reports": {
    rooms: ["contract", "domain", "server/db", "server/http", "server/units"],
    packages: ["kysely"],
  },
  "server/mail-runs": {
    rooms: ["contract", "domain", "server/db", "server/http", "server/ledgers", "server/units"],
    packages: ["kysely"],
  },
  "server/postal": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/print",
      "server/units",
    ],
    packages: ["kysely", "typebox"],
  },
  "server/carriers": {
    rooms: [
      "domain",
      "server/carrier-settings",
      "server/db",
      "server/deps",
      "server/ledgers",
      "server/units",
    ],
    packages: ["kysely", "node", "pure-rand"],
  },
};
