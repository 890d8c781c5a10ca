import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { Button } from '../../../../web/components/button.tsx';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { fieldId } from '../../../../web/components/field.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { useLang } from '../../../../web/language.tsx';
import { type Row, rowsOf, type Sheet } from './flat.ts';
import { type EditorMessages, editorMessages } from './messages.ts';

const SheetContext = createContext<Sheet>({ values: {}, errors: {} });

/** Gives the boxes of the editor to everything drawn inside. */
export const SheetProvider = SheetContext.Provider;
export const useSheet = (): Sheet => useContext(SheetContext);

/** The words of the editor in the language of the page. */
export const useWords = (): EditorMessages => editorMessages[useLang()];

/** What a box shows and what is wrong with it, by its name. */
export function useBox() {
  const { values, errors } = useSheet();
  return (name: string, otherwise = '') => ({ name, value: values[name] ?? otherwise, error: errors[name] });
}

/** Choices of a Select out of names. */
export const optionsOf = <K extends string>(names: Readonly<Record<K, string>>) =>
  (Object.entries(names) as [K, string][]).map(([value, text]) => ({ value, text }));

/** A box to tick. */
export function Tick({ name, label }: { name: string; label: string }) {
  const { values } = useSheet();
  return <Checkbox name={name} id={fieldId(name)} label={label} checked={values[name] === 'true'} />;
}

interface RowsProps {
  list: string;
  /** “a step”, for the button that adds one. */
  what: string;
  /** What stands for a row while it is closed; blank for one that is new. */
  summary: (row: Row) => string;
  note?: (row: Row) => ComponentChildren;
  children: (row: Row) => ComponentChildren;
}

/** Rows that are opened, moved, removed and added; each button is a round trip that keeps everything typed. */
export function Rows({ list, what, summary, note, children }: RowsProps) {
  const { values, errors } = useSheet();
  const t = useWords();
  const rows = rowsOf(values, list);
  const isWrong = (row: Row) => Object.keys(errors).some((name) => name.startsWith(`${row.at}.`));
  const id = fieldId(list);
  return (
    <div class="edit-rows" id={id}>
      {rows.map((row, place) => (
        <div class="edit-row" key={row.at} id={fieldId(row.at)}>
          <Explain
            open={summary(row) === '' || isWrong(row)}
            summary={
              <>
                <strong>{summary(row) || t.newRow(what)}</strong> {note && <small>{note(row)}</small>}
              </>
            }
          >
            <input type="hidden" name={`${row.at}.was`} value={values[`${row.at}.was`] ?? ''} />
            {children(row)}
          </Explain>
          <RowButtons
            row={row}
            list={list}
            name={summary(row)}
            first={place === 0}
            last={place === rows.length - 1}
          />
        </div>
      ))}
      <p>
        <Button small icon="plus" name="row" value={`add ${list}`} formAction={`#${id}`}>
          {t.add(what)}
        </Button>
      </p>
    </div>
  );
}

function RowButtons({
  row,
  list,
  name,
  first,
  last,
}: {
  row: Row;
  list: string;
  name: string;
  first: boolean;
  last: boolean;
}) {
  const t = useWords();
  const button = (command: 'up' | 'down' | 'remove', disabled: boolean) => (
    <Button
      small
      kind="quiet"
      name="row"
      value={`${command} ${list} ${row.index}`}
      formAction={`#${fieldId(list)}`}
      disabled={disabled}
    >
      {t[command]}
      <span class="hidden">{t.of(name)}</span>
    </Button>
  );
  return (
    <div class="edit-row-buttons">
      {button('up', first)}
      {button('down', last)}
      {button('remove', false)}
    </div>
  );
}
