import { once } from 'node:events';
import { createServer } from 'node:net';

/** Throws what listening would throw (EADDRINUSE, EACCES), before anything else has been started. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
