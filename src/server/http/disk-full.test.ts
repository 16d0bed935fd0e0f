import { expect, test } from "vitest";
import { aForm } from "../../../test/kit/forms.ts";
import { testApp } from "../../../test/kit/test-app.ts";

test("a full disk is said as such, nothing is written, and the same request goes through when there is room", async () => {
  await using app = await testApp();
  const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const form = await aForm(clerk);
  // What PostgreSQL answers when a page cannot be extended, from the place where it would.
  await app.owner.query(`
    create function space_dong_thap.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger no_room before insert on space_dong_thap.dossier
      for each row execute function space_dong_thap.no_room()`);
  const refused = await clerk.send("POST", "/dossiers", form, { key: "the-same-key" });
  expect([refused.status, refused.body["code"]]).toEqual([507, "storage_full"]);

  await app.owner.query("drop trigger no_room on space_dong_thap.dossier");
  const { status, body } = await clerk.send("POST", "/dossiers", form, { key: "the-same-key" });
  expect([status, String(body["code"]).slice(-4)]).toEqual([200, "0001"]);
});
