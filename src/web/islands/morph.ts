/** What a person or a script has changed on the open page and a fresh copy must not take back; more in `data-own`. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  DETAILS: ['open'],
  INPUT: ['value', 'checked'],
  DIALOG: ['open'],
};

const keyOf = (node: Node): string =>
  node instanceof Element ? (node.getAttribute('data-id') ?? node.id) : '';

function sameAttributes(old: Element, fresh: Element): void {
  const own = [...(OWN[old.nodeName] ?? []), ...(old.getAttribute('data-own') ?? '').split(' ')];
  for (const { name } of Array.from(old.attributes))
    if (!fresh.hasAttribute(name) && !own.includes(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && !own.includes(name)) old.setAttribute(name, value);
}

/** The node of the open page that stands for a fresh one: by its key, or the next one of the same kind. */
function counterpart(fresh: Node, next: ChildNode | null, keyed: ReadonlyMap<string, ChildNode>) {
  const key = keyOf(fresh);
  if (key) return keyed.get(key);
  return next && !keyOf(next) && next.nodeName === fresh.nodeName ? next : undefined;
}

function sameChildren(old: Element, fresh: Element, changed: Set<Element>): void {
  const keyed = new Map(
    [...old.childNodes].flatMap((child) => (keyOf(child) ? [[keyOf(child), child] as const] : [])),
  );
  let next: ChildNode | null = old.firstChild;
  for (const child of fresh.childNodes) {
    const match = counterpart(child, next, keyed);
    if (!match || match.nodeName !== child.nodeName) {
      const made = document.importNode(child, true);
      old.insertBefore(made, next);
      if (made instanceof Element) changed.add(made);
      continue;
    }
    if (match === next) next = next.nextSibling;
    else old.insertBefore(match, next);
    become(match, child, changed);
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function become(old: Node, fresh: Node, changed: Set<Element>): void {
  if (old.isEqualNode(fresh)) return;
  if (old instanceof Element && fresh instanceof Element) {
    sameAttributes(old, fresh);
    return sameChildren(old, fresh, changed);
  }
  if (old.nodeValue !== fresh.nodeValue) {
    old.nodeValue = fresh.nodeValue;
    if (old.parentElement) changed.add(old.parentElement);
  }
}

/**
 * Makes an element of the open page equal to a fresh copy of it by changing only what differs: what has the focus, is
 * selected or was opened stays. Children with `data-id` or an id are told apart by it.
 * @returns the elements whose text changed
 */
export function morph(old: Element, fresh: Element): Set<Element> {
  const changed = new Set<Element>();
  const focused = document.activeElement;
  become(old, fresh, changed);
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true });
  return changed;
}
