import { assetUrl } from './assets.ts';
import { Breadcrumbs } from './components/breadcrumbs.tsx';
import { Notice } from './components/notice.tsx';
import { Footer } from './footer.tsx';
import { PortalHeader, WorkbenchHeader } from './header.tsx';
import { type Lang, LangProvider } from './language.tsx';
import { messages } from './messages.ts';
import type { PageProps } from './page-props.ts';
import { SideNav } from './side-nav.tsx';

/** A whole HTML document: the portal for everybody or the workbench for signed-in people, from the same parts. */
export function Page(props: PageProps) {
  const { lang, area = 'portal', theme = 'auto' } = props;
  return (
    <LangProvider lang={lang}>
      <html lang={lang} {...(theme === 'auto' ? {} : { 'data-theme': theme })}>
        <Head {...props} />
        <body class={bodyClass(props)} {...islandText(lang)}>
          <a class="skip" href="#main">
            {messages[lang].skip}
          </a>
          {!props.bare && props.banner && (
            <aside class="demo-strip" aria-label={messages[lang].notice.info}>
              {props.banner}
            </aside>
          )}
          {!props.bare && (area === 'portal' ? <PortalHeader {...props} /> : <WorkbenchHeader {...props} />)}
          <div class="frame">
            {area === 'workbench' && !props.bare && <SideNav nav={props.nav} active={props.active} />}
            <Main {...props} />
          </div>
          {!props.bare && <Footer {...props} />}
        </body>
      </html>
    </LangProvider>
  );
}

const bodyClass = ({ area = 'portal', wide, bare }: PageProps): string =>
  [`area-${area}`, wide && 'wide', bare && 'bare'].filter(Boolean).join(' ');

function Main({ crumbs, flash, children }: PageProps) {
  return (
    <div class="content">
      {crumbs && crumbs.length > 0 && <Breadcrumbs items={crumbs} />}
      <main id="main" tabIndex={-1}>
        {flash && (
          <Notice tone={flash.tone ?? 'good'} live>
            {flash.text}
          </Notice>
        )}
        {children}
      </main>
    </div>
  );
}

function Head({ lang, title, description, csrf }: PageProps) {
  const brand = messages[lang].brand;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title === brand ? title : `${title} – ${brand}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description && <meta name="description" content={description} />}
      {csrf && <meta name="csrf" content={csrf} />}
      <meta name="color-scheme" content="light dark" />
      <link
        rel="preload"
        href={assetUrl('be-vietnam-pro-400.woff2')}
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="stylesheet" href={assetUrl('app.css')} />
      <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
      <script type="module" src={assetUrl('app.js')} />
    </head>
  );
}

function islandText(lang: Lang) {
  const { island, cancel, confirmTitle, close } = messages[lang];
  return {
    'data-text': JSON.stringify(island),
    'data-cancel': cancel,
    'data-confirm-title': confirmTitle,
    'data-close': close,
  };
}
