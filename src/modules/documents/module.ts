import { type Module, route } from '../../kit/module.ts';
import { downloadFileAction, getFileAction, SCAN_JOB, uploadFileAction } from './actions/files.ts';
import { queueScans, scanFile } from './actions/scanning.ts';
import { commands } from './commands.ts';
import { downloadFile, getFile, uploadFile } from './contract/files.ts';
import { fileReplay } from './replay.ts';

export const documentsModule: Module = {
  name: 'documents',
  folder: import.meta.dirname,
  routes: [
    route(uploadFile, uploadFileAction),
    route(getFile, getFileAction),
    route(downloadFile, downloadFileAction),
  ],
  jobs: [{ name: SCAN_JOB, run: scanFile }],
  // Files that came while the scanner was away, or before there was one.
  schedules: [
    {
      name: 'documents.scanWaiting',
      everySeconds: 3600,
      run: async (app) => void (await queueScans(app, 'notScanned')),
    },
  ],
  commands,
  replays: [fileReplay],
};
