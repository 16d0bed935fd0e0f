import type { Uses } from "./rooms.ts";

/**
 * Which room may use what. Exact both ways: an import that is not here fails the gate, and so does an entry that
 * nothing needs any more. `domain` and `contract` stand for the whole program.
 */
export const HOUSE_PLAN: Readonly<Record<string, Uses>> = {
  cli: {
    rooms: ["server/config", "server/db", "server/keys", "server/main", "tools"],
    packages: ["node", "tsx"],
  },
  contract: { rooms: ["domain"], packages: ["typebox"] },
  "db/demo": {
    rooms: ["domain", "server/db", "server/keys", "server/ledgers", "server/session", "server/units"],
    packages: ["@node-rs/argon2", "pg", "uuid"],
  },
  "domain/calendar": { rooms: ["domain/shared"], packages: [] },
  "domain/catalogue": { rooms: ["domain/calendar", "domain/shared"], packages: [] },
  "domain/custody": { rooms: ["domain/shared"], packages: [] },
  "domain/dossier": {
    rooms: ["domain/calendar", "domain/catalogue", "domain/person", "domain/shared"],
    packages: [],
  },
  "domain/mandate": { rooms: ["domain/shared"], packages: [] },
  "domain/person": { rooms: ["domain/shared"], packages: [] },
  "domain/shared": { rooms: [], packages: [] },
  "domain/unit": { rooms: ["domain/catalogue", "domain/shared"], packages: [] },
  "server/catalogue": {
    rooms: ["contract", "domain", "server/db", "server/http"],
    packages: ["kysely"],
  },
  "server/clock": { rooms: ["domain"], packages: [] },
  "server/config": { rooms: ["server/db"], packages: ["node"] },
  "server/db": { rooms: ["domain"], packages: ["kysely", "node", "pg", "pg-copy-streams", "tar-stream"] },
  "server/deps": {
    rooms: [
      "server/clock",
      "server/db",
      "server/files",
      "server/keys",
      "server/ledgers",
      "server/print",
      "server/units",
    ],
    packages: ["pino"],
  },
  "server/files": {
    rooms: ["contract", "domain", "server/http", "server/keys", "server/ledgers"],
    packages: ["file-type", "node"],
  },
  "server/http": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http/bound-routes",
      "server/http/citizen-pages",
      "server/keys",
      "server/ledgers",
      "server/units",
    ],
    packages: [
      "@fastify/compress",
      "@fastify/cookie",
      "@fastify/formbody",
      "@fastify/helmet",
      "@fastify/static",
      "@fastify/swagger",
      "fastify",
      "kysely",
      "node",
      "typebox",
    ],
  },
  "server/http/bound-routes": {
    rooms: [
      "contract",
      "server/catalogue",
      "server/files",
      "server/http",
      "server/intake",
      "server/lookup",
      "server/processing",
      "server/returning",
      "server/session",
    ],
    packages: [],
  },
  "server/http/citizen-pages": {
    rooms: ["contract", "domain", "server/catalogue", "server/deps", "server/lookup"],
    packages: ["@fastify/static", "fastify", "node"],
  },
  "server/intake": {
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
    packages: ["kysely"],
  },
  "server/jobs": { rooms: ["domain", "server/db"], packages: ["graphile-worker", "kysely", "pg", "pino"] },
  "server/keys": { rooms: ["domain", "server/db"], packages: ["node"] },
  "server/ledgers": {
    rooms: ["contract", "domain", "server/db", "server/deps", "server/keys", "server/units"],
    packages: ["kysely"],
  },
  "server/lookup": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/units",
    ],
    packages: ["kysely"],
  },
  "server/main": {
    rooms: [
      "contract",
      "db/demo",
      "server/clock",
      "server/config",
      "server/db",
      "server/http",
      "server/keys",
      "server/program",
      "server/units",
    ],
    packages: ["node", "pino"],
  },
  "server/print": { rooms: ["domain"], packages: ["bwip-js", "node"] },
  "server/processing": { rooms: ["contract", "domain", "server/http", "server/ledgers"], packages: [] },
  "server/program": {
    rooms: [
      "server/clock",
      "server/config",
      "server/db",
      "server/deps",
      "server/files",
      "server/http",
      "server/intake",
      "server/jobs",
      "server/keys",
      "server/ledgers",
      "server/print",
      "server/units",
    ],
    packages: ["fastify", "node", "pg", "pino", "uuid"],
  },
  "server/returning": {
    rooms: ["contract", "domain", "server/db", "server/deps", "server/http", "server/keys", "server/ledgers"],
    packages: [],
  },
  "server/rules-version": { rooms: [], packages: [] },
  "server/session": {
    rooms: [
      "contract",
      "domain",
      "server/db",
      "server/deps",
      "server/http",
      "server/keys",
      "server/ledgers",
      "server/rules-version",
      "server/units",
    ],
    packages: ["@node-rs/argon2", "kysely", "node", "otpauth"],
  },
  "server/units": { rooms: ["domain", "server/db", "server/keys"], packages: ["node", "pg", "uuid"] },
  tools: { rooms: ["contract", "server/db", "server/http"], packages: ["node", "pg", "vite"] },
  "vite.config.ts": { rooms: [], packages: ["@vitejs/plugin-react", "vite"] },
  "vitest.config.ts": { rooms: [], packages: ["vitest"] },
  "web/citizen": { rooms: ["contract", "domain", "web/text", "web/ui"], packages: ["react", "react-dom"] },
  "web/staff": {
    rooms: [
      "contract",
      "domain",
      "web/staff/counter",
      "web/staff/dossiers",
      "web/staff/shell",
      "web/text",
      "web/ui",
    ],
    packages: [
      "@mantine/core",
      "@tanstack/react-query",
      "@tanstack/react-router",
      "react",
      "react-dom",
      "typebox",
      "uuid",
    ],
  },
  "web/staff/counter": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react", "uuid"],
  },
  "web/staff/dossiers": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: [
      "@mantine/core",
      "@mantine/hooks",
      "@tanstack/react-query",
      "@tanstack/react-router",
      "react",
      "signature_pad",
      "typebox",
    ],
  },
  "web/staff/session": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@tanstack/react-query", "react", "typebox"],
  },
  "web/staff/shell": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/text", "web/ui"],
    packages: ["@mantine/core", "@tanstack/react-router", "react"],
  },
  "web/text": { rooms: ["contract", "domain"], packages: ["react"] },
  "web/ui": { rooms: ["domain", "web/text"], packages: ["@mantine/core", "react"] },
};

/** Rooms that serve routes. None imports another: what two need goes down to the domain, the ledgers or the database. */
export const FEATURES = ["catalogue", "files", "intake", "lookup", "processing", "returning", "session"].map(
  (name) => `server/${name}`,
);

/** What puts the features together, and alone may name several. */
export const COMPOSITION = [
  "db/demo",
  "server/deps",
  "server/http/bound-routes",
  "server/http/citizen-pages",
  "server/main",
  "server/program",
];

/** Who may talk to PostgreSQL past the query builder. */
export const PG_ROOMS = ["db/demo", "server/db", "server/jobs", "server/program", "server/units", "tools"];
