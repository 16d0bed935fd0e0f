import { randomUUID } from "node:crypto";
import { ROUTES } from "#contract/routes.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GivenPost, employ } from "./kit/employ.ts";
import { receive } from "./kit/forms.ts";
import { QUERIES, bodyOf } from "./kit/route-bodies.ts";
import { A_PNG, upload } from "./kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "./kit/test-app.ts";

/** Four dossiers, each somewhere else; `home` and `province` came in at the same unit and are decided at two levels. */
const PLACES = ["home", "province", "branch", "foreign"] as const;
type Place = (typeof PLACES)[number];

interface Person {
  readonly posts: readonly GivenPost[] | "demo";
  /** What they hold, by the first letters of the oracle: k clerk, o officer, c case officer, a approver, h head of a unit, p programme officer, d administrator, "" nothing. */
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

/** What a route asks, written down once more by hand: who may come in, and at which places they find something. */
interface Expected {
  /** "anybody", "signed in", or the letters of those who may. */
  readonly who: string;
  /** dossier: only those one sees. counter: only those one serves. unit: only where one rules. desk: not for a head, at whose desk nothing waits. mine: nothing, being somebody else's. */
  readonly where: "everywhere" | "dossier" | "counter" | "unit" | "desk" | "mine";
}
const ORACLE: Readonly<Record<string, Expected>> = {
  signIn: { who: "anybody", where: "everywhere" },
  readSession: { who: "signed in", where: "everywhere" },
  signOut: { who: "signed in", where: "everywhere" },
  listCounters: { who: "ko", where: "everywhere" },
  chooseCounter: { who: "ko", where: "counter" },
  listDemoAccounts: { who: "anybody", where: "everywhere" },
  searchProcedures: { who: "anybody", where: "everywhere" },
  readProcedure: { who: "anybody", where: "everywhere" },
  previewIntake: { who: "ko", where: "everywhere" },
  listReview: { who: "d", where: "everywhere" },
  readReviewSummary: { who: "d", where: "everywhere" },
  readReviewedProcedure: { who: "d", where: "everywhere" },
  readReviewedVersion: { who: "d", where: "mine" },
  publishVersion: { who: "d", where: "everywhere" },
  withdrawVersion: { who: "d", where: "everywhere" },
  acknowledgeWarnings: { who: "d", where: "mine" },
  listDrafts: { who: "ko", where: "everywhere" },
  readDraft: { who: "ko", where: "mine" },
  saveDraft: { who: "ko", where: "everywhere" },
  deleteDraft: { who: "ko", where: "mine" },
  receiveDossier: { who: "ko", where: "everywhere" },
  printReceipt: { who: "kocah", where: "dossier" },
  listQueue: { who: "kocah", where: "desk" },
  searchDossiers: { who: "kocah", where: "everywhere" },
  readDossier: { who: "kocah", where: "dossier" },
  forwardDossier: { who: "o", where: "dossier" },
  takeDossier: { who: "c", where: "dossier" },
  recordOutcome: { who: "c", where: "dossier" },
  approveOutcome: { who: "a", where: "dossier" },
  sendBackOutcome: { who: "a", where: "dossier" },
  returnResult: { who: "ko", where: "dossier" },
  uploadFile: { who: "koc", where: "dossier" },
  readFile: { who: "kocah", where: "dossier" },
  listAdministrativeUnits: { who: "anybody", where: "everywhere" },
  readAdministrativeUnit: { who: "anybody", where: "everywhere" },
  findAddresses: { who: "anybody", where: "everywhere" },
  listPlaces: { who: "d", where: "everywhere" },
  listPlaceChoices: { who: "d", where: "everywhere" },
  readPlace: { who: "d", where: "everywhere" },
  createPlace: { who: "d", where: "everywhere" },
  changePlace: { who: "d", where: "everywhere" },
  exportPlaces: { who: "d", where: "everywhere" },
  previewPlaceImport: { who: "d", where: "everywhere" },
  importPlaces: { who: "d", where: "everywhere" },
  listMandates: { who: "hp", where: "everywhere" },
  readMandate: { who: "hp", where: "mine" },
  draftMandate: { who: "hp", where: "unit" },
  changeMandate: { who: "hp", where: "mine" },
  moveMandate: { who: "hp", where: "mine" },
  listActsUnder: { who: "hp", where: "mine" },
  listMandateChoices: { who: "hp", where: "everywhere" },
  listSuspensionChoices: { who: "p", where: "everywhere" },
  readUnitRights: { who: "h", where: "unit" },
  readOwnRights: { who: "ko", where: "everywhere" },
  giveAssignment: { who: "h", where: "unit" },
  revokeAssignment: { who: "h", where: "mine" },
  listSuspensions: { who: "hp", where: "everywhere" },
  suspendRight: { who: "p", where: "everywhere" },
  liftSuspension: { who: "p", where: "mine" },
  readGuidance: { who: "ko", where: "everywhere" },
  recordGuidance: { who: "ko", where: "everywhere" },
  withdrawGuidance: { who: "ko", where: "mine" },
};

function expected(route: string, person: Person | null, place: Place): string {
  const { who, where } = ORACLE[route] ?? { who: "", where: "mine" };
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
    expect(Object.keys(ORACLE).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
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
        for (const place of ORACLE[route]?.where === "everywhere" ? PLACES.slice(0, 1) : PLACES) {
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

async function provincial(officer: Client): Promise<Record<string, unknown>> {
  const { body } = await officer.get("/procedures/1.013855");
  return { procedureVersionId: body["versionId"], papers: [], missingPapersReason: "…" };
}

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
    draftId: randomUUID(),
    mandateId: randomUUID(),
    assignmentId: randomUUID(),
    suspensionId: randomUUID(),
    guidanceId: randomUUID(),
    versionId: randomUUID(),
    key: "counter:30163:1",
    code: "2.000635",
    desk,
  };
  const url = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "");
  const purpose = holds === "c" ? "result" : "signature";
  if (route === "uploadFile")
    return by.send("POST", `${url}?purpose=${purpose}&name=tep.png`, A_PNG, { type: "image/png" });
  const query = route === "readUnitRights" ? `?unitId=${unitAt(place)}` : (QUERIES[route] ?? "");
  if (method === "GET") return by.get(url + query);
  return by.send(method, url + query, bodyOf(route, counterAt(place, holds), unitAt(place)));
}
