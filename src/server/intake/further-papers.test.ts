import { expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { testApp } from "../../../test/kit/test-app.ts";

test("the name of a further paper loses its invisible marks", async () => {
  await using app = await testApp();
  const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const name = "Giấy\u202exác\u0007 nhận";
  const { body } = await receive(clerk, { furtherPapers: [{ name, originals: 1, copies: 0 }] });
  const dossier = (await clerk.get(`/dossiers/${String(body["dossierId"])}`)).body;
  expect((dossier["items"] as { name: string }[]).map((item) => item.name)).toContain("Giấy xác nhận");
});
