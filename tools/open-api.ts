import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import * as z from 'zod/mini';
import { schemasByName, listQuery, type SchemaName } from '../src/gateway/operations/schemas.js';
import type {
  AnswerDescription,
  OperationCaller,
  OperationDescription,
  ParameterDescription,
} from '../src/gateway/operations/operation-description.js';
import { operationsByPath } from '../src/gateway/operations/operations-by-path.js';
import {
  internalSchemasByName,
  internalOpenApiOperations,
  type InternalSchemaName,
} from '../src/server/operations/internal-operations.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const description = `What the elements of Connect Elements ask of a lender's server, and what it answers. \`npm run docs\` makes this
file from the schemas by which the gateway reads requests and \`npx codat-connect-elements conform\` checks answers.

A person's browser sends \`POST /token\` with whatever the lender signs people in by, mostly a cookie, and gets a token
for one company. Every path under \`/api\` is Codat's own path of that name, for that company alone. Codat's API key and
its one-time links are in no answer: a connection's \`linkUrl\` is the gateway's.

Unless an answer says otherwise it has \`Cache-Control: no-store\`, and each has \`X-Content-Type-Options: nosniff\`. HEAD is
answered as GET without its body, another method with 405 and \`Allow\`. Pages of other sites are refused with 403.

The paths under _Servers_ are those of \`npx codat-connect-elements serve\`, on a port of their own that no browser reaches.`;

type Name = SchemaName | InternalSchemaName;

/** All operations: path, method, operation. Those of the internal port have a server of their own. */
const allOperations: readonly (readonly [
  path: string,
  method: string,
  operation: OperationDescription<Name>,
  isInternal: boolean,
])[] = [
  ...Object.entries(operationsByPath).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation, false] as const),
  ),
  ...Object.entries(internalOpenApiOperations).map(([route, operation]) => {
    const [method = '', path = ''] = route.split(' ');
    return [path, method, operation, true] as const;
  }),
];

/** The security scheme by which a caller is known, and the heading of its operations. */
const callers: Readonly<Record<OperationCaller, { readonly tag: string; readonly scheme?: string }>> = {
  anyone: { tag: 'Everyone' },
  person: { tag: 'Pages', scheme: 'signedIn' },
  page: { tag: 'Pages', scheme: 'token' },
  'return page': { tag: 'Pages', scheme: 'ticket' },
  link: { tag: 'People' },
  Codat: { tag: 'Codat', scheme: 'webhook' },
  server: { tag: 'Servers', scheme: 'internalKey' },
  probe: { tag: 'Servers' },
};

const securitySchemes: Json = {
  signedIn: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'The lender’s own sign-in, whatever it is: a cookie of any name, or a header.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'The `accessToken` of `POST /token`.' },
  ticket: {
    type: 'http',
    scheme: 'bearer',
    description: 'What follows `#codat=` where `/return` redirects to.',
  },
  webhook: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks, with the secret of the webhook consumer in Codat’s Portal.',
  },
  internalKey: { type: 'http', scheme: 'bearer', description: '`INTERNAL_KEY` of the server.' },
};

/** Where the paths of the internal port are. */
const internalServers: Json = [
  {
    url: 'http://{host}:{port}',
    description: 'The internal port: `INTERNAL_PORT` of the server.',
    variables: { host: { default: 'gateway.internal' }, port: { default: '8081' } },
  },
];

/** `openapi.yaml`: every operation of the gateway in OpenAPI 3.1. */
export async function createOpenApi(): Promise<string> {
  const document: Json = {
    openapi: '3.1.0',
    info: {
      title: 'Connect Elements: the gateway',
      version,
      summary: 'A lender’s server between its pages and Codat.',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: 'https://{host}/codat',
        description: 'Wherever the lender mounts it.',
        variables: { host: { default: 'www.lender.example' } },
      },
    ],
    tags: [
      { name: 'Pages', description: 'For the elements on the lender’s pages.' },
      { name: 'People', description: 'Addresses that a person’s browser opens.' },
      { name: 'Codat', description: 'For Codat’s own servers.' },
      { name: 'Everyone', description: 'The same for anyone.' },
      { name: 'Servers', description: 'For the lender’s own servers, probes and Prometheus.' },
    ],
    paths: Object.fromEntries(
      [...new Set(allOperations.map(([path]) => path))].map((path) => [toTemplate(path), describePath(path)]),
    ),
    components: { securitySchemes, responses: namedAnswers(), schemas: schemas() },
  };
  return format(toYaml(document), { parser: 'yaml', printWidth: 110, singleQuote: true });
}

