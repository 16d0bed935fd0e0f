import { readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import { courierPageHeaders } from "./security-headers.ts";
import type { FastifyInstance, FastifyReply } from "fastify";

/** What the page is made of besides its hashed files. */
const FILES = {
  "sw.js": "text/javascript; charset=utf-8",
  "manifest.webmanifest": "application/manifest+json; charset=utf-8",
  "mark.svg": "image/svg+xml",
} as const;

/** The courier's page for a phone: it and its worker are asked for anew each time, its files never change. */
export async function serveCourierPage(
  app: FastifyInstance,
  folder: string,
  publicUrl: string,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(folder, "assets"),
    prefix: "/courier/assets/",
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
  });
  const send = async (name: string, type: string) => {
    const content = await readFile(path.join(folder, name));
    return (_request: unknown, reply: FastifyReply) =>
      reply.type(type).header("cache-control", "no-cache").send(content);
  };
  for (const [name, type] of Object.entries(FILES)) app.get(`/courier/${name}`, await send(name, type));
  app.get("/courier", (_request, reply) => reply.redirect("/courier/"));
  app.get(
    "/courier/",
    { helmet: courierPageHeaders(publicUrl) },
    await send("index.html", "text/html; charset=utf-8"),
  );
}
