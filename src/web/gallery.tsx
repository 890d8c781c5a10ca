import { PageHead, Panel } from './components/panel.tsx';
import { exampleGroups } from './examples.tsx';
import { Page } from './layout.tsx';
import { messages } from './messages.ts';
import type { NavGroup, PageProps } from './page-props.ts';

export interface GalleryProps extends Pick<PageProps, 'lang' | 'theme' | 'area'> {
  url?: string;
}

const nav: readonly NavGroup[] = [
  {
    items: exampleGroups.map((group, i) => ({
      key: group.id,
      href: `#${group.id}`,
      text: group.title,
      count: i * 4,
      urgent: i === 1,
    })),
  },
  {
    title: 'Theo dõi',
    items: [
      { key: 'late', href: '#late', text: 'Quá hạn và nguy cơ', count: 26, urgent: true },
      { key: 'sessions', href: '#sessions', text: 'Phiên họp' },
    ],
  },
];

/** Every component in every state inside the real layout: for people, screenshots and the accessibility test. */
export function Gallery({ lang, theme, area = 'workbench', url = '/gallery' }: GalleryProps) {
  return (
    <Page
      lang={lang}
      theme={theme}
      area={area}
      url={url}
      title="Gallery"
      nav={nav}
      active="states"
      searchHref="/search"
      inbox={{ href: '#inbox', count: 3 }}
      user={{
        name: 'Trần Minh Đức',
        unit: 'Văn phòng Chính phủ',
        role: 'Thường trực',
        accountHref: '#account',
        signOutHref: '#sign-out',
      }}
      banner={
        <p>
          Bản trình diễn: hôm nay là <b>16/11/2025</b>
        </p>
      }
      crumbs={[{ href: '/', text: messages[lang].brand }, { text: 'Gallery' }]}
      flash={{ text: 'Đã chấp nhận báo cáo.' }}
    >
      <PageHead title="Gallery" lead={messages[lang].tagline} />
      {exampleGroups.map((group) => (
        <section class="stack" id={group.id} key={group.id}>
          <h2>{group.title}</h2>
          {group.examples.map((example) => (
            <Panel key={example.name} title={example.name} level={3} actions={example.note}>
              {example.draw(lang)}
            </Panel>
          ))}
        </section>
      ))}
    </Page>
  );
}
