import { toString } from 'qrcode';

import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import type { getSecondFactor } from '../../contract/mine.ts';
import { messages } from '../../messages.ts';
import { fault, idIn, Refusal } from '../form.tsx';

/** A QR code as an SVG picture that no other server gets to see. */
export async function qrOf(uri: string): Promise<string> {
  const svg = await toString(uri, { type: 'svg', margin: 2, width: 220, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function PasswordForm({
  p,
  form,
  send,
  danger,
}: {
  p: PageContext;
  form: string;
  send: string;
  danger?: boolean;
}) {
  const text = messages[p.lang].factor;
  return (
    <>
      <Refusal p={p} form={form} />
      <Form name={form} csrf={p.csrf}>
        <TextInput
          id={idIn(form, 'password')}
          name="password"
          type="password"
          autocomplete="current-password"
          label={text.password}
          required
          error={fault(p, form, 'password')}
        />
        <ButtonRow>
          <Button kind={danger ? 'danger' : 'plain'}>{send}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

export function FactorPanel({
  p,
  factor,
  qr,
}: {
  p: PageContext;
  factor: ReplyOf<typeof getSecondFactor>;
  qr: string | undefined;
}) {
  const text = messages[p.lang].factor;
  return (
    <Panel
      title={text.title}
      id="factor"
      actions={
        <Chip tone={factor.on ? 'good' : 'idle'} icon={factor.on ? 'checkCircle' : 'empty'}>
          {factor.on ? text.on : text.off}
        </Chip>
      }
    >
      <p>
        {text.why} {factor.on && text.left(factor.recoveryCodesLeft)}
      </p>
      {factor.pending && (
        <>
          <Refusal p={p} form="factorConfirm" />
          <p>{text.scan}</p>
          <p>
            <img src={qr} alt={text.qr} width={220} height={220} />
          </p>
          <p>
            {text.typed} <code>{factor.pending.secret.match(/.{1,4}/g)!.join(' ')}</code>
          </p>
          <Form name="factorConfirm" csrf={p.csrf}>
            <TextInput
              id={idIn('factorConfirm', 'code')}
              name="code"
              size="short"
              inputMode="numeric"
              autocomplete="one-time-code"
              label={text.code}
              required
              error={fault(p, 'factorConfirm', 'code')}
            />
            <ButtonRow>
              <Button kind="primary">{text.confirm}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
      {!factor.pending && (
        <PasswordForm p={p} form="factorStart" send={factor.on ? text.replace : text.start} />
      )}
      {factor.on && <PasswordForm p={p} form="factorStop" send={text.stop} danger />}
    </Panel>
  );
}
