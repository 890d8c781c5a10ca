import type { PageContext } from '../../../../kit/page.ts';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { time, work } from '../../contract/words.ts';
import { useMessages } from './say.tsx';

/** What lists of directives, tasks and assignments are narrowed by, the same everywhere. */
export function KeywordInput({ p }: { p: PageContext }) {
  const { words } = useMessages();
  return (
    <TextInput
      name="q"
      label={words.keyword}
      type="search"
      value={p.query['q']}
      placeholder={words.keywordHint}
    />
  );
}

export function TimeSelect({ p, label }: { p: PageContext; label: string }) {
  const { words } = useMessages();
  return (
    <Select
      name="time"
      label={label}
      empty={words.all}
      value={p.query['time']}
      options={time.options.map((value) => ({ value, text: words.times[value] }))}
    />
  );
}

/** `withOpen`: also all states that are still open, as one choice. */
export function WorkSelect({ p, label, withOpen }: { p: PageContext; label: string; withOpen?: boolean }) {
  const { words } = useMessages();
  return (
    <Select
      name="work"
      label={label}
      empty={words.all}
      value={p.query['work']}
      options={[
        ...(withOpen ? [{ value: 'open', text: words.allOpen }] : []),
        ...work.options.map((value) => ({ value, text: words.works[value] })),
      ]}
    />
  );
}

export function RoleSelect({ p, label }: { p: PageContext; label: string }) {
  const { words } = useMessages();
  return (
    <Select
      name="role"
      label={label}
      empty={words.all}
      value={p.query['role']}
      options={[
        { value: 'lead', text: words.roles.lead },
        { value: 'coordinating', text: words.roles.coordinating },
      ]}
    />
  );
}
