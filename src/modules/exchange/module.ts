import type { Module } from '../../kit/module.ts';
import { sendDue } from './actions/send.ts';
import { exchangeListener, SEND_JOB } from './listener.ts';
import { schedules } from './schedules.ts';

export const exchangeModule: Module = {
  name: 'exchange',
  folder: import.meta.dirname,
  listeners: [exchangeListener],
  jobs: [{ name: SEND_JOB, run: async (app) => void (await sendDue(app)) }],
  schedules,
};
