import type { VNode } from 'preact';

import type { Lang } from '../language.tsx';

export interface Example {
  /** Name of the component in code. */
  name: string;
  note?: string;
  draw: (lang: Lang) => VNode;
}
