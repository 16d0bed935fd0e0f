import fastify, {
  type FastifySchemaCompiler,
  type FastifySerializerCompiler,
  type FastifyServerOptions,
} from "fastify";

/** What a schema means to the door; also for a schema that is compiled later. */
export const SCHEMA_RULES = {
  // What does not fit the contract is refused, neither bent into shape nor silently dropped.
  ajv: {
    customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false },
  },
} as const satisfies FastifyServerOptions;

export interface SchemaCompilers {
  readonly validator: FastifySchemaCompiler<object>;
  readonly serializer: FastifySerializerCompiler<object>;
}

let shared: Promise<SchemaCompilers> | undefined;

/**
 * Fastify's own compilers, which take up a schema with the first request that needs it, and once a process for each
 * schema object. Compiling those of all routes takes two seconds of CPU, which every start would wait for; the first
 * request of a route takes some milliseconds instead.
 * @example app.setValidatorCompiler((await compileWhenNeeded()).validator)
 */
export function compileWhenNeeded(): Promise<SchemaCompilers> {
  return (shared ??= lazyCompilers());
}

async function lazyCompilers(): Promise<SchemaCompilers> {
  const compilers = await ownCompilers();
  const validators = new WeakMap<object, ReturnType<SchemaCompilers["validator"]>>();
  const serializers = new WeakMap<object, ReturnType<SchemaCompilers["serializer"]>>();
  return {
    validator: (route) => {
      const validate: ReturnType<SchemaCompilers["validator"]> = (data) => {
        const fits = remembered(validators, route.schema, () => compilers.validator(route));
        const answer: unknown = fits(data);
        validate.errors = fits.errors ?? null;
        return answer === true;
      };
      return validate;
    },
    serializer: (route) => (data) =>
      remembered(serializers, route.schema, () => compilers.serializer(route))(data),
  };
}

function remembered<T>(known: WeakMap<object, T>, schema: object, make: () => T): T {
  const made = known.get(schema) ?? make();
  known.set(schema, made);
  return made;
}

/** Those that Fastify makes by itself, taken from an instance that has made them. */
async function ownCompilers(): Promise<SchemaCompilers> {
  const maker = fastify(SCHEMA_RULES);
  const empty = { type: "object" };
  maker.post("/", { schema: { body: empty, response: { 200: empty } } }, () => ({}));
  await maker.ready();
  const { validatorCompiler, serializerCompiler } = maker;
  if (!validatorCompiler || !serializerCompiler) throw new Error("Fastify compiles the schemas of a route");
  return { validator: validatorCompiler, serializer: serializerCompiler };
}
