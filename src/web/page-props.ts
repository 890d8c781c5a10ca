import type { ComponentChildren } from 'preact';

import type { Crumb } from './components/breadcrumbs.tsx';
import type { Tone } from './components/notice.tsx';
import type { Lang } from './language.tsx';

export type Theme = 'auto' | 'light' | 'dark';

export interface NavItem {
  key: string;
  href: string;
  text: string;
  /** How many things wait there; shown in the workbench when it is more than 0. */
  count?: number;
  /** The count is urgent (late or returned things). */
  urgent?: boolean;
}
export interface NavGroup {
  title?: string;
  items: readonly NavItem[];
}

export interface PageUser {
  name: string;
  /** The unit for which the person acts. */
  unit?: string;
  role?: string;
  accountHref: string;
  /** Where signing out is posted, with `csrf`; no button without it. */
  signOutHref?: string;
}

export interface PageProps {
  lang: Lang;
  title: string;
  /** 'workbench' has the side navigation of signed-in people. */
  area?: 'portal' | 'workbench';
  theme?: Theme;
  /** Path with query; the language and theme links keep it. */
  url: string;
  csrf?: string;
  user?: PageUser;
  nav: readonly NavGroup[];
  /** Key of the current navigation item. */
  active?: string;
  /** A strip over the whole page, such as the demo's clock. */
  banner?: ComponentChildren;
  crumbs?: readonly Crumb[];
  flash?: { tone?: Tone; text: string };
  description?: string;
  /** Where the search box of the header leads; no box without it. */
  searchHref?: string;
  /** Number of unread notices, with the address of their list. */
  inbox?: { href: string; count: number };
  /** Use the full width of the window: wide tables and boards. */
  wide?: boolean;
  /** Without header, navigation and footer: screens on a wall. */
  bare?: boolean;
  footerLinks?: readonly { href: string; text: string }[];
  children: ComponentChildren;
}
