import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Word, info, poppler, words } from "../../../test/kit/pdf-words.ts";
import { ISSUED_FORMS } from "#domain/dossier/issued-form.ts";
import { sampleForm } from "./sample-form.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";
import { withSignatureFields } from "./signature-fields.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
/** Comes with the other programs of poppler. */
const PDFSIG = "pdfsig";

/** The names of the signature fields, as a program that knows signatures reads them. */
function fieldsOf(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-pdf-"));
  try {
    const file = path.join(folder, "form.pdf");
    writeFileSync(file, pdf);
    // It ends with 2 when no field is signed.
    const { stdout } = spawnSync(PDFSIG, [file], { encoding: "utf8" });
    expect(stdout.split("is not signed").length).toBe(stdout.split("Field Name").length);
    return Array.from(stdout.matchAll(/Signature Field Name: (\w+)/gu), ([, name = ""]) => name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The boxes of the fields in points from the upper left corner of a page of this height. */
function boxesOf(pdf: Uint8Array, height: number): Word["box"][] {
  const source = Buffer.from(pdf).toString("latin1");
  return Array.from(source.matchAll(/\/FT \/Sig\n[^>]*?\/Rect \[([^\]]+)\]/gu), ([, rect = ""]) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = rect.split(" ").map(Number);
    return [left, height - top, right, height - bottom] as const;
  });
}

describe("a place for a digital signature", () => {
  test.each(ISSUED_FORMS)("is there for whoever issues %s, and for nobody else", (form) => {
    expect(fieldsOf(typesetter.form(sampleForm(form)))).toEqual(["officer1"]);
  });

  test("is there on each copy of Mẫu 01, for who received and who confirmed", () => {
    expect(fieldsOf(typesetter.receipt(FULL_RECEIPT))).toEqual(["receiver1", "receiver2"]);
    const confirmedBy = { name: "Trần Đạt", role: "Công chức", basisNote: "", at: FULL_RECEIPT.receivedAt };
    expect(fieldsOf(typesetter.receipt({ ...FULL_RECEIPT, copies: 1, confirmedBy }))).toEqual([
      "receiver1",
      "confirmer1",
    ]);
  });

  test("stands above the name of who signs, is empty, and is on the sheet", () => {
    const pdf = typesetter.form(sampleForm("mau02"));
    const [box, ...others] = boxesOf(pdf, 595.276);
    if (!box) throw new Error("there is a field");
    expect(others).toEqual([]);
    const inside = words(pdf).filter(
      ({ box: word }) => word[0] < box[2] && word[2] > box[0] && word[1] < box[3] - 1 && word[3] > box[1] + 1,
    );
    expect(inside.map(({ text }) => text)).toEqual([]);
    const name = words(pdf).filter(({ text }) => text === "Đạt");
    expect(name.map(({ box: word }) => word[1] > box[3] - 2 && word[1] < box[3] + 20)).toEqual([true]);
    expect(box[2]).toBeLessThan(419.5 - 33);
    expect(box[3] - box[1]).toBeGreaterThan(28);
  });

  test("is a form in the structure that reading programs follow, and the file stays tagged PDF/A", () => {
    const pdf = typesetter.form(sampleForm("mau04"));
    expect(info(pdf)).toMatchObject({ Form: "AcroForm", Tagged: "yes", Pages: "1" });
    const structure = poppler("pdfinfo", ["-struct", "-"], pdf).toString();
    expect(structure).toMatch(/^\s*Form/mu);
    expect(structure).not.toMatch(/^\s*Link/mu);
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
  });

  test("a document without such a place is left as it is", () => {
    const plain = Buffer.from("%PDF-1.7\n1 0 obj\n<<\n  /Type /Catalog\n>>\nendobj\n");
    expect(withSignatureFields(plain)).toBe(plain);
  });

  test("a document that is built in another way is left as it is, too", () => {
    const odd =
      "%PDF-1.7\n1 0 obj\n<<\n  /Type /Annot\n  /Subtype /Link\n  /Rect [0 0 1 1]\n  /A <<\n    /URI (urn:motcua:signature:officer)\n  >>\n  /StructParent 0\n>>\nendobj\n";
    const given = Buffer.from(odd);
    expect(withSignatureFields(given)).toBe(given);
  });
});
