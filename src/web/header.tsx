import { Icon } from './icons.tsx';
import { useLang, useText } from './language.tsx';
import { Mark } from './mark.tsx';
import type { NavGroup, NavItem, PageProps } from './page-props.ts';
import { countText, NavList } from './side-nav.tsx';
import { withQuery } from './with-query.ts';

/** Header of the public pages: name, navigation in one line (behind "Danh mục" on a phone), search, sign in. */
export function PortalHeader(props: PageProps) {
  const text = useText();
  return (
    <header class="top top-portal">
      <div class="top-row">
        <PhoneMenu {...props} />
        <Brand tagline />
        {props.searchHref && <SearchBox href={props.searchHref} />}
        <div class="top-end">
          <OtherLanguage {...props} />
          <Account {...props} />
        </div>
      </div>
      <nav class="top-nav" aria-label={text.mainNav}>
        <ul>
          {props.nav.map((group) =>
            group.title ? (
              <TopMenu key={group.title} group={group} active={props.active} />
            ) : (
              group.items.map((item) => <TopItem key={item.key} item={item} active={props.active} />)
            ),
          )}
        </ul>
      </nav>
    </header>
  );
}

/** Header of the workbench: one slim bar; the navigation stands at the side, or behind "Danh mục" on a phone. */
export function WorkbenchHeader(props: PageProps) {
  return (
    <header class="top top-workbench">
      <div class="top-row">
        <PhoneMenu {...props} />
        <Brand />
        {props.searchHref && <SearchBox href={props.searchHref} />}
        <div class="top-end">
          <OtherLanguage {...props} />
          {props.inbox && <Inbox {...props.inbox} />}
          <Account {...props} />
        </div>
      </div>
    </header>
  );
}

/** On a phone the whole navigation stands behind one word. */
function PhoneMenu({ nav, active }: PageProps) {
  const text = useText();
  return (
    <details class="phone-menu">
      <summary>
        <Icon name="menu" /> <span>{text.menu}</span>
      </summary>
      <nav aria-label={text.menu}>
        <NavList nav={nav} active={active} />
      </nav>
    </details>
  );
}

function Brand({ tagline = false }: { tagline?: boolean }) {
  const text = useText();
  return (
    <a class="brand" href="/">
      <Mark />
      <span class="brand-name">{text.brand}</span>
      {tagline && <span class="brand-tagline">{text.tagline}</span>}
    </a>
  );
}

function TopItem({ item, active }: { item: NavItem; active: string | undefined }) {
  const lang = useLang();
  return (
    <li>
      <a href={item.href} aria-current={item.key === active ? 'page' : undefined}>
        {item.text} {item.count ? <span class="count">{countText(item.count, lang)}</span> : null}
      </a>
    </li>
  );
}

/** Entries behind one word: opened by mouse, finger or keyboard, without a script; one is open at a time. */
function TopMenu({ group, active }: { group: NavGroup; active: string | undefined }) {
  const isHere = group.items.some((item) => item.key === active);
  return (
    <li>
      <details class="top-menu" name="top-menu">
        <summary class={isHere ? 'here' : undefined}>
          {group.title} <Icon name="down" />
        </summary>
        <ul>
          {group.items.map((item) => (
            <TopItem key={item.key} item={item} active={active} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function SearchBox({ href }: { href: string }) {
  const text = useText();
  return (
    <form class="top-search" action={href} role="search">
      <label class="hidden" for="top-search">
        {text.search}
      </label>
      <input id="top-search" class="input" type="search" name="q" placeholder={text.search} data-search />
      <button class="icon-button" type="submit">
        <Icon name="search" label={text.search} />
      </button>
    </form>
  );
}

function OtherLanguage({ lang, url }: PageProps) {
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    <a
      class="top-link other-language"
      href={withQuery(url, 'lang', other)}
      lang={other}
      hreflang={other}
      rel="nofollow"
    >
      {useText().languageNames[other]}
    </a>
  );
}

function Inbox({ href, count }: { href: string; count: number }) {
  const text = useText();
  const lang = useLang();
  return (
    <a class="top-link inbox" href={href}>
      <Icon name="bell" label={text.inbox} />
      {count > 0 && <span class="count count-urgent">{countText(count, lang)}</span>}
    </a>
  );
}

function Account({ user, csrf }: PageProps) {
  const text = useText();
  if (!user)
    return (
      <a class="top-link" href="/sign-in">
        {text.signIn}
      </a>
    );
  return (
    <>
      <a class="top-link account" href={user.accountHref}>
        <Icon name="user" label={text.account} />
        <span>
          <strong>{user.name}</strong>
          {(user.role || user.unit) && <small>{[user.role, user.unit].filter(Boolean).join(', ')}</small>}
        </span>
      </a>
      {user.signOutHref && <SignOut href={user.signOutHref} csrf={csrf} />}
    </>
  );
}

/** One press from every page, also without scripts; on a phone the icon stands for the word. */
function SignOut({ href, csrf }: { href: string; csrf: string | undefined }) {
  const text = useText();
  return (
    <form class="sign-out" method="post" action={href}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="form" value="default" />
      <button class="top-link" type="submit" title={text.signOut}>
        <Icon name="leave" /> <span>{text.signOut}</span>
      </button>
    </form>
  );
}
