import type { FileReply } from '../../../../../kit/contract.ts';
import { type FormHandler, type PageContext, textOf } from '../../../../../kit/page.ts';
import { missing } from '../../../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { printOwnSlip } from '../../../contract.ts';
import { ownSlips } from '../../../contract/citizen.ts';
import { textIn, useMessages } from '../parts.tsx';
import { proven, type Tracked } from './load.ts';

type Slip = Tracked['slips'][number];

/** Copies of the slips, by a form: the secret never stands in an address. Of each kind the newest. */
export function SlipsPanel(p: PageContext, { slips }: Tracked) {
  const { track: t } = textIn(p);
  const there = ownSlips.filter((key) => slips.some((slip) => slip.key === key));
  if (there.length === 0) return null;
  return (
    <Panel title={t.slips}>
      <Form name="slip" csrf={p.csrf}>
        <ButtonRow>
          {there.map((key) => (
            <Button key={key} name="key" value={key} icon="print">
              {t.slipNames[key]}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** The very slip that one moment of the case called for, as PDF. */
export function SlipOf({ p, slip }: { p: PageContext; slip: Slip }) {
  const { slipNames, pdf } = useMessages().track;
  return (
    <Form name="slip" csrf={p.csrf}>
      <input type="hidden" name="about" value={String(slip.about)} />
      <Button small name="key" value={slip.key} icon="download">
        {pdf(slipNames[slip.key])}
      </Button>
    </Form>
  );
}

export const printSlip: FormHandler = async (p, fields) => {
  const key = ownSlips.find((one) => one === textOf(fields, 'key')) ?? missing();
  const about = Number(textOf(fields, 'about'));
  const which = Number.isSafeInteger(about) && about > 0 ? { about } : {};
  return { file: (await p.call(printOwnSlip, { ...(await proven(p)), key, ...which })) as FileReply };
};
