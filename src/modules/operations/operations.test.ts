import { expect, test } from 'vitest';

import { publicActor } from '../../kit/actor.ts';
import { testApp } from '../../kit/testing.ts';
import { createServer } from '../../server.ts';
import { getHealth } from './contract.ts';

test('Health, metrics, the API page and its OpenAPI description answer everybody', async () => {
  await using t = await testApp();
  expect(await t.call(getHealth, {}, publicActor)).toMatchObject({
    status: 'ok',
    jobs: { waiting: 0, failed: 0 },
  });
  const http = await createServer(t.app);
  try {
    const openapi = (await http.inject('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, unknown>;
    }>();
    expect(openapi.openapi).toBe('3.1.0');
    expect(Object.keys(openapi.paths).length).toBeGreaterThan(50);
    expect((await http.inject('/api')).statusCode).toBe(200);
    expect((await http.inject('/metrics')).body).toContain('lienthong_http_request_seconds');
    const missing = await http.inject('/api/nothing');
    expect(missing.statusCode).toBe(404);
    expect(missing.headers['content-type']).toContain('application/problem+json');
    expect((await http.inject('/api')).headers['content-security-policy']).toContain("script-src 'self'");
  } finally {
    await http.close();
  }
});
