import type { Block } from '../../../../kit/blocks.ts';
import { Notice } from '../../../../web/components/notice.tsx';
import { Grid } from '../../../../web/components/panel.tsx';
import { Icon } from '../../../../web/icons.tsx';
import { getProcedure } from '../../../procedures/contract.ts';
import { textIn, unitName } from './parts.tsx';

/** On the page of a procedure that is not taken online: the desk for the reader's place. */
const applyBlock: Block = {
  place: 'procedure',
  order: 10,
  render: async (p, code) => {
    const { placeId } = p.query;
    const shown = await p.maybe(getProcedure, { code, ...(placeId && { placeId }) });
    const content = shown?.version?.content;
    if (!content || shown?.version?.state !== 'published') return undefined;
    const { track } = textIn(p);
    const isOnline =
      content.serviceLevel !== 'information' && content.channels.some((row) => row.channel === 'online');
    if (isOnline) return undefined;
    const desk = shown?.competent ? await unitName(p, shown.competent.id) : undefined;
    return (
      <Notice key="apply" title={track.block.none}>
        <p>{desk ? track.block.desk(desk) : track.block.choose}</p>
      </Notice>
    );
  },
};

/** On the start page: the two things most people come for. */
const startBlock: Block = {
  place: 'services',
  order: 10,
  render: (p) => {
    const { apply, track } = textIn(p);
    const entries = [
      ['file', '/procedures', apply.procedures, track.block.startApply],
      ['search', '/track', track.title, track.block.startTrack],
    ] as const;
    return Promise.resolve(
      <nav class="stack" aria-labelledby="services-title" key="services">
        <h2 id="services-title">{track.block.start}</h2>
        <Grid>
          {entries.map(([icon, href, title, text]) => (
            <a class="card-link" href={href} key={href}>
              <strong>
                <Icon name={icon} /> {title}
              </strong>
              <span>{text}</span>
            </a>
          ))}
        </Grid>
      </nav>,
    );
  },
};

export const publicBlocks: readonly Block[] = [applyBlock, startBlock];
