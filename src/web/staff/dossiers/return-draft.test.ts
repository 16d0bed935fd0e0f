import { describe, expect, test } from "vitest";
import { EMPTY_RETURN, type ReturnDraft, returnBody, returnGaps } from "./return-draft.ts";

const signed: ReturnDraft = {
  ...EMPTY_RETURN,
  identityProof: "identityCard",
  identityChecked: true,
  drawn: new Blob(["strokes"]),
};
const byProxy: ReturnDraft = {
  ...signed,
  collector: "proxy",
  proxyName: " Trần  Văn Nam ",
  proxyNumber: "087090001234",
  authorisation: "Giấy ủy quyền số 12, UBND xã Bình Thành chứng thực",
};

describe("what is missing before a result may be handed over", () => {
  test.each<{ draft: ReturnDraft; gaps: string[]; because: string }>([
    { draft: EMPTY_RETURN, gaps: ["proof", "checked", "signature"], because: "nothing was done yet" },
    { draft: signed, gaps: [], because: "the applicant was compared and signed" },
    { draft: { ...signed, identityChecked: false }, gaps: ["checked"], because: "nobody compared" },
    {
      draft: { ...signed, signatureKind: "signedSlip" },
      gaps: ["signature"],
      because: "the slip is not there",
    },
    { draft: byProxy, gaps: [], because: "the proxy is named with the power of attorney" },
    { draft: { ...byProxy, authorisation: "  " }, gaps: ["authorisation"], because: "blanks are nothing" },
    { draft: { ...byProxy, collector: "submitter", proxyName: "" }, gaps: [], because: "no proxy collects" },
  ])("$gaps: $because", ({ draft, gaps }) => {
    expect(returnGaps(draft)).toEqual(gaps);
  });
});

describe("the body of a return", () => {
  test("names the proxy only when a proxy collects", () => {
    expect(returnBody(byProxy, 5, "file")).toMatchObject({
      collector: "proxy",
      proxy: { name: "Trần Văn Nam" },
    });
    expect(returnBody({ ...byProxy, collector: "applicant" }, 5, "file")).not.toHaveProperty("proxy");
  });

  test("carries the version that was seen and the kind of signature", () => {
    expect(returnBody(signed, 7, "file")).toMatchObject({
      version: 7,
      signature: { kind: "drawn", fileId: "file" },
    });
  });

  test("is not made while something is missing", () => {
    expect(returnBody({ ...signed, identityChecked: false }, 7, "file")).toBeNull();
  });
});
