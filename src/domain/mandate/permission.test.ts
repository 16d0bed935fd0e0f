import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PERMISSIONS, ROLES, permits } from "./permission.ts";

/** The table once more, written by permission instead of by role. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "counter.serve": ["postalClerk", "oneStopOfficer"],
  "dossier.receive": ["postalClerk", "oneStopOfficer"],
  "dossier.read": ["postalClerk", "oneStopOfficer", "unitHead", "caseOfficer", "approver"],
  "dossier.confirm": ["oneStopOfficer", "unitHead"],
  "dossier.forward": ["oneStopOfficer"],
  "dossier.process": ["caseOfficer"],
  "dossier.approve": ["approver"],
  "dossier.return": ["postalClerk", "oneStopOfficer"],
  "dossier.turn": ["postalClerk", "oneStopOfficer", "caseOfficer", "approver"],
  "steps.plan": ["approver", "administrator"],
  "catalogue.edit": ["administrator"],
  "units.edit": ["administrator"],
  "calendar.edit": ["administrator"],
  "board.read": ["unitHead", "approver"],
  "figures.read": ["unitHead", "programmeOfficer", "administrator"],
  "mandate.read": ["unitHead", "programmeOfficer"],
  "mandate.draft": ["unitHead", "programmeOfficer"],
  "mandate.move": ["unitHead", "programmeOfficer"],
  "right.assign": ["unitHead"],
  "sample.judge": ["oneStopOfficer", "unitHead"],
  "register.read": ["oneStopOfficer", "unitHead"],
  "register.close": ["unitHead"],
  "right.suspend": ["programmeOfficer"],
  "site.read": ["unitHead", "programmeOfficer", "administrator"],
  "site.edit": ["programmeOfficer"],
  "finding.resolve": ["unitHead"],
  "evidence.keep": ["unitHead", "programmeOfficer"],
  "programme.edit": ["programmeOfficer"],
  "people.edit": ["administrator"],
  "training.record": ["programmeOfficer", "administrator"],
  "handOver.read": [
    "postalClerk",
    "oneStopOfficer",
    "unitHead",
    "caseOfficer",
    "programmeOfficer",
    "administrator",
  ],
  "custody.hold": ["postalClerk", "courier", "oneStopOfficer", "unitHead", "caseOfficer", "approver"],
  "postal.order": ["postalClerk", "oneStopOfficer"],
  "postal.read": ["postalClerk", "courier", "oneStopOfficer", "unitHead"],
  "postal.report": ["postalClerk", "courier"],
  "postal.deliver": ["courier"],
  "postal.settle": ["postalClerk", "oneStopOfficer", "unitHead"],
};

describe("what a post opens", () => {
  const pairs = ROLES.flatMap((role) => PERMISSIONS.map((permission) => ({ role, permission })));

  test.each(pairs)("$role and $permission", ({ role, permission }) => {
    const open = permission === "public" || permission === "signedIn";
    expect(permits([role], permission)).toBe(open || HOLDERS[permission]?.includes(role) === true);
  });

  test("a postal clerk opens nothing of the state's: no sending on, no deciding, no approving", () => {
    for (const permission of ["dossier.forward", "dossier.process", "dossier.approve"] as const) {
      expect(permits(["postalClerk"], permission)).toBe(false);
    }
  });

  test("several posts open what each of them opens, and nothing more", () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
        const open = permission === "public" || permission === "signedIn";
        expect(permits(roles, permission)).toBe(open || roles.some((role) => permits([role], permission)));
      }),
    );
  });

  test("nobody's post is needed for what is public", () => {
    expect(permits([], "public")).toBe(true);
    expect(permits([], "dossier.read")).toBe(false);
  });
});
