import { describe, expect, test } from "vitest";
import { type ReturnForm, decideReturn } from "./return-result.ts";

const proxy = {
  name: "Trần Văn Bảo",
  identityNumber: "087085004321",
  authorisation: "Giấy ủy quyền ngày 15/11/2026",
};
const form: ReturnForm = { collector: "applicant", identityChecked: true, hasSubmitter: false, signed: true };

describe("handing the result out", () => {
  test.each<{ changes: Partial<ReturnForm>; because: string }>([
    { changes: {}, because: "the applicant, seen and signed" },
    {
      changes: { collector: "submitter", hasSubmitter: true },
      because: "the submitter brought a power of attorney at intake",
    },
  ])("goes out: $because", ({ changes }) => {
    expect(decideReturn({ ...form, ...changes })).toEqual({ ok: true, value: { proxy: null } });
  });

  test("a proxy is written down as typed, tidied", () => {
    const typed = { ...proxy, name: " TRẦN  Văn Bảo".normalize("NFD"), identityNumber: " 087 085.004.321 " };
    expect(decideReturn({ ...form, collector: "proxy", proxy: typed })).toEqual({
      ok: true,
      value: { proxy: { ...proxy, name: "TRẦN Văn Bảo" } },
    });
  });

  test("who brings no paper of their own is not written down as a proxy", () => {
    expect(decideReturn({ ...form, proxy })).toEqual({ ok: true, value: { proxy: null } });
  });

  test.each<{ changes: Partial<ReturnForm>; code: string; because: string }>([
    {
      changes: { identityChecked: false },
      code: "identity_not_checked",
      because: "nobody looked at the paper",
    },
    {
      changes: { identityChecked: false, signed: false },
      code: "identity_not_checked",
      because: "the first step is told first",
    },
    { changes: { signed: false }, code: "signature_missing", because: "status 10 stands on a signature" },
    {
      changes: { collector: "submitter" },
      code: "authorisation_missing",
      because: "nobody handed it in for the applicant",
    },
    { changes: { collector: "proxy" }, code: "authorisation_missing", because: "a proxy must be named" },
    {
      changes: { collector: "proxy", proxy: { ...proxy, authorisation: " " } },
      code: "authorisation_missing",
      because: "a blank is no power of attorney",
    },
    {
      changes: { collector: "proxy", proxy: { ...proxy, name: "…" } },
      code: "party_invalid",
      because: "a name has letters",
    },
    {
      changes: { collector: "proxy", proxy: { ...proxy, identityNumber: "" } },
      code: "party_invalid",
      because: "a number was not typed",
    },
  ])("$code: $because", ({ changes, code }) => {
    expect(decideReturn({ ...form, ...changes })).toMatchObject({ ok: false, code });
  });

  test("all that is wrong with a proxy is told at once, beside its field, without what was typed", () => {
    const wrong = decideReturn({
      ...form,
      collector: "proxy",
      proxy: { ...proxy, name: "", identityNumber: "12?4" },
    });
    expect(wrong).toMatchObject({
      code: "party_invalid",
      details: { problems: ["proxy.name=name_empty", "proxy.identityNumber=identity_number_characters"] },
    });
  });
});
