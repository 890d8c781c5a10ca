import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

import { messages } from './messages.ts';

export type Lang = 'vi' | 'en';
export type WebText = (typeof messages)['vi'];

const LangContext = createContext<Lang>('vi');

/** Gives every component below its language; Page does this once, so that no component takes `lang` by hand. */
export function LangProvider({ lang, children }: { lang: Lang; children: ComponentChildren }) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

export function useLang(): Lang {
  return useContext(LangContext);
}

/** The own words of the components (not of the modules) in the language of the page. */
export function useText(): WebText {
  return messages[useContext(LangContext)];
}
