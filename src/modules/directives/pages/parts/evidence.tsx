import type { z } from 'zod';

import { formatDay } from '../../../../web/format.ts';
import type { product } from '../../contract/words.ts';
import { useMessages } from './say.tsx';

export type EvidenceValue = Partial<z.infer<typeof product>>;

/** A document as evidence: number, date, title, and the way to it. */
export function EvidenceLine({ item }: { item: EvidenceValue }) {
  const {
    work: { assignment: t },
  } = useMessages();
  const { number, date, title, link, fileId } = item;
  const named = number && date ? t.of(number, formatDay(date)) : (number ?? (date ? formatDay(date) : ''));
  return (
    <>
      {[named, title].filter(Boolean).join(': ')}
      {fileId && (
        <>
          {' '}
          <a href={`/api/files/${fileId}/content`}>{t.file}</a>
        </>
      )}
      {link && (
        <>
          {' '}
          <a href={link} rel="noopener nofollow">
            {t.link}
          </a>
        </>
      )}
    </>
  );
}
