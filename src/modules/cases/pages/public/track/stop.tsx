import { type FormHandler, type PageContext, textOf } from '../../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { TextArea } from '../../../../../web/components/inputs.tsx';
import { Explain } from '../../../../../web/components/records.tsx';
import { askStop, withdrawCase } from '../../../contract.ts';
import { heldIn, Refusal, said, textIn } from '../parts.tsx';
import { addressOf, proven, type Tracked } from './load.ts';

/** Stopping and withdrawing stand apart from everything else, and ask once more. */
export function StopPart(p: PageContext, { mayDo }: Tracked) {
  const { stop: t } = textIn(p).track;
  const [mayStop, mayWithdraw] = [mayDo.includes('askStop'), mayDo.includes('withdraw')];
  if (!mayStop && !mayWithdraw) return null;
  const held = heldIn(p, 'stop');
  return (
    <Explain summary={t.title} open={held.refused !== undefined}>
      <Form name="stop" csrf={p.csrf}>
        <Refusal form={held.refused} />
        <p>{t.lead}</p>
        <TextArea {...held.field('reason')} label={t.reason} rows={2} maxLength={2000} />
        <ButtonRow>
          {mayStop && (
            <Button name="how" value="stop">
              {t.stop}
            </Button>
          )}
          {mayWithdraw && (
            <Button kind="danger" name="how" value="withdraw" confirm={t.sure}>
              {t.withdraw}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Explain>
  );
}

export const sendStop: FormHandler = async (p, fields) => {
  const input = { ...(await proven(p)), reason: textOf(fields, 'reason') };
  const withdraws = textOf(fields, 'how') === 'withdraw';
  await (withdraws ? p.call(withdrawCase, input) : p.call(askStop, input));
  return {
    redirect: addressOf(p),
    flash: said((m) => (withdraws ? m.track.stop.withdrawn : m.track.stop.stopped)),
  };
};
