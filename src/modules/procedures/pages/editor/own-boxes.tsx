import type { ComponentChildren } from 'preact';

import { Button } from '../../../../web/components/button.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { fieldsOf } from '../../form/read-value.ts';
import type { ProcedureContent } from '../../rules/model.ts';
import { ChannelTable, StepTable, useMessages } from '../parts.tsx';
import { optionsOf, useBox, useSheet, useWords } from './sheet.tsx';
import { StepRows } from './steps-boxes.tsx';
import { ChannelRows } from './times-boxes.tsx';

/** What a province may decide for itself: each part national until it is taken over. */
export function OwnBoxes({ national }: { national: ProcedureContent | undefined }) {
  const t = useWords();
  const { words } = useMessages();
  const box = useBox();
  const { values, errors } = useSheet();
  const fields = national?.form ? fieldsOf(national.form) : [];
  const kinds = national?.caseKinds ?? [];
  return (
    <>
      <Taken
        list="channels"
        title={t.own.channelsTitle}
        take={t.own.takeChannels}
        national={national && <ChannelTable rows={national.channels} kinds={kinds} />}
      >
        <ChannelRows kinds={kinds} />
      </Taken>
      <Taken
        list="steps"
        title={t.own.stepsTitle}
        take={t.own.takeSteps}
        national={national && <StepTable steps={national.steps} />}
      >
        <StepRows fields={fields} />
      </Taken>
      <Panel title={t.own.serviceTitle}>
        <FieldRow>
          <Select
            {...box('own.serviceLevel')}
            label={words.service}
            empty={t.own.national}
            options={optionsOf(words.services)}
          />
          <TextInput {...box('own.serviceLevelReason')} label={t.serviceReason} />
        </FieldRow>
      </Panel>
      <Explain summary={t.own.expert} open={Boolean(values['own.json']) || Boolean(errors['own.json'])}>
        <TextArea {...box('own.json')} label={t.own.expert} hint={t.own.expertHint} rows={6} />
      </Explain>
    </>
  );
}

interface TakenProps {
  list: 'channels' | 'steps';
  title: string;
  take: string;
  national: ComponentChildren;
  children: ComponentChildren;
}

function Taken({ list, title, take, national, children }: TakenProps) {
  const t = useWords();
  const { values } = useSheet();
  if (values[`own.${list}`] !== 'true')
    return (
      <Panel title={title} id={`own-${list}`}>
        <p>{t.own.channelsNational}</p>
        {national}
        <p>
          <Button small icon="edit" name="row" value={`take ${list}`} formAction={`#own-${list}`}>
            {take}
          </Button>
        </p>
      </Panel>
    );
  return (
    <Panel title={title} id={`own-${list}`}>
      <input type="hidden" name={`own.${list}`} value="true" />
      {children}
      <p>
        <Button small kind="quiet" name="row" value={`drop ${list}`} formAction={`#own-${list}`}>
          {t.own.drop}
        </Button>
      </p>
    </Panel>
  );
}
