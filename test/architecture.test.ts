import { describe, expect, test } from "vitest";
import { isBareVietnamese } from "./guards/bare-vietnamese.ts";
import { COMPOSITION, FEATURES, HOUSE_PLAN, PG_ROOMS } from "./guards/house-plan.ts";
import { usesOfRooms } from "./guards/rooms.ts";
import {
  allFiles,
  identifiers,
  importsOf,
  isTest,
  read,
  sourceFiles,
  withoutComments,
} from "./guards/source-files.ts";

const sources = sourceFiles();
const server = sources.filter((file) => file.startsWith("src/server/") && !isTest(file));

/** Lines that should not be there, as a person finds them: file and what was found. */
function findings(files: readonly string[], pattern: RegExp, text = read): readonly string[] {
  return files.flatMap((file) =>
    [...text(file).matchAll(pattern)].map((match) => `${file}: ${match[0].trim()}`),
  );
}

describe("the plan of the house", () => {
  test("names exactly what each room uses", () => {
    expect(usesOfRooms()).toEqual(HOUSE_PLAN);
  });

  const rooms = Object.entries(HOUSE_PLAN);
  const roomsUnder = (program: string) => rooms.filter(([room]) => room.startsWith(program));

  test.each(roomsUnder("domain/"))("%s knows nothing but the domain, and no package", (_room, uses) => {
    expect(uses.packages).toEqual([]);
    expect(uses.rooms.filter((used) => !used.startsWith("domain/"))).toEqual([]);
  });

  test("the contract knows the domain and its schema library", () => {
    expect(HOUSE_PLAN["contract"]).toEqual({ rooms: ["domain"], packages: ["typebox"] });
  });

  test.each(rooms)("%s imports a feature only if it puts the program together", (room, { rooms: used }) => {
    if (COMPOSITION.includes(room)) return;
    expect(used.filter((other) => FEATURES.includes(other))).toEqual([]);
  });

  test.each(FEATURES)("%s is a room that stands", (feature) => {
    expect(Object.keys(HOUSE_PLAN)).toContain(feature);
  });

  test("only some rooms talk to PostgreSQL past the query builder", () => {
    const talkers = rooms.filter(([, { packages }]) => packages.includes("pg")).map(([room]) => room);
    expect(talkers.sort()).toEqual([...PG_ROOMS].sort());
  });

  test.each(roomsUnder("web/"))("%s knows nothing of the server", (_room, uses) => {
    expect(uses.rooms.filter((used) => /^(?:server|db|cli|tools)\b/.test(used))).toEqual([]);
    expect(uses.packages.filter((name) => name === "node" || name === "pg" || name === "kysely")).toEqual([]);
  });

  test.each(rooms.filter(([room]) => !room.startsWith("web/")))(
    "%s knows nothing of the web",
    (_room, uses) => {
      expect(uses.rooms.filter((used) => used.startsWith("web"))).toEqual([]);
    },
  );

  test("the primitives of the screens know neither routes nor the API", () => {
    expect(HOUSE_PLAN["web/ui"]?.rooms.filter((used) => used !== "domain" && used !== "web/text")).toEqual(
      [],
    );
  });
});

