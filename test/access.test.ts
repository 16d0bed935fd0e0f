import { randomUUID } from "node:crypto";
import { ROUTES } from "#contract/routes.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GivenPost, employ } from "./kit/employ.ts";
import { ACCESS_ORACLE } from "./kit/access-oracle.ts";
import { receive } from "./kit/forms.ts";
import { QUERIES, bodyOf } from "./kit/route-bodies.ts";
import { A_PNG, upload } from "./kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "./kit/test-app.ts";

/** Four dossiers, each somewhere else; `home` and `province` came in at the same unit and are decided at two levels. */
const PLACES = ["home", "province", "branch", "foreign"] as const;
type Place = (typeof PLACES)[number];

interface Person {
  readonly posts: readonly GivenPost[] | "demo";
  /** What they hold, by the first letters of the oracle: k clerk, u courier, o officer, c case officer, a approver, h head of a unit, p programme officer, d administrator, "" nothing. */
  readonly holds: string;
  /** Whose dossiers are theirs to see, and at whose counters they may sit. */
  readonly sees: readonly Place[];
  readonly serves: readonly Place[];
  /** At whose units they say what the post may do: a head at the own one, the province's officers at all. */
  readonly rules?: readonly Place[];
}

/** Everybody that there can be: each role at each place, several at once, none. */
const PEOPLE: Readonly<Record<string, Person>> = {
  "lan.clerk": {
    posts: "demo",
    holds: "k",
    sees: ["home", "province", "branch"],
    serves: ["home", "province", "branch"],
  },
  "tuyet.clerk": {
    posts: [{ role: "postalClerk", at: "post:30130" }],
    holds: "k",
    sees: ["foreign"],
    serves: ["foreign"],
  },
  "duc.officer": { posts: "demo", holds: "o", sees: ["home", "province"], serves: ["home", "province"] },
  "mai.officer": {
    posts: [{ role: "oneStopOfficer", at: "unit:commune:30130" }],
    holds: "o",
    sees: ["foreign"],
    serves: ["foreign"],
  },
  "binh.officer": {
    posts: [{ role: "oneStopOfficer", at: "unit:commune:30157" }],
    holds: "o",
    sees: ["branch"],
    serves: ["branch"],
  },
  "tam.courier": { posts: "demo", holds: "u", sees: [], serves: [] },
  "ha.case": { posts: "demo", holds: "c", sees: ["home"], serves: [] },
  "nga.case": {
    posts: [{ role: "caseOfficer", at: "agency:department:health" }],
    holds: "c",
    sees: ["province"],
    serves: [],
  },
  "thai.approver": { posts: "demo", holds: "a", sees: ["home"], serves: [] },
  "son.approver": {
    posts: [{ role: "approver", at: "agency:department:health" }],
    holds: "a",
    sees: ["province"],
    serves: [],
  },
  "dung.both": {
    posts: [
      { role: "caseOfficer", at: "agency:commune:30163" },
      { role: "oneStopOfficer", at: "unit:commune:30130" },
    ],
    holds: "co",
    sees: ["home", "foreign"],
    serves: ["foreign"],
  },
  "quan.admin": {
    posts: [{ role: "administrator", at: "unit:commune:30163" }],
    holds: "d",
    sees: [],
    serves: [],
    rules: PLACES,
  },
  "hanh.head": {
    posts: "demo",
    holds: "h",
    sees: ["home", "province"],
    serves: [],
    rules: ["home", "province"],
  },
  "khoa.head": {
    posts: [{ role: "unitHead", at: "unit:commune:30130" }],
    holds: "h",
    sees: ["foreign"],
    serves: [],
    rules: ["foreign"],
  },
  "kiet.programme": { posts: "demo", holds: "p", sees: [], serves: [], rules: PLACES },
  "vinh.without": { posts: [], holds: "", sees: [], serves: [] },
};

