import { readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The console of the staff: hashed files that never change, and one page that carries the style nonce. */
export async function serveStaffConsole(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(path.join(folder, "index.html"), "utf8");
  await app.register(fastifyStatic, {
    root: path.join(folder, "assets"),
    prefix: "/staff/assets/",
    immutable: true,
    maxAge: "365d",
  });
  const servePage = (_request: unknown, reply: import("fastify").FastifyReply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page.replaceAll("__STYLE_NONCE__", reply.cspNonce.style));
  app.get("/staff", (_request, reply) => reply.redirect("/staff/"));
  app.get("/staff/*", servePage);
}
