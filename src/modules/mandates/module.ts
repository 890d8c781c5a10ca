import type { Module } from '../../kit/module.ts';

export const mandatesModule: Module = {
  name: 'mandates',
  folder: import.meta.dirname,
};
