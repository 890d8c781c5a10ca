import type { ComponentChildren } from 'preact';

import { formatTime } from '../format.ts';
import { type Lang, LangProvider, useText } from '../language.tsx';
import { renderPart } from '../render.ts';

export interface LiveBodyProps {
  /** One sentence with the figures that matter most; spoken when it changes, at most every quarter of a minute. */
  summary: string;
  at: Date;
  children: ComponentChildren;
}

export interface LiveProps extends LiveBodyProps {
  /** Address of the server-sent events, and the name of the event that says that something has changed. */
  stream: string;
  event: string;
  /** Address that answers the body alone, as `livePart` makes it. */
  part: string;
  /** Address of the whole page, for those without scripts. */
  href: string;
}

/** The body of a living part, with a key on every list item and row that may come and go (`data-id`). */
function LiveBody({ summary, at, children }: LiveBodyProps) {
  return (
    <div class="live-body" data-live-body="" data-live-summary={summary} data-live-at={formatTime(at)}>
      {children}
    </div>
  );
}

/**
 * A part of a page that stays as the server would draw it: only what differs is replaced, the focus stays, updates can
 * be paused and rest while the page is not seen. Without scripts it is a plain part with a link to load it again.
 */
export function Live({ stream, event, part, href, ...body }: LiveProps) {
  const text = useText();
  const { live } = text;
  return (
    <div class="live" data-live={stream} data-live-event={event} data-live-part={part}>
      <p class="live-bar">
        <span class="live-dot" aria-hidden="true" />
        <span data-live-state="">{live.drawnAt(formatTime(body.at))}</span>
        <button
          type="button"
          class="button button-small needs-script"
          data-live-pause=""
          aria-pressed="false"
        >
          <span>{live.pause}</span>
        </button>
        <a href={href}>{live.reload}</a>
      </p>
      <p class="hidden" role="status" data-live-say="" />
      <LiveBody {...body} />
    </div>
  );
}

/** The answer to a request for the body alone. */
export function livePart(lang: Lang, body: LiveBodyProps) {
  const text = renderPart(
    <LangProvider lang={lang}>
      <LiveBody {...body} />
    </LangProvider>,
  );
  return { file: { body: text, type: 'text/html; charset=utf-8', name: 'part.html', inline: true } };
}
