import { formatNumber } from './format.ts';
import { type Lang, useLang, useText } from './language.tsx';
import type { NavGroup, NavItem } from './page-props.ts';

interface SideNavProps {
  nav: readonly NavGroup[];
  active?: string | undefined;
}

/** The true number up to this; what waits beyond it is counted no further. */
const most = 999;

/** A number beside an entry: '128', or '999+' past what is counted. */
export const countText = (count: number, lang: Lang): string =>
  count > most ? `${formatNumber(most, lang)}+` : formatNumber(count, lang);

/** The side navigation of the workbench: groups of links, each with the number of things that wait there. */
export function SideNav(props: SideNavProps) {
  return (
    <nav class="side" aria-label={useText().mainNav}>
      <NavList {...props} />
    </nav>
  );
}

export function NavList({ nav, active }: SideNavProps) {
  return (
    <>
      {nav.map((group, i) => (
        <section class="nav-group" key={group.title ?? i}>
          {group.title && <h2>{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <SideItem key={item.key} item={item} active={active} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function SideItem({ item, active }: { item: NavItem; active: string | undefined }) {
  const lang = useLang();
  return (
    <li>
      <a href={item.href} aria-current={item.key === active ? 'page' : undefined}>
        <span>{item.text}</span>
        {item.count ? (
          <span class={item.urgent ? 'count count-urgent' : 'count'}>{countText(item.count, lang)}</span>
        ) : null}
      </a>
    </li>
  );
}
