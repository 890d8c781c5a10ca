import type { Module } from '../../kit/module.ts';
import { replays } from './replay.ts';

export const calendarModule: Module = {
  name: 'calendar',
  folder: import.meta.dirname,
  replays,
};
