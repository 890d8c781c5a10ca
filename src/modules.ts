import type { Authenticate, Module } from './kit/module.ts';

/** The modules in the order in which they may know each other. */
export const modules: readonly Module[] = [];

export const authenticate: Authenticate = async () => undefined;
