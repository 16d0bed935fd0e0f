#!/usr/bin/env node
// The door to the program: TypeScript is read as it is, so that what runs is what is in the repository.
import { register } from "tsx/esm/api";

register();
const { runCommand } = await import("./run-command.ts");
await runCommand(process.argv.slice(2));
