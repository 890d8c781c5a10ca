import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from '../icons.tsx';
import { useText } from '../language.tsx';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const icons: Record<Tone, IconName> = { info: 'info', good: 'checkCircle', warn: 'alert', bad: 'alert' };

export interface NoticeProps {
  tone?: Tone;
  title?: string;
  /** Read aloud when it appears; for what has just happened. */
  live?: boolean;
  children?: ComponentChildren;
}

/** Something to know before going on. The tone is also said in words for those who cannot see the colour. */
export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  const text = useText();
  return (
    <div class={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} label={text.notice[tone]} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
