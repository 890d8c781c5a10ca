import type { Page } from '../../../../kit/page.ts';
import { cataloguePage } from './catalogue.tsx';
import { measurePage } from './figure.tsx';
import { measureLogPage } from './log.tsx';
import { definitionPage } from './one.tsx';

export const definitionPages: readonly Page[] = [cataloguePage, definitionPage, measurePage, measureLogPage];
