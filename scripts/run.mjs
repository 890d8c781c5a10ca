// Plain JavaScript without dependencies: runs on the machine's own Node.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { modernNode, root } from './install.mjs';

/**
 * Goes on as `file` under Node 24. Where this process can turn into the other one it does; else the other is a child
 * that gets our signals, gives us its exit code, and ends when we are gone.
 */
export function goOnAs(file, args) {
  const node = modernNode();
  const flags = ['--import', import.meta.resolve('tsx'), file, ...args];
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.removeAllListeners('warning');
    process.on('warning', () => {}); // execve calls itself experimental
    process.execve(node, ['node', ...flags], { ...process.env });
  }
  const withParent = fileURLToPath(new URL('with-parent.mjs', import.meta.url));
  const child = spawn(node, ['--import', withParent, ...flags], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, LIENTHONG_CHILD: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
  child.on('error', (error) => {
    console.error(`${node}: ${error.message} (${root})`);
    process.exit(1);
  });
}
