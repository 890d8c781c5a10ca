import type { Module } from './kit/module.ts';
import { identityModule } from './modules/identity/module.ts';

/** The modules in the order in which they may know each other. */
export const modules: readonly Module[] = [identityModule];

export { authenticate } from './modules/identity/index.ts';
