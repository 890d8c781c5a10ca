import type { z } from 'zod';

import { type PageContext, page, textOf } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { TextArea } from '../../../web/components/inputs.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { filtered } from '../../../web/keyset.ts';
import { answerDifficulty, type difficultyItem, listDifficulties } from '../contract.ts';
import { messages } from '../messages.ts';
import { said } from './parts/forms.tsx';
import { Pages } from './parts/paging.tsx';
import { Title, useMessages } from './parts/say.tsx';
import { UnitName } from './parts/unit.tsx';

type Item = z.infer<typeof difficultyItem>;

function AnswerForm({ p, item }: { p: PageContext; item: Item }) {
  const {
    work: { difficulty: t },
  } = useMessages();
  const refused = p.form?.values['id'] === item.id ? p.form : undefined;
  return (
    <Explain summary={t.answer} open={refused !== undefined}>
      <Form csrf={p.csrf}>
        <input type="hidden" name="id" value={item.id} />
        {refused && Object.keys(refused.errors).length === 0 && (
          <ErrorSummary title={refused.problem.title} detail={refused.problem.remedy} />
        )}
        <TextArea
          name="answer"
          id={`answer-${item.id}`}
          label={t.answerLabel}
          hint={t.answerHint}
          rows={3}
          required
          value={refused ? String(refused.values['answer'] ?? '') : undefined}
          error={refused?.errors['answer']}
        />
        <ButtonRow>
          <Button kind="primary">{t.answer}</Button>
        </ButtonRow>
      </Form>
    </Explain>
  );
}

function Card({ p, item }: { p: PageContext; item: Item }) {
  const {
    work: { difficulty: t },
    words,
  } = useMessages();
  const tone = item.state === 'answered' ? 'good' : item.late ? 'bad' : 'warn';
  return (
    <Panel
      id={`d-${item.id}`}
      level={2}
      title={
        <a href={`/assignments/${item.assignmentId}`}>
          {item.ref} · <Title item={item} />
        </a>
      }
      actions={
        <Chip tone={tone} icon={item.state === 'answered' ? 'checkCircle' : item.late ? 'late' : 'hourglass'}>
          {item.late ? t.late : item.state === 'answered' ? t.answered : t.open}
        </Chip>
      }
    >
      <p>
        <Chip icon={item.kind === 'difficulty' ? 'alert' : 'info'}>{words.difficultyKinds[item.kind]}</Chip>{' '}
        <small>{item.directiveNumber}</small>
      </p>
      <p class="quote" lang="vi">
        {item.body}
      </p>
      <p>
        <small>{t.from}: </small>
        <UnitName unit={item.unit} />{' '}
        <small>
          · {formatInstant(item.raisedAt)} · {t.to}:{' '}
        </small>
        <UnitName unit={item.addressee} />{' '}
        <small>
          · {t.due}: <strong>{formatDay(item.due)}</strong>
        </small>
      </p>
      {item.answer && (
        <div>
          <p>
            <small>{item.answeredAt && t.answeredOn(formatInstant(item.answeredAt))}</small>
          </p>
          <p class="quote" lang="vi">
            {item.answer}
          </p>
        </div>
      )}
      {item.mayAnswer && <AnswerForm p={p} item={item} />}
    </Panel>
  );
}

export const difficultiesPage = page({
  path: '/difficulties',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const { difficulty: t } = messages[p.lang].work;
    const answers = p.can('difficulty.answer');
    const toMe = p.query['toMe'] === undefined ? answers : p.query['toMe'] === 'true';
    const state = p.query['state'] === 'answered' ? 'answered' : 'open';
    const list = await p.callWithQuery(listDifficulties, { toMe, state });
    const tab = (changes: { toMe: string; state: string }, text: string) => ({
      href: filtered(p, changes),
      text,
      current: String(toMe) === changes.toMe && state === changes.state,
    });
    return {
      title: t.title,
      nav: 'difficulties',
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <Tabs
            label={t.title}
            items={[
              ...(answers ? [tab({ toMe: 'true', state: 'open' }, t.toMe)] : []),
              tab({ toMe: 'false', state: 'open' }, `${t.all}: ${t.open.toLowerCase()}`),
              tab({ toMe: 'false', state: 'answered' }, t.answered),
            ]}
          />
          {list.items.length > 0 ? (
            list.items.map((item) => <Card key={item.id} p={p} item={item} />)
          ) : (
            <EmptyState icon="checkCircle" title={t.empty}>
              <p>{t.emptyHint}</p>
            </EmptyState>
          )}
          <Pages p={p} shown={list.items.length} next={list.next} />
        </>
      ),
    };
  },
  forms: {
    default: async (p, fields) => {
      await p.call(answerDifficulty, {
        id: textOf(fields, 'id'),
        answer: textOf(fields, 'answer'),
      });
      return { redirect: p.url, flash: said((m) => m.work.difficulty.sent) };
    },
  },
});