describe("the ledgers", () => {
  const outside = server.filter((file) => !file.startsWith("src/server/ledgers/"));
  const LEDGER =
    "(?:dossier|dossier_event|custody_entry|custody_act|custody_signature|container|item|manifest|manifest_line|shipment_event|mandate|mandate_event|mandate_epoch|access_log|site_opening|site_withdrawal|site_photo|survey|survey_answer|survey_finding|finding_resolution|resolution_verdict|programme|programme_event|programme_goal|phase|agreement|coordination_rule|decision_scan|staff_freed|staff_freed_withdrawal|rating)";

  test("are written in server/ledgers only", () => {
    const builder = new RegExp(
      `\\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\\(\\s*"${LEDGER}"`,
      "g",
    );
    const sql = new RegExp(
      `\\b(?:insert\\s+into|update|delete\\s+from|truncate)\\s+(?:\\w+\\.)?${LEDGER}\\b(?!_)`,
      "gi",
    );
    expect(findings(outside, builder)).toEqual([]);
    expect(findings(outside, sql, (file) => withoutComments(read(file)))).toEqual([]);
  });

  test("are given whole rows by nobody else", () => {
    const makers = ["src/server/db/insert-rows.ts", "src/server/db/copy-rows.ts"];
    const outsiders = outside.filter((file) => !makers.includes(file));
    expect(findings(outsiders, /\b(?:insertRows|insertSteps|copyRows)\(/g)).toEqual([]);
  });
});

describe("files", () => {
  const VERBS = [
    "accept",
    "acknowledge",
    "apply",
    "ask",
    "answer",
    "approve",
    "cancel",
    "choose",
    "confirm",
    "consult",
    "correct",
    "deliver",
    "draft",
    "draw",
    "extend",
    "find",
    "forward",
    "give",
    "impose",
    "import",
    "judge",
    "keep",
    "hand",
    "list",
    "lodge",
    "make",
    "move",
    "offer",
    "open",
    "pack",
    "pass",
    "place",
    "plan",
    "preview",
    "print",
    "publish",
    "read",
    "receive",
    "record",
    "return",
    "sign",
    "stop",
    "suspend",
    "track",
    "withdraw",
    "seal",
    "settle",
    "take",
    "unpack",
  ];

  test("a route's file is named after what it does", () => {
    const routes = server.filter(
      (file) => /(?<![.\w])bind\(/.test(read(file)) && file !== "src/server/http/context.ts",
    );
    expect(routes.length).toBeGreaterThan(10);
    const name = new RegExp(`/(?:${VERBS.join("|")})-[a-z-]+\\.ts$`);
    expect(routes.filter((file) => !name.test(file))).toEqual([]);
  });

  test("there is no barrel", () => {
    expect(sources.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
    expect(findings(sources, /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as \w+ )?from\b/gm)).toEqual([]);
  });

  test("there is no default export but where a tool demands one", () => {
    const demanded = ["vite.config.ts", "vitest.config.ts", "test/kit/global-setup.ts"];
    expect(
      findings(
        sources.filter((file) => !demanded.includes(file)),
        /^export default\b/gm,
      ),
    ).toEqual([]);
  });

  test("none is longer than 400 lines", () => {
    const written = [
      ...sources,
      ...allFiles().filter((file) => /\.(?:css|typ)$|^db\/migrations\//.test(file)),
    ];
    expect(written.filter((file) => read(file).split("\n").length > 401)).toEqual([]);
  });

  test("every import says the file's whole name", () => {
    const cut = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => /^[.#]/.test(specifier) && !/\.(?:tsx?|css|json|mjs|svg)$/.test(specifier))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(cut).toEqual([]);
  });
});

describe("what nobody writes", () => {
  test("half-done work and ways around a check", () => {
    const pattern =
      /\bTO[D]O\b|\bFIX[M]E\b|\.ski[p]\(|\.onl[y]\(|\bas an[y]\b|@ts-(?:ignor[e]|nochec[k]|expect-erro[r])|(?:oxlint|eslint|biome)-(?:disabl[e]|ignor[e])/g;
    const texts = [...sources, ...allFiles().filter((file) => /\.(?:css|sql|md|typ)$/.test(file))];
    expect(findings(texts, pattern)).toEqual([]);
  });

  test("Vietnamese without diacritics as a name", () => {
    const found = sources.flatMap((file) => [
      ...[...identifiers(read(file))].filter(isBareVietnamese).map((name) => `${file}: ${name}`),
      ...(isBareVietnamese(file.replaceAll(/[^a-z0-9]+/gi, "_")) ? [file] : []),
    ]);
    expect(found).toEqual([]);
  });

  test.each([
    { name: "hoSo", bare: true, because: "hồ sơ is a dossier" },
    { name: "ma_thu_tuc", bare: true, because: "thủ tục is a procedure" },
    { name: "hoso2", bare: true, because: "a number changes nothing" },
    { name: "scanBoundary", bare: false, because: "words are read as they are written" },
    { name: "hồSơ", bare: false, because: "it has its diacritics" },
  ])("$name: $because", ({ name, bare }) => {
    expect(isBareVietnamese(name)).toBe(bare);
  });

  test("an address of a package registry, or a path of somebody's machine", () => {
    const files = allFiles().filter((file) => !/\.(?:png|jpe?g|woff2|ttf|pdf|wasm|ico)$/.test(file));
    const registry =
      /https?:\/\/[^\s"'`)]*(?:registr[y]|artifactor[y]|verdacci[o]|npmmirro[r]|nexu[s]\.)[^\s"'`)]*/g;
    const place = /(?<![\w.:/*#-])\/(?:wor[k]|hom[e]|User[s])\/[\w.-]+/g;
    expect(findings(files, registry)).toEqual([]);
    expect(findings(files, place)).toEqual([]);
  });
});
