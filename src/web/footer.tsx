import type { ComponentChildren } from 'preact';

import { type Lang, useText } from './language.tsx';
import type { PageProps, Theme } from './page-props.ts';
import { withQuery } from './with-query.ts';

const langs: readonly Lang[] = ['vi', 'en'];
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Footer of both areas: what holds for every figure, links, language and appearance. Works without script. */
export function Footer({ lang, theme = 'auto', url, footerLinks = [] }: PageProps) {
  const text = useText();
  return (
    <footer class="foot">
      <div class="foot-row">
        <p class="foot-note">
          <strong>{text.brand}</strong> · {text.footerNote}
        </p>
        {footerLinks.length > 0 && (
          <ul class="foot-links">
            {footerLinks.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        )}
        <Choices title={text.language}>
          {langs.map((one) => (
            <Choice
              key={one}
              href={withQuery(url, 'lang', one)}
              current={one === lang}
              lang={one}
              text={text.languageNames[one]}
            />
          ))}
        </Choices>
        <Choices title={text.theme}>
          {themes.map((one) => (
            <Choice
              key={one}
              href={withQuery(url, 'theme', one)}
              current={one === theme}
              text={text.themes[one]}
            />
          ))}
        </Choices>
      </div>
    </footer>
  );
}

function Choices({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="choices" role="group" aria-label={title}>
      <span class="choices-title">{title}</span>
      <ul>{children}</ul>
    </div>
  );
}

function Choice({
  href,
  current,
  text,
  lang,
}: {
  href: string;
  current: boolean;
  text: string;
  lang?: Lang;
}) {
  return (
    <li>
      <a href={href} lang={lang} hreflang={lang} rel="nofollow" aria-current={current ? 'true' : undefined}>
        {text}
      </a>
    </li>
  );
}
