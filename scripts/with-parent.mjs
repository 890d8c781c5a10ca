// Preloaded into a program that scripts/run.mjs has started as its child: ends it in good order when the starter dies.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
