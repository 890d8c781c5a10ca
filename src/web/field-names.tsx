import { type ComponentChildren, createContext, isValidElement, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** What the fields of a page are called, by the id of their control: told by the fields as they are drawn. */
export interface FieldNames {
  labels: Map<string, ComponentChildren>;
  /** Somebody asked for a name: a list of faults, which stands above the fields that it names. */
  asked: boolean;
}

const NamesContext = createContext<FieldNames | undefined>(undefined);

export const newFieldNames = (): FieldNames => ({ labels: new Map(), asked: false });

export function FieldNamesProvider({ names, children }: { names: FieldNames; children: ComponentChildren }) {
  return <NamesContext.Provider value={names}>{children}</NamesContext.Provider>;
}

/** A field says what it is called; the first that has an id keeps it. */
export function useFieldName(id: string, label: ComponentChildren): void {
  const labels = useContext(NamesContext)?.labels;
  if (labels && !labels.has(id)) labels.set(id, label);
}

/** What the field of an id is called, as far as the page has one. */
export function useNameOf(): (id: string) => ComponentChildren {
  const names = useContext(NamesContext);
  if (names) names.asked = true;
  return (id) => names?.labels.get(id);
}

/** The words of a label as far as they stand in it; those of components in it are not known before they are drawn. */
export function wordsOf(label: ComponentChildren): string {
  if (Array.isArray(label)) return label.map(wordsOf).join('');
  if (typeof label === 'string' || typeof label === 'number') return String(label);
  if (!isValidElement(label)) return '';
  return wordsOf((label as VNode<{ children?: ComponentChildren }>).props.children);
}
