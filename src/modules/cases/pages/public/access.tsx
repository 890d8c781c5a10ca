import type { ComponentChildren } from 'preact';

import { type FormHandler, type PageContext, textOf } from '../../../../kit/page.ts';
import { fieldProblem, Problem, notFound } from '../../../../kit/problems.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { publicMessages } from '../../messages/public.ts';
import { Refusal } from './parts.tsx';

const KEPT_SECONDS = 12 * 3600;
const nameOf = (key: string): string => `case:${key.trim().toLowerCase()}`;

/** The secret of a draft or case that this browser has typed or been given; it stands in no address and no log. */
export const secretOf = (p: PageContext, key: string): string | undefined => p.kept(nameOf(key));
export const keepSecret = (p: PageContext, key: string, secret: string): void =>
  p.keep(nameOf(key), secret.trim().toUpperCase(), KEPT_SECONDS);
/** As an endpoint takes it. */
export const proofOf = (p: PageContext, key: string): { secret?: string } => {
  const secret = secretOf(p, key);
  return secret ? { secret } : {};
};

type Opens = (p: PageContext, secret: string | undefined) => Promise<unknown>;

/** Takes the secret that came with a form, if it opens; says so at its box if it does not. */
async function takeSecret(p: PageContext, key: string, secret: string, opens: Opens): Promise<void> {
  const { wrong } = { wrong: { vi: publicMessages.vi.track.wrong, en: publicMessages.en.track.wrong } };
  if (secret.length < 6 || secret.length > 60 || !(await opens(p, secret)))
    throw fieldProblem('secret', wrong.vi, wrong.en);
  keepSecret(p, key, secret);
}

/**
 * A handler that needs an open draft or case. Where the browser no longer holds the secret, the form is refused with
 * all that was typed, and drawn again with a box for it; sent from there it goes on as if nothing had happened.
 */
export const opened =
  (keyOf: (p: PageContext) => string, opens: Opens, handler: FormHandler): FormHandler =>
  async (p, fields) => {
    const key = keyOf(p);
    const given = textOf(fields, 'secret').trim();
    if (given) await takeSecret(p, key, given, opens);
    if (!(await opens(p, secretOf(p, key)))) {
      const { vi, en } = publicMessages;
      throw fieldProblem('secret', vi.track.missing, en.track.missing);
    }
    try {
      return await handler(p, fields);
    } catch (error) {
      // Something of the record is gone; the page itself says so better than an empty 404.
      if (error instanceof Problem && error.kind === notFound)
        throw fieldProblem('secret', publicMessages.vi.track.wrong, publicMessages.en.track.wrong);
      throw error;
    }
  };

/** Asks for the secret; what was typed in the form that was refused goes along. */
export function AskSecret({
  p,
  title,
  lead,
  button,
  children,
}: {
  p: PageContext;
  title: string;
  lead: string;
  button: string;
  children?: ComponentChildren;
}) {
  const { track: t } = publicMessages[p.lang];
  const { form } = p;
  const carried = Object.entries(form?.values ?? {}).filter(
    ([name]) => !['csrf', 'form', 'secret'].includes(name),
  );
  return (
    <Panel title={title}>
      <Form name={form?.form ?? 'open'} csrf={p.csrf}>
        <Refusal form={form} />
        {carried.length > 0 ? <Notice tone="warn">{t.again}</Notice> : <p>{lead}</p>}
        {carried.flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
        )}
        <TextInput
          name="secret"
          label={t.secret}
          hint={t.secretHint}
          size="short"
          required
          maxLength={60}
          autocomplete="off"
          spellcheck={false}
          error={form?.errors['secret']}
        />
        <Button kind="primary">{button}</Button>
        {children}
      </Form>
    </Panel>
  );
}
