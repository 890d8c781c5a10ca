import { formatDay } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useText } from '../language.tsx';
import { controlProps, Field, type FieldProps } from './field.tsx';

export interface DateInputProps extends FieldProps {
  /** The day as YYYY-MM-DD, or what was typed when the form came back refused. */
  value?: string | undefined;
  /** YYYY-MM-DD; limits the picker only, the server decides. */
  min?: string;
  max?: string;
}

/**
 * A day, typed as dd/mm/yyyy. The native box would show the order of the device (11/12 or 12/11), so it only serves
 * as the calendar behind the button, where scripts run.
 */
export function DateInput({ value, min, max, hint, ...props }: DateInputProps) {
  const text = useText();
  const shown = { ...props, hint: hint ?? text.dayHint };
  return (
    <Field {...shown} size="short">
      <DayBox value={value} min={min} max={max} control={controlProps(shown)} />
    </Field>
  );
}

interface DayBoxProps {
  value?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  control: { id: string; name: string; disabled?: boolean | undefined };
}

/** The box and its calendar button without a label. */
export function DayBox({ value = '', min, max, control }: DayBoxProps) {
  const text = useText();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <span class="day-box" data-day>
      <input
        class="input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={10}
        value={isDay ? formatDay(value) : value}
        {...control}
      />
      <input
        class="day-native"
        type="date"
        value={isDay ? value : undefined}
        min={min}
        max={max}
        tabIndex={-1}
        aria-hidden="true"
      />
      <button class="icon-button needs-script" type="button" disabled={control.disabled}>
        <Icon name="calendar" label={text.openCalendar} />
      </button>
    </span>
  );
}
