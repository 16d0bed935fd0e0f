import { describe, expect, test } from "vitest";
import { BOUND_ROUTES } from "./bound-routes.ts";
import { compileWhenNeeded } from "./compile-when-needed.ts";

const { validator, serializer } = await compileWhenNeeded();
const place = { method: "POST", url: "/" };
const WORD = { type: "object", required: ["word"], properties: { word: { type: "string" } } };

describe("schemas that are compiled with the first request", () => {
  // A start no longer takes them up, so that one that cannot be read would be found by a clerk.
  test("can all be compiled, of every route, for what comes in and for what goes out", () => {
    for (const { contract } of Object.values(BOUND_ROUTES)) {
      const { params, query, body, bodyType, response, responseType } = contract;
      for (const schema of [params, query, bodyType ? undefined : body]) {
        if (schema) expect(() => validator({ ...place, schema })(null), contract.path).not.toThrow();
      }
      if (responseType) continue;
      const written = serializer({ ...place, schema: response });
      // What is wrong with the value, a bug of a handler, is no concern here; what is wrong with the schema is.
      expect(
        reasonOf(() => written(null)),
        contract.path,
      ).not.toMatch(/schema/i);
    }
  });

  test("one that cannot be compiled is found then, and by this test", () => {
    const broken = { type: "object", properties: { word: { type: "strin" } } };
    expect(() => validator({ ...place, schema: broken })({})).toThrow(/schema/i);
    expect(reasonOf(() => serializer({ ...place, schema: broken })({}))).toMatch(/schema/i);
  });

  test("say what does not fit, and nothing of it about what comes next", () => {
    const validate = validator({ ...place, schema: WORD });
    expect(validate({ word: 7 })).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: "/word", message: "must be string" }]);
    expect(validate({ word: "bảy" })).toBe(true);
    expect(validate.errors).toBeNull();
  });

  test("bend nothing into shape and drop nothing", () => {
    const closed = { ...WORD, additionalProperties: false };
    const form = { word: "bảy", more: 1 };
    expect(validator({ ...place, schema: closed })(form)).toBe(false);
    expect(form).toEqual({ word: "bảy", more: 1 });
  });

  test("write what the contract names and no more", () => {
    expect(serializer({ ...place, schema: WORD })({ word: "bảy", secret: "x" })).toBe('{"word":"bảy"}');
  });
});

function reasonOf(act: () => unknown): string {
  try {
    act();
    return "";
  } catch (error) {
    return String(error);
  }
}
