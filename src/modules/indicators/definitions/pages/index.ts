import type { Page } from '../../../../kit/page.ts';
import { cataloguePage } from './catalogue.tsx';
import { editDefinitionPage, newDefinitionPage } from './editor.tsx';
import { measurePage } from './figure.tsx';
import { measureLogPage } from './log.tsx';
import { definitionPage } from './one.tsx';
import { previewPage } from './preview.tsx';

export const definitionPages: readonly Page[] = [
  cataloguePage,
  newDefinitionPage,
  definitionPage,
  editDefinitionPage,
  previewPage,
  measurePage,
  measureLogPage,
];
