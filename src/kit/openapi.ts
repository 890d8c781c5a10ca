import { z } from 'zod';

import type { Endpoint } from './contract.ts';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', description: 'A page that says what to do' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    remedy: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string', description: 'The request id' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          message: { type: 'string' },
          vi: { type: 'string' },
          en: { type: 'string' },
        },
      },
    },
  },
};

interface Schema {
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
  $schema?: string;
}

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  return schema;
};

const pathNames = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((m) => m[1]!);

const json = (schema: unknown) => ({ 'application/json': { schema } });

function parametersOf(endpoint: Endpoint, input: Schema) {
  const inPath = pathNames(endpoint.path);
  return Object.entries(input.properties ?? {})
    .filter(([name]) => inPath.includes(name) || endpoint.method === 'GET')
    .map(([name, schema]) => {
      const place = inPath.includes(name) ? 'path' : 'query';
      return { name, in: place, required: place === 'path' || (input.required ?? []).includes(name), schema };
    });
}

function bodyOf(endpoint: Endpoint, input: Schema) {
  const inPath = pathNames(endpoint.path);
  const body = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  if (endpoint.method === 'GET' || body.length === 0) return {};
  const required = input.required?.filter((name) => !inPath.includes(name));
  return {
    requestBody: {
      required: true,
      content: json({ ...input, properties: Object.fromEntries(body), required }),
    },
  };
}

function problemsOf(endpoint: Endpoint) {
  const known = endpoint.problems.map((p) => p.status);
  const statuses = new Set([422, ...(endpoint.permission === 'public' ? [] : [401, 403]), ...known]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const codes = (status: number) => endpoint.problems.filter((p) => p.status === status).map((p) => p.code);
  return Object.fromEntries(
    [...statuses].map((status) => [
      String(status),
      { description: codes(status).join(', ') || 'Problem', content },
    ]),
  );
}

function replyOf(endpoint: Endpoint) {
  if (!endpoint.file) return { description: 'Done', content: json(schemaOf(endpoint.reply, 'output')) };
  return {
    description: 'The file',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  };
}

function operation(endpoint: Endpoint): Record<string, unknown> {
  const input = schemaOf(endpoint.input, 'input');
  const parameters = parametersOf(endpoint, input);
  return {
    operationId: endpoint.name,
    summary: endpoint.summary.en,
    description: `${endpoint.summary.vi}\n\nPermission: ${endpoint.permission}`,
    tags: [endpoint.name.split('.')[0]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, input),
    security: endpoint.permission === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    responses: { '200': replyOf(endpoint), ...problemsOf(endpoint) },
  };
}

/** The OpenAPI 3.1 description of all endpoints. */
export function openApi(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const e of [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    const path = `/api${e.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[e.method.toLowerCase()] = operation(e);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lienthong',
      version,
      description:
        'From a resolution to its result. Every refusal is an RFC 9457 problem whose type opens a help page.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'lt_session' },
      },
    },
  };
}
