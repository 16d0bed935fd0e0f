#!/usr/bin/env node
// The door to the program: TypeScript is read as it is, so that what runs is what is in the repository.
import { register } from "tsx/esm/api";

// What is built and run here is the product, whatever the shell was set to: a development build of the web
// does not fit the libraries of the product, and every page of the citizens would fail.
process.env.NODE_ENV = "production";
register();
const { runCommand } = await import("./run-command.ts");
await runCommand(process.argv.slice(2));
