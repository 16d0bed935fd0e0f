/** A PostgreSQL of the gate, as plain data that can be handed to the test processes. */
export interface TestServer {
  readonly dataDir: string;
  /** May make databases; no test connects to its own as this. */
  readonly superuser: Connection;
  readonly owner: Connection;
  readonly app: Connection;
  readonly appRole: string;
  /** The database that tests clone. */
  readonly template: string;
}

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl: false;
}
