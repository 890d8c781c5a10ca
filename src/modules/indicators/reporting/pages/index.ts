import type { Page } from '../../../../kit/page.ts';
import { draftPage } from './draft.tsx';
import { newReportPage } from './new.tsx';
import { templatesPage } from './templates.tsx';

export const reportingPages: readonly Page[] = [newReportPage, templatesPage, draftPage];
