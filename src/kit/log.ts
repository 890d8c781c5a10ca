import { pino, type Logger } from 'pino';

/** Structured logs, one JSON object a line on standard error; no personal data, no secrets in them. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}
