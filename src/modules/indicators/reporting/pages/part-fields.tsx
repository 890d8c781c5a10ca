import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { FieldGroup } from '../../../../web/components/field.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import type { listReported } from '../../contract/reported.ts';
import type { getDraft } from '../contract/drafts.ts';
import { chartsOf, type Part, tablesOf } from '../contract/parts.ts';
import { words } from './words.ts';

type Draft = ReplyOf<typeof getDraft>;
export interface PartProps {
  p: PageContext;
  part: Part;
  choices: Draft['choices'];
  reported: ReplyOf<typeof listReported>['items'];
}

const nameOf = (part: Part, field: string): string => `part.${part.id}.${field}`;

/** Figures to tick; those over cases and procedures are many, and folded away while none is chosen. */
function Codes({ p, part, choices }: PartProps & { part: Extract<Part, { codes: string[] }> }) {
  const t = words[p.lang].editor;
  const boxes = (by: Draft['choices'][number]['by']) => choices.filter((one) => one.by === by);
  const box = (one: Draft['choices'][number]) => (
    <Checkbox
      key={one.code}
      name={nameOf(part, 'codes')}
      value={one.code}
      label={one.name[p.lang]}
      checked={part.codes.includes(one.code)}
    />
  );
  const facts = boxes('facts');
  const chosen = facts.filter((one) => part.codes.includes(one.code)).length;
  return (
    <FieldGroup name={nameOf(part, 'codes')} label={t.codes}>
      {boxes('states').map(box)}
      {facts.length > 0 && (
        <details open={chosen > 0}>
          <summary>{t.factsChosen(String(chosen), String(facts.length))}</summary>
          {facts.map(box)}
        </details>
      )}
    </FieldGroup>
  );
}

function Cites({ p, part, reported }: PartProps & { part: Extract<Part, { kind: 'cites' }> }) {
  return (
    <FieldGroup name={nameOf(part, 'codes')} label={words[p.lang].editor.cites}>
      {reported.map((one) => (
        <Checkbox
          key={one.id}
          name={nameOf(part, 'codes')}
          value={one.code ?? one.id}
          label={one.title[p.lang]}
          checked={part.codes.includes(one.code ?? one.id)}
        />
      ))}
    </FieldGroup>
  );
}

function Inside(props: PartProps) {
  const { p, part, choices } = props;
  const t = words[p.lang].editor;
  switch (part.kind) {
    case 'text':
      return (
        <TextArea
          name={nameOf(part, 'text')}
          label={t.text}
          hint={t.textHint}
          rows={5}
          value={part.text}
          error={p.form?.errors[nameOf(part, 'text')]}
        />
      );
    case 'figures':
      return (
        <>
          <Codes {...props} part={part} />
          <Checkbox name={nameOf(part, 'compare')} label={t.compare} checked={part.compare} />
        </>
      );
    case 'table':
      return (
        <>
          <Select
            name={nameOf(part, 'of')}
            label={t.of}
            value={part.of}
            options={tablesOf.map((value) => ({ value, text: t.tables[value] }))}
          />
          {part.of === 'units' && <Codes {...props} part={part} />}
        </>
      );
    case 'chart':
      return (
        <>
          <Select
            name={nameOf(part, 'of')}
            label={t.of}
            value={part.of}
            options={chartsOf.map((value) => ({ value, text: t.charts[value] }))}
          />
          <Select
            name={nameOf(part, 'code')}
            label={t.code}
            value={part.code ?? 'completionOfAll'}
            options={choices.map((one) => ({ value: one.code, text: one.name[p.lang] }))}
          />
        </>
      );
    case 'cites':
      return <Cites {...props} part={part} />;
    case 'checks':
      return <p class="soft">{t.checksNote}</p>;
  }
}

/** One part of a report: its fields, and the buttons that move or remove it. */
export function PartFields(props: PartProps & { first: boolean; last: boolean; at: number }) {
  const { p, part, at } = props;
  const t = words[p.lang].editor;
  const kind = t.kinds[part.kind];
  const label = `${at}. ${part.heading || kind}`;
  return (
    <Panel id={`part-${part.id}`} level={3} title={`${at}. ${kind}`}>
      <input type="hidden" name={nameOf(part, 'shown')} value="1" />
      <TextInput
        name={nameOf(part, 'heading')}
        label={t.heading}
        size="full"
        optional
        value={part.heading}
        maxLength={200}
      />
      <Inside {...props} />
      <ButtonRow>
        {!props.first && (
          <Button small kind="quiet" name="act" value={`up:${part.id}`}>
            {t.up}
            <span class="hidden">{label}</span>
          </Button>
        )}
        {!props.last && (
          <Button small kind="quiet" name="act" value={`down:${part.id}`}>
            {t.down}
            <span class="hidden">{label}</span>
          </Button>
        )}
        <Button small kind="quiet" name="act" value={`remove:${part.id}`}>
          {t.remove}
          <span class="hidden">{label}</span>
        </Button>
      </ButtonRow>
    </Panel>
  );
}
