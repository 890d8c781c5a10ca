import { useText } from '../language.tsx';
import { Button } from './button.tsx';
import { controlProps, Field, fieldId, type FieldProps } from './field.tsx';

export interface UnitFound {
  id: string;
  text: string;
  /** What stands above it, to tell places of the same name apart. */
  note?: string;
}

/** The words of a picker that offers something else than units. */
export interface PickWords {
  placeholder: string;
  /** With `{count}` for their number. */
  found: string;
  none: string;
  more: string;
  search: string;
}

/** What a picker shows; made by the page. */
export interface UnitPick {
  words?: PickWords;
  /** Address that answers `q` with units; the script asks it while the person types. */
  source: string;
  /** The chosen unit. */
  value?: string;
  /** What stands in the box, and what stood there when it was drawn. */
  text?: string;
  seen?: string;
  /** The units that the text may mean, to choose one from. */
  found?: readonly UnitFound[];
  more?: boolean;
}

export interface UnitPickerProps extends FieldProps {
  pick: UnitPick;
  /** Shows a button that only searches, where there is no script: for forms that change something. */
  search?: boolean;
  placeholder?: string;
  size?: 'short' | 'medium' | 'full';
}

function Found({ pick, name, own }: { pick: UnitPick; name: string; own: string }) {
  const { unitPicker } = useText();
  const { found = [], words } = pick;
  const text = words ?? unitPicker;
  const count = String(found.length);
  if (found.length === 0) return <p class="hint">{text.none}</p>;
  return (
    <fieldset class="unit-found">
      <legend>{words ? words.found.replace('{count}', count) : unitPicker.found(found.length)}</legend>
      {found.map((unit) => (
        <div class="choice" key={unit.id}>
          <input type="radio" name={name} value={unit.id} id={`${own}-${unit.id}`} />
          <label for={`${own}-${unit.id}`}>
            {unit.text} {unit.note && <small>{unit.note}</small>}
          </label>
        </div>
      ))}
      {pick.more && <p class="hint">{text.more}</p>}
    </fieldset>
  );
}

/** One unit of thousands, or one procedure, one field: type a name or code, then choose. Suggests while typing where scripts run. */
export function UnitPicker({ pick, search, size, placeholder, ...props }: UnitPickerProps) {
  const { unitPicker } = useText();
  const text = pick.words ?? unitPicker;
  const own = props.id ?? fieldId(props.name);
  return (
    <Field {...props} size={size}>
      <div
        class="unit-picker"
        data-unit-picker={pick.source}
        {...(pick.words && { 'data-found': pick.words.found, 'data-none': pick.words.none })}
      >
        <div class="unit-box">
          <input
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder={placeholder ?? text.placeholder}
            value={pick.text}
            {...controlProps(props)}
            name={`${props.name}-text`}
          />
          {search && (
            <span class="no-script">
              <Button small icon="search" name={`${props.name}-search`} value="1">
                {text.search}
              </Button>
            </span>
          )}
        </div>
        <input type="hidden" name={`${props.name}-seen`} value={pick.seen ?? ''} />
        {pick.found ? (
          <Found pick={pick} name={props.name} own={own} />
        ) : (
          <input type="hidden" name={props.name} value={pick.value ?? ''} />
        )}
      </div>
    </Field>
  );
}
