import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'lienthong_http_request_seconds',
  help: 'Time to answer, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

export const backlog = new Gauge({
  name: 'lienthong_listener_backlog',
  help: 'Events a listener has not handled yet',
  labelNames: ['listener'],
  registers: [registry],
});

/** Counts one answered request; `ms` is its duration in milliseconds. */
export function observe(method: string, route: string, status: number, ms: number): void {
  requests.observe({ method, route, status: String(status) }, ms / 1000);
}
