import "@fastify/cookie";
import type { FastifyReply } from "fastify";

export const SESSION_COOKIE = "motcua_session";

/** Not readable by scripts, sent by our own pages only, over TLS alone where the program is reached by it. */
export function setSessionCookie(reply: FastifyReply, token: string, publicUrl: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: publicUrl.startsWith("https:"),
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: "/" });
}
