import { type Module, route } from '../../kit/module.ts';
import { downloadFileAction, getFileAction, SCAN_JOB, uploadFileAction } from './actions/files.ts';
import { DROP_JOB, dropBytes } from './actions/release.ts';
import { queueScans, scanFile } from './actions/scanning.ts';
import {
  checkTemplateAction,
  getTemplateAction,
  printTemplateAction,
  stateTemplateAction,
} from './actions/templates.ts';
import { commands } from './commands.ts';
import { downloadFile, getFile, uploadFile } from './contract/files.ts';
import { checkTemplate, getTemplate, printTemplate, stateTemplate } from './contract/templates.ts';
import { messages } from './messages.ts';
import { templatePage, templatesPage } from './pages/templates.tsx';
import { fileReplay, templateReplay } from './replay.ts';

export const documentsModule: Module = {
  name: 'documents',
  folder: import.meta.dirname,
  routes: [
    route(uploadFile, uploadFileAction),
    route(getFile, getFileAction),
    route(downloadFile, downloadFileAction),
    route(getTemplate, getTemplateAction),
    route(checkTemplate, checkTemplateAction),
    route(stateTemplate, stateTemplateAction),
    route(printTemplate, printTemplateAction),
  ],
  pages: [templatesPage, templatePage],
  nav: [
    {
      key: 'templates',
      area: 'workbench',
      group: 'manage',
      order: 55,
      href: '/templates',
      text: { vi: messages.vi.template.nav, en: messages.en.template.nav },
      permission: 'procedure.edit',
    },
  ],
  jobs: [
    { name: SCAN_JOB, run: scanFile },
    { name: DROP_JOB, run: dropBytes },
  ],
  // Files that came while the scanner was away, or before there was one.
  schedules: [
    {
      name: 'documents.scanWaiting',
      everySeconds: 3600,
      run: async (app) => void (await queueScans(app, 'notScanned')),
    },
  ],
  commands,
  replays: [fileReplay, templateReplay],
};