function describePath(path: string): Json {
  const own = allOperations.filter(([each]) => each === path);
  return {
    ...(own.some(([, , , isInternal]) => isInternal) && { servers: internalServers }),
    ...pathParameters(path),
    ...Object.fromEntries(
      own.map(([, method, operation]) => [
        method.toLowerCase(),
        describeOperation(operation, operationId(method, path)),
      ]),
    ),
  };
}

const toTemplate = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** A name for generated clients, such as `getCompaniesConnections`. */
function operationId(method: string, path: string): string {
  const parts = path.split(/[/:]/).filter((part) => part && part !== 'api');
  return method.toLowerCase() + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function pathParameters(path: string): { parameters?: Json } {
  const names = Array.from(path.matchAll(/:(\w+)/g), ([, name = '']) => name);
  if (names.length === 0) return {};
  return {
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  };
}

function describeOperation(operation: OperationDescription<Name>, id: string): Json {
  const { says, by, query, parameters = {}, body, isBodyOptional = false, answers } = operation;
  const { tag, scheme } = callers[by];
  const described = [...(query ? queryParameters() : []), ...Object.entries(parameters).map(toParameter)];
  return {
    operationId: id,
    tags: [tag],
    description: says,
    security: scheme === undefined ? [] : [{ [scheme]: [] }],
    ...(described.length > 0 && { parameters: described }),
    ...(body && {
      requestBody: { required: !isBodyOptional, content: { 'application/json': { schema: ref(body) } } },
    }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        answer.name === undefined
          ? describeAnswer(answer)
          : { $ref: `#/components/responses/${answer.name}` },
      ]),
    ),
  };
}

/** The answers that several operations have, by their names. */
function namedAnswers(): Json {
  const answers = allOperations.flatMap(([, , { answers }]) => Object.values(answers));
  return Object.fromEntries(
    answers.flatMap((answer) => (answer.name === undefined ? [] : [[answer.name, describeAnswer(answer)]])),
  );
}

function queryParameters(): Json[] {
  const { properties = {} } = toJsonSchema(listQuery) as {
    properties?: Record<string, { description?: string }>;
  };
  return Object.entries(properties).map(([name, { description: says = '', ...schema }]) => ({
    name,
    in: 'query',
    description: says,
    schema,
  }));
}

const toParameter = ([name, { says, ...where }]: [string, ParameterDescription]): Json => ({
  name,
  in: where.in,
  description: says,
  schema: { type: 'string' },
});

function describeAnswer({
  says,
  json,
  type,
  headers = {},
  cacheControl = 'no-store',
}: AnswerDescription<Name>): Json {
  const header = (held: string): Json => ({ description: held, schema: { type: 'string' } });
  return {
    description: says,
    headers: {
      'Cache-Control': { schema: { type: 'string', examples: [cacheControl] } },
      ...Object.fromEntries(Object.entries(headers).map(([name, held]) => [name, header(held)])),
    },
    ...(json && { content: { 'application/json': { schema: ref(json) } } }),
    ...(type !== undefined && { content: { [type]: { schema: { type: 'string' } } } }),
  };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The bodies as JSON Schema, as they are on the wire. */
function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, body] of Object.entries({ ...schemasByName, ...internalSchemasByName }))
    registry.add(body, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas: jsonSchemas } = z.toJSONSchema(registry, { io: 'input', uri, override: withDescription });
  for (const schema of Object.values(jsonSchemas)) {
    // The document says which dialect it is in, and a schema's name is its key.
    delete schema.$schema;
    delete schema.$id;
  }
  return jsonSchemas as Json;
}

const toJsonSchema = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { io: 'input' });

/** `z.describe` keeps descriptions in the global registry, which a registry of names takes the place of. */
function withDescription({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: { description?: string };
}): void {
  const text = z.globalRegistry.get(zodSchema)?.description;
  if (text !== undefined) jsonSchema.description = text;
}

/** YAML in blocks. Strings that YAML could take for anything else are quoted as in JSON, which is YAML too. */
function toYaml(value: Json, indent = ''): string {
  if (typeof value === 'string' && value.includes('\n')) return `|-\n${value.replace(/^(?=.)/gm, indent)}\n`;
  if (typeof value !== 'object' || value === null) return `${scalar(value)}\n`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]\n';
    return `\n${value.map((item) => `${indent}- ${toYaml(item, `${indent}  `).replace(/^\n\s*/, '')}`).join('')}`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}\n';
  return `\n${entries.map(([name, item]) => `${indent}${scalar(name)}: ${toYaml(item, `${indent}  `)}`).join('')}`;
}

const scalar = (value: string | number | boolean | null): string =>
  typeof value === 'string' && /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w/.-]*$/i.test(value)
    ? value
    : JSON.stringify(value);
