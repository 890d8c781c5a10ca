import { useText } from '../language.tsx';

export interface Crumb {
  href?: string;
  text: string;
}

/** Where the page stands; the last entry is the page itself and needs no address. */
export function Breadcrumbs({ items, label }: { items: readonly Crumb[]; label?: string }) {
  const text = useText();
  return (
    <nav class="crumbs" aria-label={label ?? text.breadcrumbs}>
      <ol>
        {items.map((item, i) => (
          <li key={i}>
            {item.href && i < items.length - 1 ? (
              <a href={item.href}>{item.text}</a>
            ) : (
              <span aria-current="page">{item.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