function expected(route: string, person: Person | null, place: Place): string {
  const { who, where } = ACCESS_ORACLE[route] ?? { who: "", where: "mine" };
  if (who === "anybody") return "through";
  if (person === null) return "nobody is signed in";
  if (who === "signed in") return "through";
  if (!Array.from(person.holds).some((held) => who.includes(held))) return "no permission";
  const found = {
    everywhere: true,
    mine: false,
    dossier: person.sees.includes(place),
    counter: person.serves.includes(place),
    desk: person.holds !== "h",
    unit: person.rules?.includes(place) ?? false,
    register: person.serves.includes(place) || (person.rules?.includes(place) ?? false),
  };
  return found[where] ? "through" : "nothing there";
}

function outcome({ body }: Reply): string {
  const code = body["code"];
  if (code === "not_signed_in") return "nobody is signed in";
  if (code === "permission_missing") return "no permission";
  if (code === "not_found" || code === "outside_jurisdiction") return "nothing there";
  return code === "internal_error" ? "an error of the program" : "through";
}

describe.each([18, 15] as const)("who may do what where, on PostgreSQL %d", (postgres) => {
  let app: TestApp;
  const clients = new Map<string, Client>();
  const dossiers = new Map<Place, { id: string; fileId: string }>();

  beforeAll(async () => {
    app = await testApp({ postgres });
    await secondUnitOfTheOffice(app);
    for (const [username, { posts }] of Object.entries(PEOPLE))
      if (posts !== "demo") await employ(app, username, posts);
    for (const username of Object.keys(PEOPLE)) clients.set(username, await app.signIn(username));
    const from = {
      home: "duc.officer",
      province: "duc.officer",
      branch: "binh.officer",
      foreign: "mai.officer",
    } as const;
    for (const place of PLACES) {
      const officer = clients.get(from[place]);
      if (!officer) throw new Error("the officer is there");
      await officer.send("PUT", "/session/counter", { counterId: counterAt(place, "o") });
      const form = place === "province" ? await provincial(officer) : {};
      const id = String((await receive(officer, form)).body["dossierId"]);
      dossiers.set(place, { id, fileId: await upload(officer, id, "signature", A_PNG) });
    }
    const lan = clients.get("lan.clerk");
    await lan?.send("PUT", "/session/counter", { counterId: counterAt("home", "k") });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("the oracle knows every route and no other", () => {
    expect(Object.keys(ACCESS_ORACLE).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  });

  // Signing out comes last, since it ends the session.
  const names = Object.keys(ROUTES) as (keyof typeof ROUTES)[];
  test.each(names.toSorted((a, b) => Number(a === "signOut") - Number(b === "signOut")))(
    "%s",
    async (route) => {
      const differing: string[] = [];
      for (const [username, person] of [...Object.entries(PEOPLE), ["nobody", null] as const]) {
        const by = person === null ? app.anonymous : clients.get(username);
        if (!by) throw new Error(`${username} is there`);
        for (const place of ACCESS_ORACLE[route]?.where === "everywhere" ? PLACES.slice(0, 1) : PLACES) {
          const answer = await call(
            by,
            route,
            person?.holds ?? "",
            place,
            dossiers.get(place) ?? { id: "", fileId: "" },
          );
          const wanted = expected(route, person, place);
          if (outcome(answer) !== wanted) {
            differing.push(
              `${username} at ${place}: ${outcome(answer)} (${answer.status} ${String(answer.body["code"])}) instead of ${wanted}`,
            );
          }
        }
      }
      expect(differing).toEqual([]);
    },
  );
});

/** The clerks of Bình Tấn also staff a counter of another commune, where no mandate was given. */
async function secondUnitOfTheOffice({ owner }: TestApp): Promise<void> {
  await owner.query("insert into nation.counter values ($1, 'counter:branch', 'Quầy 4 – Bưu điện', $2, $3)", [
    referenceId("counter:branch"),
    referenceId("point:30157"),
    referenceId("post:30163:30148"),
  ]);
  await owner.query("update nation.reference_epoch set epoch = epoch + 1");
}

function counterAt(place: Place, holds: string): string {
  const clerks = {
    home: "counter:30163:30148:1",
    province: "counter:30163:30148:2",
    branch: "counter:branch",
    foreign: "counter:30130:3",
  };
  const officers = {
    home: "counter:30163:1",
    province: "counter:30163:2",
    branch: "counter:30157:1",
    foreign: "counter:30130:1",
  };
  return referenceId((holds === "k" ? clerks : officers)[place]);
}

function unitAt(place: Place): string {
  const units = { home: "30163", province: "30163", branch: "30157", foreign: "30130" };
  return referenceId(`unit:commune:${units[place]}`);
}

function siteAt(place: Place): string {
  const points = { home: "30163:30148", province: "30163", branch: "30157", foreign: "30130" };
  return referenceId(`point:${points[place]}`);
}

async function provincial(officer: Client): Promise<Record<string, unknown>> {
  const { body } = await officer.get("/procedures/1.013855");
  return { procedureVersionId: body["versionId"], papers: [], missingPapersReason: "…" };
}

/** Routes whose place is a unit in the query. */
const BY_UNIT: ReadonlySet<string> = new Set(["readUnitRights", "readUnitFigures", "listRecurring"]);

/** A call that gets past the door where the door is open, and then changes nothing that another call needs. */
function call(
  by: Client,
  route: keyof typeof ROUTES,
  holds: string,
  place: Place,
  dossier: { id: string; fileId: string },
): Promise<Reply> {
  const { method, path } = ROUTES[route];
  const desk =
    { k: "returning", o: "oneStop", c: "case", a: "approval" }[Array.from(holds)[0] ?? "k"] ?? "case";
  const values: Readonly<Record<string, string>> = {
    dossierId: dossier.id,
    fileId: dossier.fileId,
    formIssueId: randomUUID(),
    draftId: randomUUID(),
    groupId: randomUUID(),
    mandateId: randomUUID(),
    programmeId: randomUUID(),
    reorganisationId: randomUUID(),
    decisionId: randomUUID(),
    freedId: randomUUID(),
    assignmentId: randomUUID(),
    suspensionId: randomUUID(),
    accountId: randomUUID(),
    postId: randomUUID(),
    accreditationId: randomUUID(),
    entryId: randomUUID(),
    handOverId: randomUUID(),
    guidanceId: randomUUID(),
    seq: "1",
    siteId: siteAt(place),
    openingId: randomUUID(),
    surveyId: randomUUID(),
    findingId: randomUUID(),
    consultationId: randomUUID(),
    noticeId: randomUUID(),
    taskId: randomUUID(),
    orderId: randomUUID(),
    shipmentId: randomUUID(),
    incidentId: randomUUID(),
    routeId: randomUUID(),
    eventId: randomUUID(),
    rangeId: randomUUID(),
    containerId: randomUUID(),
    manifestId: randomUUID(),
    uploadId: randomUUID(),
    stockTakeId: randomUUID(),
    placeId: randomUUID(),
    thing: "container",
    id: randomUUID(),
    versionId: randomUUID(),
    unitId: unitAt(place),
    year: "2026",
    formId: randomUUID(),
    key: "counter:30163:1",
    code: "2.000635",
    desk,
    overview: holds.includes("h") ? "unit" : "agency",
  };
  const url = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "");
  const purpose = holds === "c" ? "result" : "signature";
  if (route === "uploadFile")
    return by.send("POST", `${url}?purpose=${purpose}&name=tep.png`, A_PNG, { type: "image/png" });
  if (route === "keepMandateFile")
    return by.send("POST", `${url}?name=anh.png`, A_PNG, { type: "image/png" });
  if (route === "keepCustodyFile")
    return by.send("POST", `${url}?purpose=signature`, A_PNG, { type: "image/png" });
  if (route === "sendUploadPart") {
    const whole = `${url}?purpose=signature&from=0&bytes=${A_PNG.length}`;
    return by.send("PUT", whole, A_PNG, { type: "application/octet-stream" });
  }
  const query = BY_UNIT.has(route) ? `?unitId=${unitAt(place)}` : (QUERIES[route] ?? "");
  if (method === "GET") return by.get(url + query);
  return by.send(method, url + query, bodyOf(route, counterAt(place, holds), unitAt(place)));
}
